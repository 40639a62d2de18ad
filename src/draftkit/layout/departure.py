"""What a layout check finds: one place, what stands there, what the standard asks for, and its clause."""

from attrs import field, frozen

__all__ = ["Departure"]

_SHOWN = 16


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


@frozen(kw_only=True)
class Departure:
    """A place where a file departs from the house style.

    Args:
        rule: The rule's name: `font`, `size`, `margin` …
        clause: The clause of GB/T 9704-2012 that it stands on, or another source.
        zh: What is there and what would be right, in Chinese.
        en: The same in English.
        paragraph: The number of the paragraph, from 1, those in tables counted; None for what concerns the pages.
        text: How that paragraph begins.
    """

    rule: str
    clause: str
    zh: str
    en: str
    paragraph: int | None = None
    text: str = field(default="", converter=_shown)

    def __str__(self) -> str:
        """Return it as a line: the place, the Chinese sentence, the clause, the English one in brackets."""
        place = "版面" if self.paragraph is None else f"第{self.paragraph}段“{self.text}”"
        return f"{place}：{self.zh}［{self.clause}］（{self.en}）"
