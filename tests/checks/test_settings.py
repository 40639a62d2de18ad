"""What a user can set: rules off, weights, silenced places with their reasons, words of the user's own."""

import re
from pathlib import Path

import pytest

from draftkit.checks import RuleError, Settings, Severity, Silence, check

TEXT = "会议听取了镇长×××所作的政府工作报告。\n走访脱贫户，不称贫困户。"


def test_rules_and_topics_can_be_off() -> None:
    assert check(TEXT).of("blank-cross")
    assert not check(TEXT, settings=Settings(off=["blank-cross"])).of("blank-cross")
    assert not check(TEXT, settings=Settings(off=["blanks"])).of("blanks")


def test_a_rule_weighs_what_is_set_for_it_and_else_what_is_set_for_its_topic() -> None:
    settings = Settings.parse('[severity]\nblanks = "hint"\nblank-cross = "warning"\n')
    assert check(TEXT, settings=settings).of("blank-cross")[0].severity is Severity.WARNING
    settings = Settings.parse('[severity]\nblanks = "hint"\n')
    assert check(TEXT, settings=settings).of("blank-cross")[0].severity is Severity.HINT


@pytest.mark.parametrize(
    "silence",
    [
        Silence(rule="blank-cross", reason="另行通知"),
        Silence(rule="blanks", reason="另行通知", text="×××"),
        Silence(rule="blanks", reason="另行通知", line=1),
        Silence(rule="blanks", reason="另行通知", near="政府工作报告"),
    ],
)
def test_a_place_can_be_silenced_with_a_reason(silence: Silence) -> None:
    found = check(TEXT, settings=Settings(silences=(silence,)))
    # A text given as a string of two lines has lines; the first is line 1.
    assert not found.of("blank-cross")
    assert [each.reason for each in found.silenced] == ["另行通知"]


@pytest.mark.parametrize(
    "silence",
    [
        Silence(rule="blanks", reason="理由", text="××"),
        Silence(rule="blanks", reason="理由", line=2),
        Silence(rule="blanks", reason="理由", near="预算"),
        Silence(rule="terms", reason="理由"),
    ],
)
def test_other_places_are_still_told(silence: Silence) -> None:
    assert check(TEXT, settings=Settings(silences=(silence,))).of("blank-cross")


def test_silencing_needs_a_reason() -> None:
    with pytest.raises(RuleError, match="须写明理由"):
        Silence(rule="blanks", reason=" ")


def test_a_wordlist_is_a_rule() -> None:
    settings = Settings.parse(
        '[[words]]\nid = "own"\nseverity = "error"\nunless = ["不称贫困户"]\n[words.map]\n"贫困户" = "脱贫户"\n"走访" = ""\n'
    )
    found = check(TEXT, settings=settings).of("word-own")
    assert [(each.text, each.fix) for each in found] == [("走访", None)]
    assert found[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("of = []", "设置里没有“of”这一项"),
        ("off = ", "不是 TOML"),
        ('off = "blanks"', r'off 应为列表，写在方括号里，如 off = \["……"\]'),
        ("off = [1]", "off 应为列表"),
        ('[severity]\nblanks = "fatal"', "blanks 的轻重不能是 'fatal'，可写：error、warning、hint"),
        ("[severity]\nblanks = []", "可写：error、warning、hint"),
        ('severity = "hint"', r"severity 应写成一节 \[severity\]"),
        ('[[silence]]\nreason = "引述"', r"\[\[silence\]\] 缺 rule"),
        ('[[silence]]\nrule = "blanks"', "须写明理由"),
        ('[[silence]]\nrule = "blanks"\nreason = "引述"\nline = "3"', "line 应为行号，如 line = 3"),
        ('[[silence]]\nrule = "blanks"\nreason = "引述"\nline = true', "line 应为行号"),
        ('[[silence]]\nrule = "blanks"\nreason = "引述"\ntext = 3', "text 应为文字"),
        ('[[silence]]\nrule = "blanks"\nwhy = "引述"', r"\[\[silence\]\]里没有“why”这一项"),
        ('[silence]\nrule = "blanks"', r"silence 应写成一节或几节 \[\[silence\]\]"),
        ('[words]\nid = "x"', r"words 应写成一节或几节 \[\[words\]\]"),
        ("words = 3", r"words 应写成一节或几节 \[\[words\]\]"),
        ('[[words]]\nid = "本单位"\n[words.map]\n"甲" = "乙"', "词表的 id 应为小写字母"),
        ('[[words]]\nid = "x"\nunless = "甲"\n[words.map]\n"甲" = "乙"', "unless 应为列表"),
        ('[[words]]\nid = "x"\nzh = "{word}"\n[words.map]\n"甲" = "乙"', "只能有 {text} 和 {right}"),
        ('[[words]]\nid = "x"\nseverity = "fatal"\n[words.map]\n"甲" = "乙"', "可写：error、warning、hint"),
        ('[[silence]]\nrule = "blanks"\nreason = ""', "须写明理由"),
        ('[[words]]\nid = "x"', r"缺 \[words.map\]"),
        ('[[words]]\nid = "x"\nsort = 1\n[words.map]\n"甲" = "乙"', "设置有误"),
    ],
)
def test_settings_that_are_wrong_are_refused_with_a_sentence(text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message) as caught:
        Settings.parse(text, where="检查.toml")
    assert caught.value.where == "检查.toml"
    assert not re.search(r"__init__|object|NoneType|argument", str(caught.value))


@pytest.mark.parametrize("text", ['off = ["no-such"]', '[severity]\nno-such = "hint"'])
def test_a_name_that_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(RuleError, match="没有名为“no-such”的规则"):
        check(TEXT, settings=Settings.parse(text))


def test_settings_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "检查.toml"
    path.write_text('off = ["blanks"]\n', encoding="utf-8")
    assert Settings.load(path).off == {"blanks"}
    path.write_text('off = ["blanks"]\n', encoding="utf-8-sig")
    assert Settings.load(path).off == {"blanks"}
    path.write_text("off = []  # 空白\n", encoding="gbk")
    with pytest.raises(RuleError, match="设置文件不是 UTF-8 编码，请在编辑器里另存为 UTF-8"):
        Settings.load(path)
    path.write_text("off = 1\n", encoding="utf-8")
    with pytest.raises(RuleError, match=str(path)):
        Settings.load(path)
    with pytest.raises(RuleError, match=r"没有\.toml：设置文件打不开：没有这个文件"):
        Settings.load(tmp_path / "没有.toml")


def test_settings_of_wrong_types_are_refused_in_python_too() -> None:
    with pytest.raises(RuleError, match="off 应为列表"):
        Settings(off="blanks")
    with pytest.raises(RuleError, match="off 应为列表"):
        Settings(off={"blanks": True})
    assert Settings(off=(each for each in ["blanks"])).off == {"blanks"}
    with pytest.raises(RuleError, match="可写：error、warning、hint"):
        Settings(severities={"blanks": "fatal"})
    assert Settings(severities={"blanks": "hint"}).severities == {"blanks": Severity.HINT}
