"""What a user can set: rules off, weights, silenced places with their reasons, words of the user's own."""

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
        ('[severity]\nblanks = "fatal"', "设置有误"),
        ('[[silence]]\nrule = "blanks"', "设置有误"),
        ('[[silence]]\nrule = "blanks"\nreason = ""', "须写明理由"),
        ('[[words]]\nid = "x"', r"缺 \[words.map\]"),
        ('[[words]]\nid = "x"\nsort = 1\n[words.map]\n"甲" = "乙"', "设置有误"),
    ],
)
def test_settings_that_are_wrong_are_refused_with_a_sentence(text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        Settings.parse(text)


@pytest.mark.parametrize("text", ['off = ["no-such"]', '[severity]\nno-such = "hint"'])
def test_a_name_that_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(RuleError, match="没有名为“no-such”的规则"):
        check(TEXT, settings=Settings.parse(text))


def test_settings_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "检查.toml"
    path.write_text('off = ["blanks"]\n', encoding="utf-8")
    assert Settings.load(path).off == {"blanks"}
    path.write_text("off = 1\n", encoding="utf-8")
    with pytest.raises(RuleError, match=str(path)):
        Settings.load(path)
    with pytest.raises(RuleError, match="打不开"):
        Settings.load(tmp_path / "没有.toml")
