"""The phrase book: what is said on a given day, and the same read back.

>>> book = PhraseBook.default()
>>> book.text("guiding", dt.date(2026, 1, 10))
'以习近平新时代中国特色社会主义思想为指导'
>>> book.text("guiding", dt.date(2013, 1, 10))
'以邓小平理论、“三个代表”重要思想、科学发展观为指导'
>>> book.text("report.review-title", dt.date(2026, 1, 10), year=2025)
'2025年工作回顾'
>>> book.match("report.review-title", "2025年工作回顾", dt.date(2026, 1, 10))
{'year': '2025'}
"""

import datetime as dt
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from attrs import evolve, field, frozen

from draftkit._resources import templates_dir
from draftkit.errors import DraftWarning, PhraseError
from draftkit.phrases import matching
from draftkit.phrases._table import Problems, near
from draftkit.phrases.computed import COMPUTED
from draftkit.phrases.consistency import check, included
from draftkit.phrases.filling import written
from draftkit.phrases.model import Pack, Phrase, format_day
from draftkit.phrases.packs import load_pack, pack_files
from draftkit.phrases.plans import Plan, plan_of
from draftkit.phrases.plenums import Meeting
from draftkit.phrases.slots import SlotValue
from draftkit.phrases.wording import Include, Literal, Slot, merged
from draftkit.tree import Inlines, Text, inlines, plain

__all__ = ["PhraseBook"]


def _read_only(phrases: Mapping[str, Phrase]) -> Mapping[str, Phrase]:
    return MappingProxyType(dict(phrases))


@frozen(eq=False)
class PhraseBook:
    """All phrases, by id, with the tables behind them.

    Args:
        phrases: The phrases.
        packs: The packs they come from, those laid over others last.
        meetings: The Party's congresses and plenums.
        plans: The five-year plans.
    """

    phrases: Mapping[str, Phrase] = field(converter=_read_only, repr=False)
    packs: tuple[Pack, ...] = ()
    meetings: tuple[Meeting, ...] = field(default=(), repr=False)
    plans: tuple[Plan, ...] = field(default=(), repr=False)

    @staticmethod
    def default() -> "PhraseBook":
        """Return the book of the packs that ship with draftkit, read once."""
        return _default()

    @staticmethod
    def load(path: str | Path) -> "PhraseBook":
        """Return a book of one pack, or of a folder's packs, with nothing beneath.

        Raises:
            PhraseError: A pack has problems; all of them are told at once.
        """
        return PhraseBook({}).overlay(path)

    def overlay(self, path: str | Path) -> "PhraseBook":
        """Return this book with a pack (or a folder's packs) laid over it.

        A phrase there replaces the one of the same id, and takes the slots,
        title and kinds that it doesn't give from it; a new id is added.

        Raises:
            PhraseError: A pack has problems, or doesn't fit the phrases beneath.
        """
        packs = [load_pack(file) for file in pack_files(Path(path))]
        _no_twice(packs, str(path))
        over = (phrase for pack in packs for phrase in pack.phrases)
        phrases = {**self.phrases, **{phrase.id: _over(self.phrases.get(phrase.id), phrase) for phrase in over}}
        check(phrases, str(path), [phrase.id for pack in packs for phrase in pack.phrases])
        meetings = {meeting.key: meeting for meeting in self.meetings}
        meetings |= {meeting.key: meeting for pack in packs for meeting in pack.meetings}
        plans = {plan.number: plan for plan in self.plans}
        plans |= {plan.number: plan for pack in packs for plan in pack.plans}
        return PhraseBook(
            phrases=phrases,
            packs=(*self.packs, *packs),
            meetings=tuple(meetings[key] for key in sorted(meetings)),
            plans=tuple(plans[number] for number in sorted(plans)),
        )

    def phrase(self, phrase_id: str, /) -> Phrase:
        """Return the phrase called `phrase_id`.

        Raises:
            PhraseError: There is none; those with like names are told.
        """
        try:
            return self.phrases[phrase_id]
        except KeyError:
            zh, en = near(phrase_id, self.phrases)
            raise PhraseError(f"没有名为“{phrase_id}”的套语{zh}", f"there is no phrase {phrase_id!r}{en}") from None

    def say(self, phrase_id: str, on: dt.date, /, *, warn: bool = True, **slots: SlotValue) -> Inlines:
        """Return the phrase in the edition of a day, its slots filled.

        What is given for a slot is data: nothing in it is read as a slot or an include.

        Args:
            phrase_id: The phrase.
            on: The paper's date, which chooses the edition.
            warn: Whether to warn where the day is after the pack's as-of date.
            **slots: The facts, each of its slot's type, or a `Blank`.

        Raises:
            PhraseError: No such phrase, no edition on that day, or a slot that is
                missing, unknown, or of a wrong type.
        """
        phrase, day = self.phrase(phrase_id), _day(on)
        said = self._said(phrase, day, slots)
        if warn:
            self._warn(phrase, day)
        return said

    def text(self, phrase_id: str, on: dt.date, /, *, warn: bool = True, **slots: SlotValue) -> str:
        """Return what `say` returns as plain text."""
        phrase, day = self.phrase(phrase_id), _day(on)
        said = self._said(phrase, day, slots)
        if warn:
            self._warn(phrase, day)
        return plain(said)

    def match(self, phrase_id: str, text: str, on: dt.date | None = None, /) -> dict[str, str] | None:
        """Return what stands in the slots if `text` is the phrase and nothing else, or None.

        Args:
            phrase_id: The phrase.
            text: The text.
            on: The day whose edition it should be; without it any edition will do, the latest first.
        """
        phrase = self.phrase(phrase_id)
        for day in [_day(on)] if on is not None else self._days(phrase):
            found = matching.match(tuple(merged(self._pieces(phrase, day))), phrase.slots, text)
            if found is not None:
                return found
        return None

    def plan_of(self, year: int, on: dt.date | None = None) -> Plan | None:
        """Return the five-year plan of `year`, or None; one not yet proposed `on` that day is left out."""
        return plan_of(year, self.plans, on)

    def _said(self, phrase: Phrase, on: dt.date, slots: Mapping[str, object]) -> Inlines:
        given = written(phrase, slots)
        pieces = self._pieces(phrase, on)
        return inlines(*((Text(p.text),) if isinstance(p, Literal) else given[p.name] for p in pieces))

    def _pieces(self, phrase: Phrase, on: dt.date) -> Iterator[Literal | Slot]:
        """Yield the pieces of `phrase` on that day, included phrases opened up."""
        if phrase.computed is not None:
            yield from self._computed(phrase.computed, on)
            return
        for piece in phrase.edition(on).pieces:
            if isinstance(piece, Include):
                yield from self._pieces(self.phrases[piece.id], on)
            else:
                yield piece

    def _computed(self, name: str, on: dt.date) -> Iterator[Literal]:
        call = COMPUTED[name].call(on, self.meetings)
        phrase = self.phrases[call.id]
        given = written(phrase, call.slots)
        for piece in self._pieces(phrase, on):
            yield piece if isinstance(piece, Literal) else Literal(plain(given[piece.name]))

    def _closure(self, phrase: Phrase) -> dict[str, Phrase]:
        """Return `phrase` and all that it includes, by id."""
        found: dict[str, Phrase] = {}
        waiting = [phrase]
        while waiting:
            one = waiting.pop()
            if one.id not in found:
                found[one.id] = one
                waiting += [self.phrases[name] for name in included(one)]
        return found

    def _days(self, phrase: Phrase) -> list[dt.date]:
        """Return a day for each wording that `phrase` has had, the latest first."""
        closure = self._closure(phrase)
        days = {edition.since for one in closure.values() for edition in one.editions}
        if any(one.computed for one in closure.values()):
            days |= {day for meeting in self.meetings for day in meeting.days}
        said = phrase.editions or [edition for one in closure.values() for edition in one.editions]
        return sorted((day for day in days if any(edition.covers(day) for edition in said)), reverse=True)

    def _warn(self, phrase: Phrase, on: dt.date) -> None:
        if all(on <= pack.as_of for pack in self.packs):
            return
        dated = [one for one in self._closure(phrase).values() if not one.timeless and one.as_of < on]
        if not dated:
            return
        as_of = min(one.as_of for one in dated)
        warnings.warn(
            DraftWarning(
                f"文稿日期{format_day(on)}晚于套语包的截至日{format_day(as_of)}，"
                f"“{phrase.id}”（{phrase.title}）的提法须人工确认"
                f"（{on} is after {as_of}, to which the phrase pack is known to be right: confirm {phrase.id!r}）"
            ),
            stacklevel=_outside(),
        )


_PACKAGE = __name__.partition(".")[0]


def _outside() -> int:
    """Return the stacklevel of the caller's own line, the first outside draftkit: that is what there is to confirm."""
    frame, level = sys._getframe(1), 1  # noqa: SLF001 -- skip_file_prefixes of `warnings.warn` came with Python 3.12
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == _PACKAGE:
        frame, level = frame.f_back, level + 1
    return level


@cache
def _default() -> PhraseBook:
    return PhraseBook.load(templates_dir() / "phrases")


def _no_twice(packs: Iterable[Pack], where: str) -> None:
    problems, seen = Problems(), dict[str, str]()
    for pack in packs:
        for phrase in pack.phrases:
            if phrase.id in seen:
                other, place = Path(seen[phrase.id]).name, f"{Path(pack.where).name} 套语“{phrase.id}”"
                problems.add(place, f"在 {other} 里已经有了", f"it is in {other} already")
            seen[phrase.id] = pack.where
    problems.raise_any(where)


def _over(base: Phrase | None, over: Phrase) -> Phrase:
    if base is None:
        return over
    return evolve(
        over, title=over.title or base.title, kinds=over.kinds or base.kinds, slots={**base.slots, **over.slots}
    )


def _day(on: object) -> dt.date:
    if isinstance(on, dt.datetime):
        return on.date()
    if isinstance(on, dt.date):
        return on
    raise PhraseError(
        f"文稿日期应为 datetime.date，而不是 {on!r}",
        f"the paper's date must be a datetime.date, not {on!r}",
        where="on",
    )
