"""What a congress and its session give to the slots of every phrase."""

from attrs import evolve

from draftkit.facts import Congress, Session
from draftkit.phrases import SlotValue

__all__ = ["commissioner", "congress_slots"]


def congress_slots(congress: Congress) -> dict[str, SlotValue]:
    """Return the names of `congress` and of those around it, by slot."""
    return {
        "place": congress.place,
        "congress": congress.name,
        "organ": congress.organ,
        "presidium": congress.presidium,
        "committee": congress.committee,
        "superior": congress.superior,
        "government": congress.government,
        "government_full": congress.government_full,
        "people": congress.people,
    }


def commissioner(session: Session) -> Congress:
    """Return the congress whose presidium reports: at a first session that of the term before (第十九条)."""
    congress = session.congress
    if session.number == 1 and congress.term > 1:
        return evolve(congress, term=congress.term - 1)
    return congress
