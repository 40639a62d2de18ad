"""A document as the lines that stand on paper: each with its role, its label, its run-in heading.

Every renderer and every check starts from here, so that numbers are given in one place.
"""

from collections.abc import Iterator
from enum import Enum, StrEnum
from typing import assert_never

from attrs import evolve, frozen

from draftkit.errors import TreeError
from draftkit.tree.frame import Signature, TitleBlock
from draftkit.tree.inlines import Blank, Inlines, LineBreak, Text, plain
from draftkit.tree.nodes import (
    Block,
    Blocks,
    Node,
    Paragraph,
    Part,
    Point,
    Points,
    Section,
    Table,
)
from draftkit.zh.numbering import HEADINGS, LabelStyle

__all__ = ["Line", "Role", "Span", "SpanKind", "flow"]


class Role(StrEnum):
    """What a line is for; a house style gives each role its look."""

    CORNER = "corner"
    TITLE = "title"
    MARK = "mark"
    ADOPTION_NOTE = "adoption-note"
    OCCASION = "occasion"
    REPORTER = "reporter"
    SALUTATION = "salutation"
    PART = "part"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    UNIT = "unit"
    ORGAN = "organ"
    DATE = "date"


class SpanKind(Enum):
    """What a span of a line is."""

    TEXT = "text"
    LABEL = "label"
    HEADING = "heading"
    """The words of a run-in heading, in a line that is body text."""
    BLANK = "blank"
    BREAK = "break"


@frozen
class Span:
    """A piece of a line.

    Args:
        text: Its text; of a break, a line feed.
        kind: What it is.
        blank: The blank it shows, if it is one.
    """

    text: str
    kind: SpanKind = SpanKind.TEXT
    blank: Blank | None = None


@frozen(kw_only=True)
class Line:
    """A paragraph as it stands on paper.

    Args:
        role: What it is for.
        spans: Its pieces, in order.
        level: 1 to 5 where it begins with the label of a heading (by the label's look), else 0.
        style: The style of that label, or of a point's.
        number: The label's number.
        node: The node it comes from; None in the title block and the signature.
        sealed: Whether a signature's lines carry a seal.
    """

    role: Role
    spans: tuple[Span, ...]
    level: int = 0
    style: LabelStyle | None = None
    number: int | None = None
    node: Node | None = None
    sealed: bool = False

    @property
    def text(self) -> str:
        """The line as text, its label included."""
        return "".join(span.text for span in self.spans)


def flow(title_block: TitleBlock, blocks: Blocks, signature: Signature | None) -> Iterator[Line | Table]:
    """Yield the lines of a document, and its tables, from the title to the date."""
    yield from _title_block(title_block)
    yield from _blocks(blocks, depth=1)
    if signature is not None:
        yield from _signature(signature)


def _spans(content: Inlines, kind: SpanKind = SpanKind.TEXT) -> tuple[Span, ...]:
    return tuple(_span(inline, kind) for inline in content)


def _span(inline: Text | Blank | LineBreak, kind: SpanKind) -> Span:
    match inline:
        case Text(text):
            return Span(text, kind)
        case Blank():
            return Span(str(inline), SpanKind.BLANK, inline)
        case LineBreak():
            return Span("\n", SpanKind.BREAK)
    assert_never(inline)


def _title_block(block: TitleBlock) -> Iterator[Line]:
    mark = block.mark
    own_line = mark is not None and mark.own_line
    title = _spans(block.title or ())
    if mark is not None and not own_line:
        title = (*title, Span(str(mark)))
    for role, spans in (
        (Role.CORNER, _spans(block.corner or ())),
        (Role.TITLE, title),
        (Role.MARK, (Span(str(mark)),) if own_line else ()),
        (Role.ADOPTION_NOTE, _spans(block.adoption_note or ())),
        (Role.OCCASION, _spans(block.occasion or ())),
        (Role.REPORTER, _spans(block.reporter or ())),
        (Role.SALUTATION, _spans(block.salutation or ())),
    ):
        if spans:
            yield Line(role=role, spans=spans)


def _signature(signature: Signature) -> Iterator[Line]:
    for role, content in ((Role.ORGAN, signature.organ), (Role.DATE, signature.date)):
        if content:
            yield Line(role=role, spans=_spans(content), sealed=signature.sealed)


def _blocks(blocks: Blocks, depth: int) -> Iterator[Line | Table]:
    count, last_style = 0, None
    for block in blocks:
        match block:
            case Section():
                style = block.style or _default_style(depth)
                # A sibling of another style begins a count of its own.
                count = count + 1 if style == last_style else 1
                count, last_style = count if block.number is None else block.number, style
                yield from _section(block, style, count, depth)
            case Part():
                yield Line(role=Role.PART, spans=_spans(block.title), node=block)
                yield from _blocks(block.blocks, depth=1)
            case Paragraph() | Points() | Table():
                yield from _plain_block(block, depth)
            case _:
                assert_never(block)


def _plain_block(block: Paragraph | Points | Table, depth: int) -> Iterator[Line | Table]:
    match block:
        case Paragraph():
            yield Line(role=Role.BODY, spans=_spans(block.content), node=block)
        case Points():
            yield from _points(block, depth)
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def _section(section: Section, style: LabelStyle, number: int, depth: int) -> Iterator[Line | Table]:
    label = (Span(style.format(number), SpanKind.LABEL),)
    rest: Iterator[Line | Table]
    if section.title is not None and not section.run_in:
        role, spans, rest = Role.HEADING, label + _spans(section.title), _blocks(section.blocks, depth + 1)
    else:
        title = label if section.title is None else label + _run_in(section.title)
        first, rest = _opened(title, section.blocks, depth + 1)
        role, spans = first.role, first.spans
    yield Line(role=role, spans=spans, level=style.rank, style=style, number=number, node=section)
    yield from rest


def _default_style(depth: int) -> LabelStyle:
    if depth > len(HEADINGS):
        raise TreeError(
            f"章节最多嵌套{len(HEADINGS)}层（一、（一）1.（1）①），这里到了第{depth}层",
            f"sections nest {len(HEADINGS)} deep at most, here {depth}",
        )
    return HEADINGS[depth - 1]


def _run_in(title: Inlines) -> tuple[Span, ...]:
    """Return a heading that opens a paragraph, with the 。 that ends it unless it was given with one."""
    stop = () if plain(title).endswith("。") else (Span("。", SpanKind.HEADING),)
    return (*_spans(title, SpanKind.HEADING), *stop)


def _opened(opening: tuple[Span, ...], blocks: Blocks, depth: int) -> tuple[Line, Iterator[Line | Table]]:
    """Return the line that `opening` begins, with the first paragraph of `blocks` behind it, and the rest."""
    if blocks and _is_plain(blocks[0]):
        lines = _blocks(blocks, depth)
        first = next(lines)
        if isinstance(first, Line):
            return evolve(first, spans=opening + first.spans), lines
    return Line(role=Role.BODY, spans=opening), _blocks(blocks, depth)


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) or (isinstance(block, Points) and block.joined)


def _points(points: Points, depth: int) -> Iterator[Line | Table]:
    total = points.start + len(points.items) - 1
    labelled = [
        (item, Span(points.style.format(number, total), SpanKind.LABEL))
        for number, item in enumerate(points.items, start=points.start)
    ]
    if points.joined:
        spans = sum(((label, *_point_spans(item)) for item, label in labelled), _spans(points.lead))
        yield Line(role=Role.BODY, spans=spans, node=points)
        for item in points.items:
            yield from _blocks(item.blocks, depth)
        return
    if points.lead:
        yield Line(role=Role.BODY, spans=_spans(points.lead), node=points)
    for number, (item, label) in enumerate(labelled, start=points.start):
        yield Line(
            role=Role.BODY,
            spans=(label, *_point_spans(item)),
            style=points.style,
            number=number,
            node=item,
        )
        yield from _blocks(item.blocks, depth)


def _point_spans(item: Point) -> tuple[Span, ...]:
    title = () if item.title is None else _run_in(item.title)
    return title + _spans(item.content)


def _table(table: Table) -> Iterator[Line | Table]:
    if table.caption is not None:
        yield Line(role=Role.CAPTION, spans=_spans(table.caption), node=table)
    if table.unit:
        yield Line(role=Role.UNIT, spans=(Span(f"单位：{table.unit}"),), node=table)
    yield table
