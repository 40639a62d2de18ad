"""The check finds what was put wrong into a paper of ours, and finds nothing in one that wasn't touched."""

import re
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from attrs import frozen
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

import draftkit as dk
from draftkit.errors import ReadError
from draftkit.layout import Departure
from draftkit.renderers import House, PageModel
from draftkit.renderers.docx import render_docx
from draftkit.template.package import edited, unpack
from draftkit.tree import Booklet, Document
from tests.layout.papers import BOOKLET, FULL, SEALED
from tests.renderers.papers import REPORT, RESOLUTION
from tests.test_examples import DOCUMENTS

_FULL = render_docx(FULL, House())
_DOCUMENT, _STYLES, _SETTINGS = (f"word/{name}.xml" for name in ("document", "styles", "settings"))


@frozen
class Plant:
    """Something put wrong: in which part, what (a pattern, its first place) becomes what, and the rule that finds it."""

    name: str
    part: str
    old: str
    new: str
    rule: str


def _style(name: str, old: str, new: str) -> tuple[str, str]:
    """Return the pattern and the replacement of something inside a style."""
    return rf'(w:styleId="{name}">(?:(?!</w:style>).)*?){old}', rf"\g<1>{new}"


def _text(text: str, properties: str) -> tuple[str, str]:
    """Return what gives the run that begins with `text` more properties."""
    found = rf"<w:rPr><w:rFonts[^>]*/>(</w:rPr><w:t[^>]*>{text})"
    return found, rf"<w:rPr>{properties}\g<1>"


_FANG = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{0}" w:hint="eastAsia"/>'
_ALL = _FANG.format("仿宋_GB2312")

PLANTS = [
    Plant("letter paper", _DOCUMENT, r'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "paper"),
    Plant("Word's top margin", _DOCUMENT, r'w:top="2098"', 'w:top="1440"', "margin"),
    Plant("Word's left margin", _DOCUMENT, r'(?s)(.*)w:left="1587"', r'\g<1>w:left="1800"', "margin"),
    Plant("a right margin too wide", _DOCUMENT, r'w:right="1474"', 'w:right="1800"', "margin"),
    Plant("a bottom margin too narrow", _DOCUMENT, r'w:bottom="1984"', 'w:bottom="1440"', "margin"),
    Plant("a gutter", _DOCUMENT, r'w:gutter="0"', 'w:gutter="300"', "margin"),
    Plant("no grid", _DOCUMENT, r"<w:docGrid[^>]*/>", "", "grid"),
    Plant("a pitch of 30 pt", _DOCUMENT, r'w:linePitch="579"', 'w:linePitch="600"', "grid"),
    Plant("type not set closer", _STYLES, *_style("Normal", r'<w:spacing w:val="-5"/>', ""), "grid"),
    Plant("one footer for all pages", _SETTINGS, r"<w:evenAndOddHeaders/>", "", "page number"),
    Plant("no even footer", _DOCUMENT, r'<w:footerReference w:type="even"[^>]*/>', "", "page number"),
    Plant("a first page without number", _DOCUMENT, r"(<w:cols [^>]*/>)", r"\g<1><w:titlePg/>", "page number"),
    Plant("the number centred", "word/footer1.xml", r'w:jc w:val="right"', 'w:jc w:val="center"', "page number"),
    Plant("the even number on the right", "word/footer2.xml", r'w:jc w:val="left"', 'w:jc w:val="right"', "page number"),
    Plant("the number at the edge", "word/footer1.xml", r'w:right="280"', 'w:right="0"', "page number"),
    Plant("a bare number", "word/footer1.xml", r"— ", "", "page number"),
    Plant("a small number", _STYLES, *_style("Footer", 'w:sz w:val="28"', 'w:sz w:val="21"'), "page number"),
    Plant("a number in 仿宋", _STYLES, *_style("Footer", 'w:ascii="宋体"', 'w:ascii="仿宋_GB2312"'), "page number"),
    Plant("the number too low", _DOCUMENT, r'(?s)(.*)w:footer="1417"', r'\g<1>w:footer="850"', "page number"),
    Plant("a title in 黑体", _STYLES, *_style("Title", 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"'), "font"),
    Plant("a title of 18 pt", _STYLES, *_style("Title", 'w:sz w:val="44"', 'w:sz w:val="36"'), "size"),
    Plant("a title on the left", _STYLES, *_style("Title", '<w:jc w:val="center"/>', ""), "alignment"),
    Plant("a bold title", _STYLES, *_style("Title", '(<w:sz w:val="44"/>)', r"<w:b/>\g<2>"), "bold"),
    Plant("a title on the grid", _STYLES, *_style("Title", '<w:snapToGrid w:val="0"/>', ""), "line spacing"),
    Plant("a title with a mark", _DOCUMENT, r"预算草案的报告</w:t>", "预算草案的报告。</w:t>", "mark"),
    Plant("an occasion line in 仿宋", _STYLES, *_style("Subtitle", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="仿宋_GB2312"'), "font"),
    Plant("a half-width colon", _DOCUMENT, "各位代表：", "各位代表:", "mark"),
    Plant("an indented salutation", _STYLES, *_style("Salutation", "<w:qFormat/>", '<w:qFormat/><w:pPr><w:ind w:firstLineChars="200" w:firstLine="630"/></w:pPr>'), "indent"),
    Plant("text in 宋体", _DOCUMENT, *_text("全年收支", _FANG.format("宋体")), "font"),
    Plant("text in a theme's font", _DOCUMENT, *_text("全年收支", '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'), "theme font"),
    Plant("text of 4号", _DOCUMENT, *_text("全年收支", f'{_ALL}<w:sz w:val="28"/>'), "size"),
    Plant("bold text", _DOCUMENT, *_text("全年收支", f"{_ALL}<w:b/>"), "bold"),
    Plant("text in italics", _DOCUMENT, *_text("全年收支", f"{_ALL}<w:i/>"), "decoration"),
    Plant("underlined text", _DOCUMENT, *_text("全年收支", f'{_ALL}<w:u w:val="single"/>'), "decoration"),
    Plant("red text", _DOCUMENT, *_text("全年收支", f'{_ALL}<w:color w:val="FF0000"/>'), "colour"),
    Plant("narrow text", _DOCUMENT, *_text("全年收支", f'{_ALL}<w:w w:val="90"/>'), "width"),
    Plant("wide text", _DOCUMENT, *_text("全年收支", f'{_ALL}<w:spacing w:val="20"/>'), "spacing"),
    Plant("quotes in a Western font", _DOCUMENT, *_text("受镇人民政府", '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'), "quotes"),
    Plant("text without an indent", _STYLES, *_style("BodyText", r"<w:ind [^>]*/>", ""), "indent"),
    Plant("an indent of one character", _STYLES, *_style("BodyText", 'Chars="200" w:firstLine="630"', 'Chars="100" w:firstLine="315"'), "indent"),
    Plant("an indent by spaces", _DOCUMENT, r'<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>(<w:r>.{0,90}?)全年收支', r'<w:pPr><w:pStyle w:val="BodyText"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>\g<1>　　全年收支', "indent"),
    Plant("an indent by length alone", _STYLES, *_style("BodyText", ' w:firstLineChars="200"', ""), "indent"),
    Plant("a left indent", _STYLES, *_style("BodyText", "<w:ind ", '<w:ind w:left="420" '), "indent"),
    Plant("text centred", _STYLES, *_style("BodyText", "(</w:pPr>)", r'<w:jc w:val="right"/>\g<2>'), "alignment"),
    Plant("one and a half lines", _STYLES, *_style("BodyText", "(<w:ind )", r'<w:spacing w:line="360" w:lineRule="auto"/>\g<2>'), "line spacing"),
    Plant("a pitch of its own", _STYLES, *_style("BodyText", "(<w:ind )", r'<w:spacing w:line="500" w:lineRule="exact"/>\g<2>'), "line spacing"),
    Plant("white below paragraphs", _STYLES, *_style("BodyText", "(<w:ind )", r'<w:spacing w:after="160"/>\g<2>'), "spacing"),
    Plant("widows controlled", _STYLES, *_style("Normal", '<w:widowControl w:val="0"/>', "<w:widowControl/>"), "page break"),
    Plant("headings kept with the next", _STYLES, *_style("Heading1", "(<w:ind )", r"<w:keepNext/>\g<2>"), "page break"),
    Plant("a heading 一、 in 楷体", _STYLES, *_style("Heading1", 'w:eastAsia="黑体"', 'w:eastAsia="楷体_GB2312"'), "font"),
    Plant("a heading （一） in 黑体", _STYLES, *_style("Heading2", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="黑体"'), "font"),
    Plant("a run-in heading in 仿宋", _STYLES, *_style("RunInHeading2", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="仿宋_GB2312"'), "font"),
    Plant("a heading of 4号", _STYLES, *_style("Heading1", "(<w:rFonts [^>]*/>)", r'\g<2><w:sz w:val="28"/>'), "size"),
    Plant("a heading flush left", _STYLES, *_style("Heading1", r"<w:ind [^>]*/>", ""), "indent"),
    Plant("a label with half-width brackets", _DOCUMENT, "（一）", "(一)", "label"),
    Plant("a label 1、", _DOCUMENT, r">1\.(?=[^<]{0,20}?保障民生)", ">1、", "label"),
    Plant("a number left out", _DOCUMENT, ">二、", ">三、", "numbering"),
    Plant("an organ in 黑体", _STYLES, *_style("Signature", "(</w:style>)", rf'<w:rPr>{_FANG.format("黑体").replace(chr(92), "")}</w:rPr>\g<2>'), "font"),
    Plant("a date at the edge", _DOCUMENT, r'(<w:pStyle w:val="Date"/>)<w:ind [^>]*/>', r"\g<1>", "indent"),
    Plant("a date centred", _DOCUMENT, r'(<w:pStyle w:val="Date"/>)<w:ind [^>]*/>', r'\g<1><w:jc w:val="center"/>', "alignment"),
    Plant("a date with a zero", _DOCUMENT, r">2025年1月14日<", ">2025年01月14日<", "date"),
    Plant("a date in hanzi", _DOCUMENT, r">2025年1月14日<", ">二〇二五年一月十四日<", "date"),
    Plant("attachments named flush left", _DOCUMENT, r'(<w:pStyle w:val="AttachmentsNote"/>.{0,60}?)<w:ind [^>]*/>', r"\g<1>", "indent"),
    Plant("an attachment's name with a mark", _DOCUMENT, r"名词解释</w:t>", "名词解释。</w:t>", "mark"),
    Plant("an attachment on the same page", _DOCUMENT, r'(.*<w:pStyle w:val="AttachmentLabel"/>)<w:pageBreakBefore/>', r"\g<1>", "page break"),
    Plant("附件 in 仿宋", _STYLES, *_style("AttachmentLabel", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋_GB2312"'), "font"),
    Plant("附件 indented", _STYLES, *_style("AttachmentLabel", "(</w:pPr>)", r'<w:ind w:left="630"/>\g<2>'), "indent"),
    Plant("an attachment's title small", _STYLES, *_style("AttachmentTitle", 'w:sz w:val="44"', 'w:sz w:val="32"'), "size"),
    Plant("the 版记 in 3号", _STYLES, *_style("Imprint", 'w:sz w:val="28"', 'w:sz w:val="32"'), "size"),
    Plant("the 版记 at the edge", _STYLES, *_style("ImprintPrinted", "<w:ind [^>]*/>", '<w:ind w:left="0" w:right="0"/>'), "indent"),
    Plant("抄送 with a half-width colon", _DOCUMENT, "抄送：", "抄送:", "mark"),
    Plant("a table whose header isn't repeated", _DOCUMENT, "<w:tblHeader/>", "", "table"),
    Plant("rows that split", _DOCUMENT, r"(<w:tblHeader/></w:trPr>.*?<w:trPr>)<w:cantSplit/>", r"\g<1>", "table"),
    Plant("cells of a fixed pitch", _STYLES, *_style("TableText", 'w:line="240" w:lineRule="auto"', 'w:line="300" w:lineRule="exact"'), "line spacing"),
    Plant("text in another language", _STYLES, 'w:eastAsia="zh-CN"', 'w:eastAsia="ja-JP"', "language"),
    Plant("two blank lines", _DOCUMENT, r'(<w:p><w:pPr><w:pStyle w:val="Salutation"/>)', r"<w:p/><w:p/>\g<1>", "blank lines"),
]  # fmt: skip


def _planted(plant: Plant, folder: Path) -> Path:
    data = _FULL
    before = unpack(data)[plant.part].decode()
    after = re.sub(plant.old, plant.new, before, count=1, flags=re.DOTALL)
    assert after != before, "nothing was planted"
    path = folder / "文.docx"
    path.write_bytes(edited(data, {plant.part: after.encode()}))
    return path


@pytest.mark.parametrize("plant", PLANTS, ids=[plant.name for plant in PLANTS])
def test_it_finds_what_was_planted(tmp_path: Path, plant: Plant) -> None:
    found = dk.check_layout(_planted(plant, tmp_path))
    assert plant.rule in {departure.rule for departure in found}


def test_the_departures_planted_are_many_and_of_many_kinds() -> None:
    assert len(PLANTS) >= 40
    assert len({plant.rule for plant in PLANTS}) >= 15


HOUSES = [House(), House(page="compensated"), House(numbering="native", western="Times New Roman")]
OWN = [paper for papers in DOCUMENTS.values() for paper in papers]


@pytest.mark.parametrize("house", HOUSES, ids=["nominal", "compensated", "native labels"])
@pytest.mark.parametrize("paper", [*OWN, REPORT, RESOLUTION, FULL, SEALED, BOOKLET, Document()])
def test_it_finds_nothing_in_our_own_papers(tmp_path: Path, paper: Document | Booklet, house: House) -> None:
    path = tmp_path / "文.docx"
    path.write_bytes(render_docx(paper, house))
    assert [str(departure) for departure in dk.check_layout(path)] == []


def test_bold_headings_depart_unless_they_are_allowed(tmp_path: Path) -> None:
    path = dk.write(REPORT, tmp_path / "文.docx", house=House(bold_headings=True))
    assert {departure.rule for departure in dk.check_layout(path)} == {"bold"}
    assert dk.check_layout(path, bold_headings=True) == ()


def test_a_departure_names_its_paragraph_its_clause_and_what_would_be_right(tmp_path: Path) -> None:
    plant = next(plant for plant in PLANTS if plant.name == "text of 4号")
    (found,) = dk.check_layout(_planted(plant, tmp_path))
    assert isinstance(found, Departure)
    assert str(found) == (
        "第8段“全年收支平衡，完成了大会批准的预…”：正文应为16磅，现为14磅［GB/T 9704-2012 5.2.2、7.3.3］"
        "（should be 16 pt, is 14）"
    )


# Files of others


def _foreign(path: Path) -> Path:
    """Return a report as many an office types it: all in Normal, everything by hand, in Word's default file."""
    paper = docx.Document()
    for number, (text, font, size) in enumerate(
        (
            ("清溪镇人民代表大会2024年工作总结", "方正小标宋简体", 22),
            ("2024年，镇人大认真履行职责。", "仿宋_GB2312", 16),
            ("一、主要工作", "黑体", 16),
            ("（一）坚持党的领导。全年学习12次。", "仿宋_GB2312", 16),
            ("三、下一步打算", "宋体", 16),
            ("清溪镇人民代表大会主席团", "仿宋_GB2312", 16),
            ("2025年01月14日", "仿宋_GB2312", 16),
        )
    ):
        paragraph = paper.add_paragraph()
        run = paragraph.add_run(text)
        run.font.name, run.font.size = font, Pt(size)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        if not number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paper.sections[0].page_width, paper.sections[0].page_height = Mm(210), Mm(297)
    paper.save(str(path))
    return path


def test_in_a_file_of_others_it_tells_each_paragraph_by_its_text(tmp_path: Path) -> None:
    found = dk.check_layout(_foreign(tmp_path / "他.docx"))
    assert {departure.rule for departure in found if departure.paragraph is None} >= {
        "margin",
        "grid",
        "page number",
        "language",
    }
    by_paragraph = {(departure.paragraph, departure.rule) for departure in found}
    assert {(2, "indent"), (4, "font"), (5, "font"), (5, "numbering"), (7, "date")} <= by_paragraph
    assert not {(1, "font"), (1, "size"), (1, "alignment"), (3, "font"), (2, "font")} & by_paragraph


@pytest.mark.parametrize("page", list(PageModel))
def test_the_houses_template_itself_is_in_order(page: PageModel) -> None:
    assert dk.check_layout(House(page=page).template_file()) == ()


_PARTS = ["document", "styles", "settings", "numbering", "footer1"]


@settings(max_examples=60)
@given(st.sampled_from(_PARTS), st.data())
def test_a_damaged_file_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    whole = unpack(_FULL)[f"word/{name}.xml"]
    at = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    new = data.draw(
        st.binary(max_size=8) | st.sampled_from([b"-1", b"nan", b"inf", b"1e999", b"", b"0", b"99999999999"])
    )
    path = tmp_path_factory.mktemp("damaged") / "文.docx"
    path.write_bytes(edited(_FULL, {f"word/{name}.xml": whole[:at] + new + whole[at + length :]}))
    with suppress(ReadError):
        assert all(str(departure) for departure in dk.check_layout(path))


_NUMBERS = re.compile(rb'(?<=")-?[0-9]+(?=")')


@settings(max_examples=40)
@given(
    st.sampled_from(_PARTS),
    st.integers(0, 400),
    st.sampled_from([b"nan", b"inf", b"1e999", b"-7", b"0", b"1.5pt", b""]),
)
def test_a_number_that_is_none_is_no_error(
    tmp_path_factory: pytest.TempPathFactory, name: str, at: int, new: bytes
) -> None:
    whole = unpack(_FULL)[f"word/{name}.xml"]
    places = list(_NUMBERS.finditer(whole))
    place = places[at % len(places)]
    path = tmp_path_factory.mktemp("numbers") / "文.docx"
    path.write_bytes(edited(_FULL, {f"word/{name}.xml": whole[: place.start()] + new + whole[place.end() :]}))
    assert all(str(departure) for departure in dk.check_layout(path))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><w:document/>", "DTD"),
        (b" " * 65_000_000, "过大"),
        (b"<w:document", "损坏"),
    ],
    ids=["a DTD", "a bomb", "half a part"],
)
def test_a_hostile_file_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "文.docx"
    path.write_bytes(edited(_FULL, {_DOCUMENT: content}))
    with pytest.raises(ReadError, match=told):
        dk.check_layout(path)


@pytest.mark.parametrize("content", [None, b"", b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_docx_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "文.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError, match=r"文件|文档"):
        dk.check_layout(path)
