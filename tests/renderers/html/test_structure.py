"""The elements of a paper in HTML: one file, headings in order, every text as it was given."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import draftkit as dk
from draftkit.errors import WriteError
from draftkit.renderers import Fonts, House, PageModel
from draftkit.renderers.house import Numbering
from draftkit.tree import (
    Attachment,
    Blank,
    Booklet,
    Document,
    Glossary,
    Imprint,
    LineBreak,
    Paper,
    Paragraph,
    Part,
    Section,
    Signature,
    Table,
    Text,
    TitleBlock,
)
from examples.presidium_report import paper as report
from tests.renderers.html.reading import Element, parsed, read, rendered
from tests.renderers.papers import REPORT, RESOLUTION

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _levels(document: Paper) -> list[int]:
    return [int(heading.name[1]) for heading in parsed(document).all(*HEADINGS)]


def _headings(document: Paper) -> list[tuple[str, str]]:
    return [(heading.name, heading.text) for heading in parsed(document).all(*HEADINGS)]


def test_the_file_says_what_it_is() -> None:
    root = parsed(REPORT)
    assert rendered(REPORT).startswith("<!DOCTYPE html>\n")
    assert root.one("html").attributes == {"lang": "zh-CN"}
    assert root.one("title").text == "清溪镇第十八届人民代表大会主席团工作报告"
    metas = [meta.attributes for meta in root.all("meta")]
    assert {"charset": "utf-8"} in metas
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in metas


def test_it_is_written_as_utf_8(tmp_path: Path) -> None:
    path = dk.write(REPORT, tmp_path / "报告.html")
    assert path.read_text(encoding="utf-8") == rendered(REPORT)


def test_it_loads_nothing_from_anywhere() -> None:
    root = parsed(REPORT)
    assert root.all("link", "img", "iframe", "object", "embed", "base") == []
    assert [each.attributes for each in root.all("script", "style")] == [{}, {}]
    assert not re.search(r"https?:|//[a-z]|@import|url\(|\bfetch\b|XMLHttp|import\(", rendered(REPORT))


def test_its_policy_lets_only_its_own_script_run() -> None:
    root = parsed(REPORT)
    (policy,) = [meta.attributes["content"] for meta in root.all("meta") if "http-equiv" in meta.attributes]
    digest = b64encode(sha256(root.one("script").text.encode()).digest()).decode()
    assert policy.startswith("default-src 'none';")
    assert f"script-src 'sha256-{digest}'" in policy


def test_headings_go_down_one_level_at_a_time() -> None:
    assert _headings(REPORT) == [
        ("h1", "清溪镇第十八届人民代表大会主席团工作报告"),
        ("h2", "2024年工作回顾"),
        ("h3", "一、坚持党的领导，把牢政治方向"),
        ("h3", "二、依法履行职责，增强监督实效"),
        ("h4", "（二）办理建议"),
        ("h5", "1.领衔督办"),
        ("h5", "2.集中交办"),
        ("h2", "2025年工作安排"),
        ("h3", "一、突出重点抓监督"),
        ("h3", "二、突出主体抓服务"),
    ]


def test_without_parts_sections_stand_right_below_the_title() -> None:
    paper = Document(title_block=TitleBlock(title="总结"), blocks=[Section("甲", [Section("乙", "丙。")])])
    assert _headings(paper) == [("h1", "总结"), ("h2", "一、甲"), ("h3", "（一）乙")]


def test_without_a_title_the_highest_headings_are_the_first() -> None:
    paper = Document(blocks=["前言。", Section("甲", [Section("乙", "丙。")])])
    assert _headings(paper) == [("h1", "一、甲"), ("h2", "（一）乙")]
    assert parsed(paper).one("title").text == "前言。"
    assert parsed(Document()).one("title").text == "未命名文稿"


def test_a_style_of_another_rank_leaves_no_level_out() -> None:
    paper = Document(
        title_block=TitleBlock(title="总结"),
        blocks=[Section("甲", [Section("乙", "丙。", style="arabic-dot"), Section("丁", "戊。", style="shi")])],
    )
    assert _levels(paper) == [1, 2, 3, 4]


@given(
    st.recursive(
        st.just("文。"),
        lambda inner: st.builds(
            Section,
            st.text("甲乙丙", min_size=1, max_size=3),
            st.lists(inner, max_size=3),
            style=st.sampled_from([None, "hanzi-comma", "hanzi-paren", "arabic-dot", "arabic-paren", "circled", "di"]),
            run_in=st.booleans(),
        ),
        max_leaves=5,
    ).map(lambda block: Document(title_block=TitleBlock(title="题"), blocks=[block, Part("部分", [block]), block]))
)
def test_no_level_is_ever_left_out(paper: Document) -> None:
    try:
        levels = _levels(paper)
    except dk.DraftError:
        return  # nested deeper than papers go
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_heading_opens_a_section_of_its_own() -> None:
    root = parsed(REPORT)
    sections = root.one("article").all("section")
    assert [section.children[0].name for section in sections] == [
        heading.name for heading in root.one("article").all(*HEADINGS[1:])
    ]


def test_the_text_behind_a_run_in_section_leaves_the_one_above() -> None:
    paper = Document(blocks=[Section("甲", [Section("乙", "丙。"), Section("丁", "戊。", run_in=True)])])
    (outer,) = [each for each in parsed(paper).one("article").children if each.name == "section"]
    assert [(child.name, child.text.strip()) for child in outer.children] == [
        ("h1", "一、甲"),
        ("section", "（一）乙\n丙。"),
        ("p", "（二）丁。戊。"),
    ]


def test_run_in_headings_are_strong_with_the_look_of_their_level() -> None:
    found = [(each.attributes["class"], each.text) for each in parsed(REPORT).all("strong")]
    assert found == [
        ("run-in level-2", "（一）强化理论武装。"),
        ("run-in level-2", "（一）聚焦民生。"),
        ("run-in point", "一是抓重点。"),
        ("run-in point", "二是抓难点。"),
    ]


def test_title_block_and_signature_stand_in_header_and_footer() -> None:
    article = parsed(REPORT).one("article")
    assert [(each.attributes["class"], each.text) for each in article.one("header").children] == [
        ("title", "清溪镇第十八届人民代表大会主席团工作报告"),
        ("centred occasion", "——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上"),
        ("centred reporter last", "清溪镇人民代表大会主席　李明"),
    ]
    assert [(each.attributes["class"], each.text) for each in article.one("footer").children] == [
        ("organ", "清溪镇人民代表大会主席团"),
        ("date", "2025年1月14日"),
    ]


def test_a_long_title_is_in_the_lines_of_the_docx() -> None:
    title = parsed(RESOLUTION).one("h1")
    assert [line.text for line in title.children] == [
        "清溪镇第十八届人民代表大会第四次会议",
        "关于政府工作报告的决议（草案）",
    ]


def test_a_title_broken_by_hand_stays_so() -> None:
    title = parsed(Document(title_block=TitleBlock(title="清溪镇\n决议"))).one("h1")
    assert [line.text for line in title.children] == ["清溪镇", "决议"]


def test_a_title_may_be_parted_on_a_narrow_screen_only_where_meaning_allows() -> None:
    html = rendered(REPORT)
    assert "清溪镇第十八届人民代表大会<wbr>主席团工作报告" in html.replace("清溪镇<wbr>", "清溪镇")


def test_an_occasion_of_two_lines_is_broken_where_the_docx_breaks() -> None:
    line = "——2026年1月15日在青山县清溪镇第十八届人民代表大会第四次会议上"
    paper = Document(title_block=TitleBlock(title="报告", occasion=line), blocks=["甲。"])
    (occasion,) = [each for each in parsed(paper).all("p") if "occasion" in each.attributes["class"]]
    assert len(occasion.children) == 2
    assert occasion.text == line


def test_a_signature_stands_where_the_standard_puts_it() -> None:
    for sealed, places in ((False, ["--right:2", "--left:16.08"]), (True, ["--right:1.222", "--right:4"])):
        paper = Document(
            blocks=["甲。"], signature=Signature("清溪镇人民代表大会主席团", "2025年1月14日", sealed=sealed)
        )
        assert [line.attributes["style"] for line in parsed(paper).one("footer").children] == places


def test_several_organs_stand_each_by_itself_and_the_date_by_the_last() -> None:
    signature = Signature("清溪镇人民代表大会主席团", "2025年1月14日", others=["清溪镇人民政府"], sealed=True)
    lines = parsed(Document(blocks=["甲。"], signature=signature, note="此件公开发布")).one("footer").children
    assert [(line.attributes["class"], line.text) for line in lines] == [
        ("organ", "清溪镇人民代表大会主席团"),
        ("organ further sealed", "清溪镇人民政府"),
        ("date", "2025年1月14日"),
        ("body note", "（此件公开发布）"),
    ]


ATTACHED = Document(
    title_block=TitleBlock(title="关于印发办法的通知"),
    blocks=[Section("甲", "乙。")],
    signature=Signature("清溪镇人民代表大会主席团", "2025年1月14日"),
    attachments=[
        Attachment("办法", [Section("总则", "丙。")]),
        Attachment("名词解释", Glossary({"履职": "做事。"}, title=None)),
    ],
    imprint=Imprint(copies="镇党委，镇人民政府", organ="清溪镇人大办公室", date="2025年1月15日"),
)


def test_attachments_are_named_below_the_text_and_follow_as_sections_of_the_paper() -> None:
    root = parsed(ATTACHED)
    named = [
        (line.attributes["style"], line.text) for line in root.all("p") if "attachments" in line.attributes["class"]
    ]
    assert named == [("--left:5.984;--hang:3.984", "附件：1.办法"), ("--left:5.984;--hang:0.9841", "2.名词解释")]
    assert _headings(ATTACHED) == [
        ("h1", "关于印发办法的通知"),
        ("h2", "一、甲"),
        ("h2", "办法"),
        ("h3", "一、总则"),
        ("h2", "名词解释"),
    ]
    labels = [line.text for line in root.all("p") if "attachment-label" in line.attributes["class"]]
    assert labels == ["附件1", "附件2"]
    assert [term.text for term in root.all("strong")] == ["1.履职："]


def test_the_imprint_is_a_footer_with_a_line_for_each_of_its_items() -> None:
    (imprint,) = [each for each in parsed(ATTACHED).all("footer") if each.attributes]
    assert [(line.attributes["class"], line.text) for line in imprint.children] == [
        ("copy-to", "抄送：镇党委，镇人民政府。"),
        ("printed", "清溪镇人大办公室\n2025年1月15日印发"),
    ]


def test_a_booklet_has_a_table_of_contents_and_an_article_for_each_paper() -> None:
    root = parsed(Booklet((REPORT, RESOLUTION), title="会议文件汇编"))
    assert root.one("title").text == "会议文件汇编"
    assert [(entry.attributes["href"], entry.text) for entry in root.one("main").one("nav").all("a")] == [
        ("#paper-1", "清溪镇第十八届人民代表大会主席团工作报告"),
        ("#paper-2", "清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议（草案）"),
    ]
    assert [title.attributes["id"] for title in root.all("h2") if "id" in title.attributes] == ["paper-1", "paper-2"]
    assert len(root.all("article")) == 2
    assert [heading.name for heading in root.all(*HEADINGS)][:4] == ["h1", "h2", "h2", "h3"]


def test_a_reading_copy_is_set_in_larger_type() -> None:
    assert "--lines: 16; --pitch: 39.85pt; --size: 22pt; --title: 26pt;" in rendered(REPORT, House(reading=True))


def test_a_table_has_a_caption_and_headings_that_say_what_they_head() -> None:
    table = parsed(REPORT).one("table")
    assert [line.text for line in table.one("caption").children] == ["2024年代表建议办理情况", "单位：件"]
    assert [(cell.text, cell.attributes["scope"]) for cell in table.one("thead").all("th")] == [
        ("项目", "col"),
        ("件数", "col"),
        ("办复率", "col"),
    ]
    assert [[(cell.name, cell.text) for cell in row.children] for row in table.one("tbody").all("tr")] == [
        [("th", "道路"), ("td", "12"), ("td", "100%")],
        [("th", "饮水"), ("td", "22"), ("td", "95.5%")],
    ]
    assert {cell.attributes["scope"] for cell in table.one("tbody").all("th")} == {"row"}
    assert {cell.attributes["class"] for cell in table.all("td")} == {"figure"}


def test_a_column_of_figures_or_of_the_same_words_heads_no_rows() -> None:
    for first in (("1", "2"), ("同", "同")):
        table = parsed(Document(blocks=[Table(["甲", "乙"], [[each, "丙"] for each in first])])).one("table")
        assert table.one("tbody").all("th") == []


def test_blanks_are_marked_in_the_text_in_tables_and_in_titles() -> None:
    paper = Document(
        title_block=TitleBlock(title=["关于", Blank("事项"), "的决议"]),
        blocks=[Paragraph(["镇长", Blank("姓名")]), Table(["甲"], [[Blank("数")]])],
    )
    assert [mark.text for mark in parsed(paper).all("mark")] == ["〔待填：事项〕", "〔待填：姓名〕", "〔待填：数〕"]


MARKUP = "</p><script>alert(1)</script><b>&amp;{{ x }}\"'<!-- -->]]>"


@pytest.mark.parametrize(
    "paper",
    [
        Document(title_block=TitleBlock(title=MARKUP, corner=MARKUP, occasion=MARKUP, salutation=MARKUP)),
        Document(blocks=[MARKUP, Section(MARKUP, MARKUP), Section(MARKUP, MARKUP, run_in=True), Part(MARKUP)]),
        Document(blocks=[Table([MARKUP], [[MARKUP]], caption=MARKUP, unit=MARKUP), Paragraph(Blank(MARKUP))]),
        Document(blocks=["甲。"], signature=Signature(MARKUP, MARKUP)),
    ],
)
def test_text_is_data_and_never_markup(paper: Document) -> None:
    root = parsed(paper)
    assert len(root.all("script")) == 1
    assert root.all("b") == []
    texts = [line.text for line in paper.lines() if isinstance(line, dk.tree.Line)]
    assert [text for text in texts if text not in root.one("article").text] == []


def _shown(article: Element) -> str:
    return re.sub(r"\s+", "", article.text)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1))
def test_every_text_comes_out_as_it_was_given(text: str) -> None:
    paper = Document(title_block=TitleBlock(title="题"), blocks=[Paragraph(Text(text))])
    assert _shown(parsed(paper).one("article")) == "题" + re.sub(r"\s+", "", text)


@pytest.mark.parametrize("paper", [REPORT, RESOLUTION, report.paper().draft()])
def test_all_of_the_text_is_there_in_its_order(paper: Document) -> None:
    assert _shown(parsed(paper).one("article")) == re.sub(r"\s+", "", paper.text())


def test_a_break_by_hand_is_a_break() -> None:
    paper = Document(blocks=[Paragraph(["甲", LineBreak(), "乙"])])
    assert "甲<br>乙" in rendered(paper)


def test_labels_are_in_the_text_even_where_word_would_count_them() -> None:
    assert rendered(REPORT, House(numbering=Numbering.NATIVE)) == rendered(REPORT)
    assert parsed(REPORT).all("ol", "ul", "li") == []


def test_the_same_paper_makes_the_same_file() -> None:
    assert rendered(report.paper().draft()) == rendered(report.paper().draft())


def test_a_house_gives_page_fonts_and_weight() -> None:
    usual = rendered(REPORT)
    assert "margin: 37mm 26mm 35mm 28mm" in usual
    assert '--fang: "仿宋_GB2312"' in usual
    assert "--weight: normal" in usual
    house = House(page=PageModel.COMPENSATED, fonts=Fonts(body="某仿宋"), bold_headings=True, western="Times New Roman")
    other = rendered(REPORT, house)
    assert "margin: 34.4mm 26mm 32.8mm 28mm" in other
    assert '--fang: "draftkit western", "某仿宋", "仿宋_GB2312"' in other
    assert 'src: local("Times New Roman"); unicode-range: U+20-7E' in other
    assert "--weight: bold" in other


def test_a_font_name_cannot_end_the_style() -> None:
    root = parsed(REPORT, House(fonts=Fonts(body='"</style><script>alert(1)</script>')))
    assert len(root.all("script")) == 1


# In a notebook


def test_a_preview_is_the_file() -> None:
    assert str(dk.preview(REPORT)) == rendered(REPORT)


def test_it_shows_itself_in_a_frame_of_its_own_that_holds_the_whole_file() -> None:
    frame = read(dk.preview(REPORT)._repr_html_()).one("iframe")
    assert frame.attributes["srcdoc"] == rendered(REPORT)
    assert frame.attributes["title"] == "文稿预览"
    assert frame.attributes["sandbox"] == "allow-scripts allow-modals"


def test_a_preview_is_short_where_it_is_printed_as_a_value() -> None:
    assert len(repr(dk.preview(REPORT))) < 80


def test_a_preview_refuses_what_no_file_can_hold() -> None:
    with pytest.raises(WriteError, match=r"U\+0000"):
        dk.preview(Document(blocks=[Paragraph(Text("甲\0"))]))
