"""Reading a phrase back from a text."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.phrases import PhraseBook, SlotType
from draftkit.phrases.matching import match
from draftkit.phrases.wording import Literal, Slot
from draftkit.tree import Blank
from tests.phrases.samples import DATES, sample, say

BOOK = PhraseBook.default()
ON = dt.date(2026, 1, 15)
WORDS = st.text(st.sampled_from("甲乙丙丁，。、{}@0年第"), min_size=1, max_size=12)
A, B = Slot("a"), Slot("b")
TEXTS = {"a": SlotType.TEXT, "b": SlotType.TEXT}


@pytest.mark.parametrize("on", DATES, ids=str)
@pytest.mark.parametrize("phrase_id", sorted(BOOK.phrases))
def test_what_is_said_is_matched_with_its_slots(phrase_id: str, on: dt.date) -> None:
    phrase = BOOK.phrase(phrase_id)
    if phrase.editions and on < phrase.editions[0].since:
        assert BOOK.match(phrase_id, "文字") is None
        return
    said = say(BOOK, phrase_id, on)
    found = BOOK.match(phrase_id, said, on)
    assert found is not None
    used = {name for name in phrase.slots if name in found}
    for name in used:
        value = sample(name, phrase.slots[name])
        if isinstance(value, str):
            assert found[name] == value


@given(WORDS, WORDS, WORDS)
def test_matching_gives_slots_that_say_the_same(people: str, committee: str, goal: str) -> None:
    said = BOOK.text("report.closing", ON, people=people, committee=committee, goal=goal)
    found = BOOK.match("report.closing", said, ON)
    assert found == {"people": people, "committee": committee, "goal": goal}


@given(WORDS, WORDS)
def test_a_slot_may_hold_what_stands_behind_it(meeting: str, matter: str) -> None:
    said = BOOK.text("resolution.title", ON, meeting=meeting + "关于", matter=matter + "的决议")
    found = BOOK.match("resolution.title", said, ON)
    assert found is not None
    assert BOOK.text("resolution.title", ON, meeting=found["meeting"], matter=found["matter"]) == said


@given(st.integers(min_value=1000, max_value=9999), st.dates(), WORDS)
def test_typed_slots_are_matched_as_they_are_written(year: int, date: dt.date, meeting: str) -> None:
    assert BOOK.match("report.plan-title", BOOK.text("report.plan-title", ON, year=year), ON) == {"year": str(year)}
    if date.year >= 1000:
        said = BOOK.text("resolution.adoption-note", ON, date=date, meeting=meeting)
        found = BOOK.match("resolution.adoption-note", said, ON)
        assert found == {"date": f"{date.year}年{date.month}月{date.day}日", "meeting": meeting}


def test_a_blank_is_matched() -> None:
    said = BOOK.text("resolution.adoption-note", ON, date=Blank("日期"), meeting="会议")
    assert BOOK.match("resolution.adoption-note", said, ON) == {"date": "〔待填：日期〕", "meeting": "会议"}


@pytest.mark.parametrize(
    "text", ["", "年工作安排", "26年工作安排", "2026年工作安排。", " 2026年工作安排", "2026年工作回顾"]
)
def test_another_text_is_not_the_phrase(text: str) -> None:
    assert BOOK.match("report.plan-title", text, ON) is None


def test_only_the_edition_of_the_day_is_matched() -> None:
    old = say(BOOK, "report.closing", dt.date(2013, 1, 10))
    assert BOOK.match("report.closing", old, ON) is None
    assert BOOK.match("report.closing", old, dt.date(2013, 1, 10)) is not None


@pytest.mark.parametrize("on", DATES, ids=str)
def test_without_a_day_any_edition_will_do(on: dt.date) -> None:
    for name in ("report.overview", "report.closing", "spirit"):
        assert BOOK.match(name, say(BOOK, name, on)) == BOOK.match(name, say(BOOK, name, on), on)
    assert BOOK.match("spirit", "党的二十大和二十届三中全会精神") is None


def test_a_slot_that_occurs_twice_holds_the_same() -> None:
    pieces = (Literal("由"), A, Literal("负责，"), A, Literal("报告"))
    assert match(pieces, TEXTS, "由镇长负责，镇长报告") == {"a": "镇长"}
    assert match(pieces, TEXTS, "由镇长负责，主席报告") is None
    assert match(pieces, TEXTS, "由甲负责，乙负责，甲负责，乙报告") == {"a": "甲负责，乙"}


def test_slots_side_by_side_share_the_text() -> None:
    assert match((A, B), TEXTS, "甲乙丙") == {"a": "甲", "b": "乙丙"}
    assert match((A, B), TEXTS, "甲") is None


def test_a_phrase_without_words_is_the_empty_text() -> None:
    assert match((), {}, "") == {}
    assert match((), {}, "甲") is None


def _seconds(text: str, pieces: tuple[Literal | Slot, ...], slots: dict[str, SlotType]) -> float:
    start = time.perf_counter()
    assert match(pieces, slots, text) is None
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "pieces",
    [
        (*(piece for n in range(8) for piece in (Slot(f"s{n}"), Literal("甲"))), Literal("乙")),
        (A, Literal("甲"), B, Literal("甲"), A, Literal("甲"), B, Literal("乙")),
    ],
    ids=["many slots", "slots that occur twice"],
)
def test_a_hostile_text_takes_no_long_time(pieces: tuple[Literal | Slot, ...]) -> None:
    slots = {piece.name: SlotType.TEXT for piece in pieces if isinstance(piece, Slot)}
    assert _seconds("甲" * 2000, pieces, slots) < 5
