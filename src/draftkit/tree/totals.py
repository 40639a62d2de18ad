"""The totals of a table, added up exactly.

>>> table = totalled(Table(["项目", "件数"], [["道路", "12"], ["饮水", "22"]]))
>>> [plain(cell) for cell in table.total or ()]
['合计', '34']
"""

import re
from decimal import Decimal

from attrs import evolve

from draftkit.errors import TreeError
from draftkit.tree.inlines import plain
from draftkit.tree.nodes import Table

__all__ = ["totalled"]

_NUMBER = re.compile(r"[+\-−]?\d[\d,]*(?:\.\d+)?")
_NONE = ("", "—", "——", "-", "–")


def totalled(table: Table, label: str = "合计") -> Table:
    """Return `table` with a last row of totals: of each column that holds numbers only, their sum; else a dash.

    A column of rates (`95%`) has no sum. Figures stay exact, with as many decimals as the finest of them.

    Args:
        table: The table; one that has totals gets them anew.
        label: What stands in the first column.

    Raises:
        TreeError: If it has no rows.
    """
    if not table.rows:
        raise TreeError("表格没有数据行，算不出合计", "the table has no rows to add up")
    columns = zip(*([plain(cell).strip() for cell in row] for row in table.rows), strict=True)
    cells = [label if not number else _sum(column) for number, column in enumerate(columns)]
    return evolve(table, total=cells)


def _sum(cells: tuple[str, ...]) -> str:
    filled = [cell for cell in cells if cell not in _NONE]
    if not filled or not all(_NUMBER.fullmatch(cell) for cell in filled):
        return "—"
    total = sum((Decimal(cell.replace(",", "").replace("−", "-")) for cell in filled), Decimal(0))
    return f"{total:,}" if any("," in cell for cell in filled) else str(total)
