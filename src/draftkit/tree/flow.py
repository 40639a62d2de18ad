"""A document as the lines that stand on paper: each with its role, its label, its run-in heading.

Every renderer and every check starts from here, so that numbers are given in one place. What is made of
each line of the text is up to a `Maker`: a renderer of long papers writes most of them at once.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Generic, assert_never

from draftkit.errors import TreeError
from draftkit.tree.frame import Signature, TitleBlock
from draftkit.tree.inlines import Inlines, plain
from draftkit.tree.lines import Line, Made, Maker, Role, Span, SpanKind, spans_of
from draftkit.tree.nodes import Blocks, Glossary, Paragraph, Part, Point, Points, Section, Table
from draftkit.zh.numbering import HEADINGS, LabelStyle

__all__ = ["block_lines", "signature_lines", "title_lines"]


def title_lines(block: TitleBlock) -> Iterator[Line]:
    """Yield the lines above the text."""
    mark = block.mark
    own_line = mark is not None and mark.own_line
    marked = () if mark is None else (Span(str(mark)),)
    for role, content, behind in (
        (Role.CORNER, block.corner, ()),
        (Role.TITLE, block.title or (), () if own_line else marked),
        (Role.MARK, (), marked if own_line else ()),
        (Role.ADOPTION_NOTE, block.adoption_note, ()),
        (Role.OCCASION, block.occasion, ()),
        (Role.REPORTER, block.reporter, ()),
        (Role.SALUTATION, block.salutation, ()),
    ):
        if content or behind:
            yield Line(role=role, spans=spans_of(content or ()) + behind)


def signature_lines(signature: Signature) -> Iterator[Line]:
    """Yield the lines of a signature: the organs in their order, then the date."""
    for organ in (signature.organ, *signature.others):
        if organ:
            yield Line(role=Role.ORGAN, spans=spans_of(organ), sealed=signature.sealed)
    if signature.date:
        yield Line(role=Role.DATE, spans=spans_of(signature.date), sealed=signature.sealed)


def block_lines(blocks: Blocks, make: Maker[Made]) -> list[Made | Table]:
    """Return what `make` makes of the lines of `blocks`, and their tables; sections count from the first level."""
    flow = _Flow(make)
    flow.blocks(blocks, depth=1)
    return flow.items


# Looked up once: a member of an enumeration is found slowly, and these are asked for with every line.
_BODY, _HEADING = Role.BODY, Role.HEADING


class _Flow(Generic[Made]):
    """The lines of a text, gathered while its blocks are walked."""

    def __init__(self, make: Maker[Made]) -> None:
        self.items: list[Made | Table] = []
        self._add = self.items.append
        self._make = make

    def blocks(self, blocks: Blocks, depth: int) -> None:
        add, make = self._add, self._make
        count = 0
        own_style: LabelStyle | None = None
        last_style: LabelStyle | None = None
        labels: Mapping[int, tuple[Span]] = {}
        for block in blocks:
            if isinstance(block, Paragraph):
                add(make(_BODY, (), block.content, 0, None, None, block))
            elif isinstance(block, Section):
                style = block.style
                if style is None:
                    style = own_style = own_style or _default_style(depth)
                if last_style is None or (style is not last_style and style != last_style):
                    # A sibling of another style begins a count of its own.
                    count, labels = 0, _labels(style)
                last_style = style
                count = count + 1 if block.number is None else block.number
                if block.title is None or block.run_in:
                    self._opened(block, labels[count], style, count, depth)
                else:
                    add(make(_HEADING, labels[count], block.title, style.rank, style, count, block))
                    self.blocks(block.blocks, depth + 1)
            else:
                self._other(block, depth)

    def _other(self, block: Points | Part | Table | Glossary, depth: int) -> None:
        match block:
            case Points():
                self._points(block, depth)
            case Part():
                self._add(self._make(Role.PART, (), block.title, 0, None, None, block))
                self.blocks(block.blocks, depth=1)
            case Table():
                self._table(block)
            case Glossary():
                self._glossary(block)
            case _:
                assert_never(block)

    def _opened(self, section: Section, label: tuple[Span], style: LabelStyle, number: int, depth: int) -> None:
        """Add the lines of a section whose label, or whose heading run in, opens its first paragraph."""
        opening = label if section.title is None else label + _run_in(section.title)
        content: Inlines = ()
        blocks = section.blocks
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph):
            content, blocks = first.content, blocks[1:]
        elif isinstance(first, Points) and first.joined:
            opening, blocks = opening + _joined(first), blocks[1:]
        self._add(self._make(_BODY, opening, content, style.rank, style, number, section))
        if isinstance(first, Points) and first.joined:
            self._below(first, depth + 1)
        self.blocks(blocks, depth + 1)

    def _points(self, points: Points, depth: int) -> None:
        if points.joined:
            self._add(self._make(_BODY, _joined(points), (), 0, None, None, points))
            self._below(points, depth)
            return
        if points.lead:
            self._add(self._make(_BODY, (), points.lead, 0, None, None, points))
        for number, label, item in _labelled(points):
            opening = label if item.title is None else label + _run_in(item.title)
            self._add(self._make(_BODY, opening, item.content, 0, points.style, number, item))
            self.blocks(item.blocks, depth)

    def _below(self, points: Points, depth: int) -> None:
        """Add what stands below the line of joined points."""
        for item in points.items:
            self.blocks(item.blocks, depth)

    def _table(self, table: Table) -> None:
        if table.caption is not None:
            self._add(self._make(Role.CAPTION, (), table.caption, 0, None, None, table))
        if table.unit:
            self._add(self._make(Role.UNIT, (Span(f"单位：{table.unit}"),), (), 0, None, None, table))
        self._add(table)

    def _glossary(self, glossary: Glossary) -> None:
        if glossary.title is not None:
            self._add(self._make(Role.GLOSSARY, (), glossary.title, 0, None, None, glossary))
        for number, term in enumerate(glossary.terms, start=1):
            name = (*spans_of(term.name, SpanKind.HEADING), Span("：", SpanKind.HEADING))
            opening = _labels(HEADINGS[2])[number] + name
            self._add(self._make(_BODY, opening, term.meaning, 0, None, number, term))


def _default_style(depth: int) -> LabelStyle:
    if depth > len(HEADINGS):
        raise TreeError(
            f"章节最多嵌套{len(HEADINGS)}层（一、（一）1.（1）①），这里到了第{depth}层",
            f"sections nest {len(HEADINGS)} deep at most, here {depth}",
        )
    return HEADINGS[depth - 1]


class _Labels(dict[int, tuple[Span]]):
    """The labels of a style by their numbers, each as the opening of a line; those of most papers are kept.

    Args:
        style: The style.
        total: How many there are, where the words of the last hang on it.
    """

    def __init__(self, style: LabelStyle, total: int | None) -> None:
        super().__init__()
        self._style = style
        self._total = total

    def __missing__(self, number: int) -> tuple[Span]:
        """Return a label that isn't kept yet."""
        found = (Span(self._style.format(number, self._total), SpanKind.LABEL),)
        if number <= _KEPT:
            self[number] = found
        return found


_KEPT = 100


@lru_cache
def _labels(style: LabelStyle, total: int | None = None) -> _Labels:
    return _Labels(style, total)


def _run_in(title: Inlines) -> tuple[Span, ...]:
    """Return a heading that opens a paragraph, with the 。 that ends it unless it was given with one."""
    stop = () if plain(title).endswith("。") else (Span("。", SpanKind.HEADING),)
    return (*spans_of(title, SpanKind.HEADING), *stop)


def _labelled(points: Points) -> Iterator[tuple[int, tuple[Span], Point]]:
    """Yield each of `points` with its number and its label."""
    total = points.start + len(points.items) - 1
    labels = _labels(points.style, total)
    for number, item in enumerate(points.items, start=points.start):
        yield number, labels[number], item


def _joined(points: Points) -> tuple[Span, ...]:
    """Return the spans of points that stand in one line."""
    spans = [*spans_of(points.lead)]
    for _, label, item in _labelled(points):
        title = () if item.title is None else _run_in(item.title)
        spans += (*label, *title, *spans_of(item.content))
    return tuple(spans)
