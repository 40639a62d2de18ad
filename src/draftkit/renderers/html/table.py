"""Tables in HTML: a caption, headings that say what they head, figures on the right."""

from draftkit.renderers.cells import columns_of, holds_figures, shares_of, texts_of
from draftkit.renderers.html.markup import element, marked
from draftkit.tree import Inlines, Line, Role, Table, spans_of

__all__ = ["table"]


def table(content: Table, above: tuple[Line, ...]) -> str:
    """Return the table in a `figure`, the lines `above` it (caption, unit) as its caption.

    The first column heads its rows where it holds words and has each of them once.
    """
    columns = columns_of(texts_of(content), len(content.header))
    figures = tuple(holds_figures(cells, total=content.total is not None) for cells in columns)
    widths = "".join(f'<col style="width:{share:.2%}">' for share in shares_of(columns))
    header = "".join(element("th", marked(spans_of(cell)), scope="col") for cell in content.header)
    first = [row[0] for row in content.rows if row]
    heads = bool(figures) and not figures[0] and len(set(first)) == len(first)
    rows = "\n".join(_row(row, figures, heads=heads) for row in content.body)
    inside = (
        f"{_caption(above)}<colgroup>{widths}</colgroup>\n<thead><tr>{header}</tr></thead>\n<tbody>\n{rows}\n</tbody>"
    )
    return element("figure", element("table", inside), class_="wide" if content.wide else "") + "\n"


def _caption(above: tuple[Line, ...]) -> str:
    lines = "".join(
        element("span", marked(line.spans), class_="line unit" if line.role is Role.UNIT else "line") for line in above
    )
    return element("caption", lines) if lines else ""


def _row(row: tuple[Inlines, ...], figures: tuple[bool, ...], *, heads: bool) -> str:
    cells = (
        element("th", marked(spans_of(cell)), scope="row")
        if heads and not number
        else element("td", marked(spans_of(cell)), class_="figure" if is_figure else "")
        for number, (cell, is_figure) in enumerate(zip(row, figures, strict=True))
    )
    return element("tr", "".join(cells))
