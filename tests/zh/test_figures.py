"""Figures: written exactly, rounded half up, and never from a float."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.errors import TextError
from draftkit.zh import figures
from draftkit.zh.figures import Figure

AMOUNTS = st.decimals(min_value=-(10**15), max_value=10**15, places=4)
UNITS = st.sampled_from(["", "件", "人次", "万元", "亿元", "%", "平方公里"])


@given(AMOUNTS, UNITS)
def test_a_figure_is_read_back_from_its_text(value: Decimal, unit: str) -> None:
    assert figures.parse_figure(str(Figure(value, unit))) == Figure(value, unit)


@given(AMOUNTS)
def test_commas_between_thousands_are_read(value: Decimal) -> None:
    assert figures.parse_figure(figures.format_number(value, grouped=True)).value == value


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Decimal("0.5"), 0, "1"),
        (Decimal("1.5"), 0, "2"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("-2.5"), 0, "-3"),
        (Decimal("-0.4"), 0, "0"),
        (Decimal("1.005"), 2, "1.01"),
        (Decimal("12.00"), 2, "12"),
        (Decimal("1E+3"), None, "1000"),
        (Decimal("0.0000000001"), None, "0.0000000001"),
        (Decimal(1) / 3, None, "0.3333333333"),
        (9_999_999_999_999_999, None, "9999999999999999"),
        (0, None, "0"),
    ],
)
def test_numbers_are_rounded_half_up(value: figures.Number, places: int | None, text: str) -> None:
    assert figures.format_number(value, places) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(33, 34, "97.1%"), (34, 34, "100%"), (1, 8, "12.5%"), (0, 5, "0%"), (1, 16, "6.3%"), (112, 100, "112%")],
)
def test_rates_have_one_decimal_and_none_when_whole(part: int, whole: int, text: str) -> None:
    assert figures.format_percent(Decimal(part) / whole) == text


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (541, 500, "增长8.2%"),
        (969, 1000, "下降3.1%"),
        (1000, 500, "增长100%"),
        (0, 500, "下降100%"),
        (500, 500, "与上年持平"),
        (100_049, 100_000, "与上年基本持平"),
        (100_050, 100_000, "增长0.1%"),
        (99_951, 100_000, "与上年基本持平"),
        (Decimal("3.5"), Decimal("2.5"), "增长40%"),
    ],
)
def test_a_change_is_worded_by_its_direction(now: figures.Number, before: figures.Number, text: str) -> None:
    assert figures.format_change(now, before) == text


@pytest.mark.parametrize("before", [0, -5])
def test_there_is_no_growth_from_nothing(before: int) -> None:
    with pytest.raises(TextError, match="增长率无从计算"):
        figures.growth(5, before)


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        ("0.971", "0.959", "提高1.2个百分点"),
        ("0.95", "0.97", "下降2个百分点"),
        ("0.95", "0.95", "与上年持平"),
        ("0.9501", "0.95", "与上年基本持平"),
    ],
)
def test_rates_change_in_percentage_points(now: str, before: str, text: str) -> None:
    assert figures.format_rate_change(Decimal(now), Decimal(before)) == text


def test_a_range_keeps_its_unit_twice() -> None:
    assert figures.format_range(Figure(15, "%"), Figure(30, "%")) == "15%～30%"
    assert figures.format_range(Figure("1.5", "万元"), Figure(17, "万元")) == "1.5万元～17万元"
    with pytest.raises(TextError, match="由小到大"):
        figures.format_range(Figure(30, "%"), Figure(15, "%"))


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ([Figure(1, "万元"), Figure(1, "亿元")], "“万元”、“亿元”"),
        ([], "没有数"),
    ],
)
def test_only_figures_of_one_unit_are_added(terms: list[Figure], reason: str) -> None:
    with pytest.raises(TextError, match=reason):
        figures.total(terms)


@given(st.lists(AMOUNTS, min_size=1, max_size=20))
def test_a_total_is_exact(values: list[Decimal]) -> None:
    assert figures.total(Figure(value, "万元") for value in values).value == sum(values)


@given(
    st.lists(st.integers(min_value=0, max_value=10**15), min_size=1, max_size=30).filter(any),
    st.integers(min_value=0, max_value=3),
)
def test_shares_add_up_and_stay_within_a_digit_of_the_truth(parts: list[int], places: int) -> None:
    found = figures.shares(parts, places)
    assert sum(found) == 1
    step = Decimal(1).scaleb(-places - 2)
    for part, share in zip(parts, found, strict=True):
        assert abs(Decimal(part) / sum(parts) - share) < step


@pytest.mark.parametrize("parts", [[], [0, 0], [5, -1]])
def test_shares_of_nothing_are_refused(parts: list[int]) -> None:
    with pytest.raises(TextError, match="占比"):
        figures.shares(parts)


@pytest.mark.parametrize(
    "value",
    [0.1, None, "", "abc", "1e5", "12件", "１２", Decimal("NaN"), Decimal("Infinity"), 10**16, Decimal("1E+999999")],
)
def test_what_is_not_exact_is_no_figure(value: object) -> None:
    with pytest.raises(TextError, match="不是能写进文稿的数"):
        Figure(value)  # type: ignore[arg-type]  # that is the test


@pytest.mark.parametrize(
    "text", ["", "万元", "若干件", "3.5.1万元", "1,23件", "3件5件", "3." + "1" * 50, "9" * 100_000]
)
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(TextError, match="不是数量"):
        figures.parse_figure(text)


@pytest.mark.parametrize("places", [-1, 11, 10**9])
def test_decimals_out_of_range_are_refused(places: int) -> None:
    with pytest.raises(TextError, match="小数位数应为0至10"):
        figures.rounded(1, places)


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["甲"], "甲"), (["甲", "乙"], "甲和乙"), (["甲", "乙", "丙", "丁"], "甲、乙、丙和丁")],
)
def test_lists_end_in_and(items: list[str], text: str) -> None:
    assert figures.format_list(items) == text
