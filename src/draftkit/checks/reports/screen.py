"""Findings on a screen, with colours; into a pipe or a file they go as plain text."""

import sys
from typing import TextIO

from draftkit.checks.finding import Findings, Severity
from draftkit.checks.reports.plain import as_text, excerpt, place_of, summary

__all__ = ["show"]

_LOOKS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.HINT: "bold cyan"}


def show(findings: Findings, file: TextIO | None = None, *, colour: bool | None = None) -> None:
    """Write `findings` to `file` (by default the standard output).

    Args:
        findings: The findings.
        file: Where they go.
        colour: Whether in colours; by default where `file` is a screen.
    """
    out = sys.stdout if file is None else file
    if colour if colour is not None else out.isatty():
        _coloured(findings, out)
    else:
        out.write(f"{as_text(findings)}\n")


def _coloured(findings: Findings, out: TextIO) -> None:
    from rich.console import Console  # noqa: PLC0415 -- rich is loaded when it is needed
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=out, force_terminal=True, highlight=False, soft_wrap=True)
    for finding in findings:
        shown, look = excerpt(finding.place), _LOOKS[finding.severity]
        console.print(
            Text.assemble(
                (f"{place_of(finding, findings.where)} ", "dim"),
                (finding.severity.zh, look),
                f" {finding.zh} ",
                (f"[{finding.rule}]", "dim"),
            )
        )
        console.print(Text.assemble("    ", shown.before, (shown.words, f"{look} underline"), shown.after))
        console.print(Text.assemble("    依据：", (finding.norm, "dim")))
    console.print(summary(findings))
