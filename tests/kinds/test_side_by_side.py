"""Papers whose shortcomings stand beside review and plan: 主要工作、存在问题、下一步打算."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import draftkit as dk
from draftkit.tree import Blocks, Section, plain

HEAD = "清溪镇人大2025年工作总结\n2025年，镇人大主席团依法履职，现将工作总结如下：\n"
FOOT = "\n清溪镇人民代表大会主席团\n2025年12月22日"
NUMBERED = f"""{HEAD}一、主要工作
（一）依法监督
听取专项工作报告6项。
（二）服务代表
代表联络站接待选民36场。
2025年，共收到代表建议、批评和意见20件，均已办理并答复代表，办复率100%。
二、存在的问题和不足
一是监督的刚性还不够强；二是调查研究还不够深。
三、下一步打算
（一）加强学习
举办代表培训2期。{FOOT}"""
UNNUMBERED = f"""{HEAD}主要工作
一、依法监督
听取专项工作报告6项。
存在的问题
监督的刚性还不够强。
下一步打算
一、加强学习
举办代表培训2期。{FOOT}"""
FOUR = f"""{HEAD}一、坚持党的领导
重大事项及时请示报告。
二、依法监督
听取专项工作报告6项。
三、存在问题
（一）监督的刚性还不够强
跟踪不够。
四、2026年工作打算
举办代表培训2期。{FOOT}"""


def read(text: str) -> dk.WorkSummary:
    """Return the summary of `text`, which drafts the same text again."""
    found = dk.WorkSummary.from_document(dk.read(text))
    assert found.draft().text() == text
    return found


def titles(blocks: Blocks) -> list[str]:
    return [plain(block.title or ()) for block in blocks if isinstance(block, Section)]


def title(found: object) -> str:
    assert isinstance(found, tuple)
    return plain(found)


def test_three_numbered_parts_go_to_their_fields() -> None:
    found = read(NUMBERED)
    assert found.numbered_parts
    assert [title(found.review_title), title(found.shortcomings_title), title(found.plan_title)] == [
        "主要工作",
        "存在的问题和不足",
        "下一步打算",
    ]
    assert (titles(found.review), titles(found.plan)) == (["依法监督", "服务代表"], ["加强学习"])
    assert found.suggestions == dk.Suggestions(received=20, answered=20)
    assert found.shortcomings == (dk.points("监督的刚性还不够强", "调查研究还不够深"),)


def test_three_unnumbered_parts_go_to_their_fields() -> None:
    found = read(UNNUMBERED)
    assert not found.numbered_parts
    assert [title(found.review_title), title(found.shortcomings_title), title(found.plan_title)] == [
        "主要工作",
        "存在的问题",
        "下一步打算",
    ]
    assert (titles(found.review), titles(found.plan)) == (["依法监督"], ["加强学习"])


def test_sections_counted_on_to_the_plan_are_the_review() -> None:
    found = read(FOUR)
    assert found.review_title is None
    assert titles(found.review) == ["坚持党的领导", "依法监督"]
    assert titles(found.shortcomings) == ["监督的刚性还不够强"]
    assert title(found.plan_title) == "2026年工作打算"


def test_review_without_a_title_stands_above_two_parts() -> None:
    text = f"{HEAD}一、依法监督\n听取专项工作报告6项。\n存在的问题\n监督不够。\n2026年工作打算\n举办培训。{FOOT}"
    found = read(text)
    assert (titles(found.review), title(found.shortcomings_title)) == (["依法监督"], "存在的问题")
    assert title(found.plan_title) == "2026年工作打算"


def test_paper_may_end_with_its_shortcomings() -> None:
    found = read(NUMBERED.partition("三、")[0].rstrip() + FOOT)
    assert (title(found.shortcomings_title), found.plan) == ("存在的问题和不足", ())


@pytest.mark.parametrize(
    "text",
    [
        NUMBERED.replace("存在的问题和不足", "聚焦突出问题，开展监督"),
        NUMBERED.replace("三、下一步打算", "三、自身建设"),
        NUMBERED.replace("存在的问题和不足", "存在问题及下一步打算"),
        FOUR.replace("二、依法监督", "二、存在问题").replace("三、存在问题", "三、依法监督"),
    ],
)
def test_parts_whose_titles_do_not_tell_stay_in_the_review(text: str) -> None:
    found = read(text)
    assert found.shortcomings_title is None
    assert len(found.review) >= 3


def test_report_of_parts_side_by_side_goes_to_its_fields() -> None:
    text = (
        "清溪镇人大主席团工作报告\n各位代表：\n我受主席团委托，向大会报告工作，请予审议。\n"
        "一、2025年主要工作\n（一）依法监督\n听取报告。\n各位代表，成绩来之不易，表示衷心的感谢！\n"
        "二、存在的不足\n监督不够。\n三、2026年工作打算\n（一）学习\n培训。"
    )
    found = dk.PresidiumReport.from_document(dk.read(text))
    assert found.draft().text() == text
    assert (title(found.review_title), title(found.shortcomings_title)) == ("2025年主要工作", "存在的不足")
    assert (titles(found.plan), found.closing) == (["学习"], ())


@pytest.mark.parametrize("plan", [(), (Section("加强学习", "举办培训。"),)])
def test_shortcomings_with_a_title_are_a_part_that_nothing_opens(plan: tuple[Section, ...]) -> None:
    report = dk.PresidiumReport(
        session=dk.Session(congress=dk.Congress(place="清溪镇", term=18), number=4, opens=dt.date(2026, 1, 14)),
        review=[Section("依法监督", "听取报告。")],
        shortcomings=["监督不够", "调研不足"],
        shortcomings_title="存在问题",
        plan=plan,
        numbered_parts=True,
        goal="建设清溪",
    )
    lines = report.draft().text().splitlines()
    at = lines.index("二、存在问题")
    assert lines[at + 1] == "一是监督不够；二是调研不足。"
    assert lines[-1].endswith("为建设清溪而努力奋斗！")
    assert ("三、2026年工作安排" in lines) == bool(plan)
    found = dk.PresidiumReport.from_document(dk.read("\n".join(lines)))
    assert found.draft().text() == "\n".join(lines)


LINES = st.sampled_from(
    [
        "一、主要工作",
        "一、依法监督",
        "二、存在的问题",
        "存在问题",
        "下一步打算",
        "主要工作",
        "三、下一步打算",
        "（一）学习",
        "甲。",
        "一是不足；二是差距。",
        "2025年，未收到代表建议、批评和意见。",
        "2025年是“十四五”规划的收官之年。一年来，",
        "过去五年工作回顾",
        "2025年上半年工作总结",
        "各位代表，感谢！",
    ]
)


@example("一、主要工作\n各位代表，感谢！\n一是不足；二是差距。", dk.WorkSummary)
@given(st.lists(LINES, max_size=14).map("\n".join), st.sampled_from([dk.WorkSummary, dk.PresidiumReport]))
def test_any_order_of_such_lines_comes_back(text: str, kind: type[dk.WorkSummary] | type[dk.PresidiumReport]) -> None:
    document = dk.read(text)
    assert kind.from_document(document).draft().text() == document.text()
