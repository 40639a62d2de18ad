r"""The characters that tags are guarded and numbered with: none of them stands in the XML itself.

A template's own text may hold any character, so where it holds one of the usual ones, others are taken.

>>> marks_for("<w:t>{{ x }}</w:t>") is USUAL
True
>>> marks_for("\ue8f0").guards[0] == "\ue8f0"
False
"""

from collections.abc import Iterator
from typing import Final

from draftkit.errors import TemplateError
from draftkit.template.tag import LINE_FEED

__all__ = ["GUARDED", "STOP", "USUAL", "Marks", "marks_for"]

GUARDED: Final = "%{}#“”‘’&"
"""What docxtpl's patching would change inside a tag."""

STOP: Final = "\u205f"
"""Ends the number of a tag. It has to be white space, and of that there is no private kind."""


class Marks:
    """What stands for what.

    Args:
        characters: One for each that is guarded, then one for a line feed and one for a `STOP` of the template's own.
    """

    __slots__ = ("feed", "guard", "guards", "restore", "restored", "stop")

    def __init__(self, characters: str) -> None:
        self.guards = characters[: len(GUARDED)]
        self.feed, self.stop = characters[-2], characters[-1]
        self.guard = str.maketrans(GUARDED, self.guards)
        self.restored = dict(zip((*self.guards, self.stop), (*GUARDED, STOP), strict=True))
        self.restore = str.maketrans({**self.restored, self.feed: " "})


_USUAL: Final = "".join(chr(0xE8F0 + number) for number in range(len(GUARDED))) + LINE_FEED + "\ue8fe"
USUAL: Final = Marks(_USUAL)
_TAKEN: Final = (*_USUAL, STOP)


def marks_for(xml: str) -> Marks:
    """Return marks that don't stand in `xml`.

    Raises:
        TemplateError: All private characters of Unicode stand in it.
    """
    if not any(character in xml for character in _TAKEN):
        return USUAL
    free = _free(set(xml))
    characters = "".join(character for character, _ in zip(free, _USUAL, strict=False))
    if len(characters) < len(_USUAL):
        raise TemplateError("模板用尽了私用字符，不予打开", "the template uses all private characters there are")
    return Marks(characters)


def _free(used: set[str]) -> Iterator[str]:
    """Yield the private characters that aren't used: those of the plane of all texts, then those of plane 15."""
    for block in (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE)):
        yield from (character for character in map(chr, block) if character not in used)
