"""Numerals, checked against cn2an where both have them, and by round trips beyond."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from draftkit.errors import TextError
from draftkit.zh import numerals

UP_TO_LARGEST = st.integers(min_value=0, max_value=numerals.LARGEST)


def test_no_difference_from_cn2an_up_to_99999() -> None:
    cn2an = pytest.importorskip("cn2an", reason="cn2an is the oracle here, and isn't installed")
    written = {n: numerals.format_numeral(n) for n in range(1, 100_000)}
    assert [n for n, text in written.items() if cn2an.an2cn(n) != text] == []
    assert [n for n, text in written.items() if cn2an.cn2an(text, "strict") != n] == []
    assert [n for n, text in written.items() if numerals.parse_numeral(text) != n] == []


@given(UP_TO_LARGEST)
@example(numerals.LARGEST)
@example(0)
@example(10**12 + 10**7)
def test_what_is_written_is_read_back(n: int) -> None:
    assert numerals.parse_numeral(numerals.format_numeral(n)) == n


@given(st.integers(min_value=1, max_value=numerals.LARGEST))
def test_ordinals_and_digits_are_read_back(n: int) -> None:
    assert numerals.parse_ordinal(numerals.format_ordinal(n)) == n
    assert numerals.parse_digits(numerals.format_digits(n)) == n


@given(UP_TO_LARGEST)
def test_two_is_never_written_liang_and_zero_never_twice(n: int) -> None:
    text = numerals.format_numeral(n)
    assert "两" not in text
    assert "〇" not in text
    assert "零零" not in text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (10_001, "一万零一"),
        (100_000, "十万"),
        (120_000, "十二万"),
        (110_012, "十一万零一十二"),
        (100_000_010, "一亿零一十"),
        (100_010_000, "一亿零一万"),
        (110_000_000, "一亿一千万"),
        (1_000_000_000_000, "一万亿"),
        (1_000_100_000_000, "一万零一亿"),
        (1_000_000_000_001, "一万亿零一"),
        (1_100_000_000_000, "一万一千亿"),
        (9_999_999_999_999_999, "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
        (10_000_000_000_000_000, "一亿亿"),
    ],
)
def test_empty_places_are_read_as_one_zero(number: int, text: str) -> None:
    assert numerals.format_numeral(number) == text
    assert numerals.parse_numeral(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两", 2),
        ("两百", 200),
        ("两千两百二十二", 2222),
        ("两万两千", 22_000),
        ("两亿", 200_000_000),
        ("〇", 0),
        ("一百〇一", 101),
        ("一千〇一十", 1010),
        ("一十", 10),
        ("一十八万", 180_000),
    ],
)
def test_other_ways_of_writing_are_read(text: str, number: int) -> None:
    assert numerals.parse_numeral(text) == number


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("一十百", "一百一十"),
        ("一百二", "一百零二"),
        ("一百十二", "一百一十二"),
        ("二十零一", "二十一"),
        ("一百零零一", "一百零一"),
        ("零一", "一"),
        ("一万五", "一万零五"),
        ("万", "一万"),
        ("二〇二四", "二千零二十四"),
        ("一万万", "一亿"),
    ],
)
def test_a_malformed_numeral_is_refused_with_the_right_form(text: str, right: str) -> None:
    with pytest.raises(TextError, match=f"应写作“{right}”"):
        numerals.parse_numeral(text)


@pytest.mark.parametrize("text", ["", "12", "十2", "壹佰", "十二 ", "十二件", "亿" * 10_000, "九" * 30, "十\n"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(TextError, match="不是汉字数字"):
        numerals.parse_numeral(text)


@given(st.text(alphabet="零〇一二两三九十百千万亿", max_size=50))
def test_any_row_of_signs_is_read_or_refused(text: str) -> None:
    try:
        number = numerals.parse_numeral(text)
    except TextError:
        return
    assert 0 <= number <= numerals.LARGEST


@pytest.mark.parametrize("n", [-1, numerals.LARGEST + 1])
def test_a_number_out_of_range_is_refused(n: int) -> None:
    with pytest.raises(TextError, match="汉字数字只写0至"):
        numerals.format_numeral(n)


@pytest.mark.parametrize("text", ["", "二千", "2024", "二〇二四年", "二" * 100])
def test_digits_are_refused_where_anything_else_stands_among_them(text: str) -> None:
    with pytest.raises(TextError, match="不是逐位书写的数字"):
        numerals.parse_digits(text)


def test_digits_read_every_zero_and_write_one() -> None:
    assert {numerals.parse_digits(text) for text in ("二〇二〇", "二零二零", "二○二○")} == {2020}
    assert numerals.format_digits(2020) == "二〇二〇"
    with pytest.raises(TextError, match="不能是负数"):
        numerals.format_digits(-5)


@pytest.mark.parametrize("text", ["", "第", "十八", "第零", "第0", "第十八届", "第1８"])
def test_what_is_no_ordinal_is_refused(text: str) -> None:
    with pytest.raises(TextError):
        numerals.parse_ordinal(text)


@pytest.mark.parametrize("n", [0, -3])
def test_ordinals_count_from_one(n: int) -> None:
    with pytest.raises(TextError, match="序数从第一起"):
        numerals.format_ordinal(n)
