"""The errors draftkit raises on purpose: one sentence each, in Chinese and in English.

A `DraftError` says what is wrong, where, and what would be right. Its text is
Chinese first, since a clerk reads it, with the English behind it for whoever
scripts the papers. Both sentences stand side by side in the code, so that one
is never changed without the other.
"""


class DraftError(Exception):
    """The base of all errors that draftkit raises on purpose.

    Args:
        zh: The sentence in Chinese, with what would be right.
        en: The same sentence in English.
        where: The file, line, field or paragraph that it is about, if there is one.
    """

    def __init__(self, zh: str, en: str, *, where: str | None = None) -> None:
        """Keep both sentences and the place."""
        super().__init__(zh, en, where)
        self.zh = zh
        self.en = en
        self.where = where

    def __str__(self) -> str:
        """Return the place, the Chinese sentence, and the English one in brackets."""
        place = f"{self.where}：" if self.where else ""
        return f"{place}{self.zh}（{self.en}）"


class FactError(DraftError):
    """A fact that can't be: more ballots than deputies, a session without a number."""


class TextError(DraftError):
    """A numeral, a date or a label that can't be read or written."""


class TreeError(DraftError):
    """A node put where it can't stand, such as a fifth level of headings."""


class PhraseError(DraftError):
    """A phrase that isn't there, a slot missing or unknown, a date before the first edition."""


class ReadError(DraftError):
    """A file that can't be read, or isn't text."""


class WriteError(DraftError):
    """A file that can't be written; nothing half-written is left behind."""


class TemplateError(DraftError):
    """A template that isn't there, isn't a docx, or lacks what a paper needs."""


class DraftWarning(UserWarning):
    """Something a person must confirm: a formula after the pack's as-of date."""
