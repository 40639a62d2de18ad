"""Attachments, the 版记, booklets, wide tables, a reading copy: how they stand in the docx."""

import pytest

from draftkit.renderers import House
from draftkit.renderers.docx import render_docx
from draftkit.renderers.docx.libreoffice import for_libreoffice
from draftkit.template.package import unpack
from draftkit.tree import Attachment, Document, Section, Table, TitleBlock
from tests.layout.papers import BOOKLET, FULL, SEALED
from tests.renderers.papers import REPORT, W, attribute, opened, part, seen, strings

_WIDE = Table(["甲", "乙"], [["子", "丑"]], wide=True, caption="表")


def _sections(document: Document) -> list[str]:
    """Return how each section's pages lie."""
    return [attribute(size, "orient") or "portrait" for size in part(document).iterfind(".//w:sectPr/w:pgSz", W)]


def test_each_part_has_its_style() -> None:
    styles = dict(seen(opened(FULL)))
    assert styles["Attachment Label"] == "附件3"
    assert styles["Attachment Title"] == "清溪镇2025年重点项目安排"
    assert styles["Attachments Note"] == "3.清溪镇2025年重点项目安排"
    assert styles["Note"] == "（此件公开发布）"


@pytest.mark.parametrize(
    ("document", "lies"),
    [
        (Document(blocks=["文。"]), ["portrait"]),
        (Document(blocks=["文。", _WIDE, "文。"]), ["portrait", "landscape", "portrait"]),
        (Document(blocks=[_WIDE, "文。"]), ["landscape", "portrait"]),
        (Document(blocks=["文。", _WIDE]), ["portrait", "landscape"]),
        (Document(blocks=[_WIDE]), ["landscape"]),
        (Document(blocks=["文。"], attachments=[Attachment("表", _WIDE)]), ["portrait", "landscape"]),
        (Document(blocks=[Section("甲", [_WIDE, _WIDE])]), ["portrait", "landscape"]),
    ],
)
def test_only_wide_tables_lie_on_landscape_pages(document: Document, lies: list[str]) -> None:
    assert _sections(document) == lies


def test_a_landscape_page_is_the_portrait_one_turned_to_the_left() -> None:
    portrait, landscape = part(Document(blocks=["文。", _WIDE])).iterfind(".//w:sectPr/w:pgMar", W)
    turned = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
    assert [attribute(landscape, new) for new in turned] == [attribute(portrait, old) for old in turned.values()]


def test_every_section_but_that_of_the_contents_has_page_numbers() -> None:
    sections = part(BOOKLET).findall(".//w:sectPr", W)
    footers = [len(section.findall("w:footerReference", W)) for section in sections]
    assert footers[0] == 0
    assert set(footers[1:]) == {2}
    starts = [
        attribute(section.find("w:pgNumType", W), "start")
        for section in sections
        if section.find("w:pgNumType", W) is not None
    ]
    assert starts == ["1"]


def test_an_entry_of_the_contents_leads_to_its_paper() -> None:
    xml = part(BOOKLET)
    marks = strings(xml, "//w:bookmarkStart/@w:name")
    assert strings(xml, "//w:hyperlink/@w:anchor") == marks == ["paper_1", "paper_2", "paper_3"]
    assert [code.split()[1] for code in strings(xml, "//w:instrText/text()")] == marks


def test_the_imprint_is_a_table_at_the_foot_with_rules_of_two_widths() -> None:
    place = part(FULL).find(".//w:tblpPr", W)
    assert (attribute(place, "tblpYSpec"), attribute(place, "vertAnchor")) == ("bottom", "margin")
    path = "//w:tbl[w:tblPr/w:tblpPr]/w:tblPr/w:tblBorders/w:{}/@w:sz"
    sizes = [strings(part(FULL), path.format(side)) for side in ("top", "insideH", "bottom")]
    assert sizes == [["8"], ["6"], ["8"]]


def test_organs_that_seal_stand_apart_and_others_do_not() -> None:
    def spaces(document: Document) -> list[str]:
        return strings(part(document), "//w:p[w:pPr/w:pStyle/@w:val='Signature']/w:pPr/w:spacing/@w:beforeLines")

    assert spaces(SEALED) == ["400"]
    assert spaces(FULL) == ["0"]


def test_a_reading_copy_has_larger_type_and_titles_broken_for_it() -> None:
    styles = part(FULL, House(reading=True), "word/styles.xml")
    assert strings(styles, "//w:style[@w:styleId='Normal']/w:rPr/w:sz/@w:val") == ["44"]
    paper = Document(title_block=TitleBlock(title="清溪镇第十八届人民代表大会主席团工作报告"))
    assert opened(paper, House(reading=True)).paragraphs[0].text == "清溪镇第十八届人民代表大会\n主席团工作报告"
    assert "\n" not in opened(paper).paragraphs[0].text


def test_headings_are_kept_with_what_follows_only_where_that_is_wanted() -> None:
    def kept(house: House) -> list[str]:
        paragraphs = part(REPORT, house).iterfind(".//w:p", W)
        found = [one for one in paragraphs if one.find("w:pPr/w:keepNext", W) is not None]
        return ["".join(strings(one, ".//w:t/text()"))[:2] for one in found]

    assert kept(House()) == []
    assert kept(House(keep_headings=True)) == ["20", "一、", "二、", "（二", "1.", "2.", "20", "一、", "二、"]


def test_a_row_of_totals_stands_in_the_table() -> None:
    assert "合计\t36009.0\t35964\t—\t36540\t—\t—" in [text for style, text in seen(opened(FULL)) if style == "Table"]


def test_for_libreoffice_marks_do_not_hang_and_nothing_else_changes() -> None:
    ours = render_docx(FULL, House())
    before, after = unpack(ours), unpack(for_libreoffice(ours))
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["word/styles.xml"]
    assert b'<w:overflowPunct w:val="0"/>' in before["word/styles.xml"]
    assert b"<w:overflowPunct/>" in after["word/styles.xml"]
