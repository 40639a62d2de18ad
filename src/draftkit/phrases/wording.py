"""The text of an edition, read into pieces: literal text, slots `{name}`, included phrases `{@id}`.

`{{` and `}}` stand for a brace itself.

>>> parse("我受{congress}主席团委托，{@centre}")
(Literal(text='我受'), Slot(name='congress'), Literal(text='主席团委托，'), Include(id='centre'))
>>> parse("a{{b}}")
(Literal(text='a{b}'),)
>>> parse("{会议}通过")  # doctest: +ELLIPSIS
Traceback (most recent call last):
draftkit.errors.PhraseError: “{会议}”不是槽位，...
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import frozen

from draftkit.errors import PhraseError

__all__ = ["Include", "Literal", "Piece", "Slot", "merged", "parse"]


@frozen
class Literal:
    """Text that stands as it is."""

    text: str


@frozen
class Slot:
    """A place for a fact: `{name}`."""

    name: str


@frozen
class Include:
    """Another phrase, as of the same date: `{@id}`."""

    id: str


Piece = Literal | Slot | Include

NAME = r"[a-z][a-z0-9_]*"
ID = r"[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*"

_TOKEN = re.compile(
    rf"(?P<brace>\{{\{{|\}}\}})|\{{(?P<slot>{NAME})\}}|\{{@(?P<include>{ID})\}}|(?P<bad>\{{[^{{}}]*\}}?|\}})"
)


def parse(text: str) -> tuple[Piece, ...]:
    """Return the pieces of `text`, neighbouring literals made one.

    Raises:
        PhraseError: A brace is left open, or what stands in braces is no name.
    """
    return tuple(merged(_pieces(text)))


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for found in _TOKEN.finditer(text):
        yield Literal(text[at : found.start()])
        at = found.end()
        if found["bad"]:
            raise PhraseError(
                f"“{found['bad'][:20]}”不是槽位，应写成“{{name}}”（小写字母、数字、下划线）或“{{@id}}”；"
                "花括号本身写作“{{”“}}”",
                f"{found['bad'][:20]!r} is no slot: write {{name}} or {{@id}}; a brace itself is doubled",
            )
        if found["slot"]:
            yield Slot(found["slot"])
        elif found["include"]:
            yield Include(found["include"])
        else:
            yield Literal(found["brace"][0])
    yield Literal(text[at:])


_Other = TypeVar("_Other")


def merged(pieces: Iterable[Literal | _Other]) -> Iterator[Literal | _Other]:
    """Yield `pieces` with neighbouring literals made one and empty ones left out."""
    text = ""
    for piece in pieces:
        if isinstance(piece, Literal):
            text += piece.text
            continue
        if text:
            yield Literal(text)
            text = ""
        yield piece
    if text:
        yield Literal(text)
