"""Every rule shows itself: what it finds, what it leaves alone, what its fix makes of it."""

import pytest

from draftkit.checks import RULES, Case, Finding, Findings, Rule, Settings, check
from draftkit.checks.fixing import fixed_lines
from draftkit.checks.rules import MODULES

FAILS = [pytest.param(rule, case, id=f"{rule.id}-{n}") for rule in RULES.values() for n, case in enumerate(rule.fails)]
PASSES = [
    pytest.param(rule, case, id=f"{rule.id}-{n}") for rule in RULES.values() for n, case in enumerate(rule.passes)
]


def run(rule: Rule, case: Case, text: str | None = None) -> Findings:
    others = Settings(off=RULES.keys() - {rule.id})
    return check(case.text if text is None else text, on=case.on, session=case.session, settings=others)


def fixed(found: tuple[Finding, ...]) -> bool:
    return any(finding.fix is not None and finding.fix.safe for finding in found)


def test_no_two_rules_have_the_same_id() -> None:
    assert len(RULES) == sum(len(module.RULES) for module in MODULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_rule_says_what_it_is(rule: Rule) -> None:
    assert rule.fails
    assert rule.passes
    assert all([rule.title, rule.zh, rule.en, rule.why, rule.norm])
    assert rule.title.rstrip("。") == rule.title
    assert rule.find.__doc__


@pytest.mark.parametrize(("rule", "case"), FAILS)
def test_rule_finds_what_it_should(rule: Rule, case: Case) -> None:
    found = run(rule, case)
    assert found.items, case.text
    assert all(finding.text for finding in found), "a finding has to point at words"


@pytest.mark.parametrize(("rule", "case"), PASSES)
def test_rule_leaves_alone_what_is_right(rule: Rule, case: Case) -> None:
    assert [finding.text for finding in run(rule, case)] == []


@pytest.mark.parametrize(("rule", "case"), FAILS)
def test_fix_is_shown_and_done_once(rule: Rule, case: Case) -> None:
    found = run(rule, case)
    assert fixed(found.items) is (case.fixed is not None), (
        "a rule that fixes shows what it makes; one that doesn't, not"
    )
    if case.fixed is not None:
        lines = "\n".join(fixed_lines(found))
        assert case.fixed == lines
        assert not fixed(run(rule, case, lines).items), "a fixed text has nothing to be fixed"
