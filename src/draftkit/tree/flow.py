"""A document as the lines that stand on paper: each with its role, its label, its run-in heading.

Every renderer and every check starts from here, so that numbers are given in one place.
"""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve

from draftkit.errors import TreeError
from draftkit.tree.frame import Signature, TitleBlock
from draftkit.tree.inlines import Inlines, plain
from draftkit.tree.lines import Line, Role, Span, SpanKind, spans_of
from draftkit.tree.nodes import (
    Block,
    Blocks,
    Glossary,
    Paragraph,
    Part,
    Point,
    Points,
    Section,
    Table,
)
from draftkit.zh.numbering import HEADINGS, LabelStyle

__all__ = ["block_lines", "signature_lines", "title_lines"]


def title_lines(block: TitleBlock) -> Iterator[Line]:
    """Yield the lines above the text."""
    mark = block.mark
    own_line = mark is not None and mark.own_line
    title = spans_of(block.title or ())
    if mark is not None and not own_line:
        title = (*title, Span(str(mark)))
    for role, spans in (
        (Role.CORNER, spans_of(block.corner or ())),
        (Role.TITLE, title),
        (Role.MARK, (Span(str(mark)),) if own_line else ()),
        (Role.ADOPTION_NOTE, spans_of(block.adoption_note or ())),
        (Role.OCCASION, spans_of(block.occasion or ())),
        (Role.REPORTER, spans_of(block.reporter or ())),
        (Role.SALUTATION, spans_of(block.salutation or ())),
    ):
        if spans:
            yield Line(role=role, spans=spans)


def signature_lines(signature: Signature) -> Iterator[Line]:
    """Yield the lines of a signature: the organs in their order, then the date."""
    for organ in (signature.organ, *signature.others):
        if organ:
            yield Line(role=Role.ORGAN, spans=spans_of(organ), sealed=signature.sealed)
    if signature.date:
        yield Line(role=Role.DATE, spans=spans_of(signature.date), sealed=signature.sealed)


def block_lines(blocks: Blocks) -> Iterator[Line | Table]:
    """Yield the lines of `blocks`, and their tables, sections counted from the first level."""
    yield from _blocks(blocks, depth=1)


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
                yield Line(role=Role.PART, spans=spans_of(block.title), node=block)
                yield from _blocks(block.blocks, depth=1)
            case Paragraph() | Points() | Table() | Glossary():
                yield from _plain_block(block, depth)
            case _:
                assert_never(block)


def _plain_block(block: Paragraph | Points | Table | Glossary, depth: int) -> Iterator[Line | Table]:
    match block:
        case Paragraph():
            yield Line(role=Role.BODY, spans=spans_of(block.content), node=block)
        case Points():
            yield from _points(block, depth)
        case Table():
            yield from _table(block)
        case Glossary():
            yield from _glossary(block)
        case _:
            assert_never(block)


def _section(section: Section, style: LabelStyle, number: int, depth: int) -> Iterator[Line | Table]:
    label = (Span(style.format(number), SpanKind.LABEL),)
    rest: Iterator[Line | Table]
    if section.title is not None and not section.run_in:
        role, spans, rest = Role.HEADING, label + spans_of(section.title), _blocks(section.blocks, depth + 1)
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
    return (*spans_of(title, SpanKind.HEADING), *stop)


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
        spans = sum(((label, *_point_spans(item)) for item, label in labelled), spans_of(points.lead))
        yield Line(role=Role.BODY, spans=spans, node=points)
        for item in points.items:
            yield from _blocks(item.blocks, depth)
        return
    if points.lead:
        yield Line(role=Role.BODY, spans=spans_of(points.lead), node=points)
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
    return title + spans_of(item.content)


def _table(table: Table) -> Iterator[Line | Table]:
    if table.caption is not None:
        yield Line(role=Role.CAPTION, spans=spans_of(table.caption), node=table)
    if table.unit:
        yield Line(role=Role.UNIT, spans=(Span(f"单位：{table.unit}"),), node=table)
    yield table


def _glossary(glossary: Glossary) -> Iterator[Line]:
    if glossary.title is not None:
        yield Line(role=Role.GLOSSARY, spans=spans_of(glossary.title), node=glossary)
    for number, term in enumerate(glossary.terms, start=1):
        label = Span(HEADINGS[2].format(number), SpanKind.LABEL)
        name = (*spans_of(term.name, SpanKind.HEADING), Span("：", SpanKind.HEADING))
        yield Line(role=Role.BODY, spans=(label, *name, *spans_of(term.meaning)), number=number, node=term)
