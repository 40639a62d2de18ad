"""One `[[phrase]]` of a pack, read and checked as far as it stands by itself."""

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

from attrs import evolve

from draftkit.errors import PhraseError
from draftkit.phrases._table import Table, near
from draftkit.phrases.computed import COMPUTED
from draftkit.phrases.model import Confidence, Edition, Pack, Phrase, format_day
from draftkit.phrases.slots import SlotType
from draftkit.phrases.wording import ID, NAME, Include, Slot

__all__ = ["read_phrase"]

_NO_DAY = dt.date.min
_RESERVED = ("warn",)


def read_phrase(table: Table, pack: Pack) -> Phrase:
    """Return the phrase in `table`; what is wrong with it is noted there."""
    name = table.need("id", str, "")
    if name:
        table.where = f"{Path(pack.where).name} 套语“{name}”"
        _check_id(name, table)
    phrase = Phrase(
        id=name,
        title=table.get("title", str, ""),
        kinds=table.texts("kinds"),
        slots=_slots(table),
        editions=_editions(table),
        computed=table.get("computed", str, "") or None,
        timeless=table.get("timeless", bool, default=False),
        as_of=pack.as_of,
        pack=pack.name,
        where=pack.where,
    )
    table.close()
    _check_computed(phrase, table)
    _check_slots(phrase, table)
    return phrase


def _check_id(name: str, table: Table) -> None:
    if not re.fullmatch(ID, name):
        table.problems.add(
            table.where,
            "id 应由小写字母、数字、“-”和“.”组成，如 report.closing",
            "an id is made of small letters, digits, - and ., such as report.closing",
        )


def _slots(table: Table) -> dict[str, SlotType]:
    slots: dict[str, SlotType] = {}
    for name, kind in table.get("slots", dict, {}).items():
        if not re.fullmatch(NAME, name) or name in _RESERVED:
            table.problems.add(table.where, f"“{name}”不能作槽位名", f"{name!r} can't be a slot's name")
        elif kind not in list(SlotType):
            table.problems.add(
                table.where,
                f"槽位“{name}”的类型应为 {'、'.join(SlotType)} 之一，而不是 {kind!r}",
                f"the type of slot {name!r} must be one of {', '.join(SlotType)}, not {kind!r}",
            )
        else:
            slots[name] = SlotType(kind)
    return slots


def _editions(table: Table) -> tuple[Edition, ...]:
    read = (_edition(item) for item in table.tables("edition", " 第{}个版本"))
    editions = sorted((edition for edition in read if edition), key=lambda edition: edition.since)
    for earlier, later in pairwise(editions):
        if earlier.since == later.since or (earlier.until and earlier.until >= later.since):
            table.problems.add(
                table.where,
                f"自{format_day(earlier.since)}起的版本和自{format_day(later.since)}起的版本时间重叠",
                f"the editions since {earlier.since} and since {later.since} overlap",
            )
    ended = [
        evolve(earlier, until=earlier.until or later.since - dt.timedelta(days=1))
        for earlier, later in pairwise(editions)
    ]
    return (*ended, *editions[-1:])


def _edition(table: Table) -> Edition | None:
    since, until = table.need("since", dt.date, _NO_DAY), table.get("until", dt.date, _NO_DAY)
    text = table.need("text", str, "")
    source = table.get("source", str, "")
    confidence = table.get("confidence", str, Confidence.HIGH.value)
    table.close()
    if until != _NO_DAY and until < since:
        table.problems.add(table.where, f"止日 {until} 早于起日 {since}", f"it ends on {until}, before {since}")
    if confidence not in list(Confidence):
        table.problems.add(
            table.where,
            f"“confidence”应为 {'、'.join(Confidence)} 之一，而不是“{confidence}”",
            f"'confidence' must be one of {', '.join(Confidence)}, not {confidence!r}",
        )
        return None
    try:
        return Edition(
            since=since,
            until=None if until == _NO_DAY else until,
            text=text,
            source=source,
            confidence=Confidence(confidence),
        )
    except PhraseError as error:
        table.problems.add(table.where, error.zh, error.en)
        return None


def _check_computed(phrase: Phrase, table: Table) -> None:
    if phrase.computed is not None and phrase.computed not in COMPUTED:
        known = "、".join(COMPUTED)
        table.problems.add(
            table.where,
            f"“computed”应为 {known} 之一，而不是“{phrase.computed}”",
            f"'computed' must be one of {', '.join(COMPUTED)}, not {phrase.computed!r}",
        )
    if (phrase.computed is None) == ("edition" not in table.data):
        table.problems.add(
            table.where,
            "应有且只有 [[phrase.edition]] 版本或“computed”之一",
            "a phrase has either [[phrase.edition]] or 'computed'",
        )


def _check_slots(phrase: Phrase, table: Table) -> None:
    """Note slots that are declared and nowhere used; an included phrase may use them, unseen from here."""
    pieces = [piece for edition in phrase.editions for piece in edition.pieces]
    used = {piece.name for piece in pieces if isinstance(piece, Slot)}
    if any(isinstance(piece, Include) for piece in pieces) or not phrase.editions:
        return
    for name in sorted(set(phrase.slots) - used):
        zh, en = near(name, used)
        table.problems.add(table.where, f"槽位“{name}”没有一个版本用到{zh}", f"no edition uses the slot {name!r}{en}")
