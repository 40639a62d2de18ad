"""Runs of text in WordprocessingML: each says its style, its font's script and what is marked in it.

>>> print(run("A&B", Look()))
<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">A&amp;B</w:t></w:r>
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from itertools import groupby

from attrs import evolve, frozen

from draftkit.renderers.characters import refuse_forbidden
from draftkit.renderers.spans import groups
from draftkit.tree import Span

__all__ = ["TEXT_END", "Look", "opened", "run", "run_in", "runs"]

_TEXT = '<w:t xml:space="preserve">'
TEXT_END = "</w:t></w:r>"
_CONTROL = re.compile(r"(\t|\r\n|\r|\n)")
_EAST_ASIAN = '<w:rFonts w:hint="eastAsia"/>'
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
        return _run(text, look, font=_EAST_ASIAN)
    name = escape(look.western)
    western = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'
    pieces = _WESTERN.split(text)
    return "".join(
        _run(piece, look, font=western if number % 2 else _EAST_ASIAN) for number, piece in enumerate(pieces) if piece
    )


def opened(look: Look) -> str:
    """Return what stands before the text of a run; behind it stands `TEXT_END`."""
    return f"{_start(look, _EAST_ASIAN)}{_TEXT}"


def _run(text: str, look: Look, font: str) -> str:
    start = _start(look, font)
    if text.isprintable():
        return f"{start}{_TEXT}{escape(text, quote=False)}{TEXT_END}"
    refuse_forbidden(text)
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
    return f"{_TEXT}{escape(piece, quote=False)}</w:t>"


def runs(spans: Sequence[Span], look: Look) -> str:
    """Return the runs of `spans`, all of one look but for the blanks; what looks the same is one run."""
    if all(span.blank is None for span in spans):
        return run("".join([span.text for span in spans]), look)
    return "".join(
        run("".join([span.text for span in group]), _marked(look) if is_blank else look)
        for is_blank, group in groupby(spans, key=_is_blank)
    )


def _is_blank(span: Span) -> bool:
    return span.blank is not None


@lru_cache
def _marked(look: Look) -> Look:
    return evolve(look, marked=True)


def run_in(spans: tuple[Span, ...], body: Look, heading: Callable[[int], Look]) -> str:
    """Return the runs of a line of body text; a run-in heading that begins at span n looks as `heading(n)`."""
    return "".join(runs(group.spans, heading(group.start) if group.heading else body) for group in groups(spans))
