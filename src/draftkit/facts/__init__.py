"""What happened, as plain facts: the congress, its session, people, votes, suggestions.

A fact that can't be is refused when it is made, with a `FactError` that says
what would be right. What follows from the facts (names, rates, majorities) is
computed here; how it is worded is not.
"""

from draftkit.facts.congress import Congress, Level
from draftkit.facts.period import Period
from draftkit.facts.person import Person
from draftkit.facts.session import Session
from draftkit.facts.suggestions import Suggestions
from draftkit.facts.vote import Vote

__all__ = ["Congress", "Level", "Period", "Person", "Session", "Suggestions", "Vote"]
