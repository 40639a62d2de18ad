"""What stands inside a paragraph: text, blanks to be filled, line breaks.

>>> inlines("镇长", Blank("镇长姓名"), "作报告")
(Text(text='镇长'), Blank(name='镇长姓名'), Text(text='作报告'))
>>> plain(inlines("镇长", Blank("镇长姓名")))
'镇长〔待填：镇长姓名〕'
"""

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import field, frozen

from draftkit.errors import TreeError
from draftkit.tree import _checks

__all__ = [
    "Blank",
    "Inline",
    "InlineLike",
    "Inlines",
    "LineBreak",
    "Text",
    "inlines",
    "optional_inlines",
    "plain",
]


@frozen
class Text:
    """A run of text, written out as it is: nothing in it is evaluated."""

    text: str = field(validator=_checks.text)
    markup: bytes | None = field(init=False, eq=False, repr=False)
    """The text as it stands in markup, in UTF-8; None where something has to be done to it: marks of markup,
    characters that can't be printed. Nearly all texts have it, and it is made once for all papers made of them.
    """

    @markup.default
    def _as_markup(self) -> bytes | None:
        text = self.text
        if isinstance(text, str) and text.isprintable() and not ("&" in text or "<" in text or ">" in text):
            return text.encode()
        return None


@frozen
class Blank:
    """A fact that is not known yet (待填): shown, highlighted and listed, never made up.

    Args:
        name: What has to be filled in, as the clerk would call it: `镇长姓名`.
    """

    name: str = field(validator=_checks.text)
    markup: ClassVar[None] = None
    """A blank is highlighted, so it isn't text as it stands."""

    @property
    def text(self) -> str:
        """The blank as it stands in the paper."""
        return f"〔待填：{self.name}〕"

    def __str__(self) -> str:
        """Return the blank as it stands in the paper."""
        return self.text


@frozen
class LineBreak:
    """A line broken by hand, as in a title."""

    text: ClassVar[str] = "\n"
    markup: ClassVar[None] = None


Inline = Text | Blank | LineBreak
Inlines = tuple[Inline, ...]
InlineLike = str | Inline | Iterable["str | Inline"]

_BLANK = re.compile(r"〔待填：([^〔〕]*)〕")


def inlines(*values: InlineLike) -> Inlines:
    r"""Return the inlines of `values`: a `\n` becomes a line break, 〔待填：…〕 a blank.

    >>> inlines("甲\n乙")
    (Text(text='甲'), LineBreak(), Text(text='乙'))
    >>> inlines("〔待填：会期〕")
    (Blank(name='会期'),)
    """
    return tuple(_merged(inline for value in values for inline in _each(value)))


def optional_inlines(value: InlineLike | None) -> Inlines | None:
    """Return the inlines of `value`, or None for None and for nothing at all."""
    if value is None:
        return None
    return inlines(value) or None


def plain(value: Inlines) -> str:
    r"""Return the text of `value`; a line break is a `\n`."""
    return value[0].text if len(value) == 1 else "".join([inline.text for inline in value])


def _each(value: InlineLike) -> Iterator[Inline]:
    if isinstance(value, str):
        yield from _of_string(value)
    elif isinstance(value, (Text, Blank, LineBreak)):
        yield value
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _each(inner)
    else:
        raise TreeError(
            f"此处应为文字或 Blank(…)，而不是 {type(value).__name__}：{value!r}",
            f"text or Blank(…) is expected here, not {type(value).__name__}",
        )


def _of_string(value: str) -> Iterator[Inline]:
    for number, line in enumerate(value.splitlines()):
        if number:
            yield LineBreak()
        at = 0
        for found in _BLANK.finditer(line):
            yield Text(line[at : found.start()])
            yield Blank(found[1])
            at = found.end()
        yield Text(line[at:])


def _merged(values: Iterable[Inline]) -> Iterator[Inline]:
    """Yield `values` with neighbouring texts made one and empty ones left out."""
    text = ""
    for value in values:
        if isinstance(value, Text):
            text += value.text
            continue
        if text:
            yield Text(text)
            text = ""
        yield value
    if text:
        yield Text(text)
