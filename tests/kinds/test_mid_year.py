"""A paper of the middle of a year looks back on its first half."""

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

import draftkit as dk
from draftkit.errors import FactError

TOWN = dk.Congress(place="清溪镇", term=19, parent="青山县", deputies=80)
SUMMER = dk.Session(congress=TOWN, number=8, opens=dt.date(2025, 7, 22))
REPORT = dk.PresidiumReport(
    session=SUMMER,
    reporter=dk.Person("李明", post="镇人民代表大会主席"),
    review=[
        dk.Section("聚焦发展大局，依法开展监督", "听取专项工作报告3项，视察重点项目2次，提出审议意见9条。"),
        dk.Section("密切联系群众，办好代表建议", "7个代表联络站接待选民42场、310人次。"),
        dk.Section("强化自身建设，规范履职行为", "召开主席团会议4次，组织学习6次。"),
    ],
    suggestions=dk.Suggestions(received=28, answered=21),
    shortcomings=["跟踪监督还不够紧", "个别建议答复不够及时"],
    plan=[
        dk.Section("抓好监督项目", "对民生实事项目开展满意度测评。"),
        dk.Section("抓好建议办理", "督促余下的7件建议按期答复。"),
    ],
)
SUMMARY = dk.WorkSummary(
    congress=TOWN,
    on=dt.date(2025, 7, 8),
    review=REPORT.review,
    suggestions=REPORT.suggestions,
    shortcomings=REPORT.shortcomings,
    plan=REPORT.plan,
)


def test_the_whole_report_is_worded_for_half_a_year() -> None:
    expected = (Path(__file__).parent / "mid_year.txt").read_text(encoding="utf-8")
    assert REPORT.draft().text() + "\n" == expected


@pytest.mark.parametrize("paper", [REPORT, SUMMARY])
def test_nothing_in_it_speaks_of_a_year_that_is_not_over(paper: dk.PresidiumReport | dk.WorkSummary) -> None:
    text = paper.draft().text()
    assert not [word for word in ("一年来", "2026年", "2025年工作", "2024年", "圆满完成") if word in text]
    assert list(dk.check(paper.draft())) == []


def test_summary_of_half_a_year_says_so() -> None:
    lines = SUMMARY.draft().text().splitlines()
    assert lines[0] == "清溪镇人大2025年上半年工作总结和下半年工作打算"
    assert lines[1].startswith("2025年上半年，镇人大主席团在镇党委的坚强领导和县人大常委会的精心指导下，")
    assert lines[1].endswith("。现将2025年上半年工作总结如下：")
    assert "2025年上半年，共收到代表建议、批评和意见28件，已办理答复21件，办复率75%。" in lines
    assert any(line.startswith("回顾上半年的工作，虽然") for line in lines)
    at = lines.index("2025年下半年工作打算")
    assert lines[at + 1].startswith("2025年下半年，镇人大主席团将坚持")
    assert evolve(SUMMARY, plan=()).draft().text().startswith("清溪镇人大2025年上半年工作总结\n")


@pytest.mark.parametrize("paper", [REPORT, SUMMARY, evolve(REPORT, numbered_parts=True)])
def test_it_is_found_again_in_its_text(paper: dk.PresidiumReport | dk.WorkSummary) -> None:
    text = paper.draft().text()
    found = type(paper).from_document(dk.read(text))
    assert found.draft().text() == text
    assert found.period is None
    assert (found.suggestions, found.shortcomings, found.plan) == (paper.suggestions, paper.shortcomings, paper.plan)


@pytest.mark.parametrize(
    ("opens", "year", "period", "reviewed"),
    [
        (dt.date(2025, 5, 31), None, dk.Period.YEAR, 2024),
        (dt.date(2025, 6, 1), None, dk.Period.HALF, 2025),
        (dt.date(2025, 9, 30), 2025, dk.Period.HALF, 2025),
        (dt.date(2025, 7, 22), 2024, dk.Period.YEAR, 2024),
        (dt.date(2025, 10, 1), None, dk.Period.YEAR, 2024),
        (dt.date(2025, 12, 25), 2025, dk.Period.YEAR, 2025),
    ],
)
def test_day_and_year_tell_what_is_reviewed(opens: dt.date, year: int | None, period: dk.Period, reviewed: int) -> None:
    report = evolve(REPORT, session=evolve(SUMMER, opens=opens), review_year=year)
    assert (report.reviews, report.year) == (period, reviewed)


@pytest.mark.parametrize(
    ("on", "year", "period"),
    [
        (dt.date(2025, 7, 8), None, dk.Period.HALF),
        (dt.date(2025, 7, 8), 2024, dk.Period.YEAR),
        (dt.date(2025, 12, 22), None, dk.Period.YEAR),
        (dt.date(2026, 1, 8), None, dk.Period.YEAR),
    ],
)
def test_day_and_year_tell_what_is_summed_up(on: dt.date, year: int | None, period: dk.Period) -> None:
    assert evolve(SUMMARY, on=on, year=year).sums_up is period


def test_half_a_year_may_be_said_outright() -> None:
    report = evolve(REPORT, session=evolve(SUMMER, opens=dt.date(2025, 10, 15)), period=dk.Period.HALF)
    text = report.draft().text()
    assert "\n2025年上半年工作回顾\n" in text
    found = dk.PresidiumReport.from_document(dk.read(text))
    assert (found.period, found.year) == (dk.Period.HALF, 2025)


def test_year_reviewed_in_summer_stays_a_year_when_read_back() -> None:
    text = evolve(REPORT, review_year=2024).draft().text()
    found = dk.PresidiumReport.from_document(dk.read(text))
    assert (found.reviews, found.year) == (dk.Period.YEAR, 2024)
    assert found.draft().text() == text


def test_half_a_year_without_suggestions_says_so() -> None:
    none = dk.Suggestions(received=0, answered=0)
    text = evolve(REPORT, suggestions=none).draft().text()
    assert "\n2025年上半年，未收到代表建议、批评和意见。\n" in text
    assert dk.PresidiumReport.from_document(dk.read(text)).suggestions == none


def test_summary_of_a_term_is_refused() -> None:
    with pytest.raises(FactError, match=r"period 应为 Period\.YEAR 或 Period\.HALF"):
        evolve(SUMMARY, period=dk.Period.TERM)
