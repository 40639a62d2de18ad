"""Tables in WordprocessingML: as wide as the text, the header row on every page, no row split over two."""

from collections.abc import Iterable, Iterator
from itertools import chain

from draftkit.renderers.cells import columns_of, texts_of
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

_CELL_END = b"</w:p></w:tc>"
_TEXT_END = TEXT_END.encode() + _CELL_END


_HEIGHT = f'<w:trHeight w:val="{_ROW_HEIGHT}" w:hRule="atLeast"/>'
_ROW = f"<w:tr><w:trPr><w:cantSplit/>{_HEIGHT}</w:trPr>".encode()
_HEADER = f"<w:tr><w:trPr><w:cantSplit/>{_HEIGHT}<w:tblHeader/></w:trPr>".encode()


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
    rows = _plain_rows if _is_plain(texts) and not look.western else _rows
    head = rows(_HEADER, header, [content.header], texts[:1], look)
    return b"".join((start.encode(), *head, *rows(_ROW, body, content.body, texts[1:], look), b"</w:tbl>"))


def _starts(widths: list[int], styles: list[str]) -> list[bytes]:
    """Return for each column what stands before the content of a cell."""
    middle = '<w:vAlign w:val="center"/></w:tcPr>'
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}{paragraph_start(style)}'.encode()
        for width, style in zip(widths, styles, strict=True)
    ]


def _is_plain(texts: list[list[str]]) -> bool:
    """Return whether every cell holds text and nothing else: no blank, no break, nothing to be escaped."""
    words = "".join([*chain.from_iterable(texts)])
    is_full = all(map(all, texts))
    return is_full and words.isprintable() and not ("&" in words or "<" in words or ">" in words or "〔" in words)


def _plain_rows(
    start: bytes, columns: list[bytes], _rows: Iterable[object], texts: list[list[str]], look: Look
) -> Iterator[bytes]:
    """Yield the rows of plain cells, each put into the row's form as a whole."""
    run = opened(look).encode()
    cells = (column + run for column in columns)
    form = b"".join((start, *(cell.replace(b"%", b"%%") + b"%b" + _TEXT_END for cell in cells), b"</w:tr>"))
    for row in texts:
        yield form % tuple(map(str.encode, row))


def _rows(
    start: bytes, columns: list[bytes], rows: Iterable[tuple[Inlines, ...]], _texts: object, look: Look
) -> Iterator[bytes]:
    for row in rows:
        cells = (
            column + runs(spans_of(cell), look).encode() + _CELL_END for column, cell in zip(columns, row, strict=True)
        )
        yield b"".join((start, *cells, b"</w:tr>"))
