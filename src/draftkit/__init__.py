"""draftkit drafts the papers of Chinese people's congresses from facts.

>>> import draftkit as dk
>>> dk.Session(congress=dk.Congress(place="清溪镇", term=18), number=4).name
'清溪镇第十八届人民代表大会第四次会议'

The names below are the whole of the everyday API; everything else is reached
through its module (`draftkit.zh.numerals`, `draftkit.tree`, …). Importing the
package loads none of them: each is loaded when its name is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from draftkit.checks import check
    from draftkit.errors import DraftError, DraftWarning
    from draftkit.facts import Congress, Period, Person, Session, Suggestions, Vote
    from draftkit.kinds import (
        DERIVED,
        Adopted,
        Budget,
        BudgetAdjustment,
        DeputyResignation,
        Draft,
        FinalAccounts,
        GovernmentWorkReport,
        LivelihoodProjects,
        Plan,
        PresidiumReport,
        PresidiumWorkReport,
        Resignation,
        Resolution,
        WorkSummary,
    )
    from draftkit.layout import check_layout
    from draftkit.phrases import PhraseBook
    from draftkit.readers import read
    from draftkit.renderers import preview, write
    from draftkit.tree import (
        Blank,
        Document,
        Paragraph,
        Point,
        Section,
        Table,
        points,
    )

__version__ = "0.1.0"

_HOMES = {
    "checks": ("check",),
    "errors": ("DraftError", "DraftWarning"),
    "facts": ("Congress", "Period", "Person", "Session", "Suggestions", "Vote"),
    "kinds": (
        "Adopted",
        "Budget",
        "BudgetAdjustment",
        "DERIVED",
        "DeputyResignation",
        "Draft",
        "FinalAccounts",
        "GovernmentWorkReport",
        "LivelihoodProjects",
        "Plan",
        "PresidiumReport",
        "PresidiumWorkReport",
        "Resignation",
        "Resolution",
        "WorkSummary",
    ),
    "layout": ("check_layout",),
    "phrases": ("PhraseBook",),
    "readers": ("read",),
    "renderers": ("preview", "write"),
    "tree": ("Blank", "Document", "Paragraph", "Point", "Section", "Table", "points"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "DERIVED",
    "Adopted",
    "Blank",
    "Budget",
    "BudgetAdjustment",
    "Congress",
    "DeputyResignation",
    "Document",
    "Draft",
    "DraftError",
    "DraftWarning",
    "FinalAccounts",
    "GovernmentWorkReport",
    "LivelihoodProjects",
    "Paragraph",
    "Period",
    "Person",
    "PhraseBook",
    "Plan",
    "Point",
    "PresidiumReport",
    "PresidiumWorkReport",
    "Resignation",
    "Resolution",
    "Section",
    "Session",
    "Suggestions",
    "Table",
    "Vote",
    "WorkSummary",
    "check",
    "check_layout",
    "points",
    "preview",
    "read",
    "write",
]


def __getattr__(name: str) -> object:
    """Return the public `name`, loading the module that defines it."""
    if name not in _HOME:
        raise AttributeError(f"module 'draftkit' has no attribute {name!r}")
    value: object = getattr(import_module(f"draftkit.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return [*__all__, "__version__"]
