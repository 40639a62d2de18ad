import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from draftkit.errors import FactError
from draftkit.facts import Congress, Suggestions
from draftkit.kinds import DERIVED, WorkSummary
from draftkit.readers.text import read_text
from draftkit.tree import Section

SUMMARY = WorkSummary(
    congress=Congress(place="清溪镇", term=18, parent="青山区", deputies=86),
    year=2025,
    on=dt.date(2025, 12, 22),
    review=[Section("坚持党的领导", "甲。"), Section("做好代表工作", "乙。")],
    suggestions=Suggestions(received=34, answered=34),
    shortcomings=["监督的刚性还不够强", "调查研究还不够深"],
    plan=[Section("加强监督", "丙。")],
)


def test_summary_is_signed_and_greets_nobody() -> None:
    document = SUMMARY.draft()
    lines = document.text().splitlines()
    assert lines[0] == "清溪镇人大2025年工作总结和2026年工作打算"
    assert lines[1].startswith("2025年，镇人大主席团在镇党委的坚强领导和区人大常委会的精心指导下")
    assert lines[1].endswith("现将2025年工作总结如下：")
    assert lines[-2:] == ["清溪镇人民代表大会主席团", "2025年12月22日"]
    assert document.title_block.salutation is None
    assert "请予审议" not in document.text()
    assert "团结在" not in document.text()


def test_summary_without_a_plan_says_so_in_its_title() -> None:
    lines = evolve(SUMMARY, plan=()).draft().text().splitlines()
    assert lines[0] == "清溪镇人大2025年工作总结"
    assert not [line for line in lines if "工作打算" in line]


def test_suggestions_count_from_the_year_summed_up() -> None:
    assert "2025年，共收到代表建议、批评和意见34件" in SUMMARY.draft().text()


def test_summary_read_back_drafts_its_text() -> None:
    text = SUMMARY.draft().text()
    found = WorkSummary.from_document(read_text(text))
    assert found.draft().text() == text
    assert (found.reviewed, found.on) == (2025, dt.date(2025, 12, 22))
    assert found.date is DERIVED
    assert found.suggestions == SUMMARY.suggestions
    assert found.shortcomings == SUMMARY.shortcomings


def test_year_summed_up_is_kept_where_no_day_tells_it() -> None:
    text = "清溪镇人大2025年工作总结\n镇人大主席团依法履职。"
    assert WorkSummary.from_document(read_text(text)).year == 2025


def test_review_may_have_a_title() -> None:
    text = evolve(SUMMARY, review_title="2025年工作情况").draft().text()
    assert text.splitlines()[2] == "2025年工作情况"
    assert WorkSummary.from_document(read_text(text)).draft().text() == text


def test_date_not_known_is_a_blank_only_where_it_stands() -> None:
    with pytest.raises(FactError, match="缺少文稿日期"):
        evolve(SUMMARY, on=None).draft()


@pytest.mark.parametrize("name", ["congress", "suggestions"])
def test_fact_of_the_wrong_kind_is_named(name: str) -> None:
    wrong: dict[str, Any] = {name: "清溪镇"}
    with pytest.raises(FactError, match=f"{name} 应为 .*，而不是 '清溪镇'"):
        evolve(SUMMARY, **wrong)


def test_summary_without_a_congress_says_what_is_missing() -> None:
    with pytest.raises(FactError, match="缺少所属的人民代表大会"):
        evolve(SUMMARY, congress=None).draft()


@pytest.mark.parametrize(
    ("on", "year"),
    [
        (dt.date(2025, 1, 6), 2024),
        (dt.date(2025, 5, 31), 2024),
        (dt.date(2025, 10, 1), 2025),
        (dt.date(2025, 12, 31), 2025),
    ],
)
def test_summary_signed_early_in_a_year_is_of_the_year_before(on: dt.date, year: int) -> None:
    found = evolve(SUMMARY, year=None, on=on)
    assert found.reviewed == year
    assert found.draft().text().startswith(f"清溪镇人大{year}年工作总结")


def test_year_of_a_title_may_be_written_out() -> None:
    text = "清溪镇人大二〇二三年工作总结\n镇人大主席团依法履职。"
    assert WorkSummary.from_document(read_text(text)).year == 2023


def test_long_sentence_that_tells_of_no_suggestions_is_soon_given_up() -> None:
    text = "清溪镇人大2025年工作总结\n一、办理建议\n" + "2025年，" * 20_000
    assert WorkSummary.from_document(read_text(text)).suggestions is None
