"""Paragraphs in WordprocessingML: each line of a paper with the style of its role."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from itertools import takewhile
from typing import assert_never, cast

from attrs import evolve, frozen

from draftkit.renderers.docx.contents import bookmarked, entry
from draftkit.renderers.docx.imprint import ROLES as IMPRINT
from draftkit.renderers.docx.imprint import imprint
from draftkit.renderers.docx.lists import Lists
from draftkit.renderers.docx.measure import TIGHTEN, fit, halves
from draftkit.renderers.docx.plain import POINT, plain_lines
from draftkit.renderers.docx.properties import CENTRED, Setting, properties, signature_place
from draftkit.renderers.docx.runs import Look, run_in, runs
from draftkit.renderers.docx.sections import Item
from draftkit.renderers.docx.styles import Sheet
from draftkit.renderers.docx.tables import SEPARATOR, table
from draftkit.renderers.house import House
from draftkit.renderers.spans import broken
from draftkit.renderers.titles import break_title
from draftkit.tree import Line, Maker, Point, Role, Section, Span, SpanKind, Table, Term, line_of

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

    @property
    def maker(self) -> Maker[bytes | Line]:
        """What is made of the lines of a text: those that are plain are written at once."""
        if self.lists is not None or self.house.keep_headings or self.house.western:
            return line_of
        return plain_lines(self.sheet, bold=self.house.bold_headings)

    def write(self, items: Sequence[Item], left: Mapping[int, Line | Table]) -> list[bytes]:
        """Return what is written for each of `items`: the lines of a paper from its title on.

        Args:
            items: The lines, most of them written already.
            left: Those that aren't, by their numbers.
        """
        written = list(items)
        for number, item in left.items():
            written[number] = self._element(item, items, number)
        return cast("list[bytes]", written)

    def _element(self, item: Line | Table, items: Sequence[Item], number: int) -> bytes:
        following = items[number + 1] if number + 1 < len(items) else None
        match item:
            case Line() if item.role in IMPRINT:
                whole = not _is_imprint(following)
                return imprint(_imprint_lines(items, number), self.sheet, self._look()) if whole else b""
            case Line():
                return self._paragraph(item, self._setting(item, items, number)).encode()
            case Table():
                ends = not isinstance(following, (Line, bytes)) or item.wide or _is_imprint(following)
                return table(item, self.sheet, self._look()) + (SEPARATOR if ends else b"")
        assert_never(item)

    def _setting(self, line: Line, items: Sequence[Item], number: int) -> Setting:
        return Setting(
            previous=items[number - 1] if number else None,
            following=items[number + 1] if number + 1 < len(items) else None,
            place=signature_place(items, number, self.sheet),
            label=None if self.lists is None else self.lists.place(line),
            bold=self.house.bold_headings,
            keep=self.house.keep_headings,
        )

    def _paragraph(self, line: Line, setting: Setting) -> str:
        spans = line.spans if setting.label is None else line.spans[1:]
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
                return runs(spans, self._look("" if line.level else POINT, heading=True))
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
        return self._look(f"Run-in Heading {line.level}" if is_section else POINT, heading=True)

    def _look(self, style: str = "", *, heading: bool = False) -> Look:
        name = self.sheet.style(style) if style else ""
        return _look(name, self.house.western, bold=heading and self.house.bold_headings)


@lru_cache
def _look(style: str, western: str | None, *, bold: bool) -> Look:
    return Look(style=style, western=western, bold=bold)


def _is_imprint(item: Item | None) -> bool:
    return isinstance(item, Line) and item.role in IMPRINT


def _imprint_lines(items: Sequence[Item], last: int) -> list[Line]:
    """Return the lines of the 版记 that ends with item `last`."""
    before = takewhile(_is_imprint, reversed(items[: last + 1]))
    return [item for item in before if isinstance(item, Line)][::-1]


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
    lines = break_title("".join(span.text for span in spans), width)
    return broken(spans, lines) if len(lines) > 1 else spans
