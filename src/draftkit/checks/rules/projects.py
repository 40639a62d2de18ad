"""Livelihood projects that deputies vote on: how many stand to be chosen from, how many are chosen, which they are."""

from collections.abc import Iterator

from draftkit.checks.paper import Paper
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import find
from draftkit.zh.numbering import find_points
from draftkit.zh.numerals import parse_numeral

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "figures")

_NORM = "民生实事项目人大代表票决制的通例（各省、市人大的票决办法）：候选项目数多于拟确定的项目数，差额票决"
_COUNT = "(?:[0-9]{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_LIVELIHOOD = "(?:民生|为民)?(?:实事)?"
_CHOSEN = rf"票决(?:产生|确定|选出|出)了?(?:20[0-9]{{2}}年度?的?)?(?P<n>{_COUNT})(?:个|件|项)"
_OF = lazily(
    rf"(?P<k>(?<![0-9.第百千一二两三四五六七八九十]){_COUNT})(?:个|件|项){_LIVELIHOOD}候选(?:项目|实事)"
    rf"[^0-9。；\n]{{0,20}}{_CHOSEN}"
)
_OTHER = lazily("上年|去年|上次|上届|上一年|等额")
_EACH = lazily("[每各]|分别")
_BEFORE = 10


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else parse_numeral(text.replace("两", "二"))


@rule(
    "project-choice",
    severity="error",
    title="票决的民生实事项目不少于候选项目",
    zh="候选{candidates}项，票决产生{chosen}项：差额票决，产生的应少于候选的",
    en="{chosen} projects are chosen out of {candidates}: there is no choice",
    why="候选项目多于要确定的项目，代表才有选择；候选数或票决数必有一个写错。",
    norm=_NORM,
    fails=[
        "从10个候选项目中票决产生10个民生实事项目。",
        "大会从八件民生实事候选项目中，以无记名投票方式票决产生了十件项目。",
        "审议了10个民生实事候选项目，票决确定2024年度12件。",
    ],
    passes=[
        "从12个候选项目中票决产生10个民生实事项目。",
        "大会从十二件民生实事候选项目中，以无记名投票方式票决产生了十件项目。",
        "从10个候选项目中等额票决产生10个民生实事项目。",
        "审议10个民生实事候选项目，听取上年票决产生10个项目完成情况的报告。",
        "从每村2个候选项目中票决产生10个民生实事项目。",
        "从一百二十个候选项目中票决产生三十个项目。",
        "从教育类3个候选项目中票决产生2个，从交通类4个候选项目中票决产生3个。",
    ],
)
def project_choice(paper: Paper) -> Iterator[Found]:
    """Find as many projects chosen as stood to be chosen from, or more."""
    for hit in find(paper, _OF):
        candidates, chosen = _number(hit["k"]), _number(hit["n"])
        each = _EACH.search(hit.paragraph.text, max(0, hit.start - _BEFORE), hit.end)
        if chosen >= candidates and not _OTHER.search(hit[0]) and not each:
            yield Found(hit.paragraph, hit.start, hit.end, {"candidates": candidates, "chosen": chosen})


_NAMED = lazily(
    rf"{_CHOSEN}(?:20[0-9]{{2}}年度?的?)?(?:民生|为民)?(?:实事)?(?:项目)?[：](?P<list>[^。：\n]{{4,600}})(?=[。\n]|$)"
)
_LONGEST = 40
_TWO = 2
_MORE = lazily("等[^、；]{0,8}$|其中|总投资|估算|共计|合计")


@rule(
    "project-list",
    severity="error",
    title="票决产生的项目数与列出的项目不符",
    zh="票决产生{said}项，列出的是{listed}项",
    en="{said} projects are chosen and {listed} are named",
    why="换了项目或删了项目，前面的数目没有改。",
    norm=_NORM,
    fails=[
        "从5个候选项目中票决产生4个民生实事项目：东岭村公路改造；敬老院扩建；集镇停车场建设。",
        "票决产生了2件民生实事项目：改造东岭村公路；扩建敬老院；建设集镇停车场。",
    ],
    passes=[
        "从5个候选项目中票决产生3个民生实事项目：东岭村公路改造；敬老院扩建；集镇停车场建设。",
        "票决产生4个民生实事项目：东岭村公路改造；敬老院扩建；集镇停车场建设等。",
        "票决产生4个民生实事项目：东岭村公路、桥梁改造，敬老院、幸福院扩建。",
        "票决产生2个民生实事项目：东岭村公路改造；敬老院扩建；总投资300万元。",
    ],
)
def project_list(paper: Paper) -> Iterator[Found]:
    """Find projects chosen that aren't as many as those named behind, parted by semicolons."""
    for hit in find(paper, _NAMED):
        items = [item.strip() for item in hit["list"].split("；") if item.strip()]
        said = _number(hit["n"])
        plain = all(len(item) <= _LONGEST and "，" not in item for item in items)
        if (
            len(items) >= _TWO
            and len(items) != said
            and plain
            and not _MORE.search(hit["list"])
            and not find_points(hit["list"])
        ):
            start, _ = hit.span("n")
            yield Found(hit.paragraph, start, min(hit.end, start + 60), {"said": said, "listed": len(items)})
