"""Fixes made in a text file: only the words change, every other byte stays."""

from collections import defaultdict

from draftkit.checks.finding import Findings
from draftkit.checks.fixing import by_paragraph, chosen
from draftkit.readers.source import encoding_of

__all__ = ["fix_text"]


def fix_text(data: bytes, findings: Findings) -> bytes:
    """Return the text file `data` with the safe fixes of `findings` made; a line of which nothing is left is gone."""
    encoding = encoding_of(data)
    lines = data.decode(encoding).splitlines(keepends=True)
    for line, edits in _edits(findings).items():
        old = lines[line - 1]
        new = old
        for start, end, text in sorted(edits, reverse=True):
            new = new[:start] + text + new[end:]
        lines[line - 1] = "" if old.strip() and not new.strip() else new
    return "".join(lines).encode(encoding)


def _edits(findings: Findings) -> dict[int, list[tuple[int, int, str]]]:
    """Return the edits by their lines, as columns; one that reaches over two lines isn't made."""
    paragraphs = {paragraph.index: paragraph for paragraph in findings.paragraphs}
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for number, edits in by_paragraph(chosen(findings)).items():
        for edit in edits:
            spans = list(paragraphs[number].spans(edit.start, edit.end))
            if edit.text and len(spans) != 1:
                continue
            for piece, start, end in spans:
                if piece.column is not None:
                    found[piece.line].append((piece.column + start, piece.column + end, edit.text))
    return found
