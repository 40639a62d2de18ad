"""What stands around the text: the title block above it, the signature below."""

from collections.abc import Iterable

from attrs import field, frozen

from draftkit.tree._checks import instance, text
from draftkit.tree.inlines import InlineLike, Inlines, inlines, optional_inlines

__all__ = ["Mark", "Signature", "TitleBlock"]


@frozen
class Mark:
    """A mark of the paper's state behind its title: （草案）, （草案表决稿）.

    Args:
        text: The words, without brackets.
        own_line: Whether it stands on a line of its own below the title.
        brackets: The pair of brackets.
    """

    text: str = field(default="草案", validator=text)
    own_line: bool = field(default=False, kw_only=True)
    brackets: str = field(default="（）", kw_only=True)

    def __str__(self) -> str:
        """Return the mark in its brackets."""
        return f"{self.brackets[0]}{self.text}{self.brackets[1]}"


@frozen(kw_only=True)
class TitleBlock:
    """What stands above the text; a part that a paper doesn't have is None.

    Args:
        corner: The corner label (会议文件之三).
        title: The title; a `LineBreak` in it breaks the line by hand.
        mark: （草案） and the like.
        adoption_note: The 题注: （2026年1月15日…通过）.
        occasion: ——2026年1月15日在…会议上.
        reporter: The post and name of the one who reports.
        salutation: 各位代表：
    """

    corner: Inlines | None = field(default=None, converter=optional_inlines)
    title: Inlines | None = field(default=None, converter=optional_inlines)
    mark: Mark | None = field(default=None, validator=instance('Mark("草案")', Mark, optional=True))
    adoption_note: Inlines | None = field(default=None, converter=optional_inlines)
    occasion: Inlines | None = field(default=None, converter=optional_inlines)
    reporter: Inlines | None = field(default=None, converter=optional_inlines)
    salutation: Inlines | None = field(default=None, converter=optional_inlines)


def _organs(value: Iterable[InlineLike]) -> tuple[Inlines, ...]:
    return tuple(inlines(organ) for organ in value)


@frozen
class Signature:
    """Who signs below the text, and when.

    Args:
        organ: The organ's name.
        date: The date, in full.
        sealed: Whether a seal is put over it, which moves both lines (GB/T 9704-2012, 7.3.5).
        others: The organs that sign with it, below it in their order.
    """

    organ: Inlines | None = field(default=None, converter=optional_inlines)
    date: Inlines | None = field(default=None, converter=optional_inlines)
    sealed: bool = field(default=False, kw_only=True)
    others: tuple[Inlines, ...] = field(default=(), converter=_organs, kw_only=True)
