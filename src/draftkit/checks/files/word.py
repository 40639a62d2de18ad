"""Findings put into a Word file: comments at the very words, and fixes that keep the words' look."""

import io
from collections import defaultdict
from collections.abc import Iterator

import docx
from attrs import frozen
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.text.run import Run
from lxml import etree

from draftkit.checks.files.runs import Runs
from draftkit.checks.finding import Edit, Finding, Findings, Place
from draftkit.checks.fixing import by_paragraph, chosen
from draftkit.checks.paragraph import Passage
from draftkit.readers.docx.looks import Sheet
from draftkit.readers.docx.package import Package, W, open_package
from draftkit.readers.docx.paragraphs import every_paragraph

__all__ = ["commented", "fix_word"]

AUTHOR, INITIALS = "draftkit", "dk"
"""Who comments: it is shown beside each comment."""


@frozen
class _Word:
    """A Word file, and the runs of its paragraphs by the paragraphs' numbers."""

    document: WordDocument
    runs: dict[int, Runs]

    @classmethod
    def open(cls, data: bytes) -> "_Word":
        open_package(data)  # it refuses what is too large to be unpacked
        document = docx.Document(io.BytesIO(data))
        styles = document.part.part_related_by(RELATIONSHIP_TYPE.STYLES) if _has_styles(document) else None
        root = None if styles is None else etree.fromstring(styles.blob)
        found = every_paragraph(Package(document.element, root, None), Sheet.read(root))
        return cls(document, {paragraph.number: Runs.of(paragraph) for paragraph in found})

    def saved(self) -> bytes:
        data = io.BytesIO()
        self.document.save(data)
        return data.getvalue()

    def places(self, paragraph: Passage, start: int, end: int) -> Iterator[tuple[Runs, int, int]]:
        """Yield where a span of a checked paragraph stands: the runs, start, end."""
        for piece, begin, finish in paragraph.spans(start, end):
            runs = self.runs.get(piece.line)
            place = None if runs is None else runs.place(paragraph.text_of(piece), begin, finish)
            if runs is not None and place is not None:
                yield runs, *place


def _has_styles(document: WordDocument) -> bool:
    return any(one.reltype == RELATIONSHIP_TYPE.STYLES for one in document.part.rels.values())


def commented(data: bytes, findings: Findings) -> bytes:
    """Return the Word file `data` with a comment at the words of each of `findings`."""
    word = _Word.open(data)
    for finding in findings:
        marked = _marked(word, finding.place)
        if marked:
            ends = [Run(element, word.document) for element in (marked[0], marked[-1])]  # type: ignore[arg-type]
            word.document.add_comment(ends, text=_comment(finding), author=AUTHOR, initials=INITIALS)
    return word.saved()


def _marked(word: _Word, place: Place) -> list[etree._Element]:
    """Return the runs of the words; where they are a label that Word counts, those of the whole paragraph."""
    found = list(word.places(place.paragraph, place.start, place.end))
    elements = [element for runs, start, end in found for element in runs.between(start, end)]
    line = place.line
    if elements or line is None or line not in word.runs:
        return elements
    return [run.element for run in word.runs[line].runs]


def _comment(finding: Finding) -> str:
    lines = [f"【{finding.severity.zh}】{finding.zh}"]
    if finding.fix is not None and len(finding.fix.edits) == 1:
        new = finding.fix.edits[0].text
        lines.append(f"建议改为：{new}" if new else "建议删去")
    return "\n".join([*lines, f"依据：{finding.norm}", f"规则：{finding.rule}"])


def fix_word(data: bytes, findings: Findings) -> bytes:
    """Return the Word file `data` with the safe fixes of `findings` made; a paragraph left empty is gone."""
    word = _Word.open(data)
    paragraphs = {paragraph.index: paragraph for paragraph in findings.paragraphs}
    for index, edits in by_paragraph(chosen(findings)).items():
        _fix(word, paragraphs[index], edits)
    return word.saved()


def _fix(word: _Word, paragraph: Passage, edits: list[Edit]) -> None:
    """Make `edits`, the last first, so that the places of the others stay."""
    found = [(edit, list(word.places(paragraph, edit.start, edit.end))) for edit in edits]
    changed: dict[int, Runs] = defaultdict()
    for edit, places in reversed(found):
        if len(places) == 1 or not edit.text:
            for runs, start, end in places:
                runs.replace(start, end, edit.text)
                changed[id(runs)] = runs
    for runs in changed.values():
        if not runs.text.strip():
            _remove(runs)


def _remove(runs: Runs) -> None:
    """Take out the paragraph of `runs`, unless a cell needs it or a section ends in it."""
    element = next(iter(runs.runs[0].element.iterancestors(W + "p")), None)
    parent = None if element is None else element.getparent()
    if element is None or parent is None or element.find(f"{W}pPr/{W}sectPr") is not None:
        return
    if parent.tag != W + "tc" or len(parent.findall(W + "p")) > 1:
        parent.remove(element)
