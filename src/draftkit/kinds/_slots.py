"""What a congress and its session give to the slots of every phrase."""

from attrs import evolve

from draftkit.facts import Congress, Session
from draftkit.phrases import SlotValue
from draftkit.tree import Blank

__all__ = ["commissioner", "commissioner_name", "congress_slots", "is_first_of_a_new_term"]


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


def is_first_of_a_new_term(session: Session) -> bool:
    """Return whether `session` is the first after a term has ended (换届后的第一次会议)."""
    return session.number == 1 and session.congress.term > 1


def commissioner(session: Session) -> Congress:
    """Return the congress whose presidium reports: at a first session that of the term before (第十九条)."""
    congress = session.congress
    return evolve(congress, term=congress.term - 1) if is_first_of_a_new_term(session) else congress


def commissioner_name(session: Session) -> SlotValue:
    """Return the name of that congress; a blank at the first session of all, whose place was another's before."""
    if session.number == 1 and session.congress.term == 1:
        return Blank("上一届人民代表大会的全称")
    return commissioner(session).name
