"""Which kind of paper a text is, by its title and by the sentences only that kind has."""

import re

__all__ = ["kind_of"]

_BY_TITLE = (
    (re.compile(r"(?:决议|决定)$"), "resolution"),
    (re.compile(r"主席团.*工作报告"), "presidium-report"),
    (re.compile(r"总结"), "work-summary"),
)
_BY_TEXT = (
    (re.compile(r"受.{0,30}(?:主席团|人民代表大会|人大).{0,6}委托|请予审议"), "presidium-report"),
    (re.compile(r"会议(?:决定批准|认为|指出|号召|要求|强调)[，,：:“]"), "resolution"),
    (re.compile(r"(?:总结|汇报|报告)如下"), "work-summary"),
    (re.compile(r"人大.{0,200}工作"), "work-summary"),
)
_OTHER = re.compile(r"(?:代表|受).{0,8}(?:人民政府|人民法院|人民检察院|审查委员会).{0,4}(?:委托|向|作)")
"""A report that somebody else than the presidium gives, whose kind isn't known here."""

_HEAD = 5
"""How many paragraphs tell the kind where the title doesn't."""


def kind_of(title: str, paragraphs: list[str]) -> str:
    """Return `resolution`, `presidium-report`, `work-summary`, or an empty string for none of them."""
    for pattern, kind in _BY_TITLE:
        if pattern.search(title):
            return kind
    head = "\n".join(paragraphs[:_HEAD])
    if title.endswith("报告") and _OTHER.search(head):
        return ""
    return next((kind for pattern, kind in _BY_TEXT if pattern.search(head)), "")
