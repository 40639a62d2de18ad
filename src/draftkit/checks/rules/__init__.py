"""The rules, by topic. `RULES` has them all, by id; each module keeps those of its topic."""

from draftkit.checks.rule import Rule
from draftkit.checks.rules import (
    blanks,
    characters,
    chronology,
    figures,
    masked,
    punctuation,
    residue,
    sessions,
    structure,
    terms,
)

__all__ = ["RULES"]

MODULES = (blanks, masked, residue, chronology, terms, sessions, figures, structure, punctuation, characters)

RULES: dict[str, Rule] = {id_: rule for module in MODULES for id_, rule in module.RULES.items()}
"""Every rule of draftkit, by its id."""
