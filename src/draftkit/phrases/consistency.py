"""What must hold between phrases: slots declared, included phrases there, no circle, in force at the same time."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from draftkit.phrases._table import Problems, near
from draftkit.phrases.computed import COMPUTED
from draftkit.phrases.model import Edition, Phrase, format_day
from draftkit.phrases.wording import Include, Slot

__all__ = ["check", "included"]

Phrases = Mapping[str, Phrase]


def check(phrases: Phrases, where: str, fresh: Collection[str]) -> None:
    """Raise one error with everything that doesn't hold between `phrases`, if anything.

    Args:
        phrases: All phrases, by id.
        where: What was loaded.
        fresh: The ids that were loaded just now. Only these need an edition of what they
            include for every day: a clerk's own phrase may begin when he began to use it.

    Raises:
        PhraseError: An undeclared slot, an unknown or circular include, or one that has no
            edition for some time in which the phrase that includes it is said.
    """
    problems = Problems()
    for phrase in phrases.values():
        uncovered = _uncovered(phrase, phrases) if phrase.id in fresh else ()
        for zh, en in (*_unknown(phrase, phrases), *_undeclared(phrase, phrases), *uncovered):
            problems.add(f"{Path(phrase.where).name} 套语“{phrase.id}”", zh, en)
    for circle in _circles(phrases):
        problems.add(f"套语“{circle[0]}”", f"循环包含：{'→'.join(circle)}", f"includes itself: {' > '.join(circle)}")
    problems.raise_any(where)


def included(phrase: Phrase) -> tuple[str, ...]:
    """Return the ids of the phrases that any edition of `phrase` includes, or that its table may say."""
    if phrase.computed is not None:
        return COMPUTED[phrase.computed].ids
    pieces = (piece for edition in phrase.editions for piece in edition.pieces)
    return tuple(dict.fromkeys(piece.id for piece in pieces if isinstance(piece, Include)))


def _unknown(phrase: Phrase, phrases: Phrases) -> Iterator[tuple[str, str]]:
    for name in included(phrase):
        if name not in phrases:
            zh, en = near(name, phrases)
            yield f"没有可包含的套语“{name}”{zh}", f"there is no phrase {name!r} to include{en}"


def _undeclared(phrase: Phrase, phrases: Phrases) -> Iterator[tuple[str, str]]:
    pieces = (piece for edition in phrase.editions for piece in edition.pieces)
    for name in dict.fromkeys(piece.name for piece in pieces if isinstance(piece, Slot)):
        if name not in phrase.slots:
            zh, en = near(name, phrase.slots)
            yield f"文中的槽位“{name}”没有在 slots 里声明{zh}", f"the slot {name!r} is not declared in 'slots'{en}"
    if phrase.computed is not None:
        return
    for other in (phrases[name] for name in included(phrase) if name in phrases):
        for name, kind in other.slots.items():
            if phrase.slots.get(name) is not kind:
                yield (
                    f'包含的套语“{other.id}”要用槽位 {name} = "{kind}"，这里也应这样声明',
                    f"{other.id!r}, which it includes, takes the slot {name} = {kind}: declare it here too",
                )


def _uncovered(phrase: Phrase, phrases: Phrases) -> Iterator[tuple[str, str]]:
    for edition in phrase.editions:
        for piece in edition.pieces:
            other = phrases.get(piece.id) if isinstance(piece, Include) else None
            day = None if other is None or other.computed else _first_without(edition, other.editions)
            if other is not None and day is not None:
                yield (
                    f"自{format_day(edition.since)}起的版本包含“{other.id}”，而“{other.id}”没有{format_day(day)}的版本",
                    f"the edition since {edition.since} includes {other.id!r}, which has none on {day}",
                )


def _first_without(edition: Edition, others: tuple[Edition, ...]) -> dt.date | None:
    """Return the first day in the time of `edition` on which none of `others` (in order) is in force."""
    day = edition.since
    for other in others:
        if other.since > day:
            break
        if other.until is None:
            return None
        day = max(day, other.until + dt.timedelta(days=1))
    return day if edition.until is None or day <= edition.until else None


def _circles(phrases: Phrases) -> Iterator[tuple[str, ...]]:
    """Yield each circle of includes once, from the phrase at which it was first entered."""
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if name in path:
            yield (*path[path.index(name) :], name)
        elif name in phrases and name not in done:
            for other in included(phrases[name]):
                yield from visit(other, (*path, name))
            done.add(name)

    for name in phrases:
        yield from visit(name, ())
