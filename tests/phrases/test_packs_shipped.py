"""The packs that ship with draftkit: complete, sourced, and every edition of them can be said."""

import datetime as dt
from itertools import pairwise

import pytest

from draftkit._resources import templates_dir
from draftkit.errors import PhraseError
from draftkit.phrases import Confidence, Edition, Phrase, PhraseBook
from draftkit.phrases.consistency import included
from draftkit.phrases.wording import Slot
from tests.phrases.samples import say

BOOK = PhraseBook.default()
EDITIONS = [(phrase, edition) for phrase in BOOK.phrases.values() for edition in phrase.editions]
SUBJECTS = (
    "government-work-report",
    "presidium-report",
    "budget",
    "final-accounts",
    "budget-adjustment",
    "plan",
    "livelihood-projects",
    "resignation",
)
EARLIEST = dt.date(2003, 1, 1)


@pytest.mark.parametrize(("phrase", "edition"), EDITIONS, ids=lambda value: getattr(value, "id", None))
def test_every_edition_can_be_said_on_its_first_and_last_day(phrase: Phrase, edition: Edition) -> None:
    for day in (edition.since, edition.until or BOOK.packs[0].as_of):
        said = say(BOOK, phrase.id, day)
        assert "{" not in said
        assert "}" not in said
        assert "，，" not in said
        assert said or not edition.text


@pytest.mark.parametrize(("phrase", "edition"), EDITIONS, ids=lambda value: getattr(value, "id", None))
def test_every_edition_has_a_source(phrase: Phrase, edition: Edition) -> None:
    assert edition.source, phrase.id


def test_every_phrase_has_a_chinese_title() -> None:
    assert [phrase.id for phrase in BOOK.phrases.values() if not phrase.title] == []


def test_every_meeting_and_plan_has_a_source() -> None:
    assert [meeting.name for meeting in BOOK.meetings if not meeting.source or not meeting.theme] == []
    assert [plan.name for plan in BOOK.plans if not plan.source] == []


def test_every_phrase_can_be_said_in_2003_unless_its_matter_is_newer() -> None:
    newer = [name for name in BOOK.phrases if not _sayable(name, EARLIEST)]
    assert newer == ["thoughts"]


def _sayable(name: str, on: dt.date) -> bool:
    try:
        say(BOOK, name, on)
    except PhraseError:
        return False
    return True


def test_no_edition_is_missing_between_the_first_and_today() -> None:
    for phrase in BOOK.phrases.values():
        for earlier, later in pairwise(phrase.editions):
            assert earlier.until == later.since - dt.timedelta(days=1), phrase.id
        assert not phrase.editions or phrase.editions[-1].until is None, phrase.id


def test_every_declared_slot_is_used() -> None:
    for phrase in BOOK.phrases.values():
        closure = [phrase, *(BOOK.phrases[name] for name in included(phrase))]
        pieces = [piece for one in closure for edition in one.editions for piece in edition.pieces]
        assert set(phrase.slots) == {piece.name for piece in pieces if isinstance(piece, Slot)} or phrase.computed


@pytest.mark.parametrize("part", ["matter", "recital", "decision"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_has_its_matter_recital_and_decision(subject: str, part: str) -> None:
    assert BOOK.phrase(f"resolution.{part}.{subject}").kinds == ("resolution",)


def test_an_edition_whose_day_was_chosen_says_so() -> None:
    unsure = {phrase.id for phrase, edition in EDITIONS if edition.confidence is not Confidence.HIGH}
    assert "resolve" in unsure
    assert "centre" not in unsure


def test_one_pack_a_file_and_all_of_one_day() -> None:
    files = sorted((templates_dir() / "phrases").glob("*.toml"))
    assert [pack.name for pack in BOOK.packs] == [file.stem for file in files]
    assert {pack.as_of for pack in BOOK.packs} == {dt.date(2026, 3, 13)}


@pytest.mark.parametrize(
    ("subject", "recital", "decision"),
    [
        (
            "government-work-report",
            "清溪镇第十八届人民代表大会第四次会议听取和审议了镇长王强代表镇人民政府所作的政府工作报告。",
            "会议同意报告提出的目标任务和工作安排，决定批准这个报告。",
        ),
        (
            "budget",
            "清溪镇第十八届人民代表大会第四次会议审查了镇人民政府提出的《关于清溪镇2025年财政预算执行情况和2026年财政预算草案的报告》及2026年本级预算草案，同意财政预算审查委员会的审查结果报告。",
            "会议决定，批准《关于清溪镇2025年财政预算执行情况和2026年财政预算草案的报告》，批准2026年本级预算。",
        ),
        (
            "resignation",
            "清溪镇第十八届人民代表大会第四次会议审议了王强提出的辞去清溪镇人民政府镇长职务的请求。",
            "根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第三十二条的规定，会议决定：接受王强辞去清溪镇人民政府镇长职务的请求。",
        ),
    ],
)
def test_a_matter_is_heard_examined_and_decided_by_its_own_verbs(subject: str, recital: str, decision: str) -> None:
    on = dt.date(2026, 1, 15)
    assert say(BOOK, f"resolution.recital.{subject}", on) == recital
    assert say(BOOK, f"resolution.decision.{subject}", on) == decision


def test_the_article_on_resignations_is_that_of_the_law_in_force() -> None:
    assert "第二十七条" in say(BOOK, "resolution.decision.resignation", dt.date(2022, 3, 11))
    assert "第三十二条" in say(BOOK, "resolution.decision.resignation", dt.date(2022, 3, 12))
