"""Paragraphs to nested blocks: parts, sections at every level, points."""

from collections.abc import Callable, Iterable

from attrs import define, evolve, field

from draftkit.readers.headings import (
    Heading,
    is_aside,
    is_part_title,
    parse_block,
    parse_heading,
    parse_own_point,
)
from draftkit.readers.raw import Raw
from draftkit.tree import Block, Blocks, Paragraph, Part, Point, Points, Role, Section, Table
from draftkit.zh.numbering import HEADINGS, Label, LabelStyle

__all__ = ["build"]

_MOST_NESTED = len(HEADINGS)


@define
class _Counted:
    """Points of their own paragraphs, that may go on."""

    style: LabelStyle
    start: int
    line: int | None
    items: list[Point] = field(factory=list)

    def closed(self) -> Points:
        return Points(self.items, joined=False, style=self.style, start=self.start, line=self.line)


def _closed(blocks: "list[Block | _Counted]") -> Blocks:
    return tuple(block.closed() if isinstance(block, _Counted) else block for block in blocks)


@define
class _Open:
    """A part or a section that is still open: paragraphs go into the last one opened."""

    blocks: list[Block | _Counted] = field(factory=list)
    part: Raw | None = None
    heading: Heading | None = None
    line: int | None = None
    last: LabelStyle | None = None
    """The style of the last section put into it, and its number."""
    count: int = 0

    @property
    def style(self) -> LabelStyle | None:
        return self.heading.label.style if self.heading else None

    def closed(self, number: int | None, depth: int) -> Block:
        """Return the finished block; `number` is given where its place doesn't give it."""
        if self.part is not None:
            return Part(self.part.text, _closed(self.blocks), line=self.line)
        heading = self.heading
        if heading is None:
            raise AssertionError("the root of a document is not a block")
        style = heading.label.style
        return Section(
            heading.title,
            _closed(self.blocks),
            run_in=heading.run_in,
            style=None if style == HEADINGS[depth - 1] else style,
            number=number,
            line=self.line,
        )


def build(lines: Iterable[Raw | Table], ends: Callable[[str], bool] = is_aside) -> Blocks:
    """Return the blocks of `lines`: by label, by level, by the order of the text.

    Args:
        lines: The lines below the title block, and the tables among them.
        ends: Tells whether a line without a label stands outside the sections above it.
    """
    stack = [_Open()]
    for line in lines:
        if isinstance(line, Table):
            stack[-1].blocks.append(line)
        else:
            _add(stack, line, ends)
    _close(stack, 1)
    return _closed(stack[0].blocks)


def _add(stack: list[_Open], raw: Raw, ends: Callable[[str], bool]) -> None:
    heading = None if raw.surely(Role.PART) else parse_heading(raw.text, raw.heads)
    if heading is not None:
        _open_section(stack, heading, raw)
    elif _is_part(raw):
        _close(stack, 1)
        stack.append(_Open(part=raw, line=raw.line))
    else:
        if ends(raw.text):
            _close(stack, 2 if len(stack) > 1 and stack[1].part else 1)
        _add_text(stack[-1].blocks, raw)


def _is_part(raw: Raw) -> bool:
    return raw.surely(Role.PART) or (raw.can_be(Role.PART) and (raw.heading > 0 or is_part_title(raw.text)))


def _shifted(raw: Raw, by: int) -> tuple[tuple[int, int], ...] | None:
    return None if raw.heads is None else tuple((start - by, end - by) for start, end in raw.heads)


def _open_section(stack: list[_Open], heading: Heading, raw: Raw) -> None:
    style = heading.label.style
    while stack[-1].style is not None and _closes(stack, style):
        _close(stack, len(stack) - 1)
    if len(stack) - (2 if len(stack) > 1 and stack[1].part else 1) >= _MOST_NESTED:
        stack[-1].blocks.append(Paragraph(raw.text, line=raw.line))
        return
    opened = _Open(heading=heading, line=raw.line)
    if heading.rest:
        heads = _shifted(raw, len(raw.text) - len(heading.rest))
        opened.blocks.append(parse_block(heading.rest, raw.line, heads))
    stack.append(opened)


def _closes(stack: list[_Open], style: LabelStyle) -> bool:
    """Return whether a section of `style` ends the last open one: not when it is a level below it."""
    last = stack[-1].style
    if last is None:
        return False
    return any(opened.style == style for opened in stack) or last.rank >= style.rank


def _close(stack: list[_Open], depth: int) -> None:
    """Close what is open deeper than `depth`."""
    while len(stack) > depth:
        opened = stack.pop()
        parent = stack[-1]
        nesting = len(stack) - (1 if len(stack) > 1 and stack[1].part else 0)
        parent.blocks.append(opened.closed(_own_number(parent, opened), nesting))


def _own_number(parent: _Open, opened: _Open) -> int | None:
    """Return the number read, where counting the siblings would give another."""
    if opened.heading is None:
        return None
    label = opened.heading.label
    expected = parent.count + 1 if label.style == parent.last else 1
    parent.last, parent.count = label.style, label.number
    return None if label.number == expected else label.number


def _add_text(blocks: list[Block | _Counted], raw: Raw) -> None:
    own = parse_own_point(raw.text, raw.heads)
    if own is None:
        blocks.append(parse_block(raw.text, raw.line, raw.heads))
        return
    label, point = own
    _add_point(blocks, label, evolve(point, line=raw.line))


def _add_point(blocks: list[Block | _Counted], label: Label, point: Point) -> None:
    """Put a point of its own paragraph behind the one before it, paragraphs between going to that one."""
    found = _open_points(blocks, label)
    if found is None:
        blocks.append(_Counted(label.style, label.number, point.line, [point]))
        return
    at, points = found
    if blocks[at + 1 :]:
        points.items[-1] = evolve(points.items[-1], blocks=(*points.items[-1].blocks, *_closed(blocks[at + 1 :])))
        del blocks[at + 1 :]
    points.items.append(point)


_MOST_BETWEEN = 3


def _open_points(blocks: list[Block | _Counted], label: Label) -> tuple[int, _Counted] | None:
    """Return the points that `label` goes on counting and their place, a few paragraphs back at most."""
    for at in range(len(blocks) - 1, max(len(blocks) - 2 - _MOST_BETWEEN, -1), -1):
        block = blocks[at]
        if isinstance(block, _Counted):
            follows = block.style == label.style and block.start + len(block.items) == label.number
            return (at, block) if follows else None
        if not isinstance(block, Paragraph):
            return None
    return None
