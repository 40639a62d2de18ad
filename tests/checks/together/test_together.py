"""Papers of one session: where they disagree, and that they are left alone where they don't."""

from pathlib import Path

import pytest

from draftkit.checks import Settings
from draftkit.checks.together import TOGETHER, SetRule, check_together

FAILS = [
    pytest.param(rule, texts, id=f"{rule.id}-{n}") for rule in TOGETHER.values() for n, texts in enumerate(rule.fails)
]
PASSES = [
    pytest.param(rule, texts, id=f"{rule.id}-{n}") for rule in TOGETHER.values() for n, texts in enumerate(rule.passes)
]


@pytest.mark.parametrize("rule", TOGETHER.values(), ids=lambda rule: rule.id)
def test_rule_says_what_it_is(rule: SetRule) -> None:
    assert all([rule.title, rule.zh, rule.en, rule.why, rule.norm, rule.fails, rule.passes, rule.find.__doc__])


@pytest.mark.parametrize(("rule", "texts"), FAILS)
def test_rule_finds_the_paper_that_differs(rule: SetRule, texts: tuple[str, ...]) -> None:
    found = check_together(texts)
    assert rule.id in {finding.rule for finding in found[-1]}
    assert all(finding.text for each in found for finding in each)


@pytest.mark.parametrize(("rule", "texts"), PASSES)
def test_rule_leaves_papers_that_agree_alone(rule: SetRule, texts: tuple[str, ...]) -> None:
    assert [finding.rule for each in check_together(texts) for finding in each if finding.rule == rule.id] == []


def test_a_finding_names_the_other_paper(tmp_path: Path) -> None:
    texts = TOGETHER["together-name"].fails[0]
    paths = [tmp_path / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    *others, last = check_together(paths)
    assert [len(each) for each in others] == [0, 0]
    assert last.where == str(paths[-1])
    assert last.items[0].zh == "这里镇长写作“李鸣”，《政府工作报告》写作“李明”，请核对姓名"


def test_a_paper_that_elects_may_name_another(tmp_path: Path) -> None:
    report = "政府工作报告\n清溪镇人民政府镇长　李明\n各位代表：\n现在报告工作。"
    election = "关于补选结果的公告\n会议补选王芳为镇长。镇长王芳向宪法宣誓。"
    assert [list(each) for each in check_together([report, election])] == [[], []]


def test_rules_over_papers_can_be_switched_off() -> None:
    texts = TOGETHER["together-name"].fails[0]
    assert not any(check_together(texts, settings=Settings(off=["together-name"])))
    assert not any(check_together(texts, settings=Settings(off=["together"])))
