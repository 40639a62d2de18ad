"""Findings told: as text for people, as JSON, as SARIF, as comments in a Word file."""

from draftkit.checks.reports.comments import comment
from draftkit.checks.reports.data import as_json
from draftkit.checks.reports.plain import as_text
from draftkit.checks.reports.sarif import as_sarif
from draftkit.checks.reports.screen import show

__all__ = ["as_json", "as_sarif", "as_text", "comment", "show"]
