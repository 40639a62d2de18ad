"""Word documents read back: drafted ones as they were, foreign ones by their labels, styles and looks."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document as NewDocx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

import draftkit as dk
from draftkit.errors import ReadError
from draftkit.readers import read
from draftkit.readers.docx import docx_lines
from draftkit.readers.docx.package import LARGEST_PART
from draftkit.renderers.house import House, Numbering
from draftkit.tree import Document, Line, Mark, Part, Points, Residue, Signature, TitleBlock, plain

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def package(body: str, *, numbering: str = "", head: str = "") -> bytes:
    """Return a docx of the paragraphs in `body`."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"{head}<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    if numbering:
        parts["word/_rels/document.xml.rels"] = RELATIONS.format(
            f'<Relationship Id="r1" Type="{OFFICE}/numbering" Target="numbering.xml"/>'
        )
        parts["word/numbering.xml"] = f"<w:numbering {W}>{numbering}</w:numbering>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def p(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def texts(folder: Path, data: bytes) -> list[str]:
    path = folder / "paper.docx"
    path.write_bytes(data)
    return read(path).text().splitlines()


def report() -> Document:
    """Return a paper with everything that a tree can hold."""
    return Document(
        kind="presidium-report",
        title_block=TitleBlock(
            corner="会议文件之三",
            title="清溪镇人民代表大会主席团工作报告",
            mark=Mark("草案", own_line=True),
            occasion="——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上",
            reporter="清溪镇人民代表大会主席　李明",
            salutation="各位代表：",
        ),
        blocks=[
            dk.Paragraph("我受清溪镇第十八届人民代表大会主席团委托，向大会报告工作，请予审议。"),
            Part(
                "2024年工作回顾",
                [
                    dk.Section(
                        "坚持党的领导",
                        [
                            dk.Section("把牢方向", "全年组织学习12次。", run_in=True),
                            dk.Section("抓好落实", ["做到三点：", dk.points("早谋划", "早部署", "早落实")]),
                        ],
                    ),
                    dk.Section(
                        "依法开展监督",
                        [
                            dk.points("听取报告。全年4次", "开展视察", joined=False),
                            dk.Table(["项目", "件数"], [["已办", "31"], ["在办", "3"]], caption="办理情况", unit="件"),
                            dk.Paragraph("以上建议均已答复。"),
                        ],
                    ),
                ],
            ),
            Part(
                "2025年主要任务",
                [dk.Section("加强自身建设", "修订议事规则。"), dk.Section("办好民生实事", "票决项目。")],
            ),
        ],
        signature=Signature("清溪镇人民代表大会主席团", "2025年1月14日"),
    )


@pytest.mark.parametrize("numbering", list(Numbering))
def test_a_drafted_paper_comes_back_as_it_was(numbering: Numbering, tmp_path: Path) -> None:
    document = report()
    path = dk.write(document, tmp_path / "报告.docx", house=House(numbering=numbering))
    assert read(path).text() == document.text()
    assert read(path) == document


@pytest.mark.parametrize("numbering", list(Numbering))
def test_a_real_paper_written_to_word_comes_back_as_it_was(corpus: Path, numbering: Numbering, tmp_path: Path) -> None:
    for number, source in enumerate(sorted((corpus / "docs").glob("*.txt"))):
        document = read(source)
        path = dk.write(document, tmp_path / f"{number}.docx", house=House(numbering=numbering))
        assert read(path).text() == document.text()
        assert read(path) == document


def test_inserted_text_is_kept_and_deleted_text_is_not(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>会议</w:t></w:r>"
        '<w:ins w:id="1" w:author="甲"><w:r><w:t>同意</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="甲"><w:r><w:delText>听取</w:delText></w:r></w:del>'
        '<w:moveFrom w:id="3" w:author="甲"><w:r><w:t>移走</w:t></w:r></w:moveFrom>'
        '<w:moveTo w:id="4" w:author="甲"><w:r><w:t>移来</w:t></w:r></w:moveTo>'
        "<w:r><w:t>报告。</w:t></w:r></w:p>"
    )
    assert texts(tmp_path, package(body)) == ["会议同意移来报告。"]


def test_paragraphs_whose_mark_is_deleted_are_one(tmp_path: Path) -> None:
    body = '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr><w:r><w:t>会议</w:t></w:r></w:p>' + p(
        "同意这个报告。"
    )
    assert texts(tmp_path, package(body)) == ["会议同意这个报告。"]


def test_what_is_hidden_or_code_is_not_text(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:t>共</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>NUMPAGES</w:instrText></w:r>'
        "<w:r><w:t>错码</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>页材料。</w:t></w:r></w:p>'
    )
    assert texts(tmp_path, package(body)) == ["共3页材料。"]


def test_links_controls_and_ruby_are_text(tmp_path: Path) -> None:
    body = (
        "<w:p><w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:ruby><w:rt><w:r><w:t>bing</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>丙</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<w:r><w:t>丁。</w:t></w:r></w:p>"
    )
    assert texts(tmp_path, package(body)) == ["甲乙丙丁。"]


def test_a_text_box_is_read_once_behind_its_paragraph(tmp_path: Path) -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent>" + p("会议文件（3）") + "</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>各项工作有序推进。</w:t></w:r></w:p>"
    )
    assert texts(tmp_path, package(body)) == ["各项工作有序推进。", "会议文件（3）"]


LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/><w:suff w:val="nothing"/></w:lvl>'


def listed(level: int, list_: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'


def test_labels_that_word_counts_are_read(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + LEVEL.format(0, "japaneseCounting", "%1、")
        + LEVEL.format(1, "chineseCountingThousand", "（%2）")
        + LEVEL.format(2, "decimal", "%3．")
        + "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = (
        p("坚持党的领导", listed(0))
        + p("把牢方向", listed(1))
        + p("学习", listed(2))
        + p("抓好落实", listed(1))
        + p("依法履职", listed(0))
        + p("强化监督", listed(1))
        + p("新的列表", listed(0, 2))
        + p("接着数", listed(0, 1))
    )
    assert texts(tmp_path, package(body, numbering=numbering)) == [
        "一、坚持党的领导",
        "（一）把牢方向",
        "1．学习",
        "（二）抓好落实",
        "二、依法履职",
        "（一）强化监督",
        "一、新的列表",
        "二、接着数",
    ]


def test_bullets_are_no_labels(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">' + LEVEL.format(0, "bullet", "") + "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert texts(tmp_path, package(p("听取报告。", listed(0)), numbering=numbering)) == ["听取报告。"]


def test_a_table_is_read_with_its_merged_cells(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    body = (
        p("表1 建议办理情况")
        + "<w:tbl><w:tr>" + cell("类别") + cell("件数", '<w:gridSpan w:val="2"/>') + "</w:tr>"
        "<w:tr>" + cell("道路", '<w:vMerge w:val="restart"/>') + cell("已办结") + cell("3") + "</w:tr>"
        "<w:tr>" + cell("道路", "<w:vMerge/>") + cell("正在办") + cell("1") + "</w:tr></w:tbl>"
    )  # fmt: skip
    path = tmp_path / "表.docx"
    path.write_bytes(package(body))
    (table,) = read(path).blocks
    assert table == dk.Table(
        ["类别", "件数", ""], [["道路", "已办结", "3"], ["", "正在办", "1"]], caption="表1 建议办理情况"
    )


def foreign(folder: Path) -> Path:
    """Return a paper as offices type it: no styles, looks put on by hand, lines broken by hand."""
    paper = NewDocx()

    def add(text: str, font: str = "仿宋_GB2312", size: int = 16, *, centred: bool = False) -> None:
        paragraph = paper.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.font.size = Pt(size)
        run.font.name = font
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)

    add("清溪镇第十八届人民代表大会第四次会议", "方正小标宋简体", 22, centred=True)
    add("关于政府工作报告的决议", "方正小标宋简体", 22, centred=True)
    add("（2025年1月15日清溪镇第十八届人民代表大会第四次会议通过）", "楷体", centred=True)
    add("会议听取和审议了镇长李明所作的政府工作报告。\n会议认为，报告实事求是，决定批准这个报告。")
    paragraph = paper.add_paragraph()
    for text, bold in (
        ("（一）把牢正确政治方向，确保人大工作始终沿着正确道路前进，不断取得新成效。", True),
        ("全年学习12次。", False),
    ):
        paragraph.add_run(text).bold = bold
    path = folder / "决议.docx"
    paper.save(str(path))
    return path


def test_looks_tell_roles_where_styles_do_not(tmp_path: Path) -> None:
    document = read(foreign(tmp_path))
    block = document.title_block
    assert plain(block.title or ()) == "清溪镇第十八届人民代表大会第四次会议\n关于政府工作报告的决议"
    assert plain(block.adoption_note or ()) == "（2025年1月15日清溪镇第十八届人民代表大会第四次会议通过）"
    assert document.kind == "resolution"
    assert [line.text for line in document.lines() if isinstance(line, Line)][2:4] == [
        "会议听取和审议了镇长李明所作的政府工作报告。",
        "会议认为，报告实事求是，决定批准这个报告。",
    ]
    section = document.blocks[-1]
    assert isinstance(section, dk.Section)
    assert section.run_in


def test_headers_and_footers_are_not_read(tmp_path: Path) -> None:
    paper = NewDocx()
    paper.sections[0].header.paragraphs[0].text = "内部资料"
    paper.sections[0].footer.paragraphs[0].text = "第1页"
    paper.add_paragraph("会议同意。")
    paper.save(str(tmp_path / "眉.docx"))
    assert read(tmp_path / "眉.docx").text() == "会议同意。"


def test_residue_of_the_web_is_set_aside_in_word_too(tmp_path: Path) -> None:
    path = tmp_path / "网.docx"
    path.write_bytes(package(p("来源：某某网") + p("镇人大工作总结") + p("一年来，工作有序推进。")))
    assert read(path).residue == (Residue("来源：某某网", 1, "网页信息"),)


def test_points_keep_their_headings(tmp_path: Path) -> None:
    document = Document(
        blocks=[
            dk.Section("强化监督", [Points([dk.Point("全年4次；", "听取报告"), dk.Point("全年2次。", "开展视察")])])
        ]
    )
    assert read(dk.write(document, tmp_path / "点.docx")) == document


HOSTILE = {
    "a document type": package(p("甲"), head='<!DOCTYPE w [<!ENTITY a "aaaa">]>'),
    "an entity bomb": package(
        p("&b;"), head='<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    ),
    "an outside file": package(p("&x;"), head='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
    "a bomb": package(p("甲" * (LARGEST_PART // 3 + 1))),
    "a packed bomb": package(p(" " * 3_000_000)),
    "no zip": b"PK\x03\x04 and nothing",
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "broken markup": package("<w:p><w:r>"),
    "nothing": b"",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_or_broken_file_is_refused_with_its_name(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=r"坏\.docx："):
        read(path)


def test_a_zip_without_a_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "空.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(ReadError, match="没有 Word 正文"):
        read(path)


def test_elements_nested_without_end_are_cut_off(tmp_path: Path) -> None:
    deep = "<w:smartTag>" * 150 + "<w:r><w:t>底</w:t></w:r>" + "</w:smartTag>" * 150
    assert texts(tmp_path, package(p("面。") + f"<w:p>{deep}</w:p>")) == ["面。"]


SOUND = package(p("一、坚持党的领导", listed(0)) + p("会议同意。"), numbering="<w:num w:numId='1'/>")


def assert_refused_or_read(data: bytes) -> None:
    """Assert that `data` is refused in both languages, or gives lines in their order, none of them empty."""
    try:
        lines, refused = docx_lines(data), None
    except ReadError as error:
        lines, refused = [], error
    assert refused is None or (refused.zh and refused.en)
    assert [line for line in lines if not line.text and line.table is None] == []
    assert [line.line for line in lines] == sorted(line.line for line in lines)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_read(data: bytes) -> None:
    assert_refused_or_read(data)


@given(st.integers(0, len(SOUND) - 1), st.integers(0, 255))
@settings(max_examples=300)
def test_a_file_with_a_wrong_byte_is_refused_or_read(at: int, value: int) -> None:
    assert_refused_or_read(SOUND[:at] + bytes([value]) + SOUND[at + 1 :])


@given(st.text(alphabet="<>/=\"'w:prt甲一、 &;", max_size=60))
def test_any_markup_is_refused_or_read(body: str) -> None:
    assert_refused_or_read(package(body))
