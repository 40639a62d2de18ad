"""The cells of a table: what is in them, and how wide their columns are."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from draftkit.renderers.titles import width_of
from draftkit.tree import Blank, Inlines, LineBreak, Span, SpanKind, Table, Text, plain

__all__ = ["cell_spans", "figure_columns", "shares"]

_FIGURE = re.compile(r"[+\-−]?[0-9][0-9,.]*\s*[%％‰]?|[—–-]|")
_NARROWEST, _WIDEST = 3.0, 16.0


def cell_spans(cell: Inlines) -> tuple[Span, ...]:
    """Return the spans of a cell."""
    return tuple(map(_span, cell))


def figure_columns(table: Table) -> tuple[bool, ...]:
    """Return for each column whether it holds figures only, below its heading.

    >>> figure_columns(Table(["项目", "件数"], [["道路", "12"], ["饮水", "—"]]))
    (False, True)
    """
    return tuple(_is_figures(cells) for cells in _columns(table.rows, len(table.header)))


def shares(table: Table) -> tuple[float, ...]:
    """Return the part of the table's width that each column takes, by its longest line; together they are 1.

    >>> shares(Table(["项目", "件数"], [["道路交通", "12"], ["饮水", "22"]]))
    (0.5714285714285714, 0.42857142857142855)
    """
    columns = _columns((table.header, *table.body), len(table.header))
    weights = [min(max(_longest(cells), _NARROWEST), _WIDEST) for cells in columns]
    return tuple(weight / sum(weights) for weight in weights)


def _span(inline: Text | Blank | LineBreak) -> Span:
    match inline:
        case Text(text):
            return Span(text)
        case Blank():
            return Span(str(inline), SpanKind.BLANK, inline)
        case LineBreak():
            return Span("\n", SpanKind.BREAK)
    assert_never(inline)


def _columns(rows: Iterable[tuple[Inlines, ...]], count: int) -> list[list[str]]:
    texts = [[plain(cell) for cell in row] for row in rows]
    return [[row[column] for row in texts] for column in range(count)]


def _is_figures(cells: list[str]) -> bool:
    return any(cells) and all(_FIGURE.fullmatch(cell.strip()) for cell in cells)


def _longest(cells: Iterable[str]) -> float:
    return max((width_of(line) for line in _lines(cells)), default=0.0)


def _lines(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        yield from cell.split("\n")
