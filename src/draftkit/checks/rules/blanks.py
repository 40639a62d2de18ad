"""What nobody filled in: ×××, **, __, 〔待填：…〕."""

import re
from collections.abc import Iterator

from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rules, registrar

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "blanks")

_CROSS = re.compile(r"[×✕╳]{2,}|(?<![A-Za-z])(?:[Xx]{2,})(?![A-Za-z])")
_LEFT = re.compile(r"〔待填：[^〔〕\n]*〕")


@rule(
    "blank-cross",
    severity="error",
    title="用××、xx占位而没有填写",
    zh="“{text}”处没有填写，请补上实际内容",
    en="{text!r} is a blank: fill it in",
    why="占位符印发出去，文稿就缺了姓名、地名或届次。",
    norm="GB/T 9704-2012 第7章：公文各要素应完整",
    fails=["会议听取了镇长×××所作的政府工作报告。", "清溪镇第xx届人民代表大会"],
    passes=["会议听取了镇长李明所作的政府工作报告。", "编号为XXL的设备。"],
)
def blank_cross(paper: Paper) -> Iterator[Found]:
    """Find crosses in place of a name or a number."""
    for hit in paper.finditer(_CROSS):
        yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "blank-left",
    severity="error",
    title="起草时留下的待填处没有填写",
    zh="“{text}”还没有填写",
    en="{text!r} has not been filled in",
    why="〔待填：……〕是起草时有意留下的空，定稿前都要补上。",
    norm="GB/T 9704-2012 第7章：公文各要素应完整",
    fails=[Case("清溪镇人民政府镇长〔待填：镇长姓名〕")],
    passes=["清溪镇人民政府镇长李明"],
)
def blank_left(paper: Paper) -> Iterator[Found]:
    """Find the blanks that drafting left."""
    for hit in paper.finditer(_LEFT):
        yield Found(hit.paragraph, hit.start, hit.end)
