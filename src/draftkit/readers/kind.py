"""Which kind of paper a text is, by its title and by the sentences only that kind has."""

import re
from collections.abc import Iterator

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

_NAMES_OTHER = re.compile(
    r"(?:意见|纪要|记录|讲话|致辞|发言|[开闭]幕词|主持词|通知|通报|公告|公报|方案|办法|规定|细则|规则|要点|计划|规划|议程|日程"
    r"|名单|说明|建议|议案|函|请示|批复|倡议书|公开信|简报)(?:[（(][^（()）]{1,12}[）)])?$"
)
"""A title that names a kind of paper not known here, by which words of the text are no longer asked."""

_HEAD = 5
"""How many paragraphs tell the kind where the title doesn't."""
_LONGEST_TITLE = 60


def kind_of(title: str, paragraphs: list[str]) -> str:
    """Return `resolution`, `presidium-report`, `work-summary`, or an empty string for none of them."""
    for pattern, kind in _BY_TITLE:
        if pattern.search(title):
            return kind
    if any(_NAMES_OTHER.search(name) for name in ([title] if title else _titles(paragraphs[:_HEAD]))):
        return ""
    head = "\n".join(paragraphs[:_HEAD])
    if title.endswith("报告") and _OTHER.search(head):
        return ""
    return next((kind for pattern, kind in _BY_TEXT if pattern.search(head)), "")


def _titles(head: list[str]) -> Iterator[str]:
    """Yield the lines above the first sentence: a title that wasn't recognised is among them."""
    for text in head:
        line = text.strip()
        if len(line) > _LONGEST_TITLE or re.search("[，。；：,;:]", line):
            return
        yield line
