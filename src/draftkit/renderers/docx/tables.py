"""Tables in WordprocessingML: as wide as the text, the header row on every page, no row split over two."""

from draftkit.renderers.cells import columns_of, holds_figures, shares_of, texts_of
from draftkit.renderers.docx.plain import paragraph_start
from draftkit.renderers.docx.runs import TEXT_END, Look, opened, runs
from draftkit.renderers.docx.styles import Sheet
from draftkit.tree import Inlines, Table, spans_of

__all__ = ["SEPARATOR", "table"]

SEPARATOR = b'<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""A paragraph of one point: Word makes two tables one that touch, and wants a paragraph behind the last."""

_ROW_HEIGHT = 480
_WIDE = 12756
"""225 mm, the length of a line on a landscape page."""

_CELL_END = "</w:p></w:tc>"
_HEIGHT = f'<w:trHeight w:val="{_ROW_HEIGHT}" w:hRule="atLeast"/>'
_ROW = f"<w:tr><w:trPr><w:cantSplit/>{_HEIGHT}</w:trPr>"
_HEADER = f"<w:tr><w:trPr><w:cantSplit/>{_HEIGHT}<w:tblHeader/></w:trPr>"


def table(content: Table, sheet: Sheet, look: Look) -> bytes:
    """Return the table's element."""
    line = min(sheet.height, _WIDE) if content.wide else sheet.line
    columns = columns_of(texts_of(content), len(content.header))
    widths = [int(line * share) for share in shares_of(columns)]
    has_total = content.total is not None
    heading, text, figure = (paragraph_start(sheet.style(f"Table {name}")) for name in ("Heading", "Text", "Figure"))
    header = _starts(widths, [heading] * len(widths))
    body = _starts(widths, [figure if holds_figures(cells, total=has_total) else text for cells in columns])
    start = _start(widths, sheet.style("Table Grid"), line if content.wide else None)
    if not look.western and (texts := _markup(content)):
        form = _form(_HEADER, header, look) + _form(_ROW, body, look) * len(content.body)
        rows = form % texts
    else:
        below = [_row(_ROW, body, row, look) for row in content.body]
        rows = "".join((_row(_HEADER, header, content.header, look), *below)).encode()
    return b"".join((start.encode(), rows, b"</w:tbl>"))


def _start(widths: list[int], style: str, line: int | None) -> str:
    """Return what stands before the rows of a table, which is as wide as `line`, or else as the text."""
    whole = '<w:tblW w:w="5000" w:type="pct"/>' if line is None else f'<w:tblW w:w="{line}" w:type="dxa"/>'
    grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{whole}<w:jc w:val="center"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _markup(table: Table) -> tuple[bytes, ...]:
    """Return the texts of the cells as they stand in markup; nothing if something has to be done to one."""
    rows = (table.header, *table.body)
    found = [text for row in rows for cell in row if len(cell) == 1 and (text := cell[0].markup)]
    return tuple(found) if len(found) == len(rows) * len(table.header) else ()


def _starts(widths: list[int], paragraphs: list[str]) -> list[str]:
    """Return for each column what stands before the content of a cell, whose paragraph begins as `paragraphs` say."""
    middle = ' w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}"{middle}{paragraph}'
        for width, paragraph in zip(widths, paragraphs, strict=True)
    ]


def _form(start: str, cells: list[str], look: Look) -> bytes:
    """Return a row with `%b` in the place of the text of each cell."""
    behind = f"{opened(look)}\0{TEXT_END}{_CELL_END}"
    row = f"{start}{behind.join((*cells, '</w:tr>'))}"
    return row.replace("%", "%%").replace("\0", "%b").encode()


def _row(start: str, starts: list[str], row: tuple[Inlines, ...], look: Look) -> str:
    cells = [f"{before}{runs(spans_of(cell), look)}{_CELL_END}" for before, cell in zip(starts, row, strict=True)]
    return f"{start}{''.join(cells)}</w:tr>"
