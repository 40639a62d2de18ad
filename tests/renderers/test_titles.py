"""Titles break where meaning breaks, into lines that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.renderers.titles import break_title, first_line, width_of

_NAME = "清溪镇第十八届人民代表大会第四次会议"

BROKEN = [
    f"{_NAME}/关于政府工作报告的决议",
    f"{_NAME}/关于政府工作报告的决议（草案）",
    f"{_NAME}/关于清溪镇2024年财政预算执行情况/和2025年财政预算的决议",
    f"{_NAME}/选举办法（草案）",
    f"{_NAME}/财政预算审查委员会名单",
    "清溪镇第十八届人民代表大会主席团/关于召开第四次会议的决定",
    "关于清溪镇2024年财政预算执行情况/和2025年财政预算草案的报告",
    "关于2024年民生实事项目完成情况/和2025年民生实事候选项目的报告",
    "关于镇第十八届人大第三次会议/代表建议、批评和意见办理情况的报告",
    "清溪镇人大2024年工作总结/和2025年工作打算",
    "青山区清溪镇/第十八届人民代表大会第四次会议/关于2025年民生实事项目的决议",
    "呼伦贝尔市额尔古纳市三河回族乡/第十五届人民代表大会第三次会议/关于政府工作报告的决议",
    "清溪镇第十八届人民代表大会/代表资格审查委员会关于代表变动情况/和补选代表资格的审查报告",
    f"{_NAME}/关于清溪镇国民经济和社会发展/第十五个五年规划纲要的决议",
    "关于检查《中华人民共和国乡村振兴促进法》/贯彻实施情况的报告",
    "清溪镇民生实事项目/人大代表票决办法（草案）",
]

WHOLE = ["政府工作报告", "清溪镇人民代表大会公告", "清溪镇第十八届人民代表大会主席团工作报告", f"{_NAME}议程"]


@pytest.mark.parametrize("broken", BROKEN)
def test_it_breaks_where_meaning_does(broken: str) -> None:
    lines = tuple(broken.split("/"))
    assert break_title("".join(lines)) == lines


@pytest.mark.parametrize("title", WHOLE)
def test_a_title_that_fits_stays_whole(title: str) -> None:
    assert break_title(title) == (title,)


@pytest.mark.parametrize("broken", BROKEN)
def test_no_line_is_longer_than_a_line(broken: str) -> None:
    assert all(width_of(line) <= 20 for line in break_title(broken.replace("/", "")))


@pytest.mark.parametrize("kept", ["《中华人民共和国乡村振兴促进法》", "人民代表大会", "2024年", "第十八届", "（草案）"])
def test_it_keeps_names_numbers_and_brackets_together(kept: str) -> None:
    for broken in BROKEN:
        title = broken.replace("/", "")
        assert "".join(break_title(title)).count(kept) == sum(line.count(kept) for line in break_title(title))


def test_a_blank_in_a_title_is_not_torn() -> None:
    lines = break_title("清溪镇第十八届人民代表大会第四次会议关于接受〔待填：姓名〕辞去职务请求的决定")
    assert any("〔待填：姓名〕" in line for line in lines)


def test_a_name_longer_than_a_line_is_broken_somewhere() -> None:
    assert [len(line) for line in break_title("清" * 25)] != [25]


def test_a_text_too_long_for_a_title_is_left_to_the_word_processor() -> None:
    text = "清溪镇关于和平第四次会议2024年" * 40
    assert break_title(text) == (text,)


@given(st.text(st.sampled_from("清溪镇关于和与的、《》（）“”〔〕2024年a 第四次会议报告"), max_size=120))
def test_the_lines_make_the_title_again_and_fit(title: str) -> None:
    lines = break_title(title)
    assert "".join(lines) == title
    assert len(lines) == 1 or all(0 < width_of(line) <= 20 for line in lines)


@given(st.text(max_size=80))
def test_any_text_comes_back_whole(title: str) -> None:
    assert "".join(break_title(title)) == title
    assert title.startswith(first_line(title, 28))


def test_the_first_line_of_two_is_the_longer_one() -> None:
    text = "（2025年12月15日青山县清溪镇第十八届人民代表大会第六次会议通过）"
    first = first_line(text, 28)
    assert first == "（2025年12月15日青山县清溪镇第十八届人民代表大会"
    assert width_of(text) - width_of(first) <= width_of(first)
