"""Facts found again in an old paper: the session, the people, and which texts follow from the facts."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, cast

from attrs import evolve

from draftkit.errors import DraftError
from draftkit.facts import Congress, Period, Person, Session, Suggestions
from draftkit.kinds._derived import DERIVED, Derived, Wording, wording
from draftkit.kinds._paper import Paper
from draftkit.phrases import PhraseBook
from draftkit.tree import Blocks, Document, Line, Paragraph, Section, plain
from draftkit.zh.dates import find_dates
from draftkit.zh.numerals import parse_numeral

__all__ = ["congress_in", "derived", "goals_in", "person_in", "rederived", "session_in", "suggestions_in"]

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_PLACE = r"(?:^|[^一-鿿]|(?<=[日在受于]))[日在受于我]*(?P<place>[一-鿿]{1,12}?(?:镇|乡|苏木|县|旗|区|市|省|州))"
_SESSION = re.compile(rf"{_PLACE}第(?P<term>{_NUMERAL})届(?:人民代表大会|人大)第?(?P<number>{_NUMERAL})次会议")
_HEAD = 4
"""How many lines of the text may name the session, behind those of the title block."""


def session_in(document: Document) -> Session | None:
    """Return the session that the title block or the first lines name in full; None where none does."""
    for text in _heads(document):
        found = _SESSION.search(text)
        if found is not None:
            return _session(found, document)
    return None


def _session(found: re.Match[str], document: Document) -> Session | None:
    """Return the session that `found` names, or None where its place or its numbers can't be."""
    try:
        return Session(congress=_congress(found), number=parse_numeral(found["number"]), opens=_opening_day(document))
    except DraftError:
        return None


def _congress(found: re.Match[str]) -> Congress:
    return Congress(place=found["place"], term=parse_numeral(found["term"]))


_CONGRESS = re.compile(rf"{_PLACE}第(?P<term>{_NUMERAL})届人民代表大会")


def congress_in(document: Document) -> Congress | None:
    """Return the congress that the paper names in full with its term; None where it names none."""
    found = _CONGRESS.search(document.text())
    try:
        return None if found is None else _congress(found)
    except DraftError:
        return None


def _heads(document: Document) -> list[str]:
    lines = [line.text.replace("\n", "") for line in document.lines() if isinstance(line, Line)]
    above = sum(1 for line in document.lines() if isinstance(line, Line) and line.node is None)
    return lines[: above + _HEAD]


def _opening_day(document: Document) -> dt.date | None:
    block = document.title_block
    for content in (block.occasion, block.reporter, block.adoption_note):
        found = next(find_dates(plain(content)), None) if content else None
        if found is not None:
            return found.date
    return None


_REPORTER = re.compile(r"^(?P<post>.*(?:主席|长|主任|书记|委员))[\s　:：]+(?P<name>[一-鿿·]{2,6})$")


def person_in(document: Document, congress: Congress | None) -> Person | None:
    """Return who reports, the post as it is said in passing (镇长), when the title block says it plainly."""
    reporter = document.title_block.reporter
    found = _REPORTER.match(plain(reporter).partition("\n")[0]) if reporter else None
    if found is None:
        return None
    post = found["post"].strip()
    if congress is not None and post.startswith(congress.place):
        post = congress.unit + post.removeprefix(congress.place)
    return Person(found["name"], post=post)


_K = TypeVar("_K", bound=Paper)


def rederived(
    kind: _K, document: Document, changes: Iterable[Mapping[str, object]], phrases: PhraseBook | None = None
) -> _K:
    """Return `kind` with every one of `changes` made that leaves its text that of `document`.

    So a text that the facts give as well is left to be derived, and a fact that
    the text implies is kept as a fact.
    """
    text = document.text()
    for change in changes:
        candidate = _changed(kind, change)
        if candidate is not None and _text(candidate, phrases) == text:
            kind = candidate
    return kind


def _changed(kind: _K, change: Mapping[str, object]) -> _K | None:
    evolved = cast("Callable[..., _K]", evolve)  # mypy knows evolve of a class, not of a protocol
    try:
        return evolved(kind, **change)
    except DraftError:
        return None


def _text(kind: Paper, phrases: PhraseBook | None) -> str | None:
    """Return the text that `kind` gives, or None where a fact for it is missing."""
    try:
        return kind.worded(wording(phrases, kind.on, warn=False)).text()
    except DraftError:
        return None


def goals_in(closing: Blocks | Derived, name: str, say: Wording) -> Iterator[str | None]:
    """Yield the goals that `closing` may have been worded with: the one it names, then none given."""
    if isinstance(closing, tuple) and len(closing) == 1 and isinstance(closing[0], Paragraph):
        found = say.match(name, plain(closing[0].content))
        if found is not None and "goal" in found:
            yield found["goal"]
            yield None


_RECEIVED = ("received", *(f"received.{period}" for period in Period))
_CLAUSES = (
    _RECEIVED,
    ("answered.all", "answered.one", "answered.some", "answered.none", ""),
    ("resolved", ""),
    ("satisfied", ""),
)
_NONE = (("none", *(f"none.{period}" for period in Period)),)
_COUNTS = ("received", "answered", "resolved", "satisfied", "surveyed")


def suggestions_in(review: Blocks, say: Wording) -> Iterator[tuple[Blocks, Suggestions]]:
    """Yield `review` without a sentence that tells of suggestions, and what that sentence tells."""
    for n, section in enumerate(review):
        if isinstance(section, Section) and section.blocks and isinstance(section.blocks[-1], Paragraph):
            found = _suggestions(plain(section.blocks[-1].content), say)
            if found is not None:
                shorter = evolve(section, blocks=section.blocks[:-1])
                yield (*review[:n], shorter, *review[n + 1 :]), found


_MOST_PIECES = 32
"""A sentence of four clauses has no more commas than this, though the meeting's name may have some."""


def _suggestions(sentence: str, say: Wording) -> Suggestions | None:
    pieces = sentence.removesuffix("。").split("，")
    if len(pieces) > _MOST_PIECES:
        return None
    counts = _clauses(pieces, _NONE, say)
    counts = {"received": "0", **counts} if counts is not None else _clauses(pieces, _CLAUSES, say)
    if not counts:
        return None
    given = {name: int(counts[name]) for name in _COUNTS if name in counts}
    try:
        return Suggestions(**{"answered": given["received"], **given}, since=counts.get("meeting", ""))
    except DraftError:
        return None


def _clauses(pieces: list[str], clauses: tuple[tuple[str, ...], ...], say: Wording) -> dict[str, str] | None:
    """Return the slots of `pieces` read as one phrase of each of `clauses` in turn; an empty one may be left out."""
    if not clauses:
        return None if pieces else {}
    for name in clauses[0]:
        for end in range(1, len(pieces) + 1) if name else (0,):
            found = say.match(f"suggestions.{name}", "，".join(pieces[:end])) if name else {}
            rest = None if found is None else _clauses(pieces[end:], clauses[1:], say)
            if found is not None and rest is not None:
                return {**found, **rest}
    return None


def derived(*names: str) -> Iterator[Mapping[str, object]]:
    """Yield a change for each of `names`: that it is derived."""
    for name in names:
        yield {name: DERIVED}
