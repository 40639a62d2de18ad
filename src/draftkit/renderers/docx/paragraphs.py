"""Paragraphs in WordprocessingML: each line of a paper with the style of its role."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import assert_never

from attrs import evolve, frozen

from draftkit.renderers.docx.contents import bookmarked, entry
from draftkit.renderers.docx.imprint import ROLES as IMPRINT
from draftkit.renderers.docx.imprint import imprint
from draftkit.renderers.docx.lists import Lists
from draftkit.renderers.docx.measure import TIGHTEN, fit, halves
from draftkit.renderers.docx.properties import CENTRED, Setting, properties, signature_places
from draftkit.renderers.docx.runs import Look, run_in, runs
from draftkit.renderers.docx.sections import Piece, kinds
from draftkit.renderers.docx.styles import Sheet
from draftkit.renderers.docx.tables import SEPARATOR, table
from draftkit.renderers.house import House
from draftkit.renderers.spans import broken
from draftkit.renderers.titles import break_title
from draftkit.tree import Line, Point, Role, Section, Span, SpanKind, Table, Term

__all__ = ["Writer"]

_STYLES = {
    Role.CORNER: "Corner Label",
    Role.TITLE: "Title",
    Role.MARK: "Subtitle",
    Role.ADOPTION_NOTE: "Subtitle",
    Role.OCCASION: "Subtitle",
    Role.REPORTER: "Subtitle",
    Role.SALUTATION: "Salutation",
    Role.PART: "Part Heading",
    Role.HEADING: "Body Text",
    Role.BODY: "Body Text",
    Role.CAPTION: "Caption",
    Role.UNIT: "Table Unit",
    Role.GLOSSARY: "Part Heading",
    Role.ATTACHMENTS: "Attachments Note",
    Role.ORGAN: "Signature",
    Role.DATE: "Date",
    Role.NOTE: "Note",
    Role.ATTACHMENT_LABEL: "Attachment Label",
    Role.ATTACHMENT_TITLE: "Attachment Title",
    Role.COPY_TO: "Imprint",
    Role.PRINTED: "Imprint Printed",
    Role.BOOKLET: "Booklet Title",
    Role.CONTENTS: "TOC Heading",
    Role.ENTRY: "TOC 1",
}
"""The template's style for each role; a heading with the label of a level has that level's."""

_POINT = "Run-in Point"
_TERM = "Run-in Term"
_KEPT = re.compile("([ -~—]+)")


@frozen(kw_only=True)
class Writer:
    """What writes a paper's lines for a template.

    Args:
        house: The options.
        sheet: The template's styles.
        lists: The paper's lists, where Word counts its labels.
    """

    house: House
    sheet: Sheet
    lists: Lists | None

    def write(self, lines: tuple[Line | Table, ...]) -> Iterator[Piece]:
        """Yield the elements of `lines`, from the title to the date and to what stands behind it."""
        places = signature_places(lines, self.sheet)
        around = zip((None, *lines), lines, (*lines[1:], None), kinds(lines), strict=False)
        imprint_open: list[Line] = []
        for number, (previous, line, following, kind) in enumerate(around):
            match line:
                case Line(role=Role.BODY | Role.HEADING) if self._is_plain(line):
                    # Nine lines in ten: nothing around them changes how they are set.
                    start = _start(self.sheet.style(_style(line)))
                    yield Piece(kind, f"{start}{self._content(line, line.spans)}</w:p>")
                case Line() if line.role in IMPRINT:
                    imprint_open.append(line)
                    if not (isinstance(following, Line) and following.role in IMPRINT):
                        yield Piece(kind, imprint(imprint_open, self.sheet, self._look()))
                        yield Piece(kind, SEPARATOR)
                        imprint_open = []
                case Line():
                    setting = Setting(previous=previous, following=following, place=places.get(number))
                    yield Piece(kind, self._paragraph(line, setting))
                case Table():
                    yield Piece(kind, table(line, self.sheet, self._look()))
                    if not isinstance(following, Line) or line.wide or following.role in IMPRINT:
                        yield Piece(kind, SEPARATOR)
                case _:
                    assert_never(line)

    def _is_plain(self, line: Line) -> bool:
        kept = self.house.keep_headings and line.role is Role.HEADING
        return self.lists is None and not line.new_page and not kept

    def _paragraph(self, line: Line, setting: Setting) -> str:
        label = None if self.lists is None else self.lists.place(line)
        setting = evolve(setting, label=label, bold=self.house.bold_headings, keep=self.house.keep_headings)
        spans = line.spans if label is None else line.spans[1:]
        style = self.sheet.style(_style(line))
        return f"<w:p>{properties(line, style, setting, self.sheet)}{self._content(line, spans)}</w:p>"

    def _content(self, line: Line, spans: tuple[Span, ...]) -> str:
        match line.role:
            case Role.TITLE | Role.ATTACHMENT_TITLE | Role.BOOKLET:
                content = runs(_title(spans, self.sheet.title), self._look())
                return bookmarked(line, content) if line.anchor else content
            case Role.ENTRY:
                return entry(line, self._look())
            case Role.HEADING:
                return runs(spans, self._look("" if line.level else _POINT, heading=True))
            case Role.PART:
                return runs(spans, self._look(heading=True))
            case Role.BODY:
                return run_in(spans, self._look(), partial(self._run_in_look, line))
            case _ if line.role in CENTRED and (broken_up := self._halves(line)):
                return runs(broken(spans, broken_up), self._look())
            case _ if line.role in CENTRED:
                return self._squeezed(spans, self.sheet.real(fit(line.text, self.sheet.measure).squeeze))
            case _:
                return runs(spans, self._look())

    def _halves(self, line: Line) -> tuple[str, str] | None:
        """Return the halves of a centred line that LibreOffice would break where it may not be."""
        in_two = self.sheet.spaced and fit(line.text, self.sheet.measure).indent
        return halves(line.text, self.sheet.measure) if in_two else None

    def _squeezed(self, spans: tuple[Span, ...], squeeze: int) -> str:
        """Return the runs of a line whose Chinese characters give up `squeeze`."""
        if not squeeze:
            return runs(spans, self._look())
        closer = evolve(self._look(), spacing=TIGHTEN - squeeze)
        pieces = (evolve(span, text=piece) for span in spans for piece in _KEPT.split(span.text) if piece)
        return "".join(runs((piece,), self._look() if _KEPT.match(piece.text) else closer) for piece in pieces)

    def _run_in_look(self, line: Line, at: int) -> Look:
        """Return the look of the run-in heading at span `at`: a section's is its first, any other a point's."""
        if isinstance(line.node, Term):
            return self._look(_TERM, heading=True)
        is_section = at == 0 and line.level > 0 and isinstance(line.node, Section) and line.node.title is not None
        return self._look(f"Run-in Heading {line.level}" if is_section else _POINT, heading=True)

    def _look(self, style: str = "", *, heading: bool = False) -> Look:
        name = self.sheet.style(style) if style else ""
        return _look(name, self.house.western, bold=heading and self.house.bold_headings)


@lru_cache
def _look(style: str, western: str | None, *, bold: bool) -> Look:
    return Look(style=style, western=western, bold=bold)


@lru_cache
def _start(style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'


def _style(line: Line) -> str:
    if line.role is Role.HEADING and line.level:
        return f"Heading {line.level}"
    if line.role is Role.BODY and isinstance(line.node, Point):
        return "List"
    return _STYLES[line.role]


def _title(spans: tuple[Span, ...], width: int) -> tuple[Span, ...]:
    """Return a title's spans broken into lines of `width` characters, unless it was broken by hand."""
    if any(span.kind is SpanKind.BREAK for span in spans):
        return spans
    return broken(spans, break_title("".join(span.text for span in spans), width))
