"""The cells of a table: what is in them, and how wide their columns are."""

import re
from typing import NamedTuple

from draftkit.renderers.titles import width_of
from draftkit.tree import Table, plain

__all__ = ["Column", "columns_of", "texts_of"]

_FIGURES = re.compile(r"(?:\s*+(?:[+\-−]?[0-9][0-9,.]*\s*[%％‰]?|[—–-]|)\s*+\0)+")
"""Figures, dashes and nothing, each cell ended by U+0000."""
_NARROWEST, _WIDEST = 3.0, 16.0


class Column(NamedTuple):
    """What a table's column needs to be set.

    Args:
        share: The part of the table's width that it takes, by its longest line.
        figures: Whether it holds figures only, below its heading and above the totals.
    """

    share: float
    figures: bool


def texts_of(table: Table) -> list[str]:
    """Return the texts of the cells, row by row, the header's first."""
    return [plain(cell) for row in (table.header, *table.body) for cell in row]


def columns_of(texts: list[str], count: int, *, total: bool = False) -> tuple[Column, ...]:
    """Return the columns of a table; their shares together are 1.

    Args:
        texts: The texts of its cells, row by row, the header's first.
        count: How many columns it has.
        total: Whether the last row holds the totals.

    >>> for column in columns_of(["项目", "件数", "道路交通", "12", "饮水", "—"], 2):
    ...     print(column)
    Column(share=0.5714285714285714, figures=False)
    Column(share=0.42857142857142855, figures=True)
    """
    columns = [texts[number::count] for number in range(count)]
    widths = [min(_longest(cells), _WIDEST) for cells in columns]
    whole = sum(widths)
    rows = slice(1, -1 if total else None)
    return tuple(
        [Column(width / whole, _is_figures(cells[rows])) for cells, width in zip(columns, widths, strict=True)]
    )


def _is_figures(cells: list[str]) -> bool:
    return any(cells) and _FIGURES.fullmatch("\0".join(cells) + "\0") is not None


def _longest(cells: list[str]) -> float:
    """Return the width of the longest line, or of the narrowest column if that is wider."""
    longest = max(cells, key=len)
    # No line is wider than it has characters.
    if len(longest) <= _NARROWEST:
        return _NARROWEST
    width = max(_NARROWEST, _width(longest))
    return max([width, *(_width(cell) for cell in cells if len(cell) > width)])


def _width(cell: str) -> float:
    return max(map(width_of, cell.split("\n")))
