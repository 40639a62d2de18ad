"""The kinds of paper: typed facts to a tree, and a tree back to facts.

Each kind has `draft()` and `from_document()`. What the facts imply is worded by
the phrases of the paper's date; no sentence is written here.
"""

from draftkit.kinds._derived import DERIVED, Derived
from draftkit.kinds.presidium_report import PresidiumReport
from draftkit.kinds.resolution import Resolution
from draftkit.kinds.status import Adopted, Draft, Status
from draftkit.kinds.subjects import (
    Budget,
    BudgetAdjustment,
    DeputyResignation,
    FinalAccounts,
    GovernmentWorkReport,
    LivelihoodProjects,
    Plan,
    PresidiumWorkReport,
    Resignation,
    Subject,
)
from draftkit.kinds.work_summary import WorkSummary
from draftkit.phrases import PhraseBook
from draftkit.tree import Document

__all__ = [
    "DERIVED",
    "KINDS",
    "Adopted",
    "Budget",
    "BudgetAdjustment",
    "DeputyResignation",
    "Derived",
    "Draft",
    "FinalAccounts",
    "GovernmentWorkReport",
    "Kind",
    "LivelihoodProjects",
    "Plan",
    "PresidiumReport",
    "PresidiumWorkReport",
    "Resignation",
    "Resolution",
    "Status",
    "Subject",
    "WorkSummary",
    "from_document",
]

Kind = PresidiumReport | Resolution | WorkSummary

KINDS: dict[str, type[PresidiumReport] | type[Resolution] | type[WorkSummary]] = {
    kind.kind: kind for kind in (PresidiumReport, Resolution, WorkSummary)
}
"""The kinds, by the name that `document.kind` has."""


def from_document(document: Document, phrases: PhraseBook | None = None) -> Kind | None:
    """Return the paper that `document` is, of the kind it names; None where its kind isn't known."""
    kind = KINDS.get(document.kind)
    return None if kind is None else kind.from_document(document, phrases)
