"""Tables in WordprocessingML: as wide as the text, the header row on every page, no row split over two."""

from draftkit.renderers.cells import columns_of, texts_of
from draftkit.renderers.docx.plain import paragraph_start
from draftkit.renderers.docx.runs import TEXT_END, Look, opened, runs
from draftkit.renderers.docx.styles import Sheet
from draftkit.tree import Inlines, Table, Text, spans_of

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
    texts = texts_of(content)
    columns = columns_of(texts, total=content.total is not None)
    heading, text, figure = (sheet.style(f"Table {name}") for name in ("Heading", "Text", "Figure"))
    widths = [int(line * column.share) for column in columns]
    header = _starts(widths, [heading] * len(widths))
    body = _starts(widths, [figure if column.figures else text for column in columns])
    grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    whole = f'<w:tblW w:w="{line}" w:type="dxa"/>' if content.wide else '<w:tblW w:w="5000" w:type="pct"/>'
    start = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{sheet.style("Table Grid")}"/>{whole}'
        f'<w:jc w:val="center"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    rows = (content.header, *content.body)
    if _is_plain(rows) and not look.western:
        written = [_form(_HEADER, header, look) % tuple(map(str.encode, texts[0]))]
        form = _form(_ROW, body, look)
        written += [form % tuple(map(str.encode, row)) for row in texts[1:]]
    else:
        written = [_row(_HEADER, header, rows[0], look), *(_row(_ROW, body, row, look) for row in rows[1:])]
    return b"".join((start.encode(), *written, b"</w:tbl>"))


def _starts(widths: list[int], styles: list[str]) -> list[str]:
    """Return for each column what stands before the content of a cell."""
    middle = '<w:vAlign w:val="center"/></w:tcPr>'
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}{paragraph_start(style)}'
        for width, style in zip(widths, styles, strict=True)
    ]


def _is_plain(rows: tuple[tuple[Inlines, ...], ...]) -> bool:
    """Return whether every cell holds text and nothing else, none of it to be escaped."""
    return False not in [len(cell) == 1 and isinstance(cell[0], Text) and cell[0].plain for row in rows for cell in row]


def _form(start: str, columns: list[str], look: Look) -> bytes:
    """Return a row with `%b` in the place of the text of each cell."""
    before, behind = opened(look), f"{TEXT_END}{_CELL_END}"
    cells = [f"{column}{before}".replace("%", "%%") for column in columns]
    return f"{start}{''.join([f'{cell}%b{behind}' for cell in cells])}</w:tr>".encode()


def _row(start: str, columns: list[str], row: tuple[Inlines, ...], look: Look) -> bytes:
    cells = [f"{column}{runs(spans_of(cell), look)}{_CELL_END}" for column, cell in zip(columns, row, strict=True)]
    return f"{start}{''.join(cells)}</w:tr>".encode()
