"""Words that a user doesn't want to see, and what should stand there: a rule without Python."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rule, RuleError

__all__ = ["Wordlist", "wordlist"]


@frozen(kw_only=True)
class Wordlist:
    """Words and what should stand there.

    Args:
        id: What the rule is called; it runs as `word-` and this.
        map: Each word, and what should stand in its place; empty where that isn't known.
        unless: Longer words in which one of them is right.
        severity: How grave it is.
        zh: The message; slots: `{text}` the word, `{right}` what should stand there.
        en: The same in English.
        norm: What the list stands on.
    """

    id: str
    map: Mapping[str, str]
    unless: tuple[str, ...] = field(default=(), converter=tuple)
    severity: Severity = field(default=Severity.WARNING, converter=Severity)
    zh: str = "“{text}”应写作“{right}”"
    en: str = "write {right} for {text}"
    norm: str = "自定词表"

    def find(self, paper: Paper) -> Iterator[Found]:
        """Yield where the words stand."""
        for word, right in self.map.items():
            longer = [other for other in (*self.map, *self.unless) if word in other and word != other]
            for paragraph, start, end in paper.find(word):
                if not any(_inside(paragraph.text, start, word, other) for other in longer):
                    yield Found(paragraph, start, end, {"right": right}, fix=right or None)

    def rule(self) -> Rule:
        """Return the list as a rule."""
        return Rule(
            id=f"word-{self.id}",
            topic="words",
            severity=self.severity,
            title=f"自定词表 {self.id}",
            zh=self.zh,
            en=self.en,
            why="本单位不用这些词。",
            norm=self.norm,
            fails=[Case(word, right or None) for word, right in self.map.items()],
            passes=list(self.unless),
            find=self.find,
        )


def _inside(text: str, start: int, word: str, longer: str) -> bool:
    """Return whether the `word` at `start` of `text` is part of `longer`."""
    at = longer.find(word)
    while at >= 0:
        if text.startswith(longer, start - at) and start >= at:
            return True
        at = longer.find(word, at + 1)
    return False


def wordlist(data: Mapping[str, Any]) -> Wordlist:
    """Return the wordlist of a table of TOML; raise `RuleError` for one that lacks its words."""
    words = data.get("map")
    if not isinstance(words, Mapping) or not all(isinstance(right, str) for right in words.values()) or "" in words:
        raise RuleError(
            f"词表“{data.get('id', '')}”缺 [words.map]：左边写要找的词，右边写应改成的词",
            "a wordlist needs a table `map` of words and what should stand there",
        )
    return Wordlist(**data)
