"""Figures that several papers of a session tell: each has to be the same everywhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import frozen

from draftkit.checks.paragraph import Passage
from draftkit.checks.together.rule import Differs, Papers, SetRules, registrar
from draftkit.checks.together.sessions import _name

__all__ = ["RULES"]

RULES: SetRules = {}
rule = registrar(RULES)

_N = r"(?P<n>\d[\d,，]*(?:\.\d+)?)"
_BETWEEN = r"[^\d。；，、：\n]{0,6}"
_TOLD = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("应到代表人数", rf"应到(?:会)?代表{_BETWEEN}{_N}\s?[名人]"),
        ("实到代表人数", rf"实到(?:会)?代表{_BETWEEN}{_N}\s?[名人]"),
        ("请假代表人数", rf"请假(?:的)?(?:代表)?{_BETWEEN}{_N}\s?[名人]"),
        (
            "代表建议件数",
            rf"(?:收到|提出|共有|共|办理)(?:的)?代表(?:提出的)?建议(?:、批评和意见)?(?:共|合计|总计|计)?{_N}\s?件",
        ),
        ("代表议案件数", rf"(?:收到|提出|共)(?:代表)?议案(?:共|合计|计)?{_N}\s?件"),
        ("一般公共预算收入", rf"一般公共预算收入(?:完成|预计完成|为|达到?|预期)?{_N}\s?(?:万元|亿元)"),
        ("一般公共预算支出", rf"一般公共预算支出(?:完成|预计完成|为|达到?|安排)?{_N}\s?(?:万元|亿元)"),
        ("建议办复率", rf"办复率(?:为|达到?|是)?{_N}\s?[%％]"),
        ("建议办结率", rf"办结率(?:为|达到?|是)?{_N}\s?[%％]"),
    )
)
_YEAR = re.compile(r"(20\d{2})\s?年")
_LOOK_BACK = 200


@frozen
class _Figure:
    paper: int
    paragraph: Passage
    start: int
    end: int
    value: str


def _figures(papers: Papers) -> dict[tuple[str, str], list[_Figure]]:
    """Return the figures by what they tell and of which year; a figure without a year goes with the paper's date."""
    told: dict[tuple[str, str], list[_Figure]] = defaultdict(list)
    for number, paper in enumerate(papers):
        for name, pattern in _TOLD:
            for hit in paper.finditer(pattern):
                start, end = hit.span("n")
                before = hit.paragraph.text[max(start - _LOOK_BACK, 0) : start]
                years = _YEAR.findall(before)
                value = hit["n"].replace(",", "").replace("，", "")
                told[name, years[-1] if years else ""].append(_Figure(number, hit.paragraph, start, end, value))
    return told


_REPORT = "清溪镇人民代表大会主席团工作报告\n一、依法开好会议\n会议应到代表86名，实到代表{}名。"
_SUMMARY = "清溪镇人大工作总结\n会议应到代表86名，实到代表{}名，各项议程顺利完成。"


@rule(
    "together-figure",
    severity="warning",
    title="同一个数，各文件写得不一样",
    zh="{what}这里是{text}，{where}是{other}，同一个数各文件应一致，请核对",
    en="{what} is {text} here and {other} in {where}",
    why="代表会拿着几份文件对照看，同一个数两个说法，哪个都不可信。",
    norm="会议文件引用的数据应来自同一来源",
    fails=[(_REPORT.format("80"), _SUMMARY.format("80"), _SUMMARY.format("79"))],
    passes=[(_REPORT.format("80"), _SUMMARY.format("80"))],
)
def together_figure(papers: Papers) -> Iterator[Differs]:
    """Find figures that another paper tells differently."""
    for (what, _), figures in _figures(papers).items():
        counts = Counter(figure.value for figure in figures)
        if len(counts) < 2 or len({figure.paper for figure in figures}) < 2:  # noqa: PLR2004 -- two papers that differ
            continue
        value = counts.most_common(1)[0][0]
        right = next(figure for figure in figures if figure.value == value)
        for figure in figures:
            if figure.value != value and figure.paper != right.paper:
                args = {"what": what, "other": value, "where": _name(papers[right.paper])}
                yield Differs(figure.paper, figure.paragraph, figure.start, figure.end, args)
