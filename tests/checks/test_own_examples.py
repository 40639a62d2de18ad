"""What draftkit drafts itself gives no reason for a finding, as a tree and as a Word file."""

from pathlib import Path

import pytest

import draftkit as dk
from draftkit.checks import check
from draftkit.renderers.house import House, Numbering
from draftkit.tree import Table
from examples.presidium_report import paper as report
from examples.resolution import paper as resolution
from examples.work_summary import paper as summary

PAPERS = {
    report.NAME: report.paper(),
    **resolution.papers(),
    summary.NAME: summary.paper(),
}


def shown(document: dk.Document) -> list[object]:
    """Return all of a paper's structure that can be seen: whose paragraph one behind a run-in section is, can't."""
    return [
        line if isinstance(line, Table) else (line.role, line.level, line.number, line.spans)
        for line in document.lines()
    ]


@pytest.mark.parametrize("name", PAPERS)
def test_a_drafted_paper_has_no_findings(name: str) -> None:
    assert [(found.rule, found.text) for found in check(PAPERS[name])] == []


@pytest.mark.parametrize("numbering", list(Numbering))
@pytest.mark.parametrize("name", PAPERS)
def test_neither_has_its_word_file(name: str, numbering: Numbering, tmp_path: Path) -> None:
    path = dk.write(PAPERS[name].draft(), tmp_path / "文稿.docx", house=House(numbering=numbering))
    assert shown(dk.read(path)) == shown(PAPERS[name].draft())
    assert [(found.rule, found.text) for found in check(path)] == []
