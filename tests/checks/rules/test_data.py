"""The lists of words: complete, dated, sourced, and none of them finds what it asks for."""

import datetime as dt
import re
from typing import Any

import pytest

from draftkit.checks.rules._words import Finder, Word, data

LISTS = ("characters", "masked", "terms")
RULES = [pytest.param(table, id=table["id"]) for name in LISTS for table in data(name)["rule"]]
DATED = data("dated")["word"]


def words(table: dict[str, Any]) -> list[Word]:
    listed = [Word(**word) for word in table.get("word", ())]
    return listed + [Word((wrong,), right, right) for wrong, right in table.get("map", {}).items()]


@pytest.mark.parametrize("table", RULES)
def test_a_list_says_what_would_be_right(table: dict[str, Any]) -> None:
    assert all(word.right or word.swap for word in words(table))


@pytest.mark.parametrize("table", RULES)
def test_a_list_does_not_find_its_own_corrections(table: dict[str, Any]) -> None:
    finder = Finder(words(table))
    for word in words(table):
        for fixed in filter(None, [word.fix, *(text.replace(*word.swap, 1) for text in word.find if word.swap)]):
            assert [fixed[start:end] for start, end, _ in finder.finditer(fixed)] == []


@pytest.mark.parametrize("table", RULES)
def test_every_word_is_found_where_it_stands_alone(table: dict[str, Any]) -> None:
    for word in words(table):
        finder = Finder([word])
        for text in word.find:
            sample = re.sub(r"\{\d+\}", "", text).replace("{n}", "12")
            assert [sample[start:end] for start, end, _ in finder.finditer(sample)], text


@pytest.mark.parametrize("table", DATED, ids=lambda table: table["find"][0])
def test_a_dated_word_has_its_days_and_their_source(table: dict[str, Any]) -> None:
    assert table["source"]
    assert "since" in table or "until" in table
    assert table.get("since", dt.date.min) <= table.get("until", dt.date.max)
    assert table["what"] in {"formula", "organ", "campaign", "law", "term", "fact"}


def test_the_longest_of_words_that_begin_alike_is_taken() -> None:
    finder = Finder([Word(("科学发展观",)), Word(("科学发展观旗帜",), right="旗帜")])
    assert [(start, end) for start, end, _ in finder.finditer("高举科学发展观旗帜")] == [(2, 9)]


def test_a_gap_stays_inside_its_clause() -> None:
    finder = Finder([Word(("任命{6}镇长",))])
    assert list(finder.finditer("任命一事，由镇长办公会")) == []


def test_what_stands_around_a_word_excuses_it() -> None:
    finder = Finder([Word(("满票",), not_after=("房",), not_before=("坐",))])
    assert list(finder.finditer("满票房，坐满票")) == []
