"""The rules' pages are what the rules say."""

import re

import pytest

from draftkit.checks import RULES, TOPICS, Rule
from draftkit.checks.pages import pages
from draftkit.checks.together import TOGETHER

HEADINGS = ["检查什么", "为什么", "例子", "修改", "依据"]


def test_every_rule_has_its_page_and_stands_in_the_list() -> None:
    every = pages()
    assert {name.removesuffix(".md") for name in every} == {"index", *RULES, *TOGETHER}
    assert [id_ for id_ in (*RULES, *TOGETHER) if f"[{id_}]({id_}.md)" not in every["index.md"]] == []
    assert [id_ for id_ in (*RULES, *TOGETHER) if f"\n{id_}\n" not in every["index.md"]] == []


@pytest.mark.parametrize("id_", [*RULES, *TOGETHER])
def test_a_page_has_the_five_headings_in_order(id_: str) -> None:
    assert re.findall(r"^## (.+)$", pages()[f"{id_}.md"], re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_page_shows_every_case_its_fix_and_its_norm(rule: Rule) -> None:
    page = pages()[f"{rule.id}.md"]
    shown = [rule.title, rule.why, rule.norm, TOPICS[rule.topic], *(case.text for case in (*rule.fails, *rule.passes))]
    assert [text for text in shown if text not in page] == []
    assert ("draftkit fix" in page) is any(case.fixed is not None for case in rule.fails)
