"""The docx holds the paper's text, line by line, each in the style of its role; text is data."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit.errors import TemplateError
from draftkit.renderers import Fonts, House
from draftkit.renderers.docx import render_docx
from draftkit.template.package import edited, unpack
from draftkit.tree import Blank, Document, LineBreak, Paragraph, Part, Section, Signature, Table, Text, TitleBlock
from tests.renderers.papers import REPORT, RESOLUTION, W, findings, opened, part, seen, strings


def _runs(document: Document, house: House | None = None) -> list[tuple[str, str]]:
    """Return the text and the character style of each run."""
    return [
        ("".join(strings(run, "w:t/text()")), "".join(strings(run, "w:rPr/w:rStyle/@w:val")))
        for run in part(document, house).iterfind(".//w:r", W)
    ]


def test_each_line_has_the_style_of_its_role() -> None:
    assert seen(opened(REPORT)) == [
        ("Title", "清溪镇第十八届人民代表大会主席团工作报告"),
        ("Subtitle", "——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上"),
        ("Subtitle", "清溪镇人民代表大会主席　李明"),
        ("Salutation", "各位代表："),
        ("Body Text", "我受大会主席团委托，向大会报告工作，请予审议。"),
        ("Part Heading", "2024年工作回顾"),
        ("Heading 1", "一、坚持党的领导，把牢政治方向"),
        ("Body Text", "坚持“第一议题”制度——学在前……"),
        ("Body Text", "（一）强化理论武装。组织学习12次。"),
        ("Heading 1", "二、依法履行职责，增强监督实效"),
        ("Body Text", "（一）聚焦民生。全年做到：一是抓重点。听取专项报告3项。二是抓难点。开展视察2次。"),
        ("Heading 2", "（二）办理建议"),
        ("Heading 3", "1.领衔督办"),
        ("Body Text", "重点建议5件。"),
        ("Heading 3", "2.集中交办"),
        ("Body Text", "34件。"),
        ("Caption", "2024年代表建议办理情况"),
        ("Table Unit", "单位：件"),
        ("Table", "项目\t件数\t办复率"),
        ("Table", "道路\t12\t100%"),
        ("Table", "饮水\t22\t95.5%"),
        ("Part Heading", "2025年工作安排"),
        ("Heading 1", "一、突出重点抓监督"),
        ("Body Text", "围绕中心。"),
        ("Heading 1", "二、突出主体抓服务"),
        ("Body Text", "建好联络站。"),
        ("Signature", "清溪镇人民代表大会主席团"),
        ("Date", "2025年1月14日"),
    ]


def test_the_title_is_broken_inside_its_paragraph() -> None:
    title = next(line for line in opened(RESOLUTION).paragraphs if line.style and line.style.name == "Title")
    assert title.text == "清溪镇第十八届人民代表大会第四次会议\n关于政府工作报告的决议（草案）"


def test_a_title_broken_by_hand_stays_so() -> None:
    paper = Document(
        title_block=TitleBlock(title=["清溪镇第十八届人民代表大会", LineBreak(), "第四次会议关于政府工作报告的决议"])
    )
    assert opened(paper).paragraphs[0].text == "清溪镇第十八届人民代表大会\n第四次会议关于政府工作报告的决议"


def test_run_in_headings_take_the_style_of_their_level_and_points_their_own() -> None:
    runs = [run for run in _runs(REPORT) if run[1]]
    assert runs == [
        ("（一）强化理论武装。", "RunInHeading2"),
        ("（一）聚焦民生。", "RunInHeading2"),
        ("一是抓重点。", "RunInPoint"),
        ("二是抓难点。", "RunInPoint"),
    ]


def test_blanks_are_highlighted_and_nothing_else() -> None:
    marked = strings(part(RESOLUTION), "//w:r[w:rPr/w:highlight[@w:val='yellow']]/w:t/text()")
    assert marked == ["〔待填：镇长姓名〕"]


def test_every_run_says_that_its_marks_are_chinese() -> None:
    xml = part(REPORT)
    assert len(xml.findall(".//w:r", W)) == len(strings(xml, "//w:r/w:rPr/w:rFonts[@w:hint='eastAsia']"))


TRAPS = [
    "A&B公司乙",
    "<b>粗</b>",
    "{{ cycler.__init__.__globals__.os.name }}",
    "{% for x in y %}",
    "{# 注 #}",
    "{{p body }}",
    "{_{ }_} {_% %_}",
    "《{{》",
    "“十四五”",
    "]]>",
    "&amp;lt;",
    "  两边有空格  ",
    "制表\t符",
    "换\n行",
    "回车\r\n换行",
    "𠮷",
    "'\"",
    "%}{%",
]


@pytest.mark.parametrize("text", TRAPS)
def test_text_comes_out_as_it_was_written(text: str) -> None:
    paper = Document(
        title_block=TitleBlock(title=["标题", Text(text)]),
        blocks=[Paragraph(Text(text)), Section([Text(text)], run_in=True), Table([Text(text)], [[Text(text)]])],
    )
    plain = text.replace("\r\n", "\n")
    lines = [line for _, line in seen(opened(paper))]
    assert lines == [f"标题{plain}".replace("\n", ""), plain, f"一、{plain}。", plain, plain, ""]


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=40
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_TEXT.map(Text) | _TEXT.map(Blank), max_size=4), min_size=1, max_size=8))
def test_any_text_comes_out_line_by_line(paragraphs: list[list[Text | Blank]]) -> None:
    paper = Document(blocks=[Paragraph(each) for each in paragraphs])
    assert "\n".join(line for _, line in seen(opened(paper))) == paper.text()


def test_the_same_paper_makes_the_same_bytes() -> None:
    assert render_docx(REPORT, House()) == render_docx(REPORT, House())


def test_no_part_of_words_defaults_comes_along() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(REPORT, House()))) as package:
        assert sorted(package.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/theme1.xml",
        ]


def test_the_properties_have_the_title_and_the_language() -> None:
    core = opened(RESOLUTION).core_properties
    assert core.title == "清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议（草案）"
    assert (core.language, core.author, core.created) == ("zh-CN", "", None)


def test_a_title_with_markup_or_of_great_length_is_text_in_the_properties_too() -> None:
    assert opened(Document(title_block=TitleBlock(title="A&B<{{ x }}>"))).core_properties.title == "A&B<{{ x }}>"
    assert opened(Document(title_block=TitleBlock(title="长" * 300))).core_properties.title == "长" * 300


def test_a_blank_line_parts_the_title_block_from_the_text() -> None:
    def spaced(paper: Document) -> list[str]:
        return [line.text.replace("\n", "") for line in opened(paper).paragraphs if line.paragraph_format.space_after]

    assert spaced(REPORT) == ["清溪镇人民代表大会主席　李明"]
    assert spaced(RESOLUTION) == ["清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议（草案）"]
    assert spaced(Document(blocks=["无标题。"])) == []


def test_a_date_without_an_organ_keeps_the_blank_line_above() -> None:
    paper = Document(blocks=["文。"], signature=Signature(None, "2025年1月14日"))
    assert opened(paper).paragraphs[-1].paragraph_format.space_before is not None
    assert opened(REPORT).paragraphs[-1].paragraph_format.space_before is None


def test_western_letters_take_a_font_of_their_own_where_one_is_wanted() -> None:
    paper = Document(blocks=["按GB/T 9704排版，增长3.5%。"])
    xml = part(paper, House(western="Times New Roman"))
    western = strings(xml, "//w:r[w:rPr/w:rFonts/@w:ascii='Times New Roman']/w:t/text()")
    assert western == ["GB/T 9704", "3.5%"]
    assert [text for text, _ in _runs(paper)] == ["按GB/T 9704排版，增长3.5%。"]
    assert "".join(text for text, _ in _runs(paper, House(western="Times New Roman"))) == paper.text()


def test_headings_are_bold_only_where_wanted() -> None:
    def bold(house: House) -> list[str]:
        return [str(text) for text in strings(part(REPORT, house), "//w:r[w:rPr/w:b]/w:t/text()")]

    assert bold(House()) == []
    assert "".join(bold(House(bold_headings=True))) == (
        "2024年工作回顾一、坚持党的领导，把牢政治方向（一）强化理论武装。二、依法履行职责，增强监督实效"
        "（一）聚焦民生。一是抓重点。二是抓难点。（二）办理建议1.领衔督办2.集中交办"
        "2025年工作安排一、突出重点抓监督二、突出主体抓服务"
    )


def test_the_offices_names_of_fonts_take_the_place_of_the_standards() -> None:
    house = House(fonts=Fonts(body="仿宋", second="黑体", first="楷体_GB2312", title="A&B宋"))
    styles = part(REPORT, house, "word/styles.xml")

    def font(style: str) -> str:
        return strings(styles, f"//w:style[@w:styleId='{style}']/w:rPr/w:rFonts/@w:eastAsia")[0]

    assert [font(style) for style in ("Normal", "Title", "Heading1", "Heading2", "RunInHeading2")] == [
        "仿宋",
        "A&B宋",
        "楷体_GB2312",
        "黑体",
        "黑体",
    ]
    fonts = strings(part(REPORT, house, "word/fontTable.xml"), "//w:font/@w:name")
    assert fonts == ["A&B宋", "仿宋", "黑体", "楷体_GB2312", "宋体"]


@pytest.mark.parametrize("numbering", ["literal", "native"])
def test_no_part_names_a_font_that_the_office_has_not(numbering: str) -> None:
    house = House(fonts=Fonts(body="仿宋"), numbering=numbering)
    parts = {name: content for name, content in unpack(render_docx(REPORT, house)).items() if name.endswith(".xml")}
    assert [name for name, content in parts.items() if "仿宋_GB2312" in content.decode()] == []
    assert '"仿宋"' in parts["word/numbering.xml"].decode()


@pytest.mark.parametrize(
    "house",
    [
        House(),
        House(page="compensated"),
        House(numbering="native", western="Times New Roman", bold_headings=True, fonts=Fonts(body="仿宋")),
    ],
    ids=["default", "compensated", "every option"],
)
@pytest.mark.parametrize("paper", [REPORT, RESOLUTION, Document()], ids=["report", "resolution", "empty"])
def test_every_docx_is_valid(tmp_path: Path, paper: Document, house: House) -> None:
    path = tmp_path / "文.docx"
    path.write_bytes(render_docx(paper, house))
    assert findings(path) == []


def test_all_roles_and_levels_together_are_valid(tmp_path: Path) -> None:
    deep = Section("一", Section("二", Section("三", Section("四", Section("五", "文。")))))
    block = TitleBlock(
        corner="会议文件之一",
        title="决议",
        adoption_note="（2026年1月15日青山县清溪镇第十八届人民代表大会第六次会议通过）",
        occasion="——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上",
    )
    path = tmp_path / "文.docx"
    signature = Signature("清溪镇人民代表大会主席团", "2025年1月14日", sealed=True)
    paper = Document(title_block=block, blocks=[deep, Part("附表", Table(["甲"], [["乙"]]))], signature=signature)
    path.write_bytes(render_docx(paper, House()))
    assert findings(path) == []


def _template(folder: Path, name: str, old: str, new: str) -> House:
    """Return a house whose template is ours with `old` in the part `name` replaced by `new`."""
    source = House().template_file().read_bytes()
    content = unpack(source)[name].decode()
    assert old in content
    path = folder / "模板.docx"
    path.write_bytes(edited(source, {name: content.replace(old, new).encode()}))
    return House(template=path, numbering="native")


def test_a_template_of_the_office_may_name_its_styles_by_other_ids(tmp_path: Path) -> None:
    house = _template(tmp_path, "word/styles.xml", 'w:styleId="Title"', 'w:styleId="a3"')
    assert strings(part(RESOLUTION, house), "//w:pStyle/@w:val").count("a3") == 1


def test_what_stands_around_the_paper_in_a_template_stays(tmp_path: Path) -> None:
    mark = "<w:p><w:r><w:t>{{ title }}内部资料</w:t></w:r></w:p><w:sectPr>"
    house = _template(tmp_path, "word/document.xml", "<w:sectPr>", mark)
    assert opened(RESOLUTION, house).paragraphs[-1].text == (
        "清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议（草案）内部资料"
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("word/styles.xml", '"Title"', '"Titel"', "模板缺少样式“Title”"),
        ("word/document.xml", "{{p body }}", "正文", r"\{\{p body \}\}"),
        (
            "word/document.xml",
            "<w:body>",
            "<w:body><w:p><w:r><w:t>{{ mayor }}</w:t></w:r></w:p>",
            "没有名为“mayor”的数据",
        ),
        ("word/document.xml", "<w:body>", "<w:body><w:p><w:r><w:t>{{ a b }}</w:t></w:r></w:p>", "标签的写法有误"),
        ("word/numbering.xml", "draftkit headings", "另一个", "draftkit headings"),
        ("word/document.xml", "<w:body>", "<w:body", "不是Word文档"),
    ],
)
def test_a_template_that_lacks_something_is_told_which(
    tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    with pytest.raises(TemplateError, match=told):
        render_docx(RESOLUTION, _template(tmp_path, name, old, new))


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_a_template_that_is_no_docx_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "模板.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match="不是Word文档"):
        render_docx(RESOLUTION, House(template=path))


def test_a_template_made_by_python_docx_lacks_styles_and_says_so(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("{{p body }}").runs[0].font.color.rgb = RGBColor(0, 0, 0)
    paper.save(str(tmp_path / "模板.docx"))
    with pytest.raises(TemplateError, match="模板缺少样式“Corner Label”"):
        render_docx(RESOLUTION, House(template=tmp_path / "模板.docx"))
