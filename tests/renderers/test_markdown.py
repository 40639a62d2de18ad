"""Markdown as its docstring says, with nothing of the text taken for markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.renderers import House
from draftkit.renderers.markdown import escaped, render_markdown
from draftkit.tree import Document, LineBreak, Paragraph, Section, Table, Text, TitleBlock
from tests.renderers.papers import REPORT, RESOLUTION

_PARSER = (
    pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    .MarkdownIt("commonmark")
    .enable("table")
    .enable("strikethrough")
)


def _markdown(document: Document) -> list[str]:
    return render_markdown(document, House()).decode().rstrip("\n").split("\n\n")


def test_a_resolution() -> None:
    assert _markdown(RESOLUTION) == [
        "会议文件之三",
        "# 清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议（草案）",
        r"清溪镇第十八届人民代表大会第四次会议听取和审议了镇长〔待填：镇长姓名〕所作的政府工作报告。",
        "会议决定批准这个报告。",
    ]


def test_a_report() -> None:
    assert _markdown(REPORT) == [
        "# 清溪镇第十八届人民代表大会主席团工作报告",
        "——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上",
        "清溪镇人民代表大会主席　李明",
        "各位代表：",
        "我受大会主席团委托，向大会报告工作，请予审议。",
        "## 2024年工作回顾",
        "### 一、坚持党的领导，把牢政治方向",
        "坚持“第一议题”制度——学在前……",
        "**（一）强化理论武装**。组织学习12次。",
        "### 二、依法履行职责，增强监督实效",
        "**（一）聚焦民生**。全年做到：**一是抓重点**。听取专项报告3项。**二是抓难点**。开展视察2次。",
        "#### （二）办理建议",
        "##### 1.领衔督办",
        "重点建议5件。",
        "##### 2.集中交办",
        "34件。",
        "**2024年代表建议办理情况**",
        "单位：件",
        "| 项目 | 件数 | 办复率 |\n| --- | --- | --- |\n| 道路 | 12 | 100% |\n| 饮水 | 22 | 95.5% |",
        "## 2025年工作安排",
        "### 一、突出重点抓监督",
        "围绕中心。",
        "### 二、突出主体抓服务",
        "建好联络站。",
        "清溪镇人民代表大会主席团",
        "2025年1月14日",
    ]


def test_run_in_headings_are_bold_for_commonmark_too() -> None:
    html = _PARSER.render(render_markdown(REPORT, House()).decode())
    assert "<strong>（一）聚焦民生</strong>。全年做到：<strong>一是抓重点</strong>。听取" in html
    assert "**" not in html


def test_a_break_is_br_everywhere() -> None:
    paper = Document(
        title_block=TitleBlock(title="甲\n乙"),
        blocks=[Paragraph(["丙", LineBreak(), "丁"]), Table(["戊\n己"], [["庚"]])],
    )
    assert _markdown(paper) == ["# 甲<br>乙", "丙<br>丁", "| 戊<br>己 |\n| --- |\n| 庚 |"]


def test_headings_deeper_than_markdown_has_stay_at_its_deepest() -> None:
    section = Section("一", Section("二", Section("三", Section("四", Section("五", "文。")))))
    assert [line.split(" ")[0] for line in _markdown(Document(blocks=[section]))[:5]] == [
        "###",
        "####",
        "#####",
        "######",
        "######",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# 甲",
        "1. 甲",
        "1) 甲",
        "2024. 甲",
        "- 甲",
        "+ 甲",
        "* 甲",
        "> 甲",
        "---",
        "===",
        "***",
        "```",
        "~~~",
        "    四格",
        "\t甲",
        "a | b",
        "*甲*_乙_**丙**~~丁~~`戊`",
        "[甲](乙) ![丙](丁)",
        "<b>甲</b> <!-- -->",
        "&amp; &#65; A&B",
        r"甲\乙\*丙",
        "20__年",
        "甲  ",
        "__",
        "C#",
    ],
)
def test_whatever_looks_like_markup_is_text(text: str) -> None:
    tokens = _PARSER.parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert all(child.type in ("text", "text_special") for child in tokens[1].children or ())
    assert "".join(child.content for child in tokens[1].children or ()) == text


@given(st.text(st.sampled_from("甲乙1.) #*_-+=>|~`[]()<>!&;\\:a\t。，"), min_size=1, max_size=30))
def test_any_text_comes_back_from_markdown(text: str) -> None:
    tokens = _PARSER.parse(escaped(text))
    shown = "".join(child.content for token in tokens for child in token.children or ())
    assert shown == text


@given(st.text(st.sampled_from("甲|\\*_`<#&;1. "), max_size=20))
def test_any_cell_comes_back_from_markdown(text: str) -> None:
    table = Table(["栏"], [[Text(text)]])
    tokens = _PARSER.parse(render_markdown(Document(blocks=[table]), House()).decode())
    cells = [token for token in tokens if token.type == "inline"]
    assert [token.content for token in tokens if token.type == "table_open"] == [""]
    assert "".join(child.content for child in cells[-1].children or ()) == text.strip(" ")
