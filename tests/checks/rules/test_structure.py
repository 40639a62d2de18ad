"""Numbers of headings: what is due where one is wrong, told once, and what is no heading at all."""

import pytest

from draftkit.checks import Finding, check

TEXT = "镇人大主席团围绕中心工作，组织代表开展视察、调研，推动各项工作落实。"


def found(text: str, rule: str) -> list[Finding]:
    return [finding for finding in check(text) if finding.rule == rule]


def numbered(labels: str) -> str:
    return "\n".join(f"{label}、做好第{n}方面工作\n{TEXT}" for n, label in enumerate(labels, start=1))


@pytest.mark.parametrize(
    ("labels", "wrong", "due"),
    [
        ("一三三四", "三", "二、"),
        ("一二四五", "四", "三、"),
        ("一二二三", "二", "三、"),
        ("一五三四", "五", "二、"),
        ("一二三五", "五", "四、"),
    ],
)
def test_a_wrong_number_is_told_once_with_the_one_its_place_asks_for(labels: str, wrong: str, due: str) -> None:
    (finding,) = found(numbered(labels), "number-gap")
    assert finding.text.startswith(wrong)
    assert f"序号应为“{due}”" in finding.zh


def test_a_wrong_first_number_is_told_once() -> None:
    text = numbered("二二三")
    assert [finding.text[0] for finding in found(text, "number-first")] == ["二"]
    assert found(text, "number-gap") == []


def test_two_numbers_that_changed_places_are_told_with_their_own() -> None:
    findings = found(numbered("一三二四"), "number-gap")
    assert [finding.zh.partition("序号应为")[2] for finding in findings] == ["“二、”", "“三、”"]


def points(*rows: str) -> str:
    return "\n".join(
        f"{label}、第{label}类工作\n" + "\n".join(f"{number}.做好其中第{number}件事。{TEXT}" for number in row)
        for label, row in zip("一二三四", rows, strict=False)
    )


def test_numbers_run_on_through_a_paper() -> None:
    assert [finding.rule for finding in check(points("12", "34", "56")) if finding.rule.startswith("number")] == []


def test_a_gap_in_numbers_that_run_on_is_told_by_the_last_one() -> None:
    (finding,) = found(points("12", "34", "67"), "number-gap")
    assert "接在“4.”后面，序号应为“5.”" in finding.zh
    assert found(points("12", "34", "67"), "number-first") == []


def test_a_row_that_neither_begins_nor_runs_on_is_told() -> None:
    (finding,) = found(points("12", "45"), "number-first")
    assert finding.text.startswith("4.")


def test_a_wrong_mark_behind_labels_is_told_once_and_mended_everywhere() -> None:
    text = "\n".join(f"{number}、做好第{number}件事。{TEXT}" for number in range(1, 6))
    (finding,) = found(text, "number-style")
    assert "共5处" in finding.zh
    assert finding.fix is not None
    assert len(finding.fix.edits) == 5


ATTACHED = f"现将有关事项通知如下。{TEXT}\n附件：1.日程安排\n　　　2.回执\n"
SIGNED = "清溪镇人民代表大会主席团\n2025年3月4日"


def test_attachments_are_no_headings() -> None:
    assert [finding.rule for finding in check(ATTACHED + SIGNED) if finding.topic == "structure"] == []


def test_the_text_behind_attachments_is_numbered_as_ever() -> None:
    (finding,) = found(f"{ATTACHED}二、加强监督\n{TEXT}\n三、服务代表\n{TEXT}", "number-first")
    assert finding.text.startswith("二、")


def test_a_paragraph_behind_attachments_is_no_name_of_one() -> None:
    text = f"附件：\n{TEXT}\n2.做好代表联络工作\n{TEXT}"
    assert [finding.text for finding in found(text, "number-first")] == ["2.做好代表联络工作"]
