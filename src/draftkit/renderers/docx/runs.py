"""Runs of text in WordprocessingML: each says its style, its font's script and what is marked in it.

>>> print(run("A&B", Look()))
<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">A&amp;B</w:t></w:r>
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape

from attrs import evolve, frozen

from draftkit.renderers.spans import groups
from draftkit.tree import Span, SpanKind

__all__ = ["Look", "run", "run_in", "runs"]

_CONTROL = re.compile(r"(\t|\r\n|\r|\n)")
_WESTERN = re.compile(r"([!-~]+(?: +[!-~]+)*)")


@frozen(kw_only=True, cache_hash=True)
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
    start = _start(look, font)
    if text.isprintable():
        return f'{start}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
    content = "".join(_content(piece) for piece in _CONTROL.split(text) if piece)
    return f"{start}{content}</w:r>"


@lru_cache
def _start(look: Look, font: str) -> str:
    properties = "".join(
        (
            f'<w:rStyle w:val="{look.style}"/>' if look.style else "",
            font,
            "<w:b/><w:bCs/>" if look.bold else "",
            "" if look.spacing is None else f'<w:spacing w:val="{look.spacing}"/>',
            '<w:highlight w:val="yellow"/>' if look.marked else "",
        )
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>"


def _content(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece in ("\n", "\r", "\r\n"):
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'


def runs(spans: Iterable[Span], look: Look) -> str:
    """Return the runs of `spans`, all of one look but for the blanks."""
    return "".join(run(span.text, _marked(look) if span.kind is SpanKind.BLANK else look) for span in spans)


@lru_cache
def _marked(look: Look) -> Look:
    return evolve(look, marked=True)


def run_in(spans: tuple[Span, ...], body: Look, heading: Callable[[int], Look]) -> str:
    """Return the runs of a line of body text; a run-in heading that begins at span n looks as `heading(n)`."""
    return "".join(runs(group.spans, heading(group.start) if group.heading else body) for group in groups(spans))
