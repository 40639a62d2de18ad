"""What the time of year says of a paper's years, and what no time allows."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from draftkit.errors import FactError
from draftkit.facts import Congress, Period, Session
from draftkit.kinds import (
    Adopted,
    Budget,
    BudgetAdjustment,
    Draft,
    FinalAccounts,
    LivelihoodProjects,
    PresidiumReport,
    Resolution,
    Subject,
    WorkSummary,
)
from draftkit.readers.text import read_text
from draftkit.tree import Blank, Section, points

TOWN = Congress(place="清溪镇", term=18, parent="青山区", deputies=86)
DECEMBER = Session(congress=TOWN, number=9, opens=dt.date(2025, 12, 28))
PLAN = [Section("加强监督", "听取专项报告。")]


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        (Budget(), "关于2025年财政预算执行情况和2026年财政预算的决议"),
        (LivelihoodProjects(chosen=["改造供水管网"]), "确定为2026年民生实事项目"),
        (BudgetAdjustment(), "批准2025年财政预算调整方案"),
        (FinalAccounts(), "批准2024年财政决算"),
        (Budget(year=2025), "2025年财政预算的决议"),
    ],
)
def test_session_at_the_end_of_a_year_settles_the_next(subject: Subject, said: str) -> None:
    assert said in Resolution(session=DECEMBER, subject=subject, status=Draft()).draft().text()


def test_report_at_the_end_of_a_year_looks_back_on_it() -> None:
    text = PresidiumReport(session=DECEMBER, plan=PLAN).draft().text()
    assert "2025年工作回顾" in text
    assert "2026年工作安排" in text


def test_year_is_that_of_the_vote_where_the_session_has_no_days() -> None:
    undated = evolve(DECEMBER, opens=None)
    text = Resolution(session=undated, subject=Budget(), status=Adopted(on=dt.date(2026, 1, 15))).draft().text()
    assert "批准2026年本级预算" in text


def test_given_year_makes_a_first_sessions_report_one_of_that_year() -> None:
    first = Session(congress=evolve(TOWN, term=19), number=1, opens=dt.date(2026, 3, 10))
    report = PresidiumReport(session=first, review_year=2025, plan=PLAN)
    assert report.reviews is Period.YEAR
    assert "2025年工作回顾" in report.draft().text()


def test_first_session_of_all_asks_whose_presidium_reports() -> None:
    first = Session(congress=evolve(TOWN, term=1), number=1, opens=dt.date(2024, 1, 10))
    assert Blank("上一届人民代表大会的全称") in PresidiumReport(session=first, plan=PLAN).draft().blanks


@pytest.mark.parametrize(
    ("made", "given", "message"),
    [
        (
            PresidiumReport,
            {"session": evolve(DECEMBER, opens=dt.date(2026, 1, 14)), "review_year": 2026},
            "应不晚于2025年",
        ),
        (WorkSummary, {"congress": TOWN, "on": dt.date(2025, 12, 22), "year": 2027}, "应不晚于2025年"),
        (WorkSummary, {"congress": TOWN, "on": dt.date(2025, 4, 2), "year": 2025}, "应不晚于2024年"),
        (
            Session,
            {"congress": TOWN, "number": 2, "opens": dt.date(2026, 1, 14), "closes": dt.date(2027, 1, 15)},
            "长达366天",
        ),
    ],
)
def test_years_that_have_not_been_are_refused(made: Callable[..., object], given: dict[str, Any], message: str) -> None:
    with pytest.raises(FactError, match=message):
        made(**given)


def test_opening_of_a_plan_makes_the_title_name_the_plan() -> None:
    opening = points("抓监督", "抓代表", joined=False)
    text = WorkSummary(congress=TOWN, on=dt.date(2025, 12, 22), plan_opening=opening).draft().text()
    assert text.startswith("清溪镇人大2025年工作总结和2026年工作打算")


def test_summary_of_a_year_after_its_signature_is_read_as_it_stands() -> None:
    old = "清溪镇人大2025年工作总结\n镇人大主席团依法履职。\n清溪镇人大主席团\n2024年12月20日"
    document = read_text(old)
    assert document.text() == WorkSummary.from_document(document).draft().text()
