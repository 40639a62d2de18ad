"""The rules, by topic. `RULES` has them all, by id; each module keeps those of its topic."""

from draftkit.checks.rule import Rule
from draftkit.checks.rules import (
    agreeing,
    blanks,
    characters,
    chronology,
    counts,
    deadlines,
    ends,
    headings,
    masked,
    numbering,
    parts,
    plenums,
    projects,
    punctuation,
    rates,
    replies,
    residue,
    sessions,
    sums,
    terms,
    titles,
    votes,
    wholes,
    years,
)

__all__ = ["RULES"]

MODULES = (
    blanks,
    masked,
    residue,
    chronology,
    plenums,
    years,
    deadlines,
    terms,
    sessions,
    agreeing,
    votes,
    sums,
    wholes,
    rates,
    counts,
    projects,
    replies,
    numbering,
    headings,
    parts,
    titles,
    punctuation,
    ends,
    characters,
)

RULES: dict[str, Rule] = {id_: rule for module in MODULES for id_, rule in module.RULES.items()}
"""Every rule of draftkit, by its id."""
