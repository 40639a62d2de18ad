"""Which fixes are made, and what a file's paragraphs become by them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from draftkit.checks.finding import Edit, Finding, Findings
from draftkit.checks.paragraph import Passage

__all__ = ["applied", "by_paragraph", "chosen", "fixed_lines"]


def chosen(findings: Iterable[Finding]) -> tuple[Edit, ...]:
    """Return the edits of the safe fixes, in the order of the text; of fixes that overlap, the first alone.

    A fix is put in whole or not at all.
    """
    taken: dict[int, list[Edit]] = defaultdict(list)
    for finding in findings:
        edits = finding.fix.edits if finding.fix is not None and finding.fix.safe else ()
        new = [edit for edit in edits if edit not in taken[edit.paragraph]]
        if not any(_overlap(edit, other) for edit in new for other in taken[edit.paragraph]):
            for edit in new:
                taken[edit.paragraph].append(edit)
    return tuple(edit for number in sorted(taken) for edit in sorted(taken[number], key=lambda edit: edit.start))


def _overlap(one: Edit, other: Edit) -> bool:
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def by_paragraph(edits: Iterable[Edit]) -> dict[int, list[Edit]]:
    """Return `edits` by the paragraph they are made in."""
    found: dict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        found[edit.paragraph].append(edit)
    return found


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with `edits` made; they are those of its own paragraph, in order.

    >>> applied("我们镇镇人大", [Edit(0, 2, 3, "")])
    '我们镇人大'
    """
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def fixed_lines(findings: Findings) -> list[str]:
    """Return the paragraphs of the file with the safe fixes made; one of which nothing is left is gone."""
    edits = by_paragraph(chosen(findings))
    return [text for paragraph in findings.paragraphs if (text := _fixed(paragraph, edits)) is not None]


def _fixed(paragraph: Passage, edits: dict[int, list[Edit]]) -> str | None:
    text = applied(paragraph.text, edits.get(paragraph.index, []))
    return None if paragraph.text.strip() and not text.strip() else text
