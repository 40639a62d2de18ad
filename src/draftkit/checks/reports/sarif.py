"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from draftkit.checks.finding import Edit, Finding, Findings, Place, Severity
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Rule
from draftkit.checks.rules import RULES

__all__ = ["as_sarif"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_WORD = (".docx",)


def as_sarif(*findings: Findings, rules: Iterable[Rule] = (), indent: int | None = 2) -> str:
    """Return the findings of one file or of several as a SARIF log.

    Args:
        *findings: The findings, by file.
        rules: Rules of the user's own that took part.
        indent: How far the JSON is indented.
    """
    known = {rule.id: rule for rule in (*RULES.values(), *rules)}
    used = sorted({finding.rule for each in findings for finding in each})
    run = {
        "tool": {"driver": {"name": "draftkit", "rules": [_rule(known.get(id_), id_) for id_ in used]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, finding, used) for each in findings for finding in each],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=indent)


def _rule(rule: Rule | None, id_: str) -> dict[str, Any]:
    if rule is None:
        return {"id": id_}
    return {
        "id": id_,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.why}依据：{rule.norm}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.topic]},
    }


def _result(findings: Findings, finding: Finding, used: list[str]) -> dict[str, Any]:
    fixes = list(_fixes(findings, finding))
    return {
        "ruleId": finding.rule,
        "ruleIndex": used.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.zh}（{finding.norm}）"},
        "locations": [_location(findings.where, finding.place)],
        **({"fixes": fixes} if fixes else {}),
    }


def _uri(where: str | None) -> str:
    if where is None:
        return "document"
    path = Path(where)
    return path.as_uri() if path.is_absolute() else quote(PurePath(where).as_posix())


def _location(where: str | None, place: Place) -> dict[str, Any]:
    region = _region(where, place.paragraph, place.start, place.end)
    physical = {"artifactLocation": {"uri": _uri(where)}, **({"region": region} if region else {})}
    logical = {"name": f"第{place.line or place.paragraph.index + 1}段", "kind": "element"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _region(where: str | None, paragraph: Passage, start: int, end: int) -> dict[str, Any] | None:
    """Return the lines and columns of a span; None in a Word file, which has no lines."""
    spans = [] if where is None or where.endswith(_WORD) else list(paragraph.spans(start, end))
    if not spans:
        return None
    (first, begin, _), (last, _, finish) = spans[0], spans[-1]
    return {
        "startLine": first.line,
        "startColumn": (first.column or 0) + begin + 1,
        "endLine": last.line,
        "endColumn": (last.column or 0) + finish + 1,
        "snippet": {"text": paragraph.text[start:end]},
    }


def _fixes(findings: Findings, finding: Finding) -> Iterator[dict[str, Any]]:
    """Yield the fix where the file has lines that it can be told by."""
    if finding.fix is None:
        return
    changes = [_change(findings, edit) for edit in finding.fix.edits]
    if all(changes):
        yield {
            "description": {"text": finding.zh},
            "artifactChanges": [{"artifactLocation": {"uri": _uri(findings.where)}, "replacements": changes}],
        }


def _change(findings: Findings, edit: Edit) -> dict[str, Any] | None:
    paragraph = findings.paragraphs[edit.paragraph]
    region = _region(findings.where, paragraph, edit.start, edit.end)
    if region is None or any(piece.column is None for piece, _, _ in paragraph.spans(edit.start, edit.end)):
        return None
    region.pop("snippet")
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}
