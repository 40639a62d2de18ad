"""A part of a template read: its tags guarded, its XML patched by docxtpl.

A template is read once and its outcome kept, so this is imported when one is read anew.
"""

import re
from itertools import accumulate
from typing import Final

from draftkit.errors import TemplateError
from draftkit.template.borrowed import patched
from draftkit.template.effort import effort
from draftkit.template.limits import DEFAULT
from draftkit.template.lint import lint_tags, lint_text
from draftkit.template.normal import normalised
from draftkit.template.problems import Problem
from draftkit.template.source import Source
from draftkit.template.tags import guard, restore

__all__ = ["not_xml", "read"]

_CELL: Final = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b")
_DEEPEST: Final = 256
"""python-docx opens no XML whose elements stand any deeper in one another."""
_STEP: Final = re.compile("</|/>|<")
_STEPS: Final = {"<": 1, "</": -1, "/>": -1}
_BODY: Final = re.compile(r"<w:body(?:\s[^>]*)?/?>")
_HIDDEN: Final = re.compile(r"\{_[{%]|[}%]_\}")


def read(
    name: str, data: bytes, problems: list[Problem], *, strict: bool = True, most: int = DEFAULT.patching
) -> Source | None:
    """Return the source of a part, patched by docxtpl; None where it has no tag, if strict.

    What is wrong with its text is added to `problems`: full-width braces for one, if strict; a tag
    that doesn't end in its paragraph.

    Raises:
        TemplateError: The part isn't well-formed, or can't be patched.
    """
    if strict and b"{" not in data and "｛".encode() not in data:
        return None
    # docxtpl takes the footnotes as they stand in the file, all other parts as python-docx reads them.
    xml = _well_formed(name, data, blanks=not strict and b"<w:footnotes" in data)
    start, end = _body(xml)
    guarded = guard(xml[start:end])
    lint = lint_text(name, xml[start:end], guarded.tags) if strict else lint_tags(name, guarded.tags)
    problems += sorted(lint, key=lambda problem: problem.paragraph)
    if strict and not (guarded.tags or _HIDDEN.search(xml)):
        return None
    if effort(guarded) > most:
        raise TemplateError(
            "标签或标记的写法使模板极难整理，不予打开（可用 Limits(patching=…) 放宽）",
            "tags and markup that take out of all measure to patch are refused; Limits(patching=…) allows more",
            where=name,
        )
    text = restore(patched(guarded.xml), guarded.marks)
    if strict and any(_CELL.match(tag.text) for tag in guarded.tags):
        from draftkit.template.order import cells_ordered  # noqa: PLC0415 - for few templates

        text = cells_ordered(text)
    head, tail = DECLARATION + xml[:start], xml[end:]
    return Source(name=name, head=head, text=text, tail=tail, tags=guarded.tags, feed=guarded.marks.feed)


def _well_formed(name: str, data: bytes, *, blanks: bool) -> str:
    try:
        xml = normalised(data, blanks=blanks)
    except SyntaxError as error:
        raise not_xml(name, error) from error
    # What ends fewer elements than that can't be deeper.
    if xml.count("</") > _DEEPEST and max(accumulate(map(_STEPS.__getitem__, _STEP.findall(xml)))) > _DEEPEST:
        raise TemplateError(
            f"XML 元素嵌套超过{_DEEPEST}层，不予打开", f"elements deeper than {_DEEPEST} are refused", where=name
        )
    return xml


def not_xml(name: str, error: SyntaxError) -> TemplateError:
    """Return the error for a part, called `name`, that isn't well-formed."""
    return TemplateError(
        "不是合规的 XML，文件可能已损坏，请在 Word 或 WPS 中重新保存",
        f"the XML isn't well-formed: {error.msg}",
        where=name,
    )


DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def _body(xml: str) -> tuple[int, int]:
    """Return where the tags may stand: a document's body, or all of another part."""
    body = _BODY.search(xml)
    if body is None:
        return 0, len(xml)
    end = xml.rfind("</w:body>", body.end())
    return body.start(), body.end() if end < 0 else end + len("</w:body>")
