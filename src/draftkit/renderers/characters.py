"""Characters that no file can hold: found before anything is written."""

import re
from collections.abc import Iterable
from typing import assert_never

from draftkit._characters import FORBIDDEN
from draftkit.errors import WriteError
from draftkit.tree import Line, Table, plain

__all__ = ["check_characters", "refuse_forbidden"]

_FORBIDDEN = re.compile(FORBIDDEN)
_AROUND = 8


def check_characters(lines: Iterable[Line | Table]) -> None:
    """Refuse text with a character that can't be written, naming its paragraph.

    Raises:
        WriteError: At the first such character.
    """
    for number, line in enumerate(lines, start=1):
        refuse_forbidden(_text(line), f"第{number}段")


def refuse_forbidden(text: str, where: str | None = None) -> None:
    """Refuse `text`, which stands at `where`, if it holds a character that can't be written.

    Raises:
        WriteError: At the first such character.
    """
    found = _FORBIDDEN.search(text)
    if found:
        raise _error(text, found.start(), where)


def _text(line: Line | Table) -> str:
    match line:
        case Line():
            return line.text
        case Table():
            return "\t".join(plain(cell) for row in (line.header, *line.body) for cell in row)
    assert_never(line)


def _error(text: str, at: int, where: str | None) -> WriteError:
    code = f"U+{ord(text[at]):04X}"
    around = _FORBIDDEN.sub("□", text[max(0, at - _AROUND) : at + _AROUND + 1])
    return WriteError(
        f"含有不能写入文件的字符 {code}（“{around}”中的□），请删去",
        f"it holds {code}, which no file can hold (the □ in {around!r}): delete it",
        where=where,
    )
