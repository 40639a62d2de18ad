from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from draftkit.errors import ReadError
from draftkit.readers import read
from draftkit.readers.raw import raw_lines
from draftkit.renderers import write
from draftkit.tree import Document, Part, Points, Section, Table, inlines, plain

REPORT = """\
清溪镇人民代表大会主席团工作报告（草案）
——2026年1月14日在清溪镇第十八届人民代表大会第四次会议上
清溪镇人民代表大会主席　李明

各位代表：
我受主席团委托，向大会报告工作，请予审议。
2025年工作回顾
一、坚持党的领导
（一）把牢方向。主席团坚持重大事项向镇党委请示报告。
（二）服务大局
围绕中心工作开展视察，做到三点：一是早谋划；二是早部署；三是早落实。
1.听取专项工作报告。全年听取4次。
二、做好代表工作
一是办好建议。收到建议34件。
具体办理情况已印发。
二是建好联络站。建成6个。
各位代表，成绩来之不易。
2026年工作安排
1、加强监督。听取专项工作报告5次，抓好跟踪问效。
清溪镇人民代表大会主席团
2026年1月14日
"""


@pytest.fixture
def report() -> Document:
    return read(REPORT)


def test_title_block_is_told_line_by_line(report: Document) -> None:
    block = report.title_block
    assert block.mark is not None
    assert [plain(part or ()) for part in (block.title, block.occasion, block.reporter, block.salutation)] == [
        "清溪镇人民代表大会主席团工作报告",
        "——2026年1月14日在清溪镇第十八届人民代表大会第四次会议上",
        "清溪镇人民代表大会主席　李明",
        "各位代表：",
    ]
    assert str(block.mark) == "（草案）"


def test_sections_nest_by_their_labels(report: Document) -> None:
    review, plan = (block for block in report.blocks if isinstance(block, Part))
    assert plain(review.title) == "2025年工作回顾"
    first, second = (block for block in review.blocks if isinstance(block, Section))
    assert [(plain(inner.title or ()), inner.run_in) for inner in first.blocks if isinstance(inner, Section)] == [
        ("把牢方向", True),
        ("服务大局", False),
    ]
    assert plain(second.title or ()) == "做好代表工作"
    assert isinstance(plan.blocks[0], Section)
    assert plan.blocks[0].style is not None


def test_points_in_one_paragraph_have_what_stands_before_them(report: Document) -> None:
    points = next(node for node in report.walk() if isinstance(node, Points) and node.joined)
    assert plain(points.lead) == "围绕中心工作开展视察，做到三点："
    assert [plain(item.content) for item in points.items] == ["早谋划；", "早部署；", "早落实。"]


def test_points_in_paragraphs_of_their_own_keep_what_stands_between_them(report: Document) -> None:
    points = next(node for node in report.walk() if isinstance(node, Points) and not node.joined)
    assert [(plain(item.title or ()), len(item.blocks)) for item in points.items] == [
        ("办好建议", 1),
        ("建好联络站", 0),
    ]


def test_address_to_the_deputies_ends_the_sections(report: Document) -> None:
    review = next(block for block in report.blocks if isinstance(block, Part))
    assert plain(getattr(review.blocks[-1], "content", ())) == "各位代表，成绩来之不易。"


def test_signature_stands_below(report: Document) -> None:
    assert report.signature is not None
    assert plain(report.signature.organ or ()) == "清溪镇人民代表大会主席团"
    assert plain(report.signature.date or ()) == "2026年1月14日"


def test_text_comes_back_line_by_line(report: Document) -> None:
    assert report.text() == "\n".join(line for line in REPORT.splitlines() if line)


def test_numbers_that_jump_are_kept_as_they_were() -> None:
    text = "一、坚持党的领导\n甲。\n三、做好监督工作\n乙。\n四、做好代表工作\n丙。"
    assert read(text).text() == text
    assert [section.number for section in read(text).blocks if isinstance(section, Section)] == [None, 3, None]


def test_title_on_two_lines_is_one_title() -> None:
    document = read("清溪镇第十八届人民代表大会第四次会议\n关于政府工作报告的决议\n会议认为，报告实事求是。")
    assert plain(document.title_block.title or ()) == "清溪镇第十八届人民代表大会第四次会议\n关于政府工作报告的决议"
    assert document.kind == "resolution"


def test_what_a_web_page_left_is_set_aside() -> None:
    text = (
        "首页 > 公文 > 总结\n清溪镇人大2025年工作总结\n发布时间：2026-01-04\n2025年，镇人大主席团依法履职。\n"
        "---此处隐藏120字,下载后查看---\n上一篇：通知\n第 3 页 共 8 页"
    )
    document = read(text)
    assert [residue.reason for residue in document.residue] == ["网站导航", "网页信息", "下载提示", "网站导航", "页码"]
    assert document.text() == "清溪镇人大2025年工作总结\n2025年，镇人大主席团依法履职。"


def test_paragraph_cut_by_a_page_break_is_joined() -> None:
    first = "镇人大主席团听取了镇人民政府的专项工作报告。会后组织代表视察了自来水厂改造工程的建"
    document = read(f"清溪镇人大2025年工作总结\n{first}\n设现场，提出建议三条。")
    assert document.text().splitlines()[1] == f"{first}设现场，提出建议三条。"
    assert [(join.first, join.second) for join in document.joins] == [(2, 3)]


def test_markdown_marks_are_taken_off() -> None:
    document = read_markdown_text(
        "# 清溪镇人大2025年工作总结\n\n## 2026年工作打算\n\n### 一、加强**监督**\n\n- 听取报告。\n"
    )
    assert document.text() == "清溪镇人大2025年工作总结\n2026年工作打算\n一、加强监督\n听取报告。"
    assert isinstance(document.blocks[0], Part)


def read_markdown_text(text: str) -> Document:
    from draftkit.readers.markdown import read_markdown

    return read_markdown(text)


def test_normalizing_is_done_only_on_request() -> None:
    text = "清溪镇人大2025年工作总结\n镇人大主席团依法履职,成效明显."
    assert read(text).text() == text
    assert read(text, normalize=True).text() == "清溪镇人大2025年工作总结\n镇人大主席团依法履职，成效明显。"


def test_blank_written_in_a_text_is_a_blank() -> None:
    assert [blank.name for blank in read("镇长〔待填：镇长姓名〕作报告。").blanks] == ["镇长姓名"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_chinese_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "总结.txt"
    path.write_text(REPORT, encoding=encoding)
    assert read(path).text() == read(REPORT).text()


def test_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff")
    with pytest.raises(ReadError, match="不是文本文件") as caught:
        read(path)
    assert str(path) in str(caught.value)


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件打不开"):
        read(tmp_path / "去年的报告.txt")
    with pytest.raises(ReadError, match="文件打不开"):
        read("没有这份报告.txt")


def test_format_that_is_not_read_is_named_with_those_that_are(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(b"%PDF")
    with pytest.raises(ReadError, match=r"\.txt"):
        read(path)


PIECES = st.sampled_from(
    [
        *"一二三十１1①、（(）)。，；：. 　\n",
        "一是",
        "二是",
        "三是",
        "首先，",
        "其次，",
        "最后，",
        "第一，",
        "其一，",
        "各位代表，",
        "会议认为，",
        "2025年工作回顾",
        "工作总结",
        "（草案）",
        "——在会议上",
        "镇党委坚强领导",
        "〔待填：会期〕",
        "2026年1月1日",
        "各位代表：",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_is_lost_whatever_its_shape(text: str) -> None:
    document = read(text + "\n")
    set_aside = "".join(residue.text for residue in document.residue)
    kept = "".join(document.text().split())
    given_text = "".join("".join(raw.text for raw in raw_lines(text)).split())
    assert sorted(kept + "".join(set_aside.split())) == sorted(given_text)
    if not document.residue:
        assert kept == given_text


def test_report_of_the_government_is_not_the_presidiums() -> None:
    text = "政府工作报告\n各位代表：\n现在，我代表镇人民政府向大会报告工作，请予审议。"
    assert read(text).kind == ""
    assert read(text.replace("代表镇人民政府", "受镇人大主席团委托")).kind == "presidium-report"


@pytest.mark.parametrize(
    "title",
    [
        "2025年工作回顾",
        "过去五年的工作",
        "20__年的主要工作任务",
        "镇人大主席团2026年工作打算",
        "存在的问题和不足",
        "二〇二六年工作计划",
    ],
)
def test_line_that_says_when_or_what_and_no_more_titles_a_part(title: str) -> None:
    assert [type(block) for block in read(f"各位代表：\n我受委托报告工作。\n{title}\n甲。").blocks][-1] is Part


@pytest.mark.parametrize(
    "line",
    ["监督的重点是三项工作", "其中环保工作最受关注", "建议加强培训", "能力不足", "监督工作情况表", "视察工作\t4\t56"],
)
def test_line_that_only_speaks_of_work_titles_no_part(line: str) -> None:
    document = read(f"清溪镇人大2025年工作总结\n一、监督工作\n{line}\n二、代表工作\n走访代表。")
    assert not any(isinstance(node, Part) for node in document.walk())
    assert [section.number for section in document.blocks if isinstance(section, Section)] == [None, None]


def test_title_on_three_lines_is_one_title() -> None:
    lines = "清溪镇第十八届人民代表大会\n第四次会议\n关于政府工作报告的决议"
    document = read(f"{lines}\n（2026年1月15日通过）\n会议决定批准这个报告。")
    assert plain(document.title_block.title or ()) == lines
    assert plain(document.title_block.adoption_note or ()) == "（2026年1月15日通过）"


@pytest.mark.parametrize(
    ("above", "occasion", "reporter"),
    [
        ("镇人大主席　李明\n（2026年1月14日）", "", "镇人大主席　李明\n（2026年1月14日）"),
        ("2026年1月14日\n镇人大主席　李明", "2026年1月14日", "镇人大主席　李明"),
        (
            "——在镇十八届人大四次会议上\n（2026年1月14日）\n李明",
            "——在镇十八届人大四次会议上\n（2026年1月14日）",
            "李明",
        ),
        ("——在镇十八届人大四次会议上\n李 明\n2026年1月14日", "——在镇十八届人大四次会议上", "李 明\n2026年1月14日"),
    ],
)
def test_day_may_stand_before_or_behind_who_reports(above: str, occasion: str, reporter: str) -> None:
    text = f"人大主席团工作报告\n{above}\n各位代表：\n请予审议。"
    block = read(text).title_block
    found = [plain(part or ()) for part in (block.occasion, block.reporter, block.salutation)]
    assert found == [occasion, reporter, "各位代表："]
    assert read(text).text() == text


def test_line_that_no_sentence_begins_with_goes_on() -> None:
    first = "一年来，镇人大主席团坚持党的领导，围绕中心，服务大局，开展了一系列富有成效"
    assert (
        read(f"清溪镇人大2025年工作总结\n{first}\n的工作，取得了新的进展。")
        .text()
        .endswith(f"{first}的工作，取得了新的进展。")
    )


def test_text_cut_into_many_lines_is_joined_in_time() -> None:
    line = "监督工作的情况很好，开展视察，听取意见，提出各项建议，"
    document = read("清溪镇人大2025年工作总结\n" + f"{line}\n" * 20_000)
    assert len(document.text()) == 20_000 * len(line) + len("清溪镇人大2025年工作总结\n")


@pytest.mark.parametrize(
    "line", ["打印", "打印 关闭", "【打印】【关闭】", "【字体：大 中 小】", "[返回] | [打印本页]", "字体：【大 中 小】"]
)
def test_buttons_beside_a_text_are_set_aside(line: str) -> None:
    assert [residue.text for residue in read(f"清溪镇人大2025年工作总结\n依法履职。\n{line}").residue] == [line]


@pytest.mark.parametrize(
    "date", ["2025年12月22日", "2025年12月", "2025.12.22", "2025-12-22", "二〇二五年十二月二十二日"]
)
def test_day_of_a_signature_is_written_in_several_ways(date: str) -> None:
    document = read(f"清溪镇人大2025年工作总结\n依法履职。\n清溪镇人大办\n{date}")
    assert document.signature is not None
    assert plain(document.signature.date or ()) == date
    assert plain(document.signature.organ or ()) == "清溪镇人大办"


def test_missing_file_is_said_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件打不开：没有这个文件，请核对路径和权限"):
        read(tmp_path / "没有.txt")


TABLE = "监督工作情况表\n单位：次\n项目\t次数\n专题调研\t3\n视察\t"


def test_rows_parted_by_tabs_are_a_table() -> None:
    document = read(f"清溪镇人大2025年工作总结\n一、监督工作\n{TABLE}4\n二、代表工作\n走访代表。")
    first, second = (block for block in document.blocks if isinstance(block, Section))
    assert first.blocks == (
        Table(["项目", "次数"], [["专题调研", "3"], ["视察", "4"]], caption="监督工作情况表", unit="次"),
    )
    assert plain(second.title or ()) == "代表工作"
    assert TABLE in document.text()


@pytest.mark.parametrize("text", ["一、\t监督工作\n二、\t代表工作", "张三\t李四\n王五\t赵六", "项目\t1\n项目\t1\t2"])
def test_tabs_without_a_table_are_left(text: str) -> None:
    assert not any(isinstance(node, Table) for node in read(f"清溪镇人大2025年工作总结\n{text}").walk())


def test_table_comes_back_from_both_formats(tmp_path: Path) -> None:
    table = Table(["项目", "件数"], [["水利", "3"], ["道路|桥梁", "5"]], caption="建议分类", unit="件")
    document = Document(kind="work-summary", blocks=[Section("办理建议", ["甲。", table])])
    for name in ("paper.md", "paper.txt"):
        assert read(write(document, tmp_path / name)).blocks == document.blocks


def test_title_and_reporter_on_two_lines_come_back_from_markdown(tmp_path: Path) -> None:
    text = "清溪镇第十八届人民代表大会第四次会议\n人大主席团工作报告\n镇人大主席　李明\n（2026年1月14日）\n各位代表：\n请予审议。"
    document = read(text.replace("会议\n人大", "会议人大", 1))
    broken = evolve(document, title_block=evolve(document.title_block, title=inlines(text.partition("\n镇人大")[0])))
    assert read(write(broken, tmp_path / "paper.md")) == broken


def test_escaped_break_is_text() -> None:
    assert read_markdown_text("甲\\<br>乙<br>丙").text() == "甲<br>乙\n丙"


def test_heading_may_be_closed_by_its_marks() -> None:
    assert (
        read_markdown_text("# 清溪镇人大2025年工作总结 ##\n## 一、监督" + " " * 100_000 + "工作")
        .text()
        .startswith("清溪镇人大2025年工作总结\n一、")
    )


def test_title_set_apart_is_a_title() -> None:
    title = "清 溪 镇 人 大 工 作 总 结"
    document = read(f"{title}\n镇人大主席团依法履职。")
    assert (plain(document.title_block.title or ()), document.kind) == (title, "work-summary")


@pytest.mark.parametrize(
    "line", ["以下是小编为大家整理的工作总结范文。", "（责任编辑：张三）", "您是第1234位访客", "[1] [2] 下一页"]
)
def test_what_a_site_says_about_itself_is_set_aside(line: str) -> None:
    document = read(f"{line}\n清溪镇人大2025年工作总结\n依法履职。")
    assert [residue.text for residue in document.residue] == [line]
    assert plain(document.title_block.title or ()) == "清溪镇人大2025年工作总结"


@pytest.mark.parametrize("line", ["各位代表，同志们：", "各位代表、同志们：", "尊敬的各位代表，各位来宾：", "同志们："])
def test_salutation_may_greet_others_too(line: str) -> None:
    block = read(f"人大主席团工作报告\n{line}\n请予审议。").title_block
    assert plain(block.salutation or ()) == line


def test_organ_of_a_signature_may_stand_on_two_lines() -> None:
    text = "清溪镇人民代表大会公告\n现予公告。\n清溪镇第十八届人民代表大会\n第一次会议主席团\n2026年1月8日"
    document = read(text)
    assert document.signature is not None
    assert plain(document.signature.organ or ()) == "清溪镇第十八届人民代表大会\n第一次会议主席团"
    assert document.text() == text


@pytest.mark.parametrize("name", ["报告.rtf", "报告.ODT", "去年/报告.html", "报告.xlsx", "报告.wps"])
def test_a_line_that_ends_in_the_suffix_of_a_file_is_meant_for_one(name: str) -> None:
    with pytest.raises(ReadError, match=r"读不了.*可读的有"):
        read(name)


def test_a_line_with_a_point_in_it_is_text() -> None:
    for text in ("增长3.5", "来稿请寄 renda@qingxi.gov", "一.总体要求"):
        assert read(text).text() == text
