"""Paragraphs in WordprocessingML: each line of a paper with the style of its role."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import assert_never

from attrs import evolve, frozen

from draftkit.renderers.docx.lists import Lists
from draftkit.renderers.docx.measure import TIGHTEN, fit
from draftkit.renderers.docx.properties import CENTRED, Setting, properties, signature_places
from draftkit.renderers.docx.runs import Look, run_in, runs
from draftkit.renderers.docx.styles import Sheet
from draftkit.renderers.docx.tables import SEPARATOR, table
from draftkit.renderers.house import House
from draftkit.renderers.spans import broken
from draftkit.renderers.titles import break_title
from draftkit.tree import Line, Point, Role, Section, Span, SpanKind, Table

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
    Role.ORGAN: "Signature",
    Role.DATE: "Date",
}
"""The template's style for each role; a heading with the label of a level has that level's."""

_POINT = "Run-in Point"
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

    def write(self, lines: tuple[Line | Table, ...]) -> Iterator[str]:
        """Yield the elements of `lines`, from the title to the date."""
        places = signature_places(lines, self.sheet)
        for previous, line, following in zip((None, *lines), lines, (*lines[1:], None), strict=False):
            match line:
                case Line(role=Role.BODY | Role.HEADING) if self.lists is None:
                    # Nine lines in ten: nothing around them changes how they are set.
                    yield f"{_start(self.sheet.style(_style(line)))}{self._content(line, line.spans)}</w:p>"
                case Line():
                    yield self._paragraph(line, Setting(previous=previous, following=following, signature=places))
                case Table():
                    yield table(line, self.sheet, self._look())
                    if not isinstance(following, Line):
                        yield SEPARATOR
                case _:
                    assert_never(line)

    def _paragraph(self, line: Line, setting: Setting) -> str:
        label = None if self.lists is None else self.lists.place(line)
        setting = evolve(setting, label=label, bold=self.house.bold_headings)
        spans = line.spans if label is None else line.spans[1:]
        style = self.sheet.style(_style(line))
        return f"<w:p>{properties(line, style, setting, self.sheet)}{self._content(line, spans)}</w:p>"

    def _content(self, line: Line, spans: tuple[Span, ...]) -> str:
        match line.role:
            case Role.TITLE:
                return runs(_title(spans), self._look())
            case Role.HEADING:
                return runs(spans, self._look("" if line.level else _POINT, heading=True))
            case Role.PART:
                return runs(spans, self._look(heading=True))
            case Role.BODY:
                return run_in(spans, self._look(), partial(self._run_in_look, line))
            case _ if line.role in CENTRED:
                return self._squeezed(spans, fit(line.text, self.sheet.line).squeeze)
            case _:
                return runs(spans, self._look())

    def _squeezed(self, spans: tuple[Span, ...], squeeze: int) -> str:
        """Return the runs of a line whose Chinese characters give up `squeeze`."""
        if not squeeze:
            return runs(spans, self._look())
        closer = evolve(self._look(), spacing=TIGHTEN - squeeze)
        pieces = (evolve(span, text=piece) for span in spans for piece in _KEPT.split(span.text) if piece)
        return "".join(runs((piece,), self._look() if _KEPT.match(piece.text) else closer) for piece in pieces)

    def _run_in_look(self, line: Line, at: int) -> Look:
        """Return the look of the run-in heading at span `at`: a section's is its first, any other a point's."""
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


def _title(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a title's spans broken into lines, unless it was broken by hand."""
    if any(span.kind is SpanKind.BREAK for span in spans):
        return spans
    return broken(spans, break_title("".join(span.text for span in spans)))
