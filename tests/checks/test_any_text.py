"""Any text whatever can be checked: quickly, and what comes out points at words that are there."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit.checks import check
from draftkit.checks.finding import Findings
from draftkit.checks.fixing import chosen, fixed_lines
from draftkit.checks.reports import as_json, as_sarif, as_text

TOKENS = [
    *(
        "一、",
        "（一）",
        "1.",
        "（1）",
        "一是",
        "二是",
        "首先，",
        "其次，",
        "第一，",
        "\n",
        "\n",
        "。",
        "，",
        "、",
        "；",
        "：",
        "“",
        "”",
        "《",
        "》",
    ),
    *(
        "（",
        "）",
        "(",
        ")",
        "2024年",
        "2025年1月14日",
        "十八届",
        "三中、四中、",
        "全会",
        "“十四五”",
        "××",
        "**",
        "__",
        "xx",
        "某",
        "〔待填：",
        "〕",
    ),
    *(
        "会议认为，",
        "会议决定",
        "人民代表大会",
        "主席团",
        "镇长",
        "李明",
        "代表",
        "决议",
        "工作报告",
        "总结",
        "关于",
        "清溪镇",
        "各位代表：\n",
    ),
    *(
        "应到代表86名，实到80名",
        "收到建议34件，办结33件",
        "增长12%",
        "的",
        "地",
        "得",
        "有力的",
        "作出",
        "12",
        "3.5",
        "亿元",
        "来源：",
        "下载",
    ),
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(TOKENS), max_size=60).map("".join),
    st.text(max_size=80),
    st.lists(st.one_of(st.sampled_from(TOKENS), st.characters(codec="utf-8")), max_size=60).map("".join),
)
LONG = 12_000


def assert_sound(findings: Findings) -> None:
    assert [each.index for each in findings.paragraphs] == list(range(len(findings.paragraphs)))
    for found in findings:
        assert 0 <= found.place.start < found.place.end <= len(found.place.paragraph.text)
        for edit in found.fix.edits if found.fix else ():
            assert 0 <= edit.start <= edit.end <= len(findings.paragraphs[edit.paragraph].text)


@given(TEXTS)
@settings(max_examples=200)
def test_findings_point_at_words_that_are_there(text: str) -> None:
    findings = check(f"\n{text}")
    assert_sound(findings)
    assert as_text(findings)
    assert as_json(findings)
    assert as_sarif(findings)


@given(TEXTS)
@settings(max_examples=150)
def test_fixes_come_to_an_end(text: str) -> None:
    for _ in range(8):
        findings = check(f"\n{text}")
        if not chosen(findings):
            return
        text = "\n".join(fixed_lines(findings))
    assert not chosen(check(f"\n{text}"))


@pytest.mark.parametrize(
    "token",
    [
        "的",
        "一",
        "1",
        "（",
        "“",
        "《",
        "、",
        " ",
        "\n",
        "_",
        "*",
        "x",
        "…",
        "年",
        "一、甲\n",
        "一是甲；",
        "2024年1月14日",
        "会议",
        "《甲》、",
    ],
)
def test_no_text_is_slow(token: str) -> None:
    start = time.process_time()
    assert_sound(check("甲" + (token * LONG)[:LONG]))
    assert time.process_time() - start < 5, "a hundredth of that is usual"
