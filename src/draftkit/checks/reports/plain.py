"""Findings as plain text: a line each, as compilers write them, and below it the words in their place.

>>> from draftkit.checks.engine import check
>>> print(as_text(check("会议听取了镇长×××所作的政府工作报告。")))
文稿:1:8: 错误 “×××”处没有填写，请补上实际内容 [blank-cross]
    会议听取了镇长【×××】所作的政府工作报告。
错误1处，警告0处，提示0处。
"""

import unicodedata
from collections import Counter

from attrs import frozen

from draftkit.checks.finding import Finding, Findings, Place, Severity

__all__ = ["Excerpt", "as_text", "excerpt", "place_of", "summary"]

_AROUND = 24
"""How many characters are shown on both sides of the words."""
_LONGEST = 80
"""Words longer than this are cut in the middle."""
_UNPRINTABLE = {"Cc", "Cf", "Zl", "Zp"}


@frozen
class Excerpt:
    """The words of a finding, and what stands around them."""

    before: str
    words: str
    after: str


def _shown(text: str) -> str:
    r"""Return `text` in one line, without what a terminal would act upon."""
    line = text.replace("\n", " ").replace("\t", " ")
    return "".join(char for char in line if unicodedata.category(char) not in _UNPRINTABLE)


def excerpt(place: Place) -> Excerpt:
    """Return the words at `place`, and a part of the sentence around them."""
    text, start, end = place.paragraph.text, place.start, place.end
    before = ("…" if start > _AROUND else "") + text[max(start - _AROUND, 0) : start]
    after = text[end : end + _AROUND] + ("…" if len(text) > end + _AROUND else "")
    words = place.text
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2]}…{words[-_LONGEST // 2 :]}"
    return Excerpt(_shown(before), _shown(words), _shown(after))


def place_of(finding: Finding, where: str | None) -> str:
    """Return where `finding` stands: 报告.txt:12:5; of a Word file the paragraph's number stands for the line."""
    place = finding.place
    line = place.line or place.paragraph.index + 1
    return f"{where or '文稿'}:{line}:{column_of(place) + 1}"


def column_of(place: Place) -> int:
    """Return the column at which `place` begins in its line, from 0."""
    for piece, start, _ in place.paragraph.spans(place.start, max(place.end, place.start)):
        return start + (piece.column or 0)
    return place.start


def summary(findings: Findings) -> str:
    """Return how many there are of each severity: 错误1处，警告0处，提示0处。"""
    counts = Counter(finding.severity for finding in findings)
    text = "，".join(f"{severity.zh}{counts[severity]}处" for severity in Severity)
    silenced = f"；按设置不报{len(findings.silenced)}处" if findings.silenced else ""
    return f"{text}{silenced}。"


def as_text(findings: Findings) -> str:
    """Return `findings` as plain text, with how many there are."""
    lines = []
    for finding in findings:
        shown = excerpt(finding.place)
        lines += [
            f"{place_of(finding, findings.where)}: {finding.severity.zh} {_shown(finding.zh)} [{finding.rule}]",
            f"    {shown.before}【{shown.words}】{shown.after}",
        ]
    return "\n".join([*lines, summary(findings)])
