"""A part of a template read: its tags guarded, its XML patched by docxtpl.

A template is read once and its outcome kept, so this is imported when one is read anew.
"""

import re
from typing import Final

from draftkit.template.borrowed import patched
from draftkit.template.lint import lint_tags, lint_text
from draftkit.template.normal import normalised
from draftkit.template.problems import Problem
from draftkit.template.source import Source
from draftkit.template.tags import guard, restore

__all__ = ["read"]

_CELL: Final = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b")
_BODY: Final = re.compile(r"<w:body(?:\s[^>]*)?/?>")
_HIDDEN: Final = re.compile(r"\{_[{%]|[}%]_\}")


def read(name: str, data: bytes, problems: list[Problem], *, strict: bool = True) -> Source | None:
    """Return the source of a part, patched by docxtpl; None where it has no tag, if strict.

    What is wrong with its text is added to `problems`: full-width braces for one, if strict; a tag
    that doesn't end in its paragraph.
    """
    if strict and b"{" not in data and "｛".encode() not in data:
        return None
    # docxtpl takes the footnotes as they stand in the file, all other parts as python-docx reads them.
    xml = normalised(data, blanks=not strict and b"<w:footnotes" in data)
    start, end = _body(xml)
    guarded = guard(xml[start:end])
    lint = lint_text(name, xml[start:end], guarded.tags) if strict else lint_tags(name, guarded.tags)
    problems += sorted(lint, key=lambda problem: problem.paragraph)
    if strict and not (guarded.tags or _HIDDEN.search(xml)):
        return None
    text = restore(patched(guarded.xml), guarded.marks)
    if strict and any(_CELL.match(tag.text) for tag in guarded.tags):
        from draftkit.template.order import cells_ordered  # noqa: PLC0415 - for few templates

        text = cells_ordered(text)
    head, tail = DECLARATION + xml[:start], xml[end:]
    return Source(name=name, head=head, text=text, tail=tail, tags=guarded.tags, feed=guarded.marks.feed)


DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def _body(xml: str) -> tuple[int, int]:
    """Return where the tags may stand: a document's body, or all of another part."""
    body = _BODY.search(xml)
    if body is None:
        return 0, len(xml)
    end = xml.rfind("</w:body>", body.end())
    return body.start(), body.end() if end < 0 else end + len("</w:body>")
