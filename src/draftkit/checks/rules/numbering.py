"""Numbered headings and points: gaps, restarts, levels, the marks behind a label."""

import re
from collections.abc import Iterator
from itertools import pairwise

from draftkit.checks.finding import Edit, Severity
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._rows import items
from draftkit.checks.rules._text import find, is_bare_heading
from draftkit.tree import Role
from draftkit.zh.numbering import HEADINGS

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "structure")

_LEVELS = "GB/T 9704-2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”"
_TEXT = "镇人大主席团围绕中心工作，组织代表开展视察、调研，推动各项工作落实。"


@rule(
    "number-gap",
    severity="error",
    title="序号跳号、重号、倒序",
    zh="“{text}”接在“{before}”后面，序号应为“{right}”",
    en="{text!r} follows {before!r}: it should be {right}",
    why="删改章节后序号没有重排。",
    norm=_LEVELS,
    fails=[
        f"一、加强学习\n{_TEXT}\n三、加强监督\n{_TEXT}",
        f"一、加强学习\n{_TEXT}\n二、加强监督\n{_TEXT}\n二、服务代表\n{_TEXT}",
    ],
    passes=[
        f"一、加强学习\n{_TEXT}\n二、加强监督\n{_TEXT}",
        f"一、加强学习\n（一）甲方面\n{_TEXT}\n二、加强监督\n（一）乙方面\n{_TEXT}",
        f"一、加强学习\n1.学理论\n2.学法律\n二、加强监督\n3.看道路\n4.看学校\n{_TEXT}",
    ],
)
def number_gap(paper: Paper) -> Iterator[Found]:
    """Find headings whose number doesn't follow from the one before; one behind a wrong number is measured by its place."""
    for item in items(paper):
        if item.before is not None and not item.right:
            args = {"before": item.before.text[: item.before.label_end], "right": item.label}
            yield Found(item.paragraph, 0, _shown(item.paragraph), args)


def _shown(paragraph: Passage) -> int:
    return min(len(paragraph.text), paragraph.heading_end or 20, 40)


@rule(
    "number-first",
    severity="error",
    title="序号不从一起",
    zh="“{text}”前面没有同级的第一项，序号应从一起",
    en="{text!r} is the first of its level: it should be number 1",
    why="前面的章节被删去，或这里的层次标错了。",
    norm=_LEVELS,
    fails=[f"二、加强监督\n{_TEXT}\n三、服务代表\n{_TEXT}"],
    passes=[
        f"一、加强监督\n{_TEXT}\n二、服务代表\n{_TEXT}",
        f"一、加强学习\n1.学理论\n2.学法律\n二、加强监督\n3.看道路\n4.看学校\n{_TEXT}",
        "现将有关事项通知如下。\n附件：1.调查提纲\n　　　2.报名表\n清溪镇人民代表大会主席团\n2025年3月4日",
    ],
)
def number_first(paper: Paper) -> Iterator[Found]:
    """Find rows of headings that begin neither with 1 nor with the number behind the last of their level."""
    for item in items(paper):
        if item.before is None and not item.right:
            yield Found(item.paragraph, 0, _shown(item.paragraph))


@rule(
    "number-again",
    severity="warning",
    title="序号重新起头，前面没有标题",
    zh="同级序号在同一部分里又从“一”数起（“{text}”），前面应有部分标题，或接着上文编号",
    en="the numbers of this level begin anew without a title above: {text!r}",
    why="工作回顾和工作打算各自编号，中间就要有标题隔开，否则引用时分不清是哪个“三”。",
    norm=_LEVELS,
    fails=[
        f"一、加强学习\n{_TEXT}\n二、加强监督\n{_TEXT}\n明年要做好以下工作。\n一、服务代表\n{_TEXT}\n二、自身建设\n{_TEXT}"
    ],
    passes=[
        f"一、加强学习\n{_TEXT}\n二、加强监督\n{_TEXT}\n2025年工作打算\n一、服务代表\n{_TEXT}\n二、自身建设\n{_TEXT}"
    ],
)
def number_again(paper: Paper) -> Iterator[Found]:
    """Find rows that begin anew, the first heading as a warning and those behind it as hints."""
    for item in items(paper):
        if item.row:
            severity = None if item.number == 1 else Severity.HINT
            yield Found(item.paragraph, 0, _shown(item.paragraph), severity=severity)


@rule(
    "number-level",
    severity="hint",
    title="层次越级",
    zh="“{text}”直接接在“{above}”下，中间缺一层，宜用“{right}”",
    en="a level is skipped between {above!r} and {text!r}",
    why="层次序数一层一层往下用：一、下面是（一），再下面才是1.。全文只有两层、都不用（一）的，一、下面直接用1.也可以。",
    norm=_LEVELS,
    fails=[
        f"一、加强学习\n（一）学理论\n{_TEXT}\n（二）学法律\n{_TEXT}\n二、加强监督\n1.看道路\n{_TEXT}\n2.看学校\n{_TEXT}",
        f"一、加强学习\n（1）学理论\n{_TEXT}\n（2）学法律\n{_TEXT}",
    ],
    passes=[
        f"一、加强学习\n（一）学理论\n{_TEXT}\n（二）学法律\n{_TEXT}",
        f"一、加强学习\n1.学理论\n{_TEXT}\n2.学法律\n{_TEXT}",
        f"一、加强学习\n（一）学理论\n{_TEXT}\n今后一个时期的工作设想\n1.看道路\n{_TEXT}\n2.看学校\n{_TEXT}",
        f"一、加强学习\n（一）学理论\n{_TEXT}\n附件：\n1.调查提纲\n2.报名表\n清溪镇人民代表大会主席团\n2025年3月4日",
    ],
)
def number_level(paper: Paper) -> Iterator[Found]:
    """Find the first heading below one that is two levels higher."""
    two_levels = all(paragraph.level != _SECOND for paragraph in paper.headings)
    above: Passage | None = None
    for paragraph in paper.body:
        if paragraph.role in {Role.PART, Role.TITLE} or is_bare_heading(paragraph):
            above = None
        if not paragraph.level:
            continue
        skipped = above is not None and paragraph.level > above.level + 1
        if above is not None and skipped and not (two_levels and paragraph.level == _SECOND + 1):
            args = {
                "above": above.text[: above.label_end] or above.text[:6],
                "right": HEADINGS[above.level].format(1),
            }
            yield Found(paragraph, 0, _shown(paragraph), args)
        above = paragraph


_SECOND = 2
"""The level of （一）."""


_RIGHT = {
    "arabic-comma": "arabic-dot",
    "arabic-fullstop": "arabic-dot",
    "hanzi-paren-comma": "hanzi-paren",
    "hanzi-dot": "hanzi-comma",
    "hanzi-fullstop": "hanzi-comma",
}
_BY_NAME = {style.name: style for style in HEADINGS}


@rule(
    "number-style",
    severity="warning",
    title="序号的写法不规范",
    zh="“{label}”应写作“{right}”{more}",
    en="the label {label} is written {right}",
    why="一、后是顿号，1.后是下脚点，（一）后没有标点。",
    norm=_LEVELS + "；GB/T 15834-2011 4.5",
    fails=[
        Case(f"1、加强学习\n{_TEXT}\n2、加强监督\n{_TEXT}", f"1.加强学习\n{_TEXT}\n2.加强监督\n{_TEXT}"),
        Case(f"（一）、加强学习\n{_TEXT}", f"（一）加强学习\n{_TEXT}"),
    ],
    passes=[f"1.加强学习\n{_TEXT}\n2.加强监督\n{_TEXT}", f"（一）加强学习\n{_TEXT}"],
)
def number_style(paper: Paper) -> Iterator[Found]:
    """Find labels with a wrong mark behind them: the first of each kind, with the count and the fix of all."""
    groups: dict[str, list[Passage]] = {}
    for paragraph in paper.headings:
        style = paragraph.style
        if style and style.name in _RIGHT and not paragraph.residue and paragraph.number is not None:
            groups.setdefault(style.name, []).append(paragraph)
    for name, group in groups.items():
        right = _BY_NAME[_RIGHT[name]]
        written = [right.format(paragraph.number or 1) for paragraph in group]
        fix = tuple(Edit(each.index, 0, each.label_end, label) for each, label in zip(group, written, strict=True))
        first = group[0]
        more = f"（同样的共{len(group)}处）" if len(group) > 1 else ""
        args = {"label": first.text[: first.label_end].strip(), "right": written[0], "more": more}
        yield Found(first, 0, _shown(first), args, fix=fix)


@rule(
    "number-mixed",
    severity="warning",
    title="同一级序号写法不一",
    zh="“{label}”与上文同级的“{other}”写法不一，应统一",
    en="labels of one level are written alike: {label!r} and {other!r}",
    why="同一级标题用一种序号。",
    norm=_LEVELS,
    fails=[f"一、加强学习\n{_TEXT}\n（一）甲方面\n{_TEXT}\n㈡乙方面\n{_TEXT}"],
    passes=[f"一、加强学习\n{_TEXT}\n（一）甲方面\n{_TEXT}\n（二）乙方面\n{_TEXT}"],
)
def number_mixed(paper: Paper) -> Iterator[Found]:
    """Find labels of one level in another style than the one before; half-width brackets are for typography."""
    for item in items(paper):
        paragraph, before = item.paragraph, item.before
        if before is None or paragraph.style is None or before.style is None:
            continue
        one, other = (
            style.name.replace("-half-full", "").replace("-full-half", "").replace("-half", "")
            for style in (paragraph.style, before.style)
        )
        if one != other:
            labels = (item.text[: item.label_end].strip() for item in (paragraph, before))
            yield Found(paragraph, 0, _shown(paragraph), dict(zip(("label", "other"), labels, strict=True)))


# ── points ──

_POINT = re.compile(
    r"(?:^|(?<=[。；：，、！？—…”）\s]))(?P<n>[一二三四五六七八九十]|十[一二三四五])(?P<w>是|要)(?![一二三四五六七八九十]?[，、；。])",
    re.MULTILINE,
)
_ORDER = "一二三四五六七八九十"
_DI = re.compile(r"(?:^|(?<=[。；：]))第(?P<n>[一二三四五六七八九十])(?P<w>[，、])", re.MULTILINE)


def _value(numeral: str) -> int:
    return _ORDER.index(numeral[-1]) + 1 + (10 if len(numeral) > 1 else 0)


@rule(
    "points-gap",
    severity="error",
    title="“一是、二是”跳号",
    zh="“{text}”接在“{before}”后，应为“{right}”",
    en="{text!r} follows {before!r}: {right}",
    why="删去一项后没有重排。",
    norm="GB/T 9704-2012 7.3.3；公文通例",
    fails=["主要做了以下工作：一是抓学习；二是抓培训；四是抓视察。"],
    passes=["主要做了以下工作：一是抓学习；二是抓培训；三是抓视察。", "一要抓学习，二要抓培训。"],
)
def points_gap(paper: Paper) -> Iterator[Found]:
    """Find points that skip a number, within a paragraph or from one to the next."""
    for pattern in (_POINT, _DI):
        before: dict[str, tuple[int, str]] = {}
        for hit in find(paper, pattern):
            number, word = _value(hit["n"]), hit["w"]
            last, label = before.get(word, (0, ""))
            if last and number not in {1, last + 1} and number > last:
                right = hit[0].replace(hit["n"], _ORDER[last] if last < len(_ORDER) else "十一")
                yield Found(hit.paragraph, hit.start, hit.end, {"before": label, "right": right})
            before[word] = (number, hit[0])


_MIXED = re.compile(
    r"首先[，、][^\n]{2,200}?第二[，、]|一是[^\n]{2,200}?(?:第二[，、]|其次[，、])|第一[，、][^\n]{2,200}?(?:二是|其次[，、])"
)


@rule(
    "points-mixed",
    severity="warning",
    title="几种序数混用",
    zh="“{first}”与“{second}”混用，一组序数应一贯到底",
    en="one way of counting the points, not {first} and {second}",
    why="“首先……其次……”不与“第一、第二”或“一是、二是”混用。",
    norm="GB/T 9704-2012 7.3.3；公文通例",
    fails=["首先，要抓学习；第二，要抓培训。"],
    passes=["首先，要抓学习；其次，要抓培训。", "第一，要抓学习；第二，要抓培训。"],
)
def points_mixed(paper: Paper) -> Iterator[Found]:
    """Find points counted in two ways."""
    for hit in find(paper, _MIXED):
        if "一是" not in hit[0][2:] or not hit[0].startswith("第一"):
            second = hit[0][-3:].rstrip("，、")
            start = hit.end - len(second) - 1
            yield Found(hit.paragraph, start, hit.end, {"first": hit[0][:2], "second": second})


_MONTH = re.compile(r"(?:(?P<month>1[0-2]|[1-9]) ?月)")
_FEW = 3


@rule(
    "points-months",
    severity="warning",
    title="按时间列举的各项顺序错乱",
    zh="“{text}”在{month}月，后一项却在{next}月：按时间列举的各项应依次排列",
    en="the points go by months, but {month} comes before {next}",
    why="各项都以月份起头，读者会当作时间顺序。",
    norm="公文通例：并列各项按时间、重要性或逻辑排列",
    fails=["一是3月开展视察；二是5月开展调研；三是4月开展检查；四是9月开展评议。"],
    passes=["一是3月开展视察；二是5月开展调研；三是6月开展检查。", "一是开展视察，3月看道路；二是开展调研。"],
)
def points_months(paper: Paper) -> Iterator[Found]:
    """Find points that begin with months out of order."""
    dated: dict[Passage, list[tuple[int, int, int]]] = {}
    for hit in find(paper, _POINT):
        named = _MONTH.match(hit.paragraph.text, hit.end)
        if named:
            dated.setdefault(hit.paragraph, []).append((int(named["month"]), hit.start, named.end()))
    for paragraph, points in dated.items():
        if len(points) >= _FEW:
            for (month, start, end), (following, _, _) in pairwise(points):
                if following < month:
                    yield Found(paragraph, start, end, {"month": month, "next": following})
