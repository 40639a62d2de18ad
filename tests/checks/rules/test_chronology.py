"""When a paper was written, told by what it says."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.checks import Finding, Severity, check
from draftkit.phrases.book import PhraseBook

BOOK = PhraseBook.default()
KNOWN = st.dates(dt.date(2002, 11, 16), dt.date(2026, 3, 13))


def found(text: str, rule: str, on: dt.date | None = None) -> list[Finding]:
    return [finding for finding in check(text, on=on) if finding.rule == rule]


@pytest.mark.parametrize("phrase", ["guiding", "centre", "spirit", "loyalty", "congress-thought"])
@given(on=KNOWN)
def test_the_formula_of_a_day_is_right_on_that_day(phrase: str, on: dt.date) -> None:
    edition_begins = min((edition.since for edition in BOOK.phrase(phrase).editions), default=on)
    if on < edition_begins:
        return
    text = f"坚持{BOOK.text(phrase, on, warn=False)}，抓好各项工作。"
    findings = [finding for finding in check(text, on=on) if finding.topic == "chronology"]
    assert [(finding.rule, finding.text) for finding in findings if finding.severity is not Severity.HINT] == []


def test_an_old_formula_is_an_error_where_it_was_never_said_so_late() -> None:
    (finding,) = found("紧密团结在以胡锦涛同志为总书记的党中央周围。", "date-late", dt.date(2015, 1, 10))
    assert finding.severity is Severity.ERROR


def test_every_year_of_a_paper_with_a_changed_year_is_told() -> None:
    text = "清溪镇人大2023年工作总结\n2023年，认真学习贯彻党的十七大精神。\n2023年的工作有了进展。"
    assert [finding.text for finding in found(text, "date-year")] == ["2023"] * 3


def test_a_year_is_not_doubted_where_the_paper_names_something_newer() -> None:
    text = "清溪镇人大2023年工作总结\n2023年，学习党的十八大精神，全面贯彻党的二十大精神。"
    assert found(text, "date-year") == []


def test_a_year_that_the_user_gave_is_not_doubted() -> None:
    text = "2023年，认真学习贯彻党的十七大精神。"
    assert found(text, "date-year", dt.date(2023, 12, 1)) == []
    assert found(text, "date-late", dt.date(2023, 12, 1))


def test_a_paper_without_a_date_that_shows_its_age_gets_hints() -> None:
    text = "学习贯彻党的十七届三中、四中全会精神，促进经济又好又快发展。"
    assert {finding.severity for finding in found(text, "date-stale")} == {Severity.HINT}


def test_both_sides_of_a_clash_are_named() -> None:
    (finding,) = found("参加党的群众路线教育实践活动，贯彻十八届五中全会精神。", "date-clash")
    assert finding.text == "群众路线教育实践活动"
    assert "十八届五中全会" in finding.zh


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("十八届三中、四中、六中全会", "十八届三中、四中、五中、六中全会"),
        ("十九届二中、四中全会", "十九届二中、三中、四中全会"),
        ("二十届三中、二中全会", "二十届二中、三中全会"),
    ],
)
def test_a_list_of_plenums_is_contiguous(text: str, right: str) -> None:
    (finding,) = found(f"学习{text}精神。", "date-plenum-gap")
    assert right in finding.zh


@pytest.mark.parametrize(
    ("year", "plan"), [(2006, "十一五"), (2011, "十二五"), (2016, "十三五"), (2021, "十四五"), (2026, "十五五")]
)
def test_a_plan_opens_in_its_first_year(year: int, plan: str) -> None:
    assert found(f"{year}年是“{plan}”开局之年。", "date-plan-year") == []
    assert found(f"{year + 1}年是“{plan}”开局之年。", "date-plan-year")
    assert found(f"{year + 4}年是“{plan}”规划收官之年。", "date-plan-year") == []


def test_two_days_of_one_month_are_told_by_the_day() -> None:
    (finding,) = found("认真学习党的二十届三中全会精神。", "date-early", dt.date(2024, 7, 1))
    assert "2024年7月15日以后才有，而本文写于2024年7月1日" in finding.zh
