"""The moves of a resolution as blocks: cut out of old papers, opened with their words, put together."""

from attrs import evolve

from draftkit.kinds._derived import Wording
from draftkit.tree import Block, Blocks, Inlines, Paragraph, Points, Text, inlines, plain
from draftkit.tree.moves import Move, MoveKind, find_moves, opens_move

__all__ = ["Passage", "merge_run_on", "open_with", "passages", "strip_opener"]

Passage = tuple[MoveKind, Blocks, bool]
"""A move, its blocks, and whether it goes on in the paragraph of the one before."""


def passages(blocks: Blocks) -> list[Passage]:
    """Return the moves of `blocks`, each once; what opens none goes on with the one before it."""
    found: list[Passage] = []
    for block in blocks:
        pieces = _cut(block, first=not found)
        for kind, piece, run_on in pieces:
            if kind is None or any(kind is known for known, _, _ in found):
                _continue(found, piece, run_on=run_on)
            else:
                found.append((kind, (piece,), run_on))
    return found


def _continue(found: list[Passage], piece: Block, *, run_on: bool) -> None:
    if not found:
        found.append((MoveKind.RECITAL, (piece,), False))
        return
    kind, blocks, opened = found[-1]
    found[-1] = (kind, _joined(blocks, piece) if run_on else (*blocks, piece), opened)


def _cut(block: Block, *, first: bool) -> list[tuple[MoveKind | None, Block, bool]]:
    """Return the pieces of `block`, one a move."""
    if not isinstance(block, Paragraph | Points):
        return [(None, block, False)]
    text = plain(_head(block))
    moves = find_moves(text, first=first)
    if not moves:
        return [(None, block, False)]
    if isinstance(block, Points) or (len(moves) == 1 and moves[0].start == 0):
        return [(moves[0].kind if moves[0].start == 0 else None, block, False)]
    return _pieces(text, moves, block.line)


def _pieces(text: str, moves: tuple[Move, ...], line: int | None) -> list[tuple[MoveKind | None, Block, bool]]:
    pieces: list[tuple[MoveKind | None, Block, bool]] = []
    if moves[0].start:
        pieces.append((None, Paragraph(text[: moves[0].start], line=line), False))
    ends = [*(move.start for move in moves[1:]), len(text)]
    for move, end in zip(moves, ends, strict=True):
        pieces.append((move.kind, Paragraph(text[move.start : end], line=line), bool(pieces)))
    return pieces


def _head(block: Paragraph | Points) -> Inlines:
    return block.content if isinstance(block, Paragraph) else block.lead


def _with_head(block: Paragraph | Points, head: Inlines) -> Paragraph | Points:
    return evolve(block, content=head) if isinstance(block, Paragraph) else evolve(block, lead=head)


def open_with(name: str, blocks: Blocks, say: Wording) -> Blocks:
    """Return `blocks` with the opening words of the phrase `name` before the first, unless they stand there."""
    if not blocks or not isinstance(blocks[0], Paragraph | Points):
        return blocks
    head = _head(blocks[0])
    if opens_move(plain(head)) is not None:
        return blocks
    return (_with_head(blocks[0], _opened(name, head, say)), *blocks[1:])


_HERE = "\ue000"
"""A private-use character that marks where the text goes, so that blanks in it are kept."""


def _opened(name: str, head: Inlines, say: Wording) -> Inlines:
    before, _, after = plain(say.say(name, text=_HERE)).partition(_HERE)
    return inlines(before, head, after)


def strip_opener(name: str, blocks: Blocks, say: Wording) -> Blocks:
    """Return `blocks` without the opening words that `open_with` would write."""
    if not blocks or not isinstance(blocks[0], Paragraph | Points):
        return blocks
    head = _head(blocks[0])
    before = plain(_opened(name, (Text(_HERE),), say)).partition(_HERE)[0]
    text = plain(head)
    rest = inlines(text.removeprefix(before))
    if not text.startswith(before) or opens_move(plain(rest)) is not None:
        return blocks
    return (_with_head(blocks[0], rest), *blocks[1:])


def merge_run_on(moves: list[tuple[MoveKind, Blocks]], run_on: frozenset[MoveKind]) -> Blocks:
    """Return the blocks of `moves` in order, those of `run_on` put behind the text before them."""
    merged: Blocks = ()
    for kind, found in moves:
        merged = (*_joined(merged, found[0]), *found[1:]) if kind in run_on and found and merged else (*merged, *found)
    return merged


def _joined(blocks: Blocks, piece: Block) -> Blocks:
    last = blocks[-1]
    if isinstance(last, Paragraph) and isinstance(piece, Paragraph | Points):
        return (*blocks[:-1], _with_head(piece, inlines(last.content, _head(piece))))
    return (*blocks, piece)
