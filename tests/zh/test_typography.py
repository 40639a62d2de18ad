"""Marks and spaces: what is put right, what is left alone, and that once is enough."""

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from draftkit.errors import TextError
from draftkit.zh import typography
from draftkit.zh._edits import composed
from draftkit.zh.typography import Edit, normalize

PIECES = st.sampled_from(
    [
        *"会议强调一十第章中央。，、；：！？（）《》“”‘’—…～〔〕",
        *",:;!?()\"'~.·-－─ \t\u3000\u00a0\n1290%xA]|*#[",
        "...",
        "--",
        "。。",
        "国务院",
        "部分",
        "https://a.b/c",
        "www.",
        "a@b.cn",
        "](",
        "12:30",
        "1,000",
        "张三 李四 王五",
    ]
)
HOSTILE = st.lists(PIECES, max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("会议强调,要抓落实", "会议强调，要抓落实"),
        ("会议强调, 要抓落实", "会议强调，要抓落实"),
        ("会议指出:加强监督;改进作风!好不好?", "会议指出：加强监督；改进作风！好不好？"),
        ("2023年,2024年", "2023年，2024年"),
        ("投入3.5亿元,增长8.2%,完成12件", "投入3.5亿元，增长8.2%，完成12件"),
        ("增长8.2%,12件办结", "增长8.2%，12件办结"),
        ("GDP,增长5%", "GDP，增长5%"),
        ("各位代表:", "各位代表："),
        ("时间:2024年", "时间：2024年"),
        ("决议(草案)", "决议（草案）"),
        ("(一)加强监督", "（一）加强监督"),
        ("(一）加强监督", "（一）加强监督"),
        ("(1)加强监督", "（1）加强监督"),
        ("1)加强监督", "1）加强监督"),
        ("国内生产总值(GDP)增长", "国内生产总值（GDP）增长"),
        ('坚持"三个到位"', "坚持“三个到位”"),
        ('坚持"三个到位",推进"一府一院"监督', "坚持“三个到位”，推进“一府一院”监督"),
        ('所谓"IPO"、"GDP"、"CPI"等', "所谓“IPO”、“GDP”、“CPI”等"),
        ("“坚持'三个到位'”", "“坚持‘三个到位’”"),
        ('"坚持“三个到位”"', "“坚持“三个到位””"),
        ("召开 会 议", "召开会议"),
        ("2024 年 3 月 28 日", "2024年3月28日"),
        ("满意率达到 100%。", "满意率达到100%。"),
        ("一、 加强监督 ，", "一、加强监督，"),
        ("等等...", "等等……"),
        ("等等。。。。。。", "等等……"),
        ("等等······", "等等……"),
        ("等等…", "等等……"),
        ("--2025年1月14日在第四次会议上", "——2025年1月14日在第四次会议上"),
        ("代表--人民选出的", "代表——人民选出的"),
        ("──在会议上", "——在会议上"),
        ("会议结束。。", "会议结束。"),
        ("会议结束,,", "会议结束，"),
        ("会议结束。 。", "会议结束。"),
        ("会议结束.", "会议结束。"),
        ("15%~30%的代表", "15%～30%的代表"),
        ("3月~5月", "3月～5月"),
    ],
)
def test_a_slip_of_the_keyboard_is_put_right(text: str, right: str) -> None:
    assert normalize(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "",
        "会议于12:30开始，投入3.5亿元，1,000人参加",
        "比分为3:1",
        "见 https://example.org/a,b;c?d=1:2 一节",
        "见 https://example.org/2 一节",
        "见www.example.org/a,b",
        "来信请寄office.1@example.org",
        'Hello, world! It\'s (really) "fine": yes; no?',
        "调用f(x, y)",
        "the deputies' work and the congress's rules",
        "中共中央 国务院",
        "第二部分 2025年工作安排",
        "第一章 总则",
        "张三 李四 王五",
        "主席：　　李明",
        "李明  王芳",
        "　　会议认为",
        "GDP 增长5.0%",
        "place: 清溪镇",
        "[会议](https://example.org/会,议)",
        "| 会议 | 12 |",
        "---",
        "会议----------",
        "工作回顾..........3",
        "运行命令 --help",
        "2023--2024",
        "阿卜杜拉·买买提",
        "实实在在，一步一步",
        '一个"没有另一半',
        "三.",
        "好！！",
        "甲……乙——丙",
    ],
)
def test_what_is_right_or_not_chinese_stays(text: str) -> None:
    assert typography.edits(text) == ()
    assert normalize(text) == text


@given(HOSTILE)
@example("。 。。")
@example("a ’b '会 '")
@example("会 ... ...会")
@settings(max_examples=1500)
def test_a_text_put_right_stays_as_it_is(text: str) -> None:
    once = normalize(text)
    assert typography.edits(once) == ()


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_any_text_is_put_right_at_once(text: str) -> None:
    assert typography.edits(normalize(text)) == ()


@given(HOSTILE)
def test_edits_stand_in_order_and_change_only_marks_and_spaces(text: str) -> None:
    found = typography.edits(text)
    assert [edit for edit in found if text[edit.start : edit.end] == edit.new] == []
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert not any(char.isalnum() for edit in found for char in text[edit.start : edit.end] + edit.new)


def test_each_edit_names_its_rule_and_its_place() -> None:
    assert typography.edits('2024 年,"会 议"...') == (
        Edit(4, 5, "", "spaces"),
        Edit(6, 7, "，", "width"),
        Edit(7, 8, "“", "quotes"),
        Edit(9, 10, "", "spaces"),
        Edit(11, 12, "”", "quotes"),
        Edit(12, 15, "……", "ellipsis"),
    )


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(1, 3, "", "a"), Edit(2, 4, "", "b")],
        [Edit(2, 3, "", "a"), Edit(0, 1, "", "b")],
        [Edit(3, 9, "", "a")],
        [Edit(2, 1, "", "a")],
    ],
)
def test_edits_that_do_not_fit_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(TextError, match="越界或与前一处重叠"):
        typography.apply("会议强调", edits)


@st.composite
def _text_and_edits(draw: st.DrawFn, text: str) -> list[Edit]:
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    news = st.text(alphabet="abc", max_size=3)
    return [Edit(a, b, draw(news), "r") for a, b in zip(places[::2], places[1::2], strict=False) if a < b]


@given(st.data(), st.text(alphabet="uvwxyz", max_size=12))
@settings(max_examples=500)
def test_composed_edits_do_what_both_did(data: st.DataObject, text: str) -> None:
    first = data.draw(_text_and_edits(text))
    between = typography.apply(text, first)
    second = data.draw(_text_and_edits(between))
    assert typography.apply(text, composed(first, second)) == typography.apply(between, second)


@pytest.mark.parametrize(
    "unit",
    [
        ",",
        "(",
        ")",
        "(会",
        '"',
        "'",
        " ",
        "会 ",
        "会,",
        "。",
        ".",
        "-",
        "~1",
        "…",
        "http://",
        "www.",
        "www.,",
        "a@",
        "a",
        "](",
        "第1部分 ",
        "会会 ",
    ],
)
def test_a_long_hostile_text_is_put_right_in_linear_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    assert typography.edits(normalize(text)) == ()
