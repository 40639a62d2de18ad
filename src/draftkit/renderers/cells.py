"""The cells of a table: what is in its columns, and how wide they are.

>>> columns = columns_of(["项目", "件数", "道路交通", "12", "饮水", "—"], 2)
>>> columns
[['项目', '道路交通', '饮水'], ['件数', '12', '—']]
>>> shares_of(columns)
[0.5714285714285714, 0.42857142857142855]
>>> [holds_figures(cells) for cells in columns]
[False, True]
"""

import re

from draftkit.renderers.titles import width_of
from draftkit.tree import Table, plain

__all__ = ["columns_of", "holds_figures", "shares_of", "texts_of"]

_FIGURES = re.compile(r"(?:\s*+(?:[+\-−]?[0-9][0-9,.]*\s*[%％‰]?|[—–-]|)\s*+\0)+")
"""Figures, dashes and nothing, each cell ended by U+0000."""
_NARROWEST, _WIDEST = 3.0, 16.0


def texts_of(table: Table) -> list[str]:
    """Return the texts of the cells, row by row, the header's first."""
    return [plain(cell) for row in (table.header, *table.body) for cell in row]


def columns_of(texts: list[str], count: int) -> list[list[str]]:
    """Return the texts of a table's cells by columns, `count` of them; `texts` has them row by row."""
    return [texts[number::count] for number in range(count)]


def shares_of(columns: list[list[str]]) -> list[float]:
    """Return the part of the table's width that each column takes, by its longest line; together they are 1."""
    widths = [min(_longest(cells), _WIDEST) for cells in columns]
    whole = sum(widths)
    return [width / whole for width in widths]


def holds_figures(cells: list[str], *, total: bool = False) -> bool:
    """Return whether a column holds figures only, below its heading and above the totals if its last cell is theirs."""
    figures = cells[1:-1] if total else cells[1:]
    text = "".join(figures)
    if text.isdecimal() and text.isascii():
        return True
    return text != "" and _FIGURES.fullmatch("\0".join(figures) + "\0") is not None


def _longest(cells: list[str]) -> float:
    """Return the width of the longest line, or of the narrowest column if that is wider."""
    longest = max(cells, key=len)
    # No line is wider than it has characters.
    if len(longest) <= _NARROWEST:
        return _NARROWEST
    width = max(_NARROWEST, _width(longest))
    wider = [cell for cell in cells if len(cell) > width]
    return max(width, *map(_width, wider)) if wider else width


def _width(cell: str) -> float:
    return max(map(width_of, cell.split("\n"))) if "\n" in cell else width_of(cell)
