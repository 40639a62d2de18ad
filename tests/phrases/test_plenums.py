"""Which congress and plenums a paper names."""

import datetime as dt
from itertools import pairwise

import pytest

from draftkit.errors import PhraseError
from draftkit.phrases import Meeting, PhraseBook, listing

BOOK = PhraseBook.default()
MEETINGS = BOOK.meetings


@pytest.mark.parametrize(
    ("on", "spirit"),
    [
        ("2003-03-01", "党的十六大和十六届二中全会精神"),
        ("2007-03-16", "党的十六大和十六届三中、四中、五中、六中全会精神"),
        ("2007-10-20", "党的十六大和十六届三中、四中、五中、六中、七中全会精神"),
        ("2007-10-21", "党的十七大精神"),
        ("2008-10-11", "党的十七大和十七届二中全会精神"),
        ("2008-10-12", "党的十七大和十七届三中全会精神"),
        ("2013-02-27", "党的十八大精神"),
        ("2013-02-28", "党的十八大和十八届二中全会精神"),
        ("2013-11-12", "党的十八大和十八届三中全会精神"),
        ("2016-03-16", "党的十八大和十八届三中、四中、五中全会精神"),
        ("2017-03-15", "党的十八大和十八届三中、四中、五中、六中全会精神"),
        ("2018-03-20", "党的十九大和十九届一中、二中、三中全会精神"),
        ("2018-07-01", "党的十九大和十九届二中、三中全会精神"),
        ("2022-10-23", "党的二十大精神"),
        ("2024-03-11", "党的二十大和二十届二中全会精神"),
        ("2025-10-22", "党的二十大和二十届二中、三中全会精神"),
        ("2025-10-23", "党的二十大和二十届历次全会精神"),
        ("2026-03-13", "党的二十大和二十届历次全会精神"),
    ],
)
def test_the_spirit_is_that_of_the_meetings_closed_by_then(on: str, spirit: str) -> None:
    assert BOOK.text("spirit", dt.date.fromisoformat(on)) == spirit


def test_a_plenum_is_named_from_the_day_it_closes() -> None:
    third = next(meeting for meeting in MEETINGS if meeting.key == (20, 3))
    before = listing(third.closes - dt.timedelta(days=1), MEETINGS)
    assert third not in before.plenums
    assert listing(third.closes, MEETINGS).plenums == (*before.plenums, third)


def test_plenums_are_listed_without_a_gap_on_every_day() -> None:
    day = dt.date(2002, 11, 15)
    while day <= dt.date(2026, 3, 13):
        numbers = [meeting.plenum for meeting in listing(day, MEETINGS).plenums]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
        day += dt.timedelta(days=1)


def test_meetings_follow_one_another() -> None:
    for earlier, later in pairwise(MEETINGS):
        assert earlier.opens <= earlier.closes < later.opens


def test_a_meeting_knows_its_name() -> None:
    assert [meeting.name for meeting in MEETINGS[-4:]] == [
        "二十届一中全会",
        "二十届二中全会",
        "二十届三中全会",
        "二十届四中全会",
    ]
    assert Meeting(congress=20, opens=dt.date(2022, 10, 16), closes=dt.date(2022, 10, 22)).name == "二十大"


def test_before_the_first_congress_of_the_table_nothing_can_be_listed() -> None:
    with pytest.raises(PhraseError, match="会议表自2002年11月14日起"):
        BOOK.text("spirit", dt.date(1990, 1, 1))


def test_an_empty_table_says_that_it_is_empty() -> None:
    with pytest.raises(PhraseError, match="会议表是空的"):
        listing(dt.date(2020, 1, 1), ())
