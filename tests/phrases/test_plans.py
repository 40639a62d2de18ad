"""The five-year plans."""

import datetime as dt
from itertools import pairwise

import pytest

from draftkit.phrases import PhraseBook

BOOK = PhraseBook.default()


@pytest.mark.parametrize(
    ("year", "name", "place"),
    [(2006, "十一五", 1), (2010, "十一五", 5), (2018, "十三五", 3), (2025, "十四五", 5), (2026, "十五五", 1)],
)
def test_a_year_has_its_place_in_its_plan(year: int, name: str, place: int) -> None:
    plan = BOOK.plan_of(year)
    assert plan is not None
    assert (plan.name, plan.place(year)) == (name, place)


def test_a_year_outside_the_table_has_no_plan() -> None:
    assert BOOK.plan_of(2005) is None
    assert BOOK.plan_of(2031) is None


def test_a_plan_is_not_named_before_it_was_proposed() -> None:
    assert BOOK.plan_of(2026, dt.date(2025, 10, 22)) is None
    assert BOOK.plan_of(2026, dt.date(2025, 10, 23)) is not None


def test_the_first_and_the_last_year_have_their_words() -> None:
    on = dt.date(2026, 1, 10)
    assert BOOK.text("plan-year.first", on, year=2026, plan="十五五") == "2026年是“十五五”规划的开局之年"
    assert BOOK.text("plan-year.last", on, year=2025, plan="十四五") == "2025年是“十四五”规划的收官之年"


def test_plans_follow_one_another() -> None:
    for earlier, later in pairwise(BOOK.plans):
        assert earlier.last + 1 == later.first
