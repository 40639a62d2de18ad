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
    found: list[tuple[MoveKind, list[Block], bool]] = []
    for block in blocks:
        for kind, piece, run_on in _cut(block, {kind for kind, _, _ in found}):
            if kind is not None or not found:
                found.append((kind or MoveKind.RECITAL, [piece], run_on))
            else:
                found[-1][1].append(piece)
    return [(kind, tuple(pieces), run_on) for kind, pieces, run_on in found]


def _cut(block: Block, known: set[MoveKind]) -> list[tuple[MoveKind | None, Block, bool]]:
    """Return the pieces of `block`, one a move that isn't known yet."""
    if not isinstance(block, Paragraph | Points):
        return [(None, block, False)]
    text = plain(_head(block))
    moves = _new(find_moves(text, first=not known), known)
    if not moves:
        return [(None, block, False)]
    if isinstance(block, Points) or (len(moves) == 1 and moves[0].start == 0):
        return [(moves[0].kind if moves[0].start == 0 else None, block, False)]
    return _pieces(text, moves, block.line)


def _new(moves: tuple[Move, ...], known: set[MoveKind]) -> tuple[Move, ...]:
    """Return the first of `moves` of each kind that isn't known."""
    first = {move.kind: move for move in reversed(moves)}
    return tuple(move for move in moves if move.kind not in known and first[move.kind] is move)


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
