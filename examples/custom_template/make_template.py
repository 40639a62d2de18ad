"""Make `notice.docx`: the office's own template, as one would make it in Word by hand.

It starts from the house style's template and changes what an office changes: a header of its
own, its own fonts, and tags in the text. It is run once; what is kept is the `.docx`, which is
edited in Word from then on.

    python examples/custom_template/make_template.py
"""

from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.run import Run

from draftkit.renderers import House

HERE: Final = Path(__file__).parent
HOUSE: Final = House().template_file()
TEMPLATE: Final = HERE / "notice.docx"

RED: Final = RGBColor(0xC0, 0x00, 0x00)
FONTS: Final = {
    "Title": "华文中宋",
    "Body Text": "华文仿宋",
    "Salutation": "华文仿宋",
    "Signature": "华文仿宋",
    "Date": "华文仿宋",
    "Caption": "黑体",
    "Table Heading": "黑体",
    "Table Text": "华文仿宋",
    "Header": "华文中宋",
}
"""The office's fonts, by style."""

WIDTHS: Final = (1.4, 5.4, 2.4, 3.2, 3.0)
COLUMNS: Final = ("序号", "建议题目", "领衔代表", "承办单位", "办理结果")
ROW: Final = ("{{ loop.index }}", "{{ item.title }}", "{{ item.deputy }}", "{{ item.office }}", "{{ item.result }}")


def main() -> None:
    """Write the template."""
    document = docx.Document(str(HOUSE))
    for paragraph in document.paragraphs:
        document.element.body.remove(paragraph._element)  # noqa: SLF001 - python-docx can't take one away
    for style, font in FONTS.items():
        _fonts(document, style, font)
    _header(document)
    _text(document)
    document.core_properties.title = "关于{{ meeting }}代表建议办理情况的通报"
    document.save(str(TEMPLATE))


def _fonts(document: Document, style: str, font: str) -> None:
    properties = document.styles[style].element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(script), font)


def _header(document: Document) -> None:
    """Write the office's name into the header, red, over a red line."""
    section = document.sections[0]
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]
        paragraph.style = document.styles["Header"]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _look(paragraph.add_run("{{ organ }}文件"), 22)
        _line_below(paragraph._element.get_or_add_pPr())  # noqa: SLF001
    section.header_distance = Cm(1.6)


def _look(run: Run, size: int) -> None:
    run.font.size = Pt(size)
    run.font.color.rgb = RED
    run.font.bold = True


def _line_below(properties: object) -> None:
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "4"), ("color", "C00000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties.insert_element_before(  # type: ignore[attr-defined]  # python-docx's element of w:pPr
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _text(document: Document) -> None:
    for style, text in (
        ("Title", "关于{{ meeting }}代表建议办理情况的通报"),
        ("Salutation", "各位代表："),
        (
            "Body Text",
            (
                "{{ meeting }}以来，共收到代表建议、批评和意见{{ suggestions|length }}件，分别交由"
                "{{ suggestions|map(attribute='office')|unique|listed }}办理。截至{{ on|date }}，已全部办理完毕并答复代表，"
                "其中已经解决{{ solved }}件，占{{ rate|percent }}。"
            ),
        ),
        ("Body Text", "{%p if open %}"),
        (
            "Body Text",
            (
                "尚有{{ open|length }}件列入计划、正在推进，{% if open|length > 1 %}分别是{% else %}即{% endif %}{{ open|listed }}。"
                "主席团将继续跟踪督办，并适时向代表通报进展。"
            ),
        ),
        ("Body Text", "{%p else %}"),
        ("Body Text", "所提问题均已解决，主席团将适时组织代表开展“回头看”。"),
        ("Body Text", "{%p endif %}"),
        ("Body Text", "办理情况见下表。"),
        ("Caption", "代表建议办理情况表"),
    ):
        paragraph = document.add_paragraph(text, style=style)
        if style == "Title":
            paragraph.paragraph_format.space_after = Pt(29)
    _table(document)
    document.add_paragraph("{{ organ }}", style="Signature").paragraph_format.space_before = Pt(16)
    document.add_paragraph("{{ on|date }}", style="Date")


def _table(document: Document) -> None:
    """Write a table whose third row is repeated: the rows around it hold the loop, and vanish."""
    table = document.add_table(rows=4, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    _air(table)
    _row(document, table, 0, COLUMNS, "Table Heading")
    _row(document, table, 1, ("{%tr for item in suggestions %}",), "Table Text")
    _row(document, table, 2, ROW, "Table Text")
    _row(document, table, 3, ("{%tr endfor %}",), "Table Text")
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx can't say it


def _air(table: Table) -> None:
    """Keep 1 mm free above and below the text of each cell, or else the lines of the table touch it."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "57")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr  # noqa: SLF001
    properties.insert_element_before(margins, "w:tblLook")  # type: ignore[arg-type]  # lxml's element is one of theirs


def _row(document: Document, table: Table, number: int, texts: tuple[str, ...], style: str) -> None:
    table.rows[number]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    for cell, width in zip(table.rows[number].cells, WIDTHS, strict=True):
        cell.width = Cm(width)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        cell.paragraphs[0].style = document.styles[style]
    for cell, text in zip(table.rows[number].cells, texts, strict=False):
        cell.paragraphs[0].add_run(text)


if __name__ == "__main__":
    main()
