"""Words that a user doesn't want to see, and what should stand there: a rule without Python."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import Attribute, field, frozen

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rule, RuleError
from draftkit.checks.settings_file import is_text, listed, severity_of

__all__ = ["Wordlist", "wordlist"]


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _id(_instance: object, _attribute: object, value: str) -> None:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise RuleError(
            f"词表的 id 应为小写字母、数字，用 - 连接，如 old-terms，而不是 {value!r}",
            f"a wordlist's id is of lower case letters and digits joined by -, such as old-terms, not {value!r}",
        )


def _map(instance: "Wordlist", _attribute: object, words: object) -> None:
    if (
        not isinstance(words, Mapping)
        or not all(isinstance(each, str) for pair in words.items() for each in pair)
        or "" in words
    ):
        raise _no_map(instance.id)


def _no_map(name: object) -> RuleError:
    return RuleError(
        f"词表“{name}”缺 [words.map]：左边写要找的词，右边写应改成的词",
        "a wordlist needs a table `map` of words and what should stand there",
    )


def _message(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    is_text(instance, attribute, value)
    try:
        str(value).format_map({"text": "", "right": ""})
    except (KeyError, ValueError, IndexError, AttributeError):
        raise RuleError(
            f"{attribute.name} 里只能有 {{text}} 和 {{right}} 两处填空，而不是 {value!r}",
            f"{attribute.name} has the slots {{text}} and {{right}} and no others, not {value!r}",
        ) from None


def _unless(value: Iterable[str]) -> tuple[str, ...]:
    return listed("unless", value)


def _severity(value: Severity | str) -> Severity:
    return severity_of("severity", value)


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

    id: str = field(validator=_id)
    map: Mapping[str, str] = field(validator=_map)
    unless: tuple[str, ...] = field(default=(), converter=_unless)
    severity: Severity = field(default=Severity.WARNING, converter=_severity)
    zh: str = field(default="“{text}”应写作“{right}”", validator=_message)
    en: str = field(default="write {right} for {text}", validator=_message)
    norm: str = field(default="自定词表", validator=is_text)

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
    if "map" not in data:
        raise _no_map(data.get("id", ""))
    return Wordlist(**data)
