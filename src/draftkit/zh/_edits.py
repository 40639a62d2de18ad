"""Edits of a text: computed apart from it, put one behind another, applied when asked."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from draftkit.errors import TextError

__all__ = ["Edit", "apply", "composed"]


@frozen
class Edit:
    """A piece of text to be put in another's place.

    Args:
        start: Where the old piece begins.
        end: Where it ends.
        new: The new piece.
        rule: The name of the rule that asks for it.
    """

    start: int
    end: int
    new: str
    rule: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with `edits` made; they stand in order and don't overlap.

    >>> apply("会议,强调", [Edit(2, 3, "，", "width")])
    '会议，强调'

    Raises:
        TextError: An edit overlaps the one before it, or reaches beyond the text.
    """
    pieces: list[str] = []
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(text):
            raise TextError(
                f"第{edit.start}至{edit.end}字的改动越界或与前一处重叠，改动应按先后排列、互不重叠",
                f"the edit of {edit.start} to {edit.end} overlaps the one before it or ends beyond the text",
            )
        pieces += text[at : edit.start], edit.new
        at = edit.end
    return "".join(pieces) + text[at:]


def composed(first: Sequence[Edit], second: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the edits that do at once what `first` and then `second` do.

    The places of `second` are those of the text that `first` has made. What
    `second` replaces of it is gone; what it only cuts stands as edits of its own.

    >>> list(composed([Edit(2, 3, "，", "width"), Edit(3, 4, "，", "width")], [Edit(2, 4, "，", "doubled")]))
    [Edit(start=2, end=4, new='，', rule='doubled')]
    """
    waiting = list(reversed(first))
    shift = 0  # how much further right a place lies in the text that `first` has made
    for edit in second:
        before = _taken(waiting, edit.start, shift)
        yield from before
        shift += _growth(before)
        start = edit.start - shift
        shift += _growth(_taken(waiting, edit.end, shift))
        yield evolve(edit, start=start, end=edit.end - shift)
    yield from reversed(waiting)


def _taken(waiting: list[Edit], place: int, shift: int) -> list[Edit]:
    """Return the edits that write before `place`, taken off `waiting`; the one that crosses it is cut."""
    taken: list[Edit] = []
    while waiting:
        edit = waiting[-1]
        room = place - edit.start - shift
        if room < len(edit.new) and room <= 0:
            break
        waiting.pop()
        if room < len(edit.new):
            waiting.append(evolve(edit, start=edit.end, new=edit.new[room:]))
            edit = evolve(edit, new=edit.new[:room])
        shift += _growth([edit])
        taken.append(edit)
    return taken


def _growth(edits: list[Edit]) -> int:
    return sum(len(edit.new) - (edit.end - edit.start) for edit in edits)
