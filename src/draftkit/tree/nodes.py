"""The blocks of a paper. A node holds structure, not labels: these are given when it is rendered.

>>> section = Section("坚持党的领导", ["第一段。", Section("把牢方向", "第二段。", run_in=True)])
>>> [type(block).__name__ for block in section.blocks]
['Paragraph', 'Section']
>>> points("早谋划", "早部署", "早落实").items[0].content
(Text(text='早谋划；'),)
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, Union, assert_never

from attrs import field, frozen
from attrs.converters import optional

from draftkit.errors import TreeError
from draftkit.tree.inlines import InlineLike, Inlines, Text, inlines, optional_inlines, plain
from draftkit.zh.numbering import SHI, LabelStyle, style_named

__all__ = [
    "Block",
    "BlockLike",
    "Blocks",
    "Glossary",
    "Node",
    "Paragraph",
    "Part",
    "Point",
    "Points",
    "Section",
    "Table",
    "Term",
    "blocks",
    "points",
    "walk",
]

Block = Union["Paragraph", "Section", "Part", "Points", "Table", "Glossary"]
Blocks = tuple[Block, ...]
BlockLike = str | Block | Iterable["str | Block"]


def blocks(value: BlockLike = ()) -> Blocks:
    r"""Return the blocks of `value`: of a text each line is a paragraph, empty ones left out.

    >>> [plain(block.content) for block in blocks("甲。\n\n乙。")]
    ['甲。', '乙。']
    """
    return tuple(_each(value))


def _each(value: BlockLike) -> Iterator[Block]:
    if isinstance(value, str):
        for line in value.splitlines():
            if line.strip():
                yield Paragraph(line.strip())
    elif isinstance(value, (Paragraph, Section, Part, Points, Table, Glossary)):
        yield value
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _each(inner)
    else:
        raise TreeError(
            f"此处应为文字、段落、章节、分点、表格或名词解释，而不是 {type(value).__name__}：{value!r}",
            f"text or a block is expected here, not {type(value).__name__}",
        )


def _line() -> int | None:
    """Return a field for the line of the source that a node was read from; it makes no two nodes differ."""
    line: int | None = field(default=None, eq=False, repr=False, kw_only=True)
    return line


def _style(value: LabelStyle | str | None) -> LabelStyle | None:
    return style_named(value) if isinstance(value, str) else value


def _heading(value: InlineLike | None) -> Inlines | None:
    title = optional_inlines(value)
    if title is not None and not plain(title).strip():
        raise TreeError("标题不能为空白；不要标题请写 None", "a title can't be blank; write None for no title")
    return title


@frozen
class Paragraph:
    """A paragraph of body text."""

    content: Inlines = field(converter=inlines)
    line: int | None = _line()


@frozen
class Section:
    """A numbered section (一、 （一） 1. （1）), its level given by how deep it stands.

    Args:
        title: Its heading, or None for a numbered paragraph without one.
        blocks: What stands in it: text (a line, a paragraph), blocks, or a list of both.
        run_in: Whether the heading opens the first paragraph: `（一）…。…`.
        style: A style of label other than its level's.
        number: A number other than the one that its place gives, as read from an old paper.
    """

    title: Inlines | None = field(converter=_heading)
    blocks: Blocks = field(default=(), converter=blocks)
    run_in: bool = field(default=False, kw_only=True)
    style: LabelStyle | None = field(default=None, converter=_style, kw_only=True)
    number: int | None = field(default=None, kw_only=True)
    line: int | None = _line()


@frozen
class Part:
    """An unnumbered part with a title of its own, such as 2024年工作回顾; sections count anew in it."""

    title: Inlines = field(converter=inlines)
    blocks: Blocks = field(default=(), converter=blocks)
    line: int | None = _line()


@frozen
class Point:
    """One of several points: 一是…

    Args:
        content: Its text, marks included.
        title: Its heading, written before the text with a 。 behind: `一是强化监督。…`.
        blocks: Paragraphs that belong to it, below its first.
    """

    content: Inlines = field(converter=inlines)
    title: Inlines | None = field(default=None, converter=_heading)
    blocks: Blocks = field(default=(), converter=blocks)
    line: int | None = _line()


def _points(value: Iterable["Point | InlineLike"]) -> tuple[Point, ...]:
    return tuple(item if isinstance(item, Point) else Point(item) for item in value)


def _not_empty(_instance: object, _attribute: object, items: tuple[Point, ...]) -> None:
    if not items:
        raise TreeError("分点至少要有一项", "points need at least one item")


@frozen
class Points:
    """Points that count: 一是…；二是…；三是…。

    Args:
        items: The points, at least one.
        lead: What stands before the first, in the same paragraph when `joined`, else in one of its own.
        joined: Whether all of them stand in one paragraph, or each in its own.
        style: The style of their labels.
        start: The number of the first.
    """

    items: tuple[Point, ...] = field(converter=_points, validator=_not_empty)
    lead: Inlines = field(default=(), converter=inlines)
    joined: bool = field(default=True, kw_only=True)
    style: LabelStyle = field(default=SHI, kw_only=True)
    start: int = field(default=1, kw_only=True)
    line: int | None = _line()


_MISSING: Any = object()


def _row(value: Iterable[InlineLike]) -> tuple[Inlines, ...]:
    return tuple(inlines(cell) for cell in _listed_cells(value))


def _rows(value: Iterable[Iterable[InlineLike]]) -> tuple[tuple[Inlines, ...], ...]:
    return tuple(_row(row) for row in _listed_cells(value))


_Cells = TypeVar("_Cells")


def _listed_cells(value: Iterable[_Cells]) -> Iterable[_Cells]:
    """Return `value` where it is a list; a text would be taken letter by letter."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        given = "没有给出" if value is _MISSING else f"而不是 {value!r}"
        told = "none is given" if value is _MISSING else f"not {value!r}"
        raise TreeError(
            f'表格应写表头和各行，如 Table(["项目", "件数"], [["道路", "12"]])，{given}',
            f'a table has a header and rows, as Table(["项目", "件数"], [["道路", "12"]]); {told}',
        )
    return value


@frozen
class Table:
    """A table with one header row.

    Args:
        header: The cells of the header row.
        rows: The rows below, each with as many cells as the header.
        caption: What stands above it.
        unit: The unit of its figures (单位：万元), above it on the right.
        total: The row of totals (合计), the last one, if it has one.
        wide: Whether it stands on pages turned to A4 landscape.
    """

    header: tuple[Inlines, ...] = field(converter=_row)
    rows: tuple[tuple[Inlines, ...], ...] = field(default=_MISSING, converter=_rows)
    caption: Inlines | None = field(default=None, converter=_heading, kw_only=True)
    unit: str = field(default="", kw_only=True)
    total: tuple[Inlines, ...] | None = field(default=None, converter=optional(_row), kw_only=True)
    wide: bool = field(default=False, kw_only=True)
    line: int | None = _line()

    @property
    def body(self) -> tuple[tuple[Inlines, ...], ...]:
        """The rows below the header, that of the totals with them."""
        return self.rows if self.total is None else (*self.rows, self.total)

    def __attrs_post_init__(self) -> None:
        """Refuse a row with more or fewer cells than the header."""
        for number, row in enumerate(self.body, start=1):
            if len(row) != len(self.header):
                raise TreeError(
                    f"表格第{number}行有{len(row)}格，表头有{len(self.header)}格，两者应相同",
                    f"row {number} of the table has {len(row)} cells, the header {len(self.header)}",
                )


@frozen
class Term:
    """A term that a glossary explains.

    Args:
        name: The term.
        meaning: What it means, marks included.
    """

    name: Inlines = field(converter=inlines)
    meaning: Inlines = field(converter=inlines)
    line: int | None = _line()


def _terms(value: Mapping[str, InlineLike] | Iterable[Term]) -> tuple[Term, ...]:
    if isinstance(value, Mapping):
        return tuple(Term(name, meaning) for name, meaning in value.items())
    return tuple(value)


@frozen
class Glossary:
    """A glossary (名词解释): terms of the paper, each with what it means, numbered.

    Args:
        terms: The terms, or a mapping of each to its meaning.
        title: Its heading; None for none, as where an attachment's title says it.
    """

    terms: tuple[Term, ...] = field(converter=_terms)
    title: Inlines | None = field(default=(Text("名词解释"),), converter=_heading)
    line: int | None = _line()


Node = Paragraph | Section | Part | Point | Points | Table | Glossary | Term


def walk(value: Blocks) -> Iterator[Node]:
    """Yield every node of `value`, each before those inside it, in the order of the text."""
    for block in value:
        yield block
        match block:
            case Section() | Part():
                yield from walk(block.blocks)
            case Points():
                for item in block.items:
                    yield item
                    yield from walk(item.blocks)
            case Glossary():
                yield from block.terms
            case Paragraph() | Table():
                pass
            case _:
                assert_never(block)


_STOPS = "。；！？：…"


def points(
    *items: Point | InlineLike,
    lead: InlineLike = "",
    joined: bool = True,
    style: LabelStyle | str = SHI,
) -> Points:
    """Return points of `items`; one that ends in no mark gets ； and the last one 。

    Args:
        *items: The texts, without labels; or one list of them.
        lead: What stands before the first, in the same paragraph when `joined`, else in one of its own.
        joined: Whether all of them stand in one paragraph, or each in its own.
        style: The style of their labels, or its name: `shi` 一是, `di` 第一，.
    """
    given = _listed(items)
    last = len(given) - 1
    return Points(
        [_stopped(item, "。" if n == last or not joined else "；") for n, item in enumerate(given)],
        lead,
        joined=joined,
        style=style_named(style) if isinstance(style, str) else style,
    )


def _listed(items: tuple[Point | InlineLike, ...]) -> tuple[Point | InlineLike, ...]:
    """Return `items`, or the items of the one list that was given for them."""
    if len(items) == 1 and isinstance(items[0], (list, tuple)):
        inner: tuple[Point | InlineLike, ...] = tuple(items[0])
        if all(isinstance(item, (str, Point)) for item in inner):
            return inner
    return items


def _stopped(item: Point | InlineLike, stop: str) -> Point:
    if isinstance(item, Point):
        return item
    content = inlines(item)
    return Point(content if plain(content).endswith(tuple(_STOPS)) else inlines(content, stop))
