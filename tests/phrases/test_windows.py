"""Each formula stands in the papers of its time, and in no earlier or later one."""

import datetime as dt

import pytest

from draftkit.phrases import PhraseBook
from tests.phrases.samples import DATES, say

BOOK = PhraseBook.default()
LAST = dt.date.max

WINDOWS = {
    # The centre, as the Central Committee's plenums named it.
    "以胡锦涛同志为总书记的党中央": ("2002-11-15", "2012-11-14"),
    "以习近平同志为总书记的党中央": ("2012-11-15", "2016-10-26"),
    "以习近平同志为核心的党中央": ("2016-10-27", None),
    # The banner and the guiding ideology.
    "高举邓小平理论伟大旗帜": ("2002-11-15", "2003-10-13"),
    "高举邓小平理论和“三个代表”重要思想伟大旗帜": ("2003-10-14", "2007-10-20"),
    "高举中国特色社会主义伟大旗帜": ("2007-10-21", None),
    "以邓小平理论和“三个代表”重要思想为指导": ("2002-11-15", "2012-11-13"),
    "全面落实科学发展观": ("2003-10-14", "2007-10-20"),
    "深入贯彻落实科学发展观": ("2007-10-21", "2012-11-13"),
    "以邓小平理论、“三个代表”重要思想、科学发展观为指导": ("2012-11-14", "2017-10-23"),
    "深入贯彻习近平总书记系列重要讲话精神": ("2014-10-23", "2017-03-14"),
    "治国理政新理念新思想新战略": ("2017-03-15", "2017-10-23"),
    "以习近平新时代中国特色社会主义思想为指导": ("2017-10-24", None),
    # Political formulas.
    "“四个意识”": ("2016-01-29", None),
    "“四个自信”": ("2016-07-01", None),
    "“两个维护”": ("2018-09-21", None),
    "“两个确立”": ("2021-11-11", None),
    "习近平总书记关于坚持和完善人民代表大会制度的重要思想": ("2019-07-03", None),
    "习近平法治思想": ("2020-11-17", None),
    "全过程人民民主": ("2021-07-01", None),
    # Goals.
    "全面建设小康社会": ("2002-11-15", "2012-11-13"),
    "科学发展、": ("2007-10-21", "2017-10-23"),
    "全面建成小康社会": ("2012-11-14", "2020-10-28"),
    "中国梦": ("2012-11-29", "2022-10-21"),
    "决胜全面建成小康社会": ("2017-10-24", "2020-10-28"),
    "高质量发展": ("2017-10-24", None),
    "现代化建设新征程": ("2020-10-29", "2022-10-21"),
    "中国式现代化": ("2022-10-22", None),
    "强国建设、民族复兴伟业": ("2024-03-11", None),
    "历次全会精神": ("2025-10-23", None),
    "不忘初心、牢记使命": ("2017-10-24", "2022-10-21"),
    "踔厉奋发、勇毅前行": ("2022-10-22", None),
    "民主法治建设": ("2018-03-11", None),
}
"""When papers used a formula: its first and its last day."""

NOT_BEFORE = {
    "高质量发展": "2017-10-18",
    "习近平新时代": "2017-10-24",
    "全过程": "2021-07-01",
    "两个确立": "2021-11-11",
    "以中国式现代化": "2022-10-16",
    "新质生产力": "2023-09-01",
    "习近平": "2012-11-15",
    "总书记系列重要讲话": "2014-01-01",
    "法治思想": "2020-11-16",
}
"""The first day on which anybody said it, which no edition may precede."""

SPIRIT = {
    "2012-01-10": "党的十七大和十七届三中、四中、五中、六中全会精神",
    "2013-01-10": "党的十八大精神",
    "2016-01-10": "党的十八大和十八届三中、四中、五中全会精神",
    "2017-02-10": "党的十八大和十八届三中、四中、五中、六中全会精神",
    "2019-01-10": "党的十九大和十九届二中、三中全会精神",
    "2022-01-10": "党的十九大和十九届二中、三中、四中、五中、六中全会精神",
    "2024-08-01": "党的二十大和二十届二中、三中全会精神",
    "2026-01-10": "党的二十大和二十届历次全会精神",
}
OPENINGS = ("report.overview", "report.plan-opening", "summary.opening", "summary.plan-opening")
CLOSINGS = ("report.closing", "resolution.call")


def _days() -> list[dt.date]:
    """Return the eight dates, and the days on which any window begins or ends, with those beside them."""
    edges = {dt.date.fromisoformat(edge) for window in WINDOWS.values() for edge in window if edge}
    one = dt.timedelta(days=1)
    days = {*DATES, *edges, *(edge - one for edge in edges), *(edge + one for edge in edges)}
    return sorted(day for day in days if day >= dt.date(2002, 11, 15))


def _paper(on: dt.date) -> str:
    goal = BOOK.text("report.goal", on, place="清溪镇")
    return "\n".join([*(say(BOOK, name, on) for name in (*OPENINGS, *CLOSINGS)), goal])


@pytest.mark.parametrize("on", _days(), ids=str)
def test_a_paper_holds_the_formulas_of_its_day_and_no_others(on: dt.date) -> None:
    paper = _paper(on)
    in_force = {
        formula
        for formula, (since, until) in WINDOWS.items()
        if dt.date.fromisoformat(since) <= on <= (dt.date.fromisoformat(until) if until else LAST)
    }
    assert {formula for formula in WINDOWS if formula in paper} == in_force


@pytest.mark.parametrize("phrase_id", [name for name, phrase in BOOK.phrases.items() if phrase.editions])
def test_no_edition_says_what_nobody_had_said_yet(phrase_id: str) -> None:
    for edition in BOOK.phrase(phrase_id).editions:
        early = [word for word, first in NOT_BEFORE.items() if edition.since < dt.date.fromisoformat(first)]
        assert [word for word in early if word in edition.text] == []


@pytest.mark.parametrize("on", DATES, ids=str)
def test_openings_list_the_plenums_of_their_day(on: dt.date) -> None:
    expected = SPIRIT[on.isoformat()]
    assert BOOK.text("spirit", on) == expected
    for name in (*OPENINGS, "resolution.call"):
        said = say(BOOK, name, on)
        assert expected in said
        assert said.count("全会精神") + said.count("大精神") == 1


@pytest.mark.parametrize("on", DATES, ids=str)
def test_a_closing_rallies_round_the_centre_of_its_day(on: dt.date) -> None:
    for name in CLOSINGS:
        said = say(BOOK, name, on)
        assert f"更加紧密地团结在{BOOK.text('centre', on)}周围，{BOOK.text('banner', on)}，" in said
        assert BOOK.text("guiding", on) in said
        assert said.endswith("而努力奋斗！")


@pytest.mark.parametrize("on", DATES, ids=str)
def test_a_township_is_led_by_its_party_committee_and_guided_from_above(on: dt.date) -> None:
    for name in ("report.overview", "summary.opening"):
        said = say(BOOK, name, on)
        assert "镇党委的坚强领导" in said
        assert "区人大常委会的精心指导" in said
