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


def texts_of(table: Table) -> list[list[str]]:
    """Return the texts of the cells, row by row, the header's first."""
    return [list(map(plain, row)) for row in (table.header, *table.body)]


def columns_of(texts: list[list[str]], *, total: bool = False) -> tuple[Column, ...]:
    """Return the columns of a table; their shares together are 1.

    Args:
        texts: The texts of its cells, row by row, the header's first.
        total: Whether the last row holds the totals.

    >>> for column in columns_of([["项目", "件数"], ["道路交通", "12"], ["饮水", "—"]]):
    ...     print(column)
    Column(share=0.5714285714285714, figures=False)
    Column(share=0.42857142857142855, figures=True)
    """
    columns = list(zip(*texts, strict=True))
    widths = [min(_longest(cells), _WIDEST) for cells in columns]
    whole = sum(widths)
    rows = slice(1, -1 if total else None)
    return tuple(
        [Column(width / whole, _is_figures(cells[rows])) for cells, width in zip(columns, widths, strict=True)]
    )


def _is_figures(cells: tuple[str, ...]) -> bool:
    return any(cells) and _FIGURES.fullmatch("\0".join((*cells, ""))) is not None


def _longest(cells: tuple[str, ...]) -> float:
    """Return the width of the longest line, or of the narrowest column if that is wider."""
    longest = max(_NARROWEST, _width(max(cells, key=len)))
    # No line is wider than it has characters.
    return max([longest, *(_width(cell) for cell in cells if len(cell) > longest)])


def _width(cell: str) -> float:
    return max(map(width_of, cell.split("\n")))
