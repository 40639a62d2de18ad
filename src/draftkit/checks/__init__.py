"""What is wrong in a paper, before the meeting finds out: rules over its text, and what they find.

>>> [found.rule for found in check("会议听取了镇长×××所作的政府工作报告。")]
['blank-cross']
"""

from draftkit.checks.engine import Checker, Drafts, check
from draftkit.checks.finding import Edit, Finding, Findings, Fix, Place, Severity, Silenced
from draftkit.checks.paper import Hit, Paper, When
from draftkit.checks.paragraph import Passage, Piece
from draftkit.checks.repair import Fixed, fix
from draftkit.checks.rule import TOPICS, Case, Found, Rule, RuleError, Rules, registrar
from draftkit.checks.rules import RULES
from draftkit.checks.settings import Settings, Silence
from draftkit.checks.wordlist import Wordlist

__all__ = [
    "RULES",
    "TOPICS",
    "Case",
    "Checker",
    "Drafts",
    "Edit",
    "Finding",
    "Findings",
    "Fix",
    "Fixed",
    "Found",
    "Hit",
    "Paper",
    "Passage",
    "Piece",
    "Place",
    "Rule",
    "RuleError",
    "Rules",
    "Settings",
    "Severity",
    "Silence",
    "Silenced",
    "When",
    "Wordlist",
    "check",
    "fix",
    "registrar",
]
