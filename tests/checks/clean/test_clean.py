"""Clean papers of twenty years: how often the rules cry out where nothing is wrong.

The texts were written for this test, about towns that don't exist; what they say is of their time.
A finding here is a false alarm, and is put right in the rule. What can't be put right is counted: at most
one error or warning in 5,000 characters.
"""

from pathlib import Path

import pytest

from draftkit.checks import Finding, Findings, Severity, check

HERE = Path(__file__).parent
PAPERS = sorted(HERE.glob("*.txt"))
A_FALSE_ALARM_IN = 5_000


def alarms(findings: Findings) -> list[Finding]:
    return [finding for finding in findings if finding.severity is not Severity.HINT]


def test_there_are_twenty_papers_of_many_years() -> None:
    assert len(PAPERS) >= 20
    assert len({path.name[:4] for path in PAPERS}) >= 15
    assert all(800 <= len(path.read_text(encoding="utf-8")) <= 3_000 for path in PAPERS)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_clean_paper_raises_no_error(path: Path) -> None:
    assert [(found.rule, found.text) for found in check(path).errors] == []


def test_false_alarms_are_rare() -> None:
    length = sum(len(path.read_text(encoding="utf-8")) for path in PAPERS)
    false = [(path.name, found.rule, found.text) for path in PAPERS for found in alarms(check(path))]
    assert len(false) <= length // A_FALSE_ALARM_IN, false


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_clean_paper_has_few_hints(path: Path) -> None:
    assert len(check(path)) <= 3
