"""Which rules run and how much they weigh, what is silenced and why, and words of the user's own.

>>> settings = Settings.parse('''
... off = ["punctuation"]
... [severity]
... blank-cross = "error"
... [[silence]]
... rule = "word-old-terms"
... text = "扶贫办"
... reason = "引述旧文件名"
... [[words]]
... id = "old-terms"
... severity = "warning"
... zh = "“{text}”宜写“{right}”"
... [words.map]
... "扶贫办" = "农业农村部门"
... ''')
>>> settings.off
frozenset({'punctuation'})
"""

import os
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, Self

from attrs import field, frozen

from draftkit.checks.finding import Finding, Severity
from draftkit.checks.rule import TOPICS, Found, Rule, RuleError
from draftkit.checks.settings_file import is_text, known, listed, severity_of, table_of, tables_of
from draftkit.checks.wordlist import Wordlist, wordlist
from draftkit.errors import ReadError
from draftkit.readers.source import load

__all__ = ["DEFAULT", "Settings", "Silence"]


@frozen(kw_only=True)
class Silence:
    """A place where a rule has nothing to say.

    Args:
        rule: The rule's id, or its topic.
        reason: Why; it can't be left out.
        text: The words of the finding; empty for any.
        line: The line; None for any.
        near: Words that stand in the same paragraph; empty for any.
    """

    rule: str = field(validator=is_text)
    reason: str = field(default="")
    text: str = field(default="", validator=is_text)
    line: int | None = field(default=None)
    near: str = field(default="", validator=is_text)

    @reason.validator
    def _has_reason(self, _attribute: object, value: object) -> None:
        if not isinstance(value, str) or not value.strip():
            raise RuleError(
                f'不报“{self.rule}”须写明理由，如 reason = "引述原文"', f"silencing {self.rule!r} needs a reason"
            )

    @line.validator
    def _is_a_line(self, _attribute: object, value: object) -> None:
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
            raise RuleError(
                f"line 应为行号，如 line = 3（不加引号），而不是 {value!r}",
                f"line must be the number of a line, such as 3, not {value!r}",
            )

    def covers(self, finding: Finding) -> bool:
        """Return whether `finding` is silenced by this."""
        return (
            self.rule in {finding.rule, finding.topic}
            and self.text in {"", finding.text}
            and self.line in {None, finding.line}
            and self.near in finding.place.paragraph.text
        )


def _names(value: Iterable[str]) -> frozenset[str]:
    return frozenset(listed("off", value))


def _severities(value: Mapping[str, Severity | str]) -> dict[str, Severity]:
    return {name: severity_of(name, weight) for name, weight in table_of("severity", value).items()}


@frozen(kw_only=True)
class Settings:
    """How a user wants papers checked.

    Args:
        off: Rules and topics that don't run.
        severities: Rules and topics that weigh otherwise; a rule goes before its topic.
        silences: Places where rules have nothing to say.
        words: Wordlists of the user's own.
    """

    off: frozenset[str] = field(default=frozenset(), converter=_names)
    severities: Mapping[str, Severity] = field(factory=dict, converter=_severities)
    silences: tuple[Silence, ...] = ()
    words: tuple[Wordlist, ...] = ()

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Return the settings of the TOML file at `path`; raise `RuleError` where it isn't one."""
        try:
            text = load(path).decode("utf-8-sig")
        except ReadError as error:
            raise RuleError(f"设置{error.zh}", f"the settings: {error.en}", where=error.where) from error
        except UnicodeDecodeError as error:
            raise RuleError(
                "设置文件不是 UTF-8 编码，请在编辑器里另存为 UTF-8",
                "the settings aren't in UTF-8: save them as UTF-8 in the editor",
                where=str(path),
            ) from error
        return cls.parse(text, where=str(path))

    @classmethod
    def parse(cls, text: str, *, where: str | None = None) -> Self:
        """Return the settings of a TOML text; raise `RuleError` for a key or a value that isn't known."""
        try:
            return cls._of(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise RuleError(f"不是 TOML：{error}", f"this is not TOML: {error}", where=where) from error
        except RuleError as error:
            raise RuleError(f"设置有误：{error.zh}", f"the settings are wrong: {error.en}", where=where) from error

    @classmethod
    def _of(cls, data: Mapping[str, Any]) -> Self:
        known("设置", data, ("off", "severity", "silence", "words"))
        silences = tables_of("silence", data.get("silence", []), ("rule",), ("reason", "text", "line", "near"))
        lists = tables_of("words", data.get("words", []), ("id",), ("map", "unless", "severity", "zh", "en", "norm"))
        return cls(
            off=data.get("off", ()),
            severities=data.get("severity", {}),
            silences=tuple(Silence(**each) for each in silences),
            words=tuple(wordlist(each) for each in lists),
        )

    def active(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return those of `rules` and of the wordlists that run; raise `RuleError` for a name that is no rule."""
        every = [*rules, *(words.rule() for words in self.words)]
        names = {rule.id for rule in every} | set(TOPICS)
        for name in (*self.off, *self.severities, *(silence.rule for silence in self.silences)):
            if name not in names and not name.startswith("together-"):
                raise RuleError(f"没有名为“{name}”的规则或类别，请核对", f"there is no rule or topic {name!r}")
        return tuple(rule for rule in every if self.runs(rule.id, rule.topic))

    def runs(self, rule: str, topic: str) -> bool:
        """Return whether the rule of that id and topic runs."""
        return not self.off & {rule, topic}

    def weight(self, rule: str, topic: str) -> Severity | None:
        """Return how much the rule weighs here, where that was set."""
        return self.severities.get(rule) or self.severities.get(topic)

    def severity(self, rule: Rule, found: Found) -> Severity:
        """Return how much `found` weighs here."""
        return self.weight(rule.id, rule.topic) or found.severity or rule.severity

    def silences_reason(self, finding: Finding) -> str:
        """Return the reason why `finding` is silenced, or an empty string."""
        return next((silence.reason for silence in self.silences if silence.covers(finding)), "")


DEFAULT = Settings()
"""All rules, as they are."""
