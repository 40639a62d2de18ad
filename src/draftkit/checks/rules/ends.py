"""How paragraphs end, how points are parted, how years and ranges are written."""

import re
from collections.abc import Iterator

from draftkit.checks.finding import Edit
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.tree import Role
from draftkit.zh.numbering import find_points

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "punctuation")

_MARKS = "GB/T 15834-2011《标点符号用法》"
_NUMBERS = "GB/T 15835-2011《出版物上数字用法》"

_NEAR = 12
"""Characters that are marked at the end of a line."""

_OPEN_END = "，,、"
_SHORT = 40
_ENDS = '。！？…；：”）》.!?;:)】〕—"'


@rule(
    "punct-end",
    severity="error",
    title="段落以逗号、顿号结尾，或没有句号",
    zh="这一行以“{mark}”结尾：{why}",
    en="this line ends in {mark!r}",
    why="段末应是句号；以逗号断开的，是漏了后文，或一段被断成两段。",
    norm=_MARKS + " 4.1",
    fails=[
        "会议认为，报告实事求是，符合我镇的实际情况，反映了全镇人民的共同愿望，\n会议决定批准这个报告。",
        "一年来，镇人大主席团在镇党委的坚强领导和县人大常委会的有力指导下，依法履职，开展视察、调研、执法检查",
    ],
    passes=["会议认为，报告实事求是。", "一、加强监督，增强实效", "现将一年来的工作总结如下："],
)
def punct_end(paper: Paper) -> Iterator[Found]:
    """Find lines that end in a comma, and long paragraphs without a full stop."""
    for paragraph in paper.body:
        text = paragraph.text.rstrip()
        if paragraph.cell or not text or (len(text) < _SHORT and not re.search("[，。，、]", text)):
            continue
        for end in _line_ends(paragraph, text):
            if text[end - 1] in _OPEN_END:
                args = {"mark": text[end - 1], "why": "后文断开或漏了，应接上，或改为句号"}
                yield Found(paragraph, max(0, end - _NEAR), end, args)
        is_text = (
            paragraph.role is Role.BODY
            and not _TITLE_LINE.search(text)
            and (paragraph.heading_end == 0 or paragraph.heading_end < len(text))
        )
        if is_text and len(text) > _SHORT and text[-1] not in _OPEN_END + _ENDS:
            yield Found(
                paragraph, max(0, len(text) - _NEAR), len(text), {"mark": text[-1], "why": "段末漏了句号，或后文断了"}
            )


def _line_ends(paragraph: Passage, text: str) -> Iterator[int]:
    for piece in paragraph.pieces[1:]:
        yield len(paragraph.text[: piece.start].rstrip())
    yield len(text)


_TITLE_LINE = re.compile(
    r"^[^。；\n]*(?:决议|决定|报告|公告|名单|通知|办法|总结|意见|方案|纪要|议程|说明|讲话)(?:[（(][^（）()]{1,12}[）)])?$"
)

_MOVE = re.compile("(?:会议|大会)(?:认为|指出|强调|要求|号召|提出)(?P<mark>[:：])(?!“)")


@rule(
    "punct-move",
    severity="hint",
    title="“会议认为”后用逗号",
    zh="“{text}”后宜用逗号",
    en="a comma behind 会议认为, not a colon",
    why="决议里的起首语后接完整的句子，全国人大的决议用逗号。",
    norm="全国人民代表大会历次决议的写法；" + _MARKS + " 4.7",
    fails=[Case("会议号召：全镇人民团结奋斗。", "会议号召，全镇人民团结奋斗。")],
    passes=["会议号召，全镇人民团结奋斗。", "会议决定接受辞职。"],
)
def punct_move(paper: Paper) -> Iterator[Found]:
    """Find a colon behind the words that open a move of a resolution."""
    for hit in paper.finditer(_MOVE):
        edit = Edit(hit.paragraph.index, hit.end - 1, hit.end, "，")
        yield Found(hit.paragraph, hit.start, hit.end, fix=(edit,))


@rule(
    "punct-points",
    severity="warning",
    title="一是、二是之间的标点不一致",
    zh="“{text}”前用“{mark}”，与本段其他各项不一致，应统一用“{usual}”",
    en="the points of this paragraph are parted by {usual!r}, here by {mark!r}",
    why="同一段里并列的几项，之间的标点应一致：都用分号，或都用句号。",
    norm=_MARKS + " 4.6",
    fails=["抓四件事：一是修路；二是改水；三是植树。四是办学。"],
    passes=[
        "抓四件事：一是修路；二是改水；三是植树；四是办学。",
        "一是抓学习。办班两期。二是抓培训。三是抓视察。",
    ],
)
def punct_points(paper: Paper) -> Iterator[Found]:
    """Find points parted by another mark than the others of their paragraph."""
    for paragraph in paper.body:
        labels = find_points(paragraph.text)
        if len(labels) <= 2:  # noqa: PLR2004 -- two points have one mark between them
            continue
        marks = []
        for label in labels[1:]:
            before = paragraph.text[: label.start].rstrip()
            marks.append((before[-1:].replace(";", "；").replace(",", "，"), len(before) - 1, label))
        counts = {mark: sum(other == mark for other, _, _ in marks) for mark, _, _ in marks}
        usual = max(counts, key=lambda mark: counts[mark])
        if set(counts) <= {"；", "。", "，"} and counts[usual] > len(marks) / 2:
            for mark, at, label in marks:
                if mark != usual:
                    yield Found(paragraph, at, label.end, {"mark": mark, "usual": usual})


# ── numbers and years ──

_PLAN = re.compile(r"(?<![“二三四第\"])(?P<plan>十[一二三四五六]五)(?=规划|时期|期间|开局|收官|末)(?!”)")
_SHORT_YEAR = re.compile(
    r"(?<![0-9.第零一二三四五六七八九十])(?:9[0-9]|0[0-9])年(?=[1-9]|1[0-2]月|度|以来|初|底|末|春|秋|的)"
)
_NUMBER_RANGE = re.compile(
    r"(?<![0-9A-Za-z\-/第号〕〔])(?P<a>[0-9]{1,5})(?P<dash>-|－)(?P<b>[0-9]{1,5})(?=\s?(?:期|月|日|人|件|次|个|名|天|岁|亩|万|元|户|场|项|倍|%|米|公里|年))"
)


@rule(
    "punct-plan-quote",
    severity="warning",
    title="“十四五”须加引号",
    zh="“{text}”是专名，应加引号",
    en="the plan's short name stands in quotes",
    why="五年规划的简称加引号：“十四五”规划。",
    norm="全国人民代表大会批准的历次五年规划纲要的写法；" + _MARKS + " 4.8",
    fails=[Case("做好十四五规划收官工作。", "做好“十四五”规划收官工作。")],
    passes=["做好“十四五”规划收官工作。"],
)
def punct_plan_quote(paper: Paper) -> Iterator[Found]:
    """Find short names of the five-year plans without quotes."""
    for hit in paper.finditer(_PLAN):
        yield Found(hit.paragraph, hit.start, hit.end, fix=f"“{hit['plan']}”")


@rule(
    "punct-year",
    severity="warning",
    title="年份不能简写",
    zh="“{text}”年份应写四位",
    en="a year takes four digits",
    why="年份用四位数字，不简写。",
    norm=_NUMBERS + " 5.1.3",
    fails=["自08年以来，连续三年获奖。"],
    passes=["自2008年以来，连续三年获奖。", "10年来，发展很快。", "90年代"],
)
def punct_year(paper: Paper) -> Iterator[Found]:
    """Find years of two digits."""
    for hit in paper.finditer(_SHORT_YEAR):
        yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "punct-range",
    severity="hint",
    title="数值范围用“～”或“—”",
    zh="“{text}”表示范围宜用“～”或“—”",
    en="a range takes ～ or —",
    why="短横线“-”用于编号、电话和复合名词。",
    norm=_MARKS + " 4.13；" + _NUMBERS + " 5.1.2",
    fails=["每个成员联系5-7名代表。"],
    passes=["每个成员联系5～7名代表。", "电话0512-1234567。", "编号2024-3"],
)
def punct_range(paper: Paper) -> Iterator[Found]:
    """Find ranges written with a hyphen."""
    for hit in paper.finditer(_NUMBER_RANGE):
        yield Found(hit.paragraph, hit.start, hit.end)
