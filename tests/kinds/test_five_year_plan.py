"""A year that is the first or the last of a five-year plan is called so where it is asked for."""

import datetime as dt

import pytest
from attrs import evolve

import draftkit as dk

TOWN = dk.Congress(place="清溪镇", term=19, parent="青山县")
SESSION = dk.Session(congress=TOWN, number=9, opens=dt.date(2026, 1, 14))
REPORT = dk.PresidiumReport(
    session=SESSION,
    reporter=dk.Person("李明", post="镇人民代表大会主席"),
    review=[dk.Section("依法监督", "听取专项工作报告6项。")],
    shortcomings=["监督的刚性还不够强"],
    plan=[dk.Section("服务代表", "举办代表培训2期。")],
    five_year_plan=True,
)
SUMMARY = dk.WorkSummary(
    congress=TOWN,
    on=dt.date(2025, 12, 22),
    review=REPORT.review,
    shortcomings=REPORT.shortcomings,
    plan=REPORT.plan,
    five_year_plan=True,
)


def starting(paper: dk.PresidiumReport | dk.WorkSummary, start: str) -> list[str]:
    """Return the lines of the paper that start so."""
    return [line for line in paper.draft().text().splitlines() if line.startswith(start)]


def test_report_between_two_plans_names_both() -> None:
    assert starting(REPORT, "2025年是“十四五”规划的收官之年。一年来，在镇党委的坚强领导和县人大常委会的精心指导下，")
    assert starting(REPORT, "2026年是“十五五”规划的开局之年，镇人大主席团工作的总体要求是：以")
    assert list(dk.check(REPORT.draft())) == []


def test_summary_between_two_plans_names_both() -> None:
    assert starting(SUMMARY, "2025年是“十四五”规划的收官之年。一年来，镇人大主席团在镇党委的坚强领导")
    assert starting(SUMMARY, "2026年是“十五五”规划的开局之年，镇人大主席团将坚持以")
    assert list(dk.check(SUMMARY.draft())) == []


@pytest.mark.parametrize("paper", [REPORT, SUMMARY])
def test_nothing_is_said_unless_it_is_asked_for(paper: dk.PresidiumReport | dk.WorkSummary) -> None:
    text = evolve(paper, five_year_plan=False).draft().text()
    assert "之年" not in text


def test_years_in_the_midst_of_a_plan_are_only_named() -> None:
    report = evolve(REPORT, session=evolve(SESSION, opens=dt.date(2024, 1, 10)))
    assert report.draft() == evolve(report, five_year_plan=False).draft()
    assert starting(report, "2023年，在镇党委")
    assert starting(report, "2024年，镇人大主席团")


def test_half_a_year_is_called_so_once() -> None:
    report = evolve(REPORT, session=evolve(SESSION, opens=dt.date(2025, 7, 22)))
    assert starting(report, "2025年是“十四五”规划的收官之年。上半年，在镇党委")
    assert starting(report, "2025年下半年，镇人大主席团工作的总体要求是：")
    summary = evolve(SUMMARY, on=dt.date(2025, 7, 8))
    assert starting(summary, "2025年是“十四五”规划的收官之年。上半年，镇人大主席团在镇党委")


def test_plan_that_was_not_yet_proposed_is_not_named() -> None:
    report = evolve(REPORT, session=evolve(SESSION, opens=dt.date(2025, 10, 22)), review_year=2025)
    assert starting(report, "2025年是“十四五”规划的收官之年。")
    assert not starting(report, "2026年是")


def test_term_belongs_to_no_one_plan() -> None:
    first = evolve(REPORT, session=evolve(SESSION, number=1))
    assert "之年" not in first.draft().text()


@pytest.mark.parametrize("paper", [REPORT, SUMMARY])
def test_paper_that_says_so_is_found_to_ask_for_it(paper: dk.PresidiumReport | dk.WorkSummary) -> None:
    text = paper.draft().text().replace("县人大常委会", "上级人大常委会")
    found = type(paper).from_document(dk.read(text))
    assert found.draft().text() == text
    assert found.five_year_plan == isinstance(paper, dk.PresidiumReport)  # a summary doesn't tell its congress


def test_ordinary_paper_is_not_found_to_ask_for_it() -> None:
    report = evolve(REPORT, five_year_plan=False)
    assert not dk.PresidiumReport.from_document(dk.read(report.draft().text())).five_year_plan
