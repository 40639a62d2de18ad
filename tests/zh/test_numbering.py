"""Labels: written and read back in every style, and never seen in a number or a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.errors import TextError
from draftkit.zh import numbering
from draftkit.zh.numbering import (
    DI,
    HEADINGS,
    POINTS,
    QI,
    SHI,
    SHOUXIAN,
    SHOUXIAN_OPEN,
    STYLES,
    YAO,
    LabelStyle,
    Numeral,
    find_points,
    parse_label,
    parse_point,
    style_named,
)

HIGHEST = {
    Numeral.HANZI: 999,
    Numeral.ARABIC: 999,
    Numeral.CIRCLED: 50,
    Numeral.BRACKETED_HANZI: 10,
    Numeral.BRACKETED_ARABIC: 20,
    Numeral.DOTTED: 20,
    Numeral.ORDER: 4,
    Numeral.ORDER_OPEN: 4,
}
# What may open a heading; each was once, or could be, taken for more of the label.
TITLES = ["加强监督", "一年来的工作", "2024年工作安排", "三个坚持不动摇", "“十四五”规划", "（草案）", " 加强监督"]


@st.composite
def styles_and_numbers(draw: st.DrawFn, styles: tuple[LabelStyle, ...]) -> tuple[LabelStyle, int]:
    style = draw(st.sampled_from(styles))
    return style, draw(st.integers(1, HIGHEST[style.numeral]))


@given(styles_and_numbers(STYLES), st.sampled_from(["加强监督", "“十四五”规划", " 加强监督", "GDP稳步增长", ""]))
def test_every_heading_label_is_read_back(case: tuple[LabelStyle, int], title: str) -> None:
    style, number = case
    text = style.format(number)
    label = parse_label(text + title)
    assert label == numbering.Label(style=style, number=number, text=text, start=0, end=len(text))


@given(styles_and_numbers(POINTS), st.sampled_from(["加强监督", "“十四五”规划", "坚持", ""]))
def test_every_point_label_is_read_back(case: tuple[LabelStyle, int], title: str) -> None:
    style, number = case
    text = style.format(number)
    label = parse_point(text + title)
    assert label == numbering.Label(style=style, number=number, text=text, start=0, end=len(text))


@pytest.mark.parametrize("style", HEADINGS)
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("number", range(1, 13))
def test_labels_of_the_standard_stand_before_any_title(style: LabelStyle, title: str, number: int) -> None:
    label = parse_label(style.format(number) + title)
    assert label is not None
    assert (label.style, label.number) == (style, number)


@pytest.mark.parametrize(
    ("text", "name", "number", "label"),
    [
        ("一、一年来的工作", "hanzi-comma", 1, "一、"),
        ("一、一以贯之抓监督", "hanzi-comma", 1, "一、"),
        ("一、三个坚持不动摇", "hanzi-comma", 1, "一、"),
        ("一、二十届三中全会精神", "hanzi-comma", 1, "一、"),
        ("一、十件民生实事", "hanzi-comma", 1, "一、"),
        ("二、2024年工作安排", "hanzi-comma", 2, "二、"),
        ("二、二〇二四年工作回顾", "hanzi-comma", 2, "二、"),
        ("二、三农工作", "hanzi-comma", 2, "二、"),
        ("二、三级联动聚合力", "hanzi-comma", 2, "二、"),
        ("二、三季度工作打算", "hanzi-comma", 2, "二、"),
        ("二、12月份工作安排", "hanzi-comma", 2, "二、"),
        ("三、三产融合发展", "hanzi-comma", 3, "三、"),
        ("三、八项规定精神落实情况", "hanzi-comma", 3, "三、"),
        ("三、四个意识更加牢固", "hanzi-comma", 3, "三、"),
        ("四、三次集中视察", "hanzi-comma", 4, "四、"),
        ("十二、　自身建设", "hanzi-comma", 12, "十二、"),
        ("一百零一、附则", "hanzi-comma", 101, "一百零一、"),
        ("（一）围绕中心", "hanzi-paren", 1, "（一）"),
        ("(二)围绕中心", "hanzi-paren-half", 2, "(二)"),
        ("(二）围绕中心", "hanzi-paren-half-full", 2, "(二）"),
        ("（二)围绕中心", "hanzi-paren-full-half", 2, "（二)"),
        ("（三）、围绕中心", "hanzi-paren-comma", 3, "（三）、"),
        ("㈢围绕中心", "hanzi-bracketed", 3, "㈢"),
        ("一.加强监督", "hanzi-dot", 1, "一."),
        ("一.三项制度", "hanzi-dot", 1, "一."),
        ("1.加强监督", "arabic-dot", 1, "1."),
        ("1.三项制度", "arabic-dot", 1, "1."),
        ("1.十件实事", "arabic-dot", 1, "1."),
        ("1.2024年工作情况", "arabic-dot", 1, "1."),
        ("2.2025—2027年规划", "arabic-dot", 2, "2."),
        ("12. 加强监督", "arabic-dot", 12, "12."),
        ("1．加强监督", "arabic-fullstop", 1, "1．"),
        ("⒈加强监督", "arabic-dotted", 1, "⒈"),
        ("1、加强监督", "arabic-comma", 1, "1、"),
        ("1、2024年工作情况", "arabic-comma", 1, "1、"),
        ("1、12月31日前完成", "arabic-comma", 1, "1、"),
        ("1、10件民生实事", "arabic-comma", 1, "1、"),
        ("3、1号工程推进情况", "arabic-comma", 3, "3、"),
        ("（1）加强监督", "arabic-paren", 1, "（1）"),
        ("(1)加强监督", "arabic-paren-half", 1, "(1)"),
        ("⑴加强监督", "arabic-bracketed", 1, "⑴"),
        ("1）加强监督", "arabic-half", 1, "1）"),
        ("1)加强监督", "arabic-half-half", 1, "1)"),
        ("①加强监督", "circled", 1, "①"),
        ("㉑加强监督", "circled", 21, "㉑"),
    ],
)
def test_a_label_is_recognised(text: str, name: str, number: int, label: str) -> None:
    found = parse_label(text)
    assert found is not None
    assert (found.style.name, found.number, found.text, found.start, found.end) == (name, number, label, 0, len(label))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一",
        "会议认为，一、二号文件",
        "一年来，镇人大主席团履职尽责",
        "一二三产业融合发展",
        "三农工作",
        "3.5亿元的投资",
        "1.5倍",
        "1．5倍",
        "10.24亿元",
        "100.5万元",
        "3.15消费者权益日",
        "12.4国家宪法日",
        "2024.3.28",
        "2024年，镇人大主席团召开会议",
        "2024、2025年",
        "12:30开会",
        "3:1",
        "50%的代表",
        "1,000人参加",
        "01.加强监督",
        "0.加强监督",
        "一、二期工程相继完工",
        "一、二、三产业增加值",
        "二、三产业增加值",
        "一、二季度，主席团开展视察",
        "三、四线城市",
        "三、四级公路",
        "五、六年级学生",
        "七、八月份",
        "七、八成的代表",
        "十一、十二月",
        "十八、十九届代表",
        "3、5月份",
        "3、4、5月",
        "1、2号楼",
        "14、15日",
        "1、2、3号楼",
        "（一）至（三）项规定",
        "（一）、（二）项规定",
        "(1)至(3)项",
        "五.四青年节",
        "三.八妇女节",
        "零、总则",
        "百、加强监督",
        "十十、加强监督",
        "一百二、加强监督",
        "（二〇二四）加强监督",
        "(2024)5号",
        "第一、加强监督",
        "一是加强监督",
        "首先，加强监督",
    ],
)
def test_a_number_a_list_or_a_word_is_no_label(text: str) -> None:
    assert parse_label(text) is None


@pytest.mark.parametrize(
    ("text", "style", "number", "label"),
    [
        ("一是谋划早", SHI, 1, "一是"),
        ("一是一体推进", SHI, 1, "一是"),
        ("三是三级联动", SHI, 3, "三是"),
        ("二十一是谋划早", SHI, 21, "二十一是"),
        ("二要落实", YAO, 2, "二要"),
        ("第一，学习", DI, 1, "第一，"),
        ("第一,学习", DI, 1, "第一,"),
        ("第二、三个方面的工作", style_named("di-comma"), 2, "第二、"),
        ("其三，学习", QI, 3, "其三，"),
        ("首先，学习", SHOUXIAN, 1, "首先，"),
        ("再次,学习", SHOUXIAN, 3, "再次,"),
        ("最后，学习", SHOUXIAN, 4, "最后，"),
    ],
)
def test_a_point_is_recognised(text: str, style: LabelStyle, number: int, label: str) -> None:
    found = parse_point(text)
    assert found is not None
    assert (found.style, found.number, found.text) == (style, number, label)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "是",
        "一是一，二是二，实事求是",
        "一是一",
        "三要素齐全",
        "第一产业增加值",
        "第一、二产业增加值",
        "第一、第二产业增加值",
        "第三、四条规定",
        "第一、二、三产业",
        "其中，有三件",
        "其次重要的",
        "首先要学习",
        "十十是学习",
        "一、加强监督",
    ],
)
def test_what_only_looks_like_a_point_is_none(text: str) -> None:
    assert parse_point(text) is None


def texts(text: str) -> list[str]:
    """Return the labels of the points in `text`."""
    found = find_points(text)
    assert [text[label.start : label.end] for label in found] == [label.text for label in found]
    return [label.text for label in found]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("做到三点：一是早谋划；二是早部署；三是早落实。", ["一是", "二是", "三是"]),
        ("一是早谋划。早了才好。二是早部署。", ["一是", "二是"]),
        ("一是早谋划、二是早部署", ["一是", "二是"]),
        ("强化监督。 一是早谋划； 二是早部署", ["一是", "二是"]),
        ("坚持“三早”一是早谋划；二是早部署", ["一是", "二是"]),
        ("一要学；二要用；三要素要齐", ["一要", "二要"]),
        ("第一，学；第二，用。", ["第一，", "第二，"]),
        ("第一、学；第二、用。", ["第一、", "第二、"]),
        ("其一，学；其二，用。", ["其一，", "其二，"]),
        ("首先，学；其次，用；最后，改。", ["首先，", "其次，", "最后，"]),
        ("首先，学；最后，改。", ["首先，", "最后，"]),
        ("首先，学；最后，改。最后，再改。", ["首先，", "最后，"]),
        ("首先，学；再次，改。", []),
        ("一是早谋划", []),
        ("一是早谋划；三是早落实", []),
        ("二是早部署；三是早落实", []),
        ("这是一是一、二是二的事", []),
        ("一是一、二是二，实事求是", []),
        ("统一是前提；唯二是例外", []),
        ("", []),
    ],
)
def test_points_are_found_where_they_count_from_one(text: str, labels: list[str]) -> None:
    assert texts(text) == labels


def test_of_points_within_points_the_outer_are_found() -> None:
    assert texts("第一，学：一是早学；二是常学。第二，用：一是会用；二是善用。") == ["第一，", "第二，"]


def test_only_the_first_count_is_found() -> None:
    text = "一是学；二是用。再看下步：一是改；二是立；三是行。"
    assert texts(text) == ["一是", "二是"]
    assert find_points(text)[1].start == text.index("二是用")


def test_a_lone_first_point_gives_way_to_the_count_behind_it() -> None:
    text = "一是前提。会议要求，一是学；二是用。"
    assert find_points(text)[0].start == text.index("一是学")


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("首先，学；其次，用。", SHOUXIAN),
        ("首先，学；其次，用；再次，改。", SHOUXIAN_OPEN),
        ("首先，学；其次，用；最后，改。", SHOUXIAN),
        ("首先，学；其次，用；再次，改；最后，立。", SHOUXIAN),
    ],
)
def test_words_that_count_are_written_again_as_they_stood(text: str, style: LabelStyle) -> None:
    found = find_points(text)
    assert {label.style for label in found} == {style}
    written = [style.format(number, total=len(found)) for number in range(1, len(found) + 1)]
    assert written == [label.text for label in found]


@given(
    st.lists(
        st.sampled_from(
            ["一是", "二是", "三是", "第一，", "第二，", "首先，", "其次，", "最后，", "学", "；", "。", "、", " "]
        ),
        max_size=30,
    )
)
def test_points_found_count_up_from_one_in_one_style(pieces: list[str]) -> None:
    found = find_points("".join(pieces))
    assert [label.number for label in found] == list(range(1, len(found) + 1))
    assert len({label.style for label in found}) <= 1
    assert len(found) != 1


@pytest.mark.parametrize("number", [0, -1])
def test_labels_count_from_one(number: int) -> None:
    with pytest.raises(TextError, match="编号须从1起"):
        SHI.format(number)


@pytest.mark.parametrize(("name", "number"), [("circled", 51), ("shouxian", 5), ("hanzi-bracketed", 11)])
def test_a_style_that_ends_refuses_to_count_on(name: str, number: int) -> None:
    with pytest.raises(TextError, match="最多编到"):
        style_named(name).format(number, total=99)


def test_styles_have_names_of_their_own() -> None:
    styles = [*STYLES, *POINTS, SHOUXIAN_OPEN]
    assert [style_named(style.name) for style in styles] == styles
    with pytest.raises(TextError, match="没有名为“甲”的编号样式，可用：hanzi-comma"):
        style_named("甲")


@pytest.mark.parametrize(
    "unit",
    [
        "一是",
        "一是，",
        "，",
        "，一是",
        "，二是",
        " ",
        "， ",
        "\n",
        "一、",
        "第一、",
        "首先，",
        "一",
        "1",
        "（一）",
        "①",
    ],
)
def test_long_hostile_texts_are_read_in_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert len(find_points(text)) < 2
    assert parse_label(text) is None or unit in {"一、", "（一）", "①"}
