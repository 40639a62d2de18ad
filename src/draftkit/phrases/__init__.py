"""Set phrases: dated and sourced wording with typed slots, from TOML packs that a clerk can lay his own over.

A sentence of a paper is never written in code: the kinds of paper say phrases
of a `PhraseBook` by id, and the paper's date chooses the edition.
"""

from draftkit.phrases.book import PhraseBook
from draftkit.phrases.model import Confidence, Edition, Pack, Phrase
from draftkit.phrases.packs import load_pack
from draftkit.phrases.plans import Plan, plan_of
from draftkit.phrases.plenums import Listing, Meeting, listing
from draftkit.phrases.slots import SlotType, SlotValue

__all__ = [
    "Confidence",
    "Edition",
    "Listing",
    "Meeting",
    "Pack",
    "Phrase",
    "PhraseBook",
    "Plan",
    "SlotType",
    "SlotValue",
    "listing",
    "load_pack",
    "plan_of",
]
