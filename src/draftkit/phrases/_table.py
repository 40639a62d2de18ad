"""TOML tables read strictly: a wrong type, a missing or an unknown key is noted, and reading goes on.

All problems of a pack are told at once, so that a clerk mends them in one go.
"""

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import define, field, frozen

from draftkit.errors import PhraseError

__all__ = ["Problem", "Problems", "Table"]

T = TypeVar("T")

_TYPES = {
    str: ("文字", "text"),
    int: ("整数", "a whole number"),
    bool: (" true 或 false", "true or false"),
    dt.date: ("日期，如 2026-01-15", "a date, such as 2026-01-15"),
    list: ("列表", "a list"),
    dict: ("表", "a table"),
}


@frozen
class Problem:
    """One thing that is wrong in a pack: where (file, phrase), and both sentences."""

    where: str
    zh: str
    en: str


@define
class Problems:
    """The problems found so far."""

    found: list[Problem] = field(factory=list)

    def add(self, where: str, zh: str, en: str) -> None:
        """Note a problem."""
        self.found.append(Problem(where, zh, en))

    def raise_any(self, where: str) -> None:
        """Raise one error with all problems, if there are any."""
        if not self.found:
            return
        many = len(self.found) > 1
        zh = "；".join(f"{f'（{n}）' if many else ''}{p.where}：{p.zh}" for n, p in enumerate(self.found, start=1))
        en = "; ".join(f"{f'({n}) ' if many else ''}{p.where}: {p.en}" for n, p in enumerate(self.found, start=1))
        raise PhraseError(f"套语包有{len(self.found)}处问题：{zh}", f"{len(self.found)} problem(s): {en}", where=where)


@define
class Table:
    """A TOML table, and which of its keys were asked for.

    Args:
        data: The table.
        where: What it is, for a problem's sentence: `common.toml 套语“guiding”`.
        problems: Where problems are noted.
    """

    data: Mapping[str, object]
    where: str
    problems: Problems
    asked: list[str] = field(factory=list)

    def get(self, key: str, kind: type[T], default: T) -> T:
        """Return the value of `key`, or `default` where it isn't given or has a wrong type."""
        self.asked.append(key)
        if key not in self.data:
            return default
        value = self.data[key]
        exact = type(value) is kind
        if exact or (isinstance(value, kind) and not isinstance(value, (bool, dt.datetime))):
            return value  # type: ignore[return-value]  # `type(value) is kind` does not narrow
        zh, en = _TYPES[kind]
        self.problems.add(self.where, f"“{key}”应为{zh}，而不是 {value!r}", f"{key!r} must be {en}, not {value!r}")
        return default

    def need(self, key: str, kind: type[T], default: T) -> T:
        """Return the value of `key`; where it isn't given, note that and return `default`."""
        if key not in self.data:
            self.problems.add(self.where, f"缺少“{key}”", f"{key!r} is missing")
        return self.get(key, kind, default)

    def tables(self, key: str, name: str) -> Iterator["Table"]:
        """Yield the tables of the array `[[key]]`; `name` says what one of them is."""
        for number, item in enumerate(self.get(key, list, []), start=1):
            if isinstance(item, dict):
                yield Table(item, f"{self.where}{name.format(number)}", self.problems)
            else:
                self.problems.add(self.where, f"“{key}”应写成 [[{key}]] 表", f"{key!r} must be [[{key}]] tables")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts under `key`."""
        values = self.get(key, list, [])
        if all(isinstance(value, str) for value in values):
            return tuple(values)
        self.problems.add(self.where, f"“{key}”应为文字的列表", f"{key!r} must be a list of texts")
        return ()

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.data:
            if key not in self.asked:
                near_zh, near_en = near(key, self.asked)
                self.problems.add(self.where, f"不认识的键“{key}”{near_zh}", f"unknown key {key!r}{near_en}")


def near(name: str, names: Iterable[str]) -> tuple[str, str]:
    """Return what to say of the names that are like `name`, in Chinese and in English."""
    alike = difflib.get_close_matches(name, list(names), n=3)
    if not alike:
        return "", ""
    return f"，是不是{'、'.join(f'“{found}”' for found in alike)}？", f" (did you mean {', '.join(alike)}?)"
