"""What once was, or easily could be, found by mistake: one line each, all of it right."""

import datetime as dt
from pathlib import Path

import pytest

from draftkit.checks import Severity, check

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.txt"))


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


CASES = [pytest.param(path.stem, line, id=f"{path.stem}-{n}") for path in FILES for n, line in enumerate(lines(path))]


@pytest.mark.parametrize(("topic", "line"), CASES)
def test_what_is_right_is_left_alone(topic: str, line: str) -> None:
    on = None
    if topic == "chronology":
        day, line = line.split(" ", 1)
        on = dt.date.fromisoformat(day)
    found = [finding for finding in check(line + "\n", on=on) if finding.severity is not Severity.HINT]
    assert [(finding.rule, finding.text) for finding in found] == []
