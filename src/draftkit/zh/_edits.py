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

    The places of `second` are those of the text that `first` has made. An edit
    of `second` that touches what `first` wrote takes that edit in.
    """
    waiting = list(reversed(first))
    shift = 0  # how much further right a place lies in the text that `first` has made
    for edit in second:
        start, end, new = edit.start, edit.end, edit.new
        while waiting and waiting[-1].start + shift + len(waiting[-1].new) <= start:
            done = waiting.pop()
            shift += _growth(done)
            yield done
        low = start - shift
        if waiting and waiting[-1].start + shift < start:
            low = waiting[-1].start
            new = waiting[-1].new[: start - low - shift] + new
        while waiting and waiting[-1].start + shift < end:
            taken = waiting.pop()
            new += taken.new[max(0, end - taken.start - shift) :]
            end = max(end, taken.start + shift + len(taken.new))
            shift += _growth(taken)
        yield evolve(edit, start=low, end=end - shift, new=new)
    yield from reversed(waiting)


def _growth(edit: Edit) -> int:
    return len(edit.new) - (edit.end - edit.start)
