"""Findings as JSON, for other programs; the form has a version, and keys are only ever added."""

import json
from typing import Any

from draftkit.checks.finding import Finding, Findings
from draftkit.checks.reports.plain import column_of

__all__ = ["VERSION", "as_data", "as_json"]

VERSION = 1


def as_json(*findings: Findings, indent: int | None = 2) -> str:
    """Return the findings of one file or of several as JSON; offsets count characters from 0, lines from 1."""
    data = {"version": VERSION, "files": [as_data(each) for each in findings]}
    return json.dumps(data, ensure_ascii=False, indent=indent)


def as_data(findings: Findings) -> dict[str, Any]:
    """Return the findings of one file as plain dicts and lists."""
    return {
        "file": findings.where,
        "findings": [_finding(finding) for finding in findings],
        "silenced": [{**_finding(one.finding), "reason": one.reason} for one in findings.silenced],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "topic": finding.topic,
        "severity": finding.severity.value,
        "line": place.line,
        "column": column_of(place) + 1,
        "paragraph": place.paragraph.index,
        "role": None if place.paragraph.role is None else place.paragraph.role.value,
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "zh": finding.zh,
        "en": finding.en,
        "norm": finding.norm,
        "fix": None
        if finding.fix is None
        else {
            "safe": finding.fix.safe,
            "edits": [
                {"paragraph": edit.paragraph, "start": edit.start, "end": edit.end, "text": edit.text}
                for edit in finding.fix.edits
            ],
        },
    }
