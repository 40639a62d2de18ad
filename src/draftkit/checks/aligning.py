"""The lines of a tree laid beside those of its source, so that every finding has its place in the file."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import evolve, frozen

from draftkit.checks.attachments import with_notes
from draftkit.checks.paragraph import Passage, Piece
from draftkit.readers.raw import Raw
from draftkit.tree import Document, Line, Residue, SpanKind, Table, plain

__all__ = ["paragraphs_of"]

_LOOK_AHEAD = 4
"""How many lines of the tree may have no line in the source before one is given up."""


def paragraphs_of(document: Document, source: Sequence[Raw] = ()) -> tuple[Passage, ...]:
    """Return the paragraphs of `document`, numbered, with the text of its source where there is one.

    Args:
        document: The tree.
        source: The lines it was read from; none for a tree that was drafted.
    """
    drafts = [draft for line in document.lines() for draft in _drafts(line)]
    placed = _aligned(drafts, document.residue, source) if source else _in_order(drafts, document.residue)
    return tuple(evolve(paragraph, index=index) for index, paragraph in enumerate(with_notes(placed)))


def _drafts(line: Line | Table) -> Iterator[Passage]:
    """Yield what `line` shows as paragraphs that aren't placed yet."""
    match line:
        case Table():
            for row in (line.header, *line.rows):
                for cell in row:
                    yield Passage(index=0, text=plain(cell), node=line, cell=True)
        case Line():
            label, heading = _ends(line)
            yield Passage(
                index=0,
                text=line.text,
                role=line.role,
                node=line.node,
                level=line.level,
                style=line.style,
                number=line.number,
                label_end=label,
                heading_end=heading,
            )


def _ends(line: Line) -> tuple[int, int]:
    """Return where the label and the heading of `line` end."""
    label = heading = at = 0
    for span in line.spans:
        at += len(span.text)
        match span.kind:
            case SpanKind.LABEL if at == len(span.text):
                label = at
            case SpanKind.HEADING:
                heading = at
            case _:
                pass
    if line.level and line.role == "heading":
        heading = at
    return label, heading


def _in_order(drafts: Iterable[Passage], residue: Iterable[Residue]) -> Iterator[Passage]:
    """Yield the paragraphs of a tree without its source, what was set aside where its line says."""
    waiting = deque(residue)
    for draft in drafts:
        line = draft.node.line if draft.node else None
        while waiting and line is not None and (waiting[0].line or 0) < line:
            yield _residue(waiting.popleft())
        yield evolve(draft, pieces=(Piece(0, line),)) if line else draft
    for left in waiting:
        yield _residue(left)


def _residue(residue: Residue) -> Passage:
    pieces = (Piece(0, residue.line),) if residue.line else ()
    return Passage(index=0, text=residue.text, residue=residue.reason or "残留", pieces=pieces)


def _piece(start: int, raw: Raw) -> Piece:
    return Piece(start, raw.line, raw.column)


def _key(text: str) -> str:
    return "".join(text.split())


@frozen
class _Target:
    draft: Passage
    key: str


def _aligned(drafts: Iterable[Passage], residue: Iterable[Residue], source: Sequence[Raw]) -> Iterator[Passage]:
    """Yield a paragraph for each line of `source`, those that a reader had joined made one."""
    waiting = deque(_Target(draft, _key(draft.text)) for draft in drafts)
    reasons = {left.line: left for left in residue}
    lines = deque(source)
    while lines:
        raw = lines.popleft()
        if raw.table is not None:
            yield from _table(raw, waiting)
            continue
        row = list(_row(raw, waiting))
        if row:
            yield from row
            continue
        target = _take(waiting, _key(raw.text))
        left = reasons.get(raw.line)
        if target is not None:
            yield _joined(target, raw, lines)
        elif left is not None and _key(left.text) == _key(raw.text):
            yield evolve(_residue(left), text=raw.text, pieces=(_piece(0, raw),))
        else:
            # A line of which a part was set aside, or one that the tree shows in another way.
            tail = _take_tail(waiting, _key(raw.text)) if left is not None else None
            draft = tail.draft if tail else Passage(index=0, text="")
            yield evolve(draft, text=raw.text, pieces=(_piece(0, raw),), label_end=0, heading_end=0)


def _table(raw: Raw, waiting: deque[_Target]) -> Iterator[Passage]:
    """Yield the caption, the unit and the cells of the next table of the tree."""
    while waiting and not isinstance(waiting[0].draft.node, Table):
        waiting.popleft()
    table = waiting[0].draft.node if waiting else None
    above, cells = iter(raw.above), iter(raw.cells)
    while waiting and waiting[0].draft.node is table:
        draft = waiting.popleft().draft
        pieces = next(cells, ()) if draft.cell else ((0, next(above, raw.line)),)
        yield evolve(draft, pieces=tuple(Piece(start, line) for start, line in pieces))


def _row(raw: Raw, waiting: deque[_Target]) -> Iterator[Passage]:
    """Yield the cells of a row that a text file holds in one line, if the next of the tree are just these."""
    cells = raw.text.split("\t")
    targets = list(islice(waiting, len(cells)))
    if len(targets) < len(cells) or any(
        not target.draft.cell or target.key != _key(cell) for target, cell in zip(targets, cells, strict=True)
    ):
        return
    at = None if raw.row else raw.column
    for cell in cells:
        yield evolve(waiting.popleft().draft, text=cell, pieces=(Piece(0, raw.line, at),))
        at = None if at is None else at + len(cell) + 1


def _take(waiting: deque[_Target], key: str) -> _Target | None:
    """Return the next line of the tree that begins with `key`, and drop those before it."""
    for at in range(min(_LOOK_AHEAD, len(waiting))):
        if key and waiting[at].key.startswith(key):
            for _ in range(at):
                waiting.popleft()
            return waiting.popleft()
    return None


def _take_tail(waiting: deque[_Target], key: str) -> _Target | None:
    return waiting.popleft() if waiting and waiting[0].key and key.endswith(waiting[0].key) else None


def _joined(target: _Target, raw: Raw, lines: deque[Raw]) -> Passage:
    """Return the paragraph of `target`, with as many `lines` behind `raw` as it takes."""
    text, key, pieces = raw.text, _key(raw.text), [_piece(0, raw)]
    while lines and len(key) < len(target.key) and target.key.startswith(_key(lines[0].text), len(key)):
        following = lines.popleft()
        pieces.append(_piece(len(text), following))
        text += following.text
        key += _key(following.text)
    draft = target.draft
    return evolve(
        draft,
        text=text,
        pieces=tuple(pieces),
        label_end=_shifted(draft.text, draft.label_end, text),
        heading_end=_shifted(draft.text, draft.heading_end, text),
    )


def _shifted(old: str, end: int, new: str) -> int:
    """Return where in `new` what ends at `end` of `old` ends; the two differ in white space only."""
    if not end or old == new:
        return end
    left = len(_key(old[:end]))
    for at, char in enumerate(new, start=1):
        left -= not char.isspace()
        if not left:
            return at
    return len(new)
