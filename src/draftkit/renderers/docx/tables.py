"""Tables in WordprocessingML: as wide as the text, the header row on every page, no row split over two."""

from draftkit.renderers.cells import cell_spans, figure_columns, shares
from draftkit.renderers.docx.runs import Look, runs
from draftkit.renderers.docx.styles import Sheet
from draftkit.tree import Inlines, Table

__all__ = ["SEPARATOR", "table"]

SEPARATOR = '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""A paragraph of one point: Word makes two tables one that touch, and wants a paragraph behind the last."""

_ROW_HEIGHT = 480
_WIDE = 12756
"""225 mm, the length of a line on a landscape page."""


def table(content: Table, sheet: Sheet, look: Look) -> str:
    """Return the table's element."""
    line = min(sheet.height, _WIDE) if content.wide else sheet.line
    widths = [int(line * share) for share in shares(content)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heading, text, figure = (sheet.style(f"Table {name}") for name in ("Heading", "Text", "Figure"))
    columns = [figure if is_figures else text for is_figures in figure_columns(content)]
    whole = f'<w:tblW w:w="{line}" w:type="dxa"/>' if content.wide else '<w:tblW w:w="5000" w:type="pct"/>'
    rows = "".join(_row(row, widths, columns, look) for row in content.body)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{sheet.style("Table Grid")}"/>{whole}'
        f'<w:jc w:val="center"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(content.header, widths, [heading] * len(widths), look, header=True)}{rows}</w:tbl>"
    )


def _row(row: tuple[Inlines, ...], widths: list[int], styles: list[str], look: Look, *, header: bool = False) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs(cell_spans(cell), look)}</w:p></w:tc>'
        for cell, width, style in zip(row, widths, styles, strict=True)
    )
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_ROW_HEIGHT}" w:hRule="atLeast"/>{repeated}</w:trPr>'
        f"{cells}</w:tr>"
    )
