"""What a kind derives from its facts unless it is given: the sentinel, its converters, its wording."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TypeVar

from attrs import frozen

from draftkit.errors import FactError
from draftkit.facts import Session
from draftkit.phrases import PhraseBook, SlotValue
from draftkit.tree import BlockLike, Blocks, InlineLike, Inlines, Paragraph, blocks, inlines

__all__ = [
    "DERIVED",
    "Derived",
    "Slots",
    "Wording",
    "derivable_blocks",
    "derivable_inlines",
    "line",
    "missing",
    "need",
    "passage",
    "session_of",
    "wording",
]


class Derived(Enum):
    """Says that a part is written from the facts; give a text instead, or None for no such part."""

    DERIVED = "derived"

    def __repr__(self) -> str:
        """Return the name it is imported by."""
        return "DERIVED"


DERIVED = Derived.DERIVED


def derivable_inlines(value: InlineLike | Derived | None) -> Inlines | Derived | None:
    """Return `value` as inlines, or as it is where it is DERIVED or None."""
    return value if value is None or isinstance(value, Derived) else inlines(value)


def derivable_blocks(value: BlockLike | Derived | None) -> Blocks | Derived:
    """Return `value` as blocks, None as no blocks, DERIVED as it is."""
    if isinstance(value, Derived):
        return value
    return () if value is None else blocks(value)


_T = TypeVar("_T")


def need(value: _T | None, zh: str, en: str, where: str | None = None) -> _T:
    """Return `value`; raise `FactError` where it isn't given, though a derived part is worded from it."""
    if value is None:
        raise missing(zh, en, where)
    return value


def missing(zh: str, en: str, where: str | None = None) -> FactError:
    """Return the error for a fact that isn't given though a derived part is worded from it.

    Args:
        zh: What the clerk calls the fact.
        en: What it is called in English.
        where: The field that holds it; `en` unless given.
    """
    return FactError(
        f"缺少{zh}：请写明，或直接给出由它推出的文字",
        f"{en} is needed: give it, or give the text itself",
        where=where or en,
    )


@frozen(kw_only=True)
class Wording:
    """The phrases as of a paper's date.

    Args:
        book: Where they stand.
        on: The paper's date; None as long as nothing has to be worded.
        warn: Whether to warn where a formula must be confirmed.
    """

    book: PhraseBook
    on: dt.date | None
    warn: bool = True

    def say(self, name: str, **slots: SlotValue) -> Inlines:
        """Return the phrase `name` in the edition of the paper's date."""
        on = need(self.on, "文稿日期（会议的 opens，或 status=Adopted(on=…)、总结的 on）", "the paper's date", "on")
        return self.book.say(name, on, warn=self.warn, **slots)

    def pick(self, name: str, slots: Mapping[str, SlotValue]) -> Inlines:
        """Return the phrase `name` with those of `slots` that it asks for."""
        return self.say(name, **{slot: slots[slot] for slot in self.book.phrase(name).slots if slot in slots})

    def match(self, name: str, text: str) -> dict[str, str] | None:
        """Return the slots of `text` where it is the phrase `name` in the edition of the date (any, without one)."""
        return self.book.match(name, text, self.on)


def wording(book: PhraseBook | None, on: dt.date | None, *, warn: bool = True) -> Wording:
    """Return the wording of `book`, or of draftkit's own packs."""
    return Wording(book=book or PhraseBook.default(), on=on, warn=warn)


def session_of(session: Session | None) -> Session:
    """Return the session, which a derived part names."""
    return need(session, "会议（session=Session(…)）", "session")


Slots = Callable[[], Mapping[str, SlotValue]]
"""What a phrase may ask for, found only when it is needed: a fact may be missing that no phrase asks for."""


def line(given: Inlines | Derived | None, name: str, slots: Slots, say: Wording) -> Inlines | None:
    """Return a part that is one line: as given, or by the phrase `name`."""
    return say.pick(name, slots()) if isinstance(given, Derived) else given


def passage(given: Blocks | Derived, name: str, slots: Slots, say: Wording) -> Blocks:
    """Return a part that is a paragraph or several: as given, or by the phrase `name`."""
    return (Paragraph(say.pick(name, slots())),) if isinstance(given, Derived) else given
