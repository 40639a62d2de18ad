"""The inverse of saying: which slots a text has, if it is a phrase.

Slots that take any text get as little of it as the rest of the phrase allows.
A slot of any text that found no end from one place finds none from a later one,
so that the time grows with the length of the text times the number of pieces;
where a slot that occurs twice spoils that, the search gives up after a bounded
number of steps.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from draftkit.phrases.slots import SlotType, pattern
from draftkit.phrases.wording import Literal, Slot

__all__ = ["match"]

_STEPS_A_CHARACTER = 200
_STEPS = 20_000


def match(pieces: Sequence[Literal | Slot], slots: Mapping[str, SlotType], text: str) -> dict[str, str] | None:
    """Return what stands in the slots of `pieces` if they are the whole `text`, else None.

    A slot that occurs twice has to hold the same text in both places.
    """
    matcher = _Matcher(tuple(pieces), slots, text)
    return matcher.found if matcher.rest(0, 0) else None


@define
class _Matcher:
    pieces: tuple[Literal | Slot, ...]
    slots: Mapping[str, SlotType]
    text: str
    found: dict[str, str] = field(factory=dict)
    failed: dict[tuple[object, ...], int] = field(factory=dict)
    steps: int = 0

    def rest(self, index: int, at: int) -> bool:
        """Return whether the pieces from `index` are the text from `at`, with their slots in `found`."""
        if index == len(self.pieces):
            return at == len(self.text)
        self.steps += 1
        if self.steps > _STEPS + _STEPS_A_CHARACTER * len(self.text):
            return False
        if not self._is_free(self.pieces[index]):
            return any(self._goes_on(index, end, at) for end in self._ends(index, at))
        key = (index, *self._bound(index))
        if at >= self.failed.get(key, len(self.text)):
            return False
        if any(self._goes_on(index, end, at) for end in self._ends_of_text(index, at)):
            return True
        self.failed[key] = at
        return False

    def _is_free(self, piece: Literal | Slot) -> bool:
        """Return whether `piece` is a slot that any text may fill."""
        return isinstance(piece, Slot) and piece.name not in self.found and pattern(self.slots[piece.name]) is None

    def _goes_on(self, index: int, end: int, at: int) -> bool:
        piece = self.pieces[index]
        if isinstance(piece, Literal) or piece.name in self.found:
            return self.rest(index + 1, end)
        self.found[piece.name] = self.text[at:end]
        if self.rest(index + 1, end):
            return True
        del self.found[piece.name]
        return False

    def _bound(self, index: int) -> Iterator[str]:
        """Yield what is already bound and occurs again from `index` on."""
        for piece in self.pieces[index:]:
            if isinstance(piece, Slot) and piece.name in self.found:
                yield self.found[piece.name]

    def _ends(self, index: int, at: int) -> Iterator[int]:
        """Yield where the literal, the bound or the typed slot at `index` ends, if it begins at `at`."""
        piece = self.pieces[index]
        fixed = piece.text if isinstance(piece, Literal) else self.found.get(piece.name)
        if fixed is not None:
            if self.text.startswith(fixed, at):
                yield at + len(fixed)
            return
        shape = pattern(self.slots[piece.name]) if isinstance(piece, Slot) else None
        found = shape.match(self.text, at) if shape else None
        if found is not None:
            yield found.end()

    def _ends_of_text(self, index: int, at: int) -> Iterator[int]:
        follower = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if follower is None:
            yield len(self.text)
        elif isinstance(follower, Literal):
            end = self.text.find(follower.text, at + 1)
            while end != -1:
                yield end
                end = self.text.find(follower.text, end + 1)
        else:
            yield from range(at + 1, len(self.text) + 1)
