"""Runs of text in WordprocessingML: each says its style, its font's script and what is marked in it.

>>> print(run("A&B", Look()))
<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">A&amp;B</w:t></w:r>
"""

import re
from collections.abc import Callable, Iterable
from html import escape

from attrs import evolve, frozen

from draftkit.renderers.spans import groups
from draftkit.tree import Span, SpanKind

__all__ = ["Look", "run", "run_in", "runs"]

_CONTROL = re.compile(r"(\t|\r\n|\r|\n)")
_HIDDEN = re.compile("(?<=[{}%])_(?=[{}%])")
_WESTERN = re.compile(r"([!-~]+(?: +[!-~]+)*)")


@frozen(kw_only=True)
class Look:
    """How a run looks.

    Args:
        style: The id of its character style, if it has one.
        western: The font of Latin letters and digits, if they have one of their own.
        bold: Whether it is bold.
        marked: Whether it is highlighted, as a blank is.
        spacing: What its characters give up, in twips, where that isn't what its style says.
    """

    style: str = ""
    western: str | None = None
    bold: bool = False
    marked: bool = False
    spacing: int | None = None


def run(text: str, look: Look) -> str:
    """Return the run or the runs of `text`: parted where Western letters have a font of their own."""
    if not look.western:
        return _run(text, look, font='<w:rFonts w:hint="eastAsia"/>')
    name = escape(look.western)
    western = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'
    pieces = _WESTERN.split(text)
    return "".join(
        _run(piece, look, font=western if number % 2 else '<w:rFonts w:hint="eastAsia"/>')
        for number, piece in enumerate(pieces)
        if piece
    )


def _run(text: str, look: Look, font: str) -> str:
    properties = "".join(
        (
            f'<w:rStyle w:val="{look.style}"/>' if look.style else "",
            font,
            "<w:b/><w:bCs/>" if look.bold else "",
            "" if look.spacing is None else f'<w:spacing w:val="{look.spacing}"/>',
            '<w:highlight w:val="yellow"/>' if look.marked else "",
        )
    )
    content = "".join(_content(piece) for piece in _CONTROL.split(text) if piece)
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def _content(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece in ("\n", "\r", "\r\n"):
        return "<w:br/>"
    # docxtpl takes `{_{` in what it has rendered for a `{{` that was hidden from it.
    text = _HIDDEN.sub("&#95;", escape(piece, quote=False))
    return f'<w:t xml:space="preserve">{text}</w:t>'


def runs(spans: Iterable[Span], look: Look) -> str:
    """Return the runs of `spans`, all of one look but for the blanks."""
    return "".join(run(span.text, evolve(look, marked=span.kind is SpanKind.BLANK)) for span in spans)


def run_in(spans: tuple[Span, ...], body: Look, heading: Callable[[int], Look]) -> str:
    """Return the runs of a line of body text; a run-in heading that begins at span n looks as `heading(n)`."""
    return "".join(runs(group.spans, heading(group.start) if group.heading else body) for group in groups(spans))
