"""The report at the first session of a new term looks back on the term that has ended."""

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

import draftkit as dk
from draftkit.errors import FactError

TOWN = dk.Congress(place="清溪镇", term=19, parent="青山县", deputies=80)
FIRST = dk.Session(congress=TOWN, number=1, opens=dt.date(2022, 1, 11))
REPORT = dk.PresidiumReport(
    session=FIRST,
    reporter=dk.Person("李明", post="镇人民代表大会主席"),
    review=[
        dk.Section(
            "把牢政治方向，坚持党的全面领导", "重大事项及时向镇党委请示报告，五年来共报告46次；组织代表集中学习40次。"
        ),
        dk.Section(
            "依法行使职权，保障人民当家作主",
            "召开人民代表大会会议10次、主席团会议52次，作出决议、决定38件，选举和补选国家机关工作人员14人次。",
        ),
        dk.Section(
            "紧扣中心大局，增强监督实效",
            [
                "听取专项工作报告31项，组织视察26次、执法检查9次。",
                dk.points("看进度", "查质量", "评效果", lead="民生实事项目做到："),
            ],
        ),
        dk.Section("尊重主体地位，发挥代表作用", "建成代表联络站7个，接待选民2600人次。"),
        dk.Section("加强自身建设，提升履职水平", "修订议事规则等制度9项。"),
    ],
    suggestions=dk.Suggestions(received=186, answered=186, resolved=151, satisfied=181),
    shortcomings=["监督的刚性还不够强", "代表联络站的作用发挥还不平衡"],
    plan=[
        dk.Section("坚持党的领导，把准履职方向", "完善重大事项请示报告制度。"),
        dk.Section("强化监督职能，推动工作落实", "每年听取专项工作报告6项以上。"),
        dk.Section("做好代表工作，激发履职活力", "五年内把代表轮训一遍。"),
    ],
)


def test_the_whole_report_is_worded_for_a_term() -> None:
    expected = (Path(__file__).parent / "first_session.txt").read_text(encoding="utf-8")
    assert REPORT.draft().text() + "\n" == expected


def test_nothing_in_it_speaks_of_one_year() -> None:
    text = REPORT.draft().text()
    assert not [word for word in ("一年来", "2021年", "今年", "2022年工作") if word in text]
    assert list(dk.check(REPORT.draft())) == []


@pytest.mark.parametrize("numbered", [False, True])
def test_it_is_found_again_in_its_text(*, numbered: bool) -> None:
    report = evolve(REPORT, numbered_parts=numbered)
    text = report.draft().text()
    found = dk.PresidiumReport.from_document(dk.read(text))
    assert found.draft().text() == text
    assert (found.period, found.term_years, found.reviews) == (None, None, dk.Period.TERM)
    assert (found.suggestions, found.shortcomings, found.plan) == (report.suggestions, report.shortcomings, report.plan)
    assert found.review_title is found.plan_title is found.plan_opening is found.closing is dk.DERIVED


def test_last_session_of_a_term_reviews_one_year() -> None:
    last = evolve(FIRST, congress=evolve(TOWN, term=18), number=10, opens=dt.date(2021, 1, 12))
    lines = evolve(REPORT, session=last).draft().text().splitlines()
    assert {"2020年工作回顾", "2021年工作安排"} <= set(lines)
    assert any(line.startswith("各位代表，一年来的成绩，") for line in lines)


def test_first_session_of_a_first_term_has_no_term_behind_it() -> None:
    new = evolve(FIRST, congress=evolve(TOWN, term=1))
    assert evolve(REPORT, session=new).reviews is dk.Period.YEAR


def test_report_on_one_year_may_be_given_at_a_first_session() -> None:
    report = evolve(REPORT, period=dk.Period.YEAR)
    text = report.draft().text()
    assert "\n2021年工作回顾\n" in text
    found = dk.PresidiumReport.from_document(dk.read(text))
    assert (found.period, found.year) == (dk.Period.YEAR, 2021)
    assert found.draft().text() == text


@pytest.mark.parametrize(("years", "said"), [(3, "三"), (2, "两"), (5, "五")])
def test_term_of_other_years_says_how_many(years: int, said: str) -> None:
    text = evolve(REPORT, term_years=years).draft().text()
    assert f"\n过去{said}年工作回顾\n{said}年来，" in text
    found = dk.PresidiumReport.from_document(dk.read(text))
    assert found.term_years == (None if years == 5 else years)
    assert found.draft().text() == text


def test_years_of_a_term_from_before_the_five_year_rule_are_to_be_filled_in() -> None:
    early = evolve(REPORT, session=evolve(FIRST, opens=dt.date(2006, 12, 20)))
    assert {blank.name for blank in early.draft().blanks} == {"上届任期年数"}
    assert "今后五年工作建议" in early.draft().text()
    assert evolve(early, term_years=3).draft().blanks == ()


def test_term_to_come_had_no_five_years_before_the_constitution_was_amended() -> None:
    early = evolve(REPORT, session=evolve(FIRST, opens=dt.date(2004, 3, 13)), term_years=3)
    assert "\n今后工作建议\n今后，建议新一届镇人大主席团" in early.draft().text()


@pytest.mark.parametrize("received", [0, 12])
def test_suggestions_of_a_term_may_count_from_its_first_session(received: int) -> None:
    since = dk.Suggestions(received=received, answered=received, since="镇十八届人大一次会议")
    text = evolve(REPORT, suggestions=since).draft().text()
    assert f"\n镇十八届人大一次会议以来，{'共' if received else '未'}收到代表建议、批评和意见" in text
    assert dk.PresidiumReport.from_document(dk.read(text)).suggestions == since


def test_years_of_a_term_are_refused_where_none_is_reviewed() -> None:
    with pytest.raises(FactError, match=r"回顾的不是一届（period=Period\.YEAR），不应写 term_years=5"):
        evolve(REPORT, period=dk.Period.YEAR, term_years=5)


@pytest.mark.parametrize(
    ("title", "period", "years"),
    [
        ("五年来的工作回顾", dk.Period.TERM, 5),
        ("过去三年的工作", dk.Period.TERM, 3),
        ("三年工作回顾", dk.Period.TERM, 3),
        ("近五年来的工作", dk.Period.YEAR, None),
        ("2025年上半年工作回顾", dk.Period.HALF, None),
        ("2025年工作回顾", dk.Period.YEAR, None),
        ("二〇二五年工作回顾", dk.Period.YEAR, None),
    ],
)
def test_title_of_an_old_review_tells_its_time(title: str, period: dk.Period, years: int | None) -> None:
    text = f"镇人大主席团工作报告\n各位代表：\n我受委托，向大会报告工作。\n{title}\n一、依法监督\n听取报告。"
    found = dk.PresidiumReport.from_document(dk.read(text))
    assert (found.reviews, found.term_years) == (period, years)
    assert found.draft().text() == text


@pytest.mark.parametrize(("title", "period"), [("工作回顾", dk.Period.TERM), ("2025年工作回顾", dk.Period.YEAR)])
def test_overview_tells_the_time_where_the_title_does_not(title: str, period: dk.Period) -> None:
    text = f"镇人大主席团工作报告\n各位代表：\n我受委托，向大会报告工作。\n{title}\n五年来，变化很大。\n一、依法监督\n听取报告。"
    found = dk.PresidiumReport.from_document(dk.read(text))
    assert found.reviews is period
    assert found.draft().text() == text
