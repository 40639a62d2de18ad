import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from draftkit.errors import FactError
from draftkit.facts import Congress, Level, Person, Session, Suggestions, Vote

TOWN = Congress(place="清溪镇", term=18, parent="青山区", deputies=86)
FOURTH = Session(congress=TOWN, number=4, opens=dt.date(2026, 1, 14))


def test_names_of_a_meeting_long_and_short() -> None:
    assert FOURTH.name == "清溪镇第十八届人民代表大会第四次会议"
    assert FOURTH.short_name == "镇十八届人大四次会议"


def test_names_of_those_around_a_congress() -> None:
    assert (TOWN.organ, TOWN.presidium, TOWN.government, TOWN.government_full) == (
        "清溪镇人民代表大会",
        "镇人大主席团",
        "镇人民政府",
        "清溪镇人民政府",
    )
    assert (TOWN.committee, TOWN.superior, TOWN.people) == ("镇党委", "区人大常委会", "全镇人民")


@pytest.mark.parametrize(
    ("place", "level", "committee"),
    [
        ("清溪镇", Level.TOWNSHIP, "镇党委"),
        ("白沙苗族乡", Level.TOWNSHIP, "乡党委"),
        ("青山区", Level.COUNTY, "区委"),
        ("云水自治县", Level.COUNTY, "县委"),
        ("江源市", Level.CITY, "市委"),
        ("东海省", Level.PROVINCE, "省委"),
    ],
)
def test_level_follows_from_the_name(place: str, level: Level, committee: str) -> None:
    congress = Congress(place=place, term=1)
    assert congress.level is level
    assert congress.committee == committee


def test_level_may_be_given() -> None:
    assert Congress(place="江源市", term=1, level=Level.COUNTY).level is Level.COUNTY


def test_congress_without_a_parent_names_none() -> None:
    assert Congress(place="清溪镇", term=18).superior == "上级人大常委会"


def test_session_before_the_first_is_none() -> None:
    assert Session(congress=TOWN, number=1).previous is None
    previous = FOURTH.previous
    assert previous is not None
    assert previous.short_name == "镇十八届人大三次会议"
    assert previous.opens is None


@pytest.mark.parametrize(
    ("post", "formal"),
    [
        ("镇人民代表大会主席", "清溪镇人民代表大会主席"),
        ("主席", "清溪镇人民代表大会主席"),
        ("副主席", "清溪镇人民代表大会副主席"),
        ("人大主席", "清溪镇人民代表大会主席"),
        ("镇人大副主席", "清溪镇人民代表大会副主席"),
        ("镇长", "清溪镇人民政府镇长"),
        ("副镇长", "清溪镇人民政府副镇长"),
        ("镇财政所所长", "清溪镇财政所所长"),
        ("清溪镇人民代表大会主席", "清溪镇人民代表大会主席"),
    ],
)
def test_post_in_full(post: str, formal: str) -> None:
    assert Person("李明", post=post).formal_post(TOWN) == formal


@pytest.mark.parametrize(("deputies", "quorum", "majority"), [(80, 54, 41), (75, 50, 38), (102, 68, 52), (1, 1, 1)])
def test_quorum_and_majority_count_all_deputies(deputies: int, quorum: int, majority: int) -> None:
    vote = Vote(present=1, favour=1, deputies=deputies)
    assert (vote.quorum(), vote.majority()) == (quorum, majority)


def test_vote_of_more_than_half_of_those_present_but_not_of_all_does_not_adopt() -> None:
    assert not Vote(present=60, favour=43, against=17, deputies=86).adopted()
    assert Vote(present=60, favour=44, against=16, deputies=86).adopted()


def test_vote_without_a_quorum_does_not_adopt() -> None:
    assert not Vote(present=57, favour=57, deputies=86).adopted()
    assert Vote(present=58, favour=58, deputies=86).adopted()


def test_deputies_who_pressed_no_button_are_counted() -> None:
    vote = Vote(present=80, favour=77, against=1, abstaining=1, not_pressed=1)
    assert vote.ballots == 80
    assert not vote.unanimous
    assert Vote(present=80, favour=80).unanimous


def test_rates_of_suggestions() -> None:
    suggestions = Suggestions(received=34, answered=33, resolved=17, satisfied=30, surveyed=32)
    assert suggestions.answer_rate == Decimal(33) / 34
    assert suggestions.resolve_rate == Decimal("0.5")
    assert suggestions.satisfaction_rate == Decimal("0.9375")
    assert Suggestions(received=0, answered=0).answer_rate is None


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Session(congress=TOWN), r"缺少次数.*number=4"),
        (lambda: Session(number=4), r"缺少所属的人民代表大会"),
        (lambda: Session(congress=TOWN, number=0), "不小于1的整数"),
        (lambda: Session(congress=TOWN, number=True), "不小于1的整数"),
        (lambda: Session(congress="清溪镇", number=1), r"Congress\(…\)"),  # type: ignore[arg-type]
        (lambda: Session(congress=TOWN, number=4, opens="2026-01-14"), r"datetime\.date\(2026, 1, 15\)"),  # type: ignore[arg-type]
        (lambda: Session(congress=TOWN, number=4, opens=dt.datetime(2026, 1, 14, tzinfo=dt.UTC)), "应为日期"),
        (
            lambda: Session(congress=TOWN, number=4, opens=dt.date(2026, 1, 15), closes=dt.date(2026, 1, 14)),
            "早于开幕日期",
        ),
        (lambda: Congress(place="清溪", term=18), "请写全称"),
        (lambda: Congress(place="镇", term=18), "请写全称"),
        (lambda: Congress(place="清溪镇", term=18, parent="青山"), "请写全称"),
        (lambda: Congress(place="清溪镇", term=18, parent="白鹭镇"), "上级应为县、区、市，而不是“白鹭镇”"),
        (lambda: Congress(place="城东街道", term=18), "街道不设人民代表大会"),
        (lambda: Congress(place="", term=18), "一行不空的文字"),
        (lambda: Congress(place="清溪镇", term="十八"), "不小于1的整数"),  # type: ignore[arg-type]
        (lambda: Vote(present=90, favour=90, deputies=86), "多于全体代表86人"),
        (lambda: Vote(present=80, favour=80, against=1), "应等于实到80人"),
        (lambda: Vote(present=80, favour=-1), "不小于0的整数"),
        (lambda: Vote(present=80, favour=80).majority(), "deputies"),
        (lambda: Suggestions(received=3, answered=4), "答复的不能多于收到的：4＞3"),
        (lambda: Suggestions(received=9, answered=4, satisfied=5), "满意的不能多于测评的"),
        (lambda: Person(""), "姓名"),
    ],
)
def test_facts_that_cannot_be_are_refused_with_what_would_be_right(make: Callable[[], object], message: str) -> None:
    with pytest.raises(FactError, match=message):
        make()
