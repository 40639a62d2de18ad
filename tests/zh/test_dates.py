"""Dates and spans of days, written and read."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.errors import TextError
from draftkit.zh import dates

DAY = dt.date(2024, 3, 28)
DATES = st.dates(min_value=dt.date(1000, 1, 1))


@given(DATES)
def test_a_date_is_read_back_in_both_forms(date: dt.date) -> None:
    assert dates.parse_date(dates.format_date(date)) == date
    assert dates.parse_date(dates.format_date_hanzi(date)) == date


@given(DATES, DATES)
def test_a_span_is_read_back(one: dt.date, other: dt.date) -> None:
    start, end = sorted((one, other))
    assert dates.parse_span(dates.format_span(start, end)) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月28日",
        "2024年03月28日",
        "2024 年 3 月 28 日",
        " 2024年3月28日\n",
        "2024年\u30003月28日",
        "２０２４年３月２８日",
        "二〇二四年三月二十八日",
        "二○二四年三月二十八日",
        "二◯二四年三月二十八日",
        "二零二四年三月二十八日",
        "二0二四年三月二十八日",
        "二O二四年三月二十八日",
        "二〇二四 年三月 二十八日",
        "2024年三月二十八日",
    ],
)
def test_every_way_of_writing_is_read(text: str) -> None:
    assert dates.parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2024年2月30日", "2024年2月只有29天"),
        ("2023年2月29日", "2023年2月只有28天"),
        ("2024年4月31日", "2024年4月只有30天"),
        ("2024年3月0日", "2024年3月只有31天"),
        ("2024年13月1日", "月份应为1至12"),
        ("2024年0月1日", "月份应为1至12"),
        ("0000年1月1日", "年份应从1起"),
        ("二〇二四年二月三十日", "2024年2月只有29天"),
        ("二〇二四年三月二八日", "应写作“二十八”"),
    ],
)
def test_a_day_that_is_not_there_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(TextError, match=reason):
        dates.parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024年",
        "2024年3月",
        "3月28日",
        "24年3月28日",
        "2024-03-28",
        "2024.3.28",
        "2024年3月28日召开",
        "12024年3月28日",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(TextError, match="应写成“2024年3月28日”"):
        dates.parse_date(text)


def test_dates_are_found_with_their_places() -> None:
    text = "2024年3月28日和二〇二四年九月二十四日召开会议，2024年2月30日不在历上，编号12024年3月28日不是日期。"
    found = list(dates.find_dates(text))
    assert [one.date for one in found] == [DAY, dt.date(2024, 9, 24)]
    assert [text[one.start : one.end] for one in found] == ["2024年3月28日", "二〇二四年九月二十四日"]


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (DAY, DAY, "2024年3月28日"),
        (DAY, dt.date(2024, 3, 29), "2024年3月28日至29日"),
        (DAY, dt.date(2024, 4, 1), "2024年3月28日至4月1日"),
        (dt.date(2024, 3, 28), dt.date(2025, 3, 28), "2024年3月28日至2025年3月28日"),
    ],
)
def test_a_span_says_once_what_both_days_share(start: dt.date, end: dt.date, text: str) -> None:
    assert dates.format_span(start, end) == text


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月28日至29日",
        "2024年3月28至29日",
        "2024年3月28日到29日",
        "2024年3月28日 — 29日",
        "2024年3月28日——29日",
        "2024年3月28日～3月29日",
        "2024年3月28日-2024年3月29日",
        "二〇二四年三月二十八日至二十九日",
    ],
)
def test_spans_are_read_with_any_sign_between(text: str) -> None:
    assert dates.parse_span(text) == (DAY, dt.date(2024, 3, 29))


@pytest.mark.parametrize("text", ["", "3月28日至29日", "2024年3月28日至", "2024-03-28", "2024年3月28日至29", "至29日"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(TextError, match="2024年3月28日"):
        dates.parse_span(text)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(TextError, match="止日2024年3月27日早于起日2024年3月28日"):
        dates.format_span(DAY, dt.date(2024, 3, 27))
    with pytest.raises(TextError, match="早于"):
        dates.parse_span("2024年12月30日至1月2日")


@pytest.mark.parametrize("unit", ["2024年", "2024 ", " ", "二〇", "年月日", "2024年3月", "9"])
def test_a_long_text_without_dates_is_searched_in_linear_time(unit: str) -> None:
    assert list(dates.find_dates(unit * (200_000 // len(unit)))) == []
