"""Characters that no file can hold: found before anything is written."""

import re
from typing import assert_never

from draftkit.errors import WriteError
from draftkit.tree import Inlines, Line, Node, Paper, Role, Span, Table, Text, line_of, plain
from draftkit.zh.numbering import LabelStyle

__all__ = ["check_characters", "refuse_forbidden"]

# What XML 1.0 leaves out (2.2, Char): control characters, halves of surrogate pairs, and two that are none.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AROUND = 8


def check_characters(paper: Paper) -> None:
    """Refuse text with a character that can't be written, naming its paragraph.

    Raises:
        WriteError: At the first such character.
    """
    for number, item in enumerate(paper.flow(_unless_plain), start=1):
        if item is not None:
            refuse_forbidden(_text(item), f"第{number}段")


def _unless_plain(  # noqa: PLR0913, PLR0917 - a Maker
    role: Role,
    opening: tuple[Span, ...],
    content: Inlines,
    level: int,
    style: LabelStyle | None,
    number: int | None,
    node: Node,
) -> Line | None:
    """Return the line; None if it is text of printable characters, as nearly all are."""
    is_plain = len(content) == 1 and isinstance(text := content[0], Text) and text.text.isprintable()
    if is_plain and all(span.text.isprintable() for span in opening):
        return None
    return line_of(role, opening, content, level, style, number, node)


def refuse_forbidden(text: str, where: str | None = None) -> None:
    """Refuse `text`, which stands at `where`, if it holds a character that can't be written.

    Raises:
        WriteError: At the first such character.
    """
    found = _FORBIDDEN.search(text)
    if found:
        raise _error(text, found.start(), where)


def _text(item: Line | Table) -> str:
    match item:
        case Line():
            return item.text
        case Table():
            return "\t".join(plain(cell) for row in (item.header, *item.body) for cell in row)
    assert_never(item)


def _error(text: str, at: int, where: str | None) -> WriteError:
    code = f"U+{ord(text[at]):04X}"
    around = _FORBIDDEN.sub("□", text[max(0, at - _AROUND) : at + _AROUND + 1])
    return WriteError(
        f"含有不能写入文件的字符 {code}（“{around}”中的□），请删去",
        f"it holds {code}, which no file can hold (the □ in {around!r}): delete it",
        where=where,
    )
