"""The lines that nothing around them changes, nine in ten: each is written as soon as it is met.

>>> from pathlib import Path
>>> from draftkit.tree import Paragraph
>>> make = plain_lines(Sheet(path=Path("模板.docx"), parts={}, ids={"body text": "a3"}))
>>> paragraph = Paragraph("会议同意。")
>>> print(make(Role.BODY, (), paragraph.content, 0, None, None, paragraph).decode())
<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t \
xml:space="preserve">会议同意。</w:t></w:r></w:p>
"""

from html import escape
from typing import Final

from draftkit.renderers.docx.runs import TEXT_END, Look, opened
from draftkit.renderers.docx.styles import Sheet
from draftkit.tree import Inlines, Line, Maker, Node, Point, Points, Role, Section, Span, SpanKind, line_of
from draftkit.zh.numbering import LabelStyle

__all__ = ["POINT", "escaped", "paragraph_start", "plain_lines"]

POINT: Final = "Run-in Point"
"""The character style of a heading that is a point's."""

_TEXT: Final = opened(Look()).encode()
_RUN_END: Final = TEXT_END.encode()
_END: Final = _RUN_END + b"</w:p>"
# Looked up once: a member of an enumeration is found slowly, and these are asked for with every line.
_BODY, _HEADING = Role.BODY, Role.HEADING
_WORDS = (SpanKind.LABEL, SpanKind.HEADING)
_TEXTS = (SpanKind.LABEL, SpanKind.TEXT)


def paragraph_start(style: str) -> str:
    """Return what stands before the content of a paragraph that has a style and nothing else."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'


def escaped(text: str) -> bytes:
    """Return `text` as it stands in XML."""
    if "&" in text or "<" in text or ">" in text:
        text = escape(text, quote=False)
    return text.encode()


def plain_lines(sheet: Sheet, *, bold: bool = False) -> Maker[bytes | Line]:
    """Return a maker that writes what `Writer` would; a line that isn't plain stays a `Line`, for `Writer` to write.

    Args:
        sheet: The template's styles.
        bold: Whether headings are bold.
    """
    # Closed over, not kept on an object: this runs for every line of a paper.
    body = _start(sheet, "Body Text")
    headings = sheet.headings[bold]

    def made(  # noqa: PLR0913, PLR0917 - a Maker
        role: Role,
        opening: tuple[Span, ...],
        content: Inlines,
        level: int,
        style: LabelStyle | None,
        number: int | None,
        node: Node,
    ) -> bytes | Line:
        if len(content) == 1 and (text := content[0].markup):
            if role is _BODY:
                if not opening:
                    return body + text + _END
                if found := _opened(sheet, opening, text, level, node, bold=bold):
                    return found
            elif role is _HEADING and level:
                label = opening[0].text
                start = headings.get((level, label))
                if start is None:
                    start = headings[level, label] = _heading(sheet, level, label, bold=bold)
                if start:
                    return start + text + _END
        elif (
            role is _BODY and not content and isinstance(node, (Points, Section)) and (found := _joined(sheet, opening))
        ):
            return found
        return line_of(role, opening, content, level, style, number, node)

    return made


def _heading(sheet: Sheet, level: int, label: str, *, bold: bool) -> bytes:
    """Return the start of a heading up to its title; nothing if its label holds what can't stand in XML."""
    return _start(sheet, f"Heading {level}", "", bold=bold) + escaped(label) if label.isprintable() else b""


def _opened(  # noqa: PLR0913 - what a Maker is given
    sheet: Sheet, opening: tuple[Span, ...], text: bytes, level: int, node: Node, *, bold: bool
) -> bytes | None:
    """Return the paragraph that a label or a run-in heading begins; None if it isn't plain."""
    heading = "".join([span.text for span in opening])
    if not isinstance(node, (Section, Point)) or not heading.isprintable():
        return None
    paragraph = "List" if isinstance(node, Point) else "Body Text"
    look = f"Run-in Heading {level}" if level else POINT
    if len(opening) == 1:
        return _start(sheet, paragraph) + escaped(heading) + text + _END
    if any(span.kind not in _WORDS for span in opening):
        return None
    return _start(sheet, paragraph, look, bold=bold) + escaped(heading) + _RUN_END + _TEXT + text + _END


def _joined(sheet: Sheet, spans: tuple[Span, ...]) -> bytes | None:
    """Return the paragraph of points that stand in one line; None if there is more in them than labels and text."""
    text = "".join([span.text for span in spans])
    if not text or not text.isprintable() or any(span.kind not in _TEXTS for span in spans):
        return None
    return _start(sheet, "Body Text") + escaped(text) + _END


def _start(sheet: Sheet, paragraph: str, heading: str | None = None, *, bold: bool = False) -> bytes:
    """Return the start of a paragraph up to its text.

    Args:
        sheet: The template's styles; it keeps what was made for it.
        paragraph: The paragraph's style.
        heading: The character style of the heading that the text begins with, which may be empty; None without one.
        bold: Whether that is bold.
    """
    key = paragraph, heading, bold
    found = sheet.starts.get(key)
    if found is None:
        look = Look() if heading is None else Look(style=sheet.style(heading) if heading else "", bold=bold)
        found = sheet.starts[key] = f"{paragraph_start(sheet.style(paragraph))}{opened(look)}".encode()
    return found
