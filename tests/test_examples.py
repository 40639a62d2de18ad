"""The examples: their texts, their figures, and what they have in common."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

import draftkit as dk
from examples import build_all
from examples.custom_template import notice
from examples.presidium_report import paper as report
from examples.resolution import paper as resolution
from examples.work_summary import paper as summary

EXAMPLES = Path(build_all.__file__).parent
RULE = "\n\n--------\n\n"

DOCUMENTS = {
    "presidium_report": [report.paper().draft()],
    "resolution": [paper.draft() for paper in resolution.papers().values()],
    "work_summary": [summary.paper().draft()],
}
REPORT = DOCUMENTS["presidium_report"][0].text()
SUMMARY = DOCUMENTS["work_summary"][0].text()


@pytest.mark.parametrize("folder", sorted(DOCUMENTS))
def test_the_text_is_the_expected_one(folder: str) -> None:
    expected = (EXAMPLES / folder / "expected.txt").read_text(encoding="utf-8")
    assert RULE.join(document.text() for document in DOCUMENTS[folder]) + "\n" == expected


@pytest.mark.parametrize("folder", sorted(DOCUMENTS))
def test_no_blank_is_left(folder: str) -> None:
    assert [document.blanks for document in DOCUMENTS[folder]] == [()] * len(DOCUMENTS[folder])


def test_every_folder_is_tested() -> None:
    assert sorted(DOCUMENTS) == sorted(script.parent.name for script in EXAMPLES.glob("*/paper.py"))


def test_all_are_built_where_they_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build_all.main(tmp_path / "new")
    names = {f"{name}{suffix}" for name in _names() for suffix in (".docx", ".md", ".txt")}
    assert {file.name for file in (tmp_path / "new").iterdir()} == {*names, f"{notice.NAME}.docx"}
    printed = [Path(line).stem for line in capsys.readouterr().out.splitlines()]
    assert sorted(printed) == sorted([*_names(), notice.NAME])


def test_built_again_they_replace_what_was_built(tmp_path: Path) -> None:
    first = {file: file.read_bytes() for file in build_all.build(tmp_path)}
    assert {file: file.read_bytes() for file in build_all.build(tmp_path)} == first


def _names() -> list[str]:
    return [report.NAME, summary.NAME, *resolution.papers()]


def test_the_report_and_the_summary_are_as_long_as_they_say() -> None:
    assert 5500 <= len(REPORT) <= 6500
    assert 2700 <= len(SUMMARY) <= 3300


@pytest.mark.parametrize("paper", [report.paper(), summary.paper(), *resolution.papers().values()])
def test_each_is_found_again_in_its_own_text(paper: dk.PresidiumReport | dk.WorkSummary | dk.Resolution) -> None:
    text = paper.draft().text()
    assert type(paper).from_document(dk.read(text)).draft().text() == text


# Figures


SUMS = (
    (r"建议、批评和意见(\d+)件，在八次会议期间提出(\d+)件，闭会期间提出(\d+)件", 34),
    (r"道路交通(\d+)件、农田水利(\d+)件、人居环境(\d+)件、教育医疗养老(\d+)件、产业发展(\d+)件", 34),
    (r"当场解释答复(\d+)条、转交有关方面办理(\d+)条", 187),
    (r"道路修复(\d+)万元、渠道修复(\d+)万元", 220),
    (r"调增支出(\d+)万元[^。]*由(\d+)万元调整为", 9180),
    (r"分别发现问题(\d+)个、(\d+)个", 31),
    (r"问题已整改(\d+)个，\D*(\d+)个涉及", 31),
    (r"安排(\d+)名代表回原选区[\s\S]*安排其余(\d+)名代表", 86),
    (r"宣讲(\d+)场", 18 + 3 + 3),
    (r"接待(\d+)场", 6 * 12),
)

RATES = (
    (r"(?P<whole>\d+)人，参加投票(?P<part>\d+)人，参选率(?P<rate>[\d.]+)%"),
    (r"(?P<whole>\d+)名代表参加(?:满意度)?测评，(?P<part>\d+)名评价为满意，满意率(?P<rate>[\d.]+)%"),
    (r"收入(?P<part>\d+)万元，为年初预算(?P<whole>\d+)万元的(?P<rate>[\d.]+)%"),
)


@pytest.mark.parametrize(("pattern", "total"), SUMS)
def test_the_parts_of_a_sum_in_the_report_add_up(pattern: str, total: int) -> None:
    assert sum(map(int, _only(pattern, REPORT).groups())) == total


@pytest.mark.parametrize("pattern", RATES)
@pytest.mark.parametrize("text", [REPORT, SUMMARY], ids=["report", "summary"])
def test_a_rate_is_its_part_of_its_whole(pattern: str, text: str) -> None:
    found = _only(pattern, text)
    assert found["rate"] == _percent(int(found["part"]), int(found["whole"]))


def test_growth_is_told_with_both_its_figures() -> None:
    now, before, rate = _only(r"收入(\d+)万元.*比上年的(\d+)万元增长([\d.]+)%", REPORT).groups()
    assert rate == _percent(int(now) - int(before), int(before))


def test_the_rates_of_the_suggestions_are_computed_from_them() -> None:
    for text in (REPORT, SUMMARY):
        assert f"{_percent(29, 34)}%" in text
        assert f"{_percent(33, 34)}%" in text


def test_what_is_counted_is_listed() -> None:
    (listed,) = _only(r"听取和讨论(.*)等4项工作", REPORT).groups()
    assert len(listed.split("、")) == 4
    (systems,) = _only(r"(修订.*)，4项制度", REPORT).groups()
    assert len(re.findall("规则|办法|制度", systems.replace("办理办法", "办法"))) == 4
    (laws,) = _only(r"检查(村民.*)2部法律", REPORT).groups()
    assert len(laws.split("、")) == 2
    (visits,) = _only(r"围绕(民生实事项目.*)开展视察4次", REPORT).groups()
    assert len(visits.split("、")) == 4


def test_the_summary_tells_no_figure_that_the_report_does_not() -> None:
    told_to_november = {"1至", "11月", "8010万元", "93.1%"}
    first_lines = {"22日", "12月", "2025年", "2026年"}
    assert set(_figures(SUMMARY)) - set(_figures(REPORT)) <= told_to_november | first_lines


def test_the_papers_share_their_facts() -> None:
    assert summary.CONGRESS == report.SESSION.congress
    assert resolution.SESSION == report.SESSION
    assert summary.SUGGESTIONS == report.SUGGESTIONS


def test_the_resolution_has_its_majority_of_all_deputies() -> None:
    assert resolution.ADOPTED.vote is not None
    assert resolution.ADOPTED.vote.adopted(report.SESSION.congress.deputies)


def _only(pattern: str, text: str) -> re.Match[str]:
    (found,) = re.finditer(pattern, text)
    return found


def _percent(part: int, whole: int) -> str:
    return str((Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _figures(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(r"\d[\d.]*(?:万元|公里|[^\d，。；、\n])", text))


# Words


IMPROPER = (
    "参政议政",
    "列席代表",
    "提案",
    "人民代表大会常务委员会",
    "镇人大常委会",
    "做出",
    "所做",
    "意见建议",
    "法制",
)


@pytest.mark.parametrize("word", IMPROPER)
def test_no_improper_term_is_used(word: str) -> None:
    assert [document.text() for each in DOCUMENTS.values() for document in each if word in document.text()] == []


def test_shortcomings_name_problems_and_no_measures() -> None:
    (problems,) = (line for line in REPORT.splitlines() if "联络站服务半径偏大" in line)
    assert not re.search("下一步|我们将|要进一步|努力", problems)
