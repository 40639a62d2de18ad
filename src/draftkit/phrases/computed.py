"""Phrases whose words follow from a table: the day chooses what is said, the pack how it is said."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from attrs import field, frozen

from draftkit.phrases.plenums import Meeting, listing
from draftkit.phrases.slots import SlotValue
from draftkit.zh import numerals

__all__ = ["COMPUTED", "Call", "Computed"]


@frozen
class Call:
    """A phrase to say, with its slots."""

    id: str
    slots: Mapping[str, SlotValue] = field(factory=dict)


@frozen
class Computed:
    """A way to compute a phrase.

    Args:
        call: Returns what to say on a day, by the table of meetings.
        ids: The phrases that it may say.
    """

    call: Callable[[dt.date, Iterable[Meeting]], Call]
    ids: tuple[str, ...]


def _spirit(on: dt.date, meetings: Iterable[Meeting]) -> Call:
    named = listing(on, meetings)
    congress = numerals.format_numeral(named.congress.congress)
    if not named.plenums:
        return Call("spirit.congress", {"congress": congress})
    plenums = [f"{numerals.format_numeral(meeting.plenum)}中" for meeting in named.plenums]
    return Call("spirit.plenums", {"congress": congress, "plenums": plenums})


COMPUTED = {"spirit": Computed(_spirit, ("spirit.congress", "spirit.plenums"))}
"""The computed phrases, by the name that a pack gives under `computed`."""
