"""Rules that are lists of words: read from `data/*.toml`, found in one pass over the text.

A word is written as it stands in a paper; `{8}` in it is anything of at most
eight characters inside one clause, `{n}` a number. So a list can't make a rule
slow, whatever it says.

>>> finder = Finder([Word(("任命{6}镇长",), right="选举"), Word(("满票",), right="全票")])
>>> [(start, end, word.right) for start, end, word in finder.finditer("且满票，任命了李明为镇长")]
[(1, 3, '全票'), (4, 12, '选举')]
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any

from attrs import field, frozen

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Function, Rule, Rules
from draftkit.checks.rules._text import wide

__all__ = ["Finder", "Word", "data", "load"]

_KEY = 2
"""Characters at the start of a word by which it is looked up."""

_GAP = re.compile(r"\\\{(\d{1,2}|n)\\\}")


def _texts(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


def _pair(value: Iterable[str] | None) -> tuple[str, str] | None:
    old, new = value or ("", "")
    return (old, new) if old else None


@frozen
class Word:
    """Words that are wrong in the same way.

    Args:
        find: The words; `{8}` is any text of a clause up to eight characters, `{n}` a number.
        right: What would be right; empty where that depends.
        fix: What may be put there, if that is safe.
        swap: What to change in the words found, and to what, where that is all: ["做", "作"].
        note: A clause that explains more, put behind the message.
        not_before: What must not stand before it.
        not_after: What must not stand behind it.
        unless: Words that excuse it anywhere in the same paragraph.
    """

    find: tuple[str, ...] = field(converter=_texts)
    right: str = ""
    fix: str | None = None
    swap: tuple[str, str] | None = field(default=None, converter=_pair)
    note: str = ""
    not_before: tuple[str, ...] = field(default=(), converter=_texts)
    not_after: tuple[str, ...] = field(default=(), converter=_texts)
    unless: tuple[str, ...] = field(default=(), converter=_texts)


class Finder:
    """Finds many words in one pass; of words that begin at the same place the longest is taken."""

    def __init__(self, words: Iterable[Word]) -> None:
        """Sort the words by how they begin."""
        # By its first characters: what a word begins with up to a gap, the word itself if it has one.
        self._by_key: dict[str, list[tuple[str, str, Word]]] = {}
        for word in words:
            for text in sorted(word.find, key=len, reverse=True):
                key = text[:_KEY].partition("{")[0]
                self._by_key.setdefault(key, []).append((text.partition("{")[0], text if "{" in text else "", word))

    @cached_property
    def _start(self) -> re.Pattern[str]:
        return re.compile(_any_of(self._by_key))

    def finditer(self, text: str) -> Iterator[tuple[int, int, Word]]:
        """Yield where words stand in `text`: start, end, word."""
        at = 0
        while found := self._start.search(text, at):
            at = found.start()
            end, word = self._at(text, at)
            if word is not None:
                yield at, end, word
            at = end

    def _at(self, text: str, at: int) -> tuple[int, Word | None]:
        """Return where the longest word at `at` ends, and the word; the next place and None where there is none."""
        longest, best = at + 1, None
        for length in range(1, _KEY + 1):
            for head, gapped, word in self._by_key.get(text[at : at + length], ()):
                if not text.startswith(head, at):
                    continue
                # A pattern is made when its head first turns up in a text: most never do.
                match = _pattern(gapped).match(text, at) if gapped else None
                end = at + len(head) if not gapped else match.end() if match else 0
                if end > longest and not _is_excused(text, at, end, word):
                    longest, best = end, word
        return longest, best


def _any_of(keys: Iterable[str]) -> str:
    """Return a pattern of `keys`, those that begin alike together, so that few have to be tried at a place."""
    seconds: dict[str, str] = {}
    for key in sorted(keys, key=len):
        seconds[key[0]] = seconds.get(key[0], "") + key[1:] if len(key) > 1 and seconds.get(key[0]) != "" else ""
    parts = (re.escape(first) + (f"[{re.escape(rest)}]" if rest else "") for first, rest in seconds.items())
    return "|".join(parts)


def _is_excused(text: str, start: int, end: int, word: Word) -> bool:
    return text.startswith(word.not_after, end) or text.endswith(word.not_before, 0, start)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Return the pattern of a word with gaps."""
    return re.compile(
        _GAP.sub(lambda gap: "[0-9]{1,6}" if gap[1] == "n" else f"[^，。；！？\n]{{0,{gap[1]}}}?", re.escape(text))
    )


@cache
def data(name: str) -> Mapping[str, Any]:
    """Return the TOML file `name` of the rules' data."""
    return tomllib.loads(resources.files("draftkit.checks").joinpath("data", f"{name}.toml").read_text("utf-8"))


def load(name: str, topic: str) -> Rules:
    """Return the rules that the list `name` makes, by id."""
    return {table["id"]: _rule(table, topic) for table in data(name)["rule"]}


def _rule(table: Mapping[str, Any], topic: str) -> Rule:
    words = [Word(**word) for word in table.get("word", ())]
    words += [Word((wrong,), right, right) for wrong, right in table.get("map", {}).items()]
    return Rule(
        id=table["id"],
        topic=topic,
        severity=Severity(table["severity"]),
        title=table["title"],
        zh=table["zh"],
        en=table["en"],
        why=table["why"],
        norm=table["norm"],
        fails=[Case(*case) if isinstance(case, list) else Case(case) for case in table["fails"]],
        passes=[Case(case) for case in table["passes"]],
        find=_function(Finder(words)),
    )


def _function(finder: Finder) -> Function:
    def find(paper: Paper) -> Iterator[Found]:
        """Find the words of the list."""
        excused: dict[tuple[int, Word], bool] = {}
        for start, end, word in finder.finditer(wide(paper)):
            paragraph, at = paper.at(start)
            key = (paragraph.index, word)
            if key not in excused:
                excused[key] = bool(paragraph.residue) or any(other in paragraph.text for other in word.unless)
            if excused[key]:
                continue
            swapped = paper.text[start:end].replace(*word.swap, 1) if word.swap else None
            args = {"right": word.right or swapped, "note": word.note}
            fix = swapped if swapped is not None else word.fix
            yield Found(paragraph, at, at + end - start, args, fix=fix)

    return find
