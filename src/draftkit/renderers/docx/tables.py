"""Tables in WordprocessingML: as wide as the text, the header row on every page, no row split over two."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from draftkit.renderers.docx.runs import Look, runs
from draftkit.renderers.docx.styles import Sheet
from draftkit.renderers.titles import width_of
from draftkit.tree import Blank, Inlines, LineBreak, Span, SpanKind, Table, Text, plain

__all__ = ["SEPARATOR", "table"]

SEPARATOR = '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""A paragraph of one point: Word makes two tables one that touch, and wants a paragraph behind the last."""

_FIGURE = re.compile(r"[+\-−]?[0-9][0-9,.]*\s*[%％‰]?|[—–-]|")
_ROW_HEIGHT = 480
_NARROWEST, _WIDEST = 3.0, 16.0


def table(content: Table, sheet: Sheet, look: Look) -> str:
    """Return the table's element."""
    widths = _widths(content, sheet.line)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heading, text, figure = (sheet.style(f"Table {name}") for name in ("Heading", "Text", "Figure"))
    columns = [figure if _is_figures(cells) else text for cells in _columns(content.rows, len(widths))]
    rows = "".join(_row(row, widths, columns, look) for row in content.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{sheet.style("Table Grid")}"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:jc w:val="center"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(content.header, widths, [heading] * len(widths), look, header=True)}{rows}</w:tbl>"
    )


def _row(row: tuple[Inlines, ...], widths: list[int], styles: list[str], look: Look, *, header: bool = False) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs(map(_span, cell), look)}</w:p></w:tc>'
        for cell, width, style in zip(row, widths, styles, strict=True)
    )
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_ROW_HEIGHT}" w:hRule="atLeast"/>{repeated}</w:trPr>'
        f"{cells}</w:tr>"
    )


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


def _widths(content: Table, line: int) -> list[int]:
    """Return the columns' widths, shared out by their longest lines."""
    columns = _columns((content.header, *content.rows), len(content.header))
    weights = [min(max(_longest(cells), _NARROWEST), _WIDEST) for cells in columns]
    return [int(line * weight / sum(weights)) for weight in weights]


def _longest(cells: Iterable[str]) -> float:
    return max((width_of(line) for line in _lines(cells)), default=0.0)


def _lines(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        yield from cell.split("\n")
