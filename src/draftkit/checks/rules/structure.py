"""Numbering, headings, the parts of a kind, the title against the text, several papers in one file."""

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import define, field

from draftkit.checks.finding import Edit, Severity
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._text import find, is_long
from draftkit.tree import Role
from draftkit.zh.numbering import HEADINGS

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "structure")

_LEVELS = "GB/T 9704-2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”"
_TEXT = "镇人大主席团围绕中心工作，组织代表开展视察、调研，推动各项工作落实。"


# ── numbering ──


@define
class _Count:
    """What has been counted so far, level by level, since the last title without a number."""

    last: dict[int, Passage] = field(factory=dict)
    series: dict[int, int] = field(factory=dict)

    def reset(self, above: int = 0) -> None:
        self.last = {level: paragraph for level, paragraph in self.last.items() if level <= above}
        self.series = {level: number for level, number in self.series.items() if level <= above}


def _numbered(paper: Paper) -> Iterator[tuple[Passage, Passage | None, int]]:
    """Yield each numbered heading, the one before it in its row, and which row of its level it is in, from 0."""
    count = _Count()
    for paragraph in paper.body:
        if paragraph.role in {Role.PART, Role.TITLE, Role.SALUTATION}:
            count.reset()
        level = paragraph.level
        if not level or paragraph.number is None:
            continue
        before = count.last.get(level)
        if before is not None and paragraph.number == 1:
            count.series[level] = count.series.get(level, 0) + 1
        yield paragraph, before, count.series.get(level, 0)
        count.reset(above=level)
        count.last[level] = paragraph


@rule(
    "number-gap",
    severity="error",
    title="序号跳号、重号、倒序",
    zh="“{text}”接在“{before}”后面，序号应为{right}",
    en="{text!r} follows {before!r}: it should be number {right}",
    why="删改章节后序号没有重排。",
    norm=_LEVELS,
    fails=[
        f"一、加强学习\n{_TEXT}\n三、加强监督\n{_TEXT}",
        f"一、加强学习\n{_TEXT}\n二、加强监督\n{_TEXT}\n二、服务代表\n{_TEXT}",
    ],
    passes=[
        f"一、加强学习\n{_TEXT}\n二、加强监督\n{_TEXT}",
        f"一、加强学习\n（一）甲方面\n{_TEXT}\n二、加强监督\n（一）乙方面\n{_TEXT}",
    ],
)
def number_gap(paper: Paper) -> Iterator[Found]:
    """Find headings whose number doesn't follow from the one before."""
    for paragraph, before, row in _numbered(paper):
        number, previous = paragraph.number or 0, before.number or 0 if before else 0
        if number in {1, previous + 1} or (before is None and row == 0 and number == 0):
            continue
        if before is None:
            continue
        args = {"before": before.text[: before.label_end], "right": previous + 1}
        yield Found(paragraph, 0, _shown(paragraph), args)


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
    passes=[f"一、加强监督\n{_TEXT}\n二、服务代表\n{_TEXT}"],
)
def number_first(paper: Paper) -> Iterator[Found]:
    """Find rows of headings that don't begin with 1."""
    for paragraph, before, _ in _numbered(paper):
        if before is None and (paragraph.number or 1) > 1:
            yield Found(paragraph, 0, _shown(paragraph))


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
    for paragraph, _, row in _numbered(paper):
        if row:
            severity = None if paragraph.number == 1 else Severity.HINT
            yield Found(paragraph, 0, _shown(paragraph), severity=severity)


@rule(
    "number-level",
    severity="hint",
    title="层次越级",
    zh="“{text}”直接接在“{above}”下，中间缺一层，宜用“{right}”",
    en="a level is skipped between {above!r} and {text!r}",
    why="层次序数一层一层往下用：一、下面是（一），再下面才是1.。",
    norm=_LEVELS,
    fails=[f"一、加强学习\n1.学理论\n{_TEXT}\n2.学法律\n{_TEXT}"],
    passes=[f"一、加强学习\n（一）学理论\n{_TEXT}\n（二）学法律\n{_TEXT}"],
)
def number_level(paper: Paper) -> Iterator[Found]:
    """Find the first heading below one that is two levels higher."""
    above: Passage | None = None
    for paragraph in paper.body:
        if paragraph.role in {Role.PART, Role.TITLE}:
            above = None
        if not paragraph.level:
            continue
        if above is not None and paragraph.level > above.level + 1:
            right = HEADINGS[above.level].format(1)
            yield Found(
                paragraph,
                0,
                _shown(paragraph),
                {"above": above.text[: above.label_end] or above.text[:6], "right": right},
            )
        above = paragraph


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
    zh="“{label}”应写作“{right}”",
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
    """Find labels with a wrong mark behind them."""
    for paragraph in paper.headings:
        right = _RIGHT.get(paragraph.style.name) if paragraph.style else None
        if right is None or paragraph.residue or paragraph.number is None:
            continue
        label = paragraph.text[: paragraph.label_end].strip()
        written = _BY_NAME[right].format(paragraph.number)
        edit = Edit(paragraph.index, 0, paragraph.label_end, written)
        yield Found(paragraph, 0, _shown(paragraph), {"label": label, "right": written}, fix=(edit,))


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
    for paragraph, before, _ in _numbered(paper):
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


# ── headings ──

_CLAUSE = 6
_EXTRA = 5


@rule(
    "heading-again",
    severity="warning",
    title="标题重复",
    zh="标题“{text}”与“{other}”重复，宜合并或改写",
    en="this heading says the same as {other!r}",
    why="同一部分里两个标题说同一件事，内容也就会重复。",
    norm="党政机关公文处理工作条例第十九条：内容简洁，主题突出，层次分明",
    fails=[
        f"（一）狠抓代表工作，充分发挥代表主体作用\n{_TEXT}\n（二）加强代表联系，发挥代表作用\n{_TEXT}",
        f"一、加强监督\n{_TEXT}\n二、加强监督\n{_TEXT}",
    ],
    passes=[f"（一）围绕党委意图，发挥引导作用\n{_TEXT}\n（二）围绕热点难点，发挥督促作用\n{_TEXT}"],
)
def heading_again(paper: Paper) -> Iterator[Found]:
    """Find headings of one level and part that say the same, or a clause of the same."""
    told: dict[int, list[Passage]] = {}
    for paragraph in paper.body:
        if paragraph.role in {Role.PART, Role.TITLE}:
            told.clear()
        heading = paragraph.heading
        if not paragraph.level or not heading:
            continue
        for level in [level for level in told if level > paragraph.level]:
            del told[level]
        siblings = told.setdefault(paragraph.level, [])
        other = next((sibling for sibling in siblings[-_SIBLINGS:] if _alike(heading, sibling.heading)), None)
        if other is not None:
            yield Found(paragraph, 0, _shown(paragraph), {"other": other.text[: _shown(other)]})
        siblings.append(paragraph)


_SIBLINGS = 30
"""Headings that one is compared with; no paper has more in a row, and a hostile one can't make it slow."""


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    clauses = [[clause for clause in re.split("[，,、；;]", text) if len(clause) >= _CLAUSE] for text in (one, other)]
    return any(_within(a, b) or _within(b, a) for a in clauses[0] for b in clauses[1])


def _within(short: str, long: str) -> bool:
    """Return whether `short` is `long` with a few words left out."""
    if not len(short) <= len(long) <= len(short) + _EXTRA:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


@rule(
    "heading-empty",
    severity="warning",
    title="标题下面没有内容",
    zh="标题“{text}”下面没有内容",
    en="nothing stands below {text!r}",
    why="内容漏了，或标题本身是正文。",
    norm="党政机关公文处理工作条例第十九条",
    fails=[f"一、加强学习，提高素质\n二、加强监督，增强实效\n{_TEXT}"],
    passes=[f"一、加强学习，提高素质\n{_TEXT}", f"一、加强学习，提高素质\n（一）学理论\n{_TEXT}"],
)
def heading_empty(paper: Paper) -> Iterator[Found]:
    """Find headings on a line of their own with another of their level, or a higher one, right behind."""
    for paragraph, following in pairwise(paper.body):
        is_heading = (
            paragraph.role is Role.HEADING
            and paragraph.heading_end == len(paragraph.text)
            and not paragraph.text.endswith(("。", "；"))
        )
        if is_heading and following.role is Role.HEADING and 0 < following.level <= paragraph.level:
            yield Found(paragraph, 0, _shown(paragraph))


@rule(
    "line-broken",
    severity="warning",
    title="一段被断成两段",
    zh="“{text}”处一段被断成了两行，应接上",
    en="a paragraph is broken in two at {text!r}",
    why="分页、转换时留下的硬回车。",
    norm="GB/T 9704-2012 7.3.3",
    fails=[
        "镇人大主席团围绕重点工作开展视察。一年来，组织代表深入各村，对镇级民生实事的实施情况进行了全\n\n面检查，提出了意见建议，推动了工作落实。"
    ],
    passes=[f"{_TEXT}\n{_TEXT}"],
)
def line_broken(paper: Paper) -> Iterator[Found]:
    """Find paragraphs that a reader had to join."""
    for paragraph in paper.body:
        for piece in paragraph.pieces[1:]:
            if paragraph.text[piece.start - 1 : piece.start] not in {"，", ",", "、"}:
                yield Found(paragraph, max(0, piece.start - 4), min(len(paragraph.text), piece.start + 4))


_SENTENCE = re.compile(r"[^。！？；\n]{24,300}")


@rule(
    "sentence-again",
    severity="warning",
    title="同一句话出现两次",
    zh="这句话前面已经写过，应删去一处",
    en="this sentence stands above already",
    why="拼接、粘贴时重复了。",
    norm="党政机关公文处理工作条例第十九条：内容简洁",
    fails=[
        f"{_TEXT}代表们深入各村各户走访选民，认真听取大家对全镇工作的意见。\n代表们深入各村各户走访选民，认真听取大家对全镇工作的意见。"
    ],
    passes=[
        "代表们深入各村各户走访选民，认真听取大家对全镇工作的意见。\n主席团深入各村各户走访代表，认真听取大家对人大工作的意见。"
    ],
)
def sentence_again(paper: Paper) -> Iterator[Found]:
    """Find long sentences that are said twice word for word."""
    seen: set[str] = set()
    for hit in find(paper, _SENTENCE):
        words = hit[0].strip()
        if words in seen and not hit.paragraph.cell:
            yield Found(hit.paragraph, hit.start, min(hit.end, hit.start + 40))
        seen.add(words)


# ── the parts of a kind ──


def _head(paper: Paper) -> Passage:
    return next((p for p in paper.body if p.role is Role.TITLE), paper.body[0])


def _missing(paper: Paper, what: str, right: str, severity: Severity | None = None) -> Found:
    place = _head(paper)
    return Found(place, 0, min(len(place.text), 40), {"what": what, "right": right}, severity=severity)


_REPORT = "清溪镇人民代表大会主席团工作报告\n——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上\n清溪镇人民代表大会主席 李明\n"
_COMMISSION = "我受清溪镇第十八届人民代表大会主席团委托，向大会报告工作，请予审议，并请列席人员提出意见。"
_LONG_TEXT = "\n".join([_TEXT] * 10)


@rule(
    "parts-report",
    severity="warning",
    title="工作报告缺少应有的部分",
    zh="主席团工作报告缺{what}：{right}",
    en="the report lacks a part: {what}",
    why="向大会作的报告有称谓、委托句和“请予审议”。",
    norm="地方组织法第十二条、第十九条；人民代表大会工作报告的通例",
    fails=[f"{_REPORT}{_COMMISSION}\n{_LONG_TEXT}", f"{_REPORT}各位代表：\n{_LONG_TEXT}"],
    passes=[f"{_REPORT}各位代表：\n{_COMMISSION}\n{_LONG_TEXT}"],
)
def parts_report(paper: Paper) -> Iterator[Found]:
    """Find presidium reports without salutation or commission."""
    if paper.kind != "presidium-report" or not is_long(paper) or not paper.has("主席团"):
        return
    opening = "\n".join(p.text for p in paper.body[:10])
    if not paper.of(Role.SALUTATION) and not re.search("(?:各位|主任|主席)[^。\n]{0,24}[：:]$", opening, re.MULTILINE):
        body = next((p for p in paper.body if p.role is Role.BODY), _head(paper))
        yield Found(body, 0, min(len(body.text), 40), {"what": "称谓", "right": "正文前应有“各位代表：”"})
    if not re.search("委托|向大会(?:报告|汇报)|请予审议", opening):
        yield _missing(paper, "委托句", "应有“我受……主席团委托，向大会报告工作，请予审议，并请列席人员提出意见”")


@rule(
    "parts-summary",
    severity="warning",
    title="工作总结里写了报告的话",
    zh="工作总结不交大会审议，“{text}”是报告的话，应删去",
    en="a summary isn't put before the congress: {text!r} belongs to a report",
    why="总结呈送县人大常委会或镇党委，没有称谓、委托句和“请予审议”。",
    norm="党政机关公文处理工作条例第八条：文种应与行文目的相符",
    fails=[f"清溪镇人大2024年工作总结\n{_TEXT}\n以上总结，请予审议。"],
    passes=[f"清溪镇人大2024年工作总结\n{_TEXT}\n现将一年来的工作总结如下："],
)
def parts_summary(paper: Paper) -> Iterator[Found]:
    """Find the words of a report in a summary."""
    if paper.kind == "work-summary" and "总结" in paper.title:
        for hit in find(paper, _FOR_REPORTS):
            yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "parts-missing",
    severity="hint",
    title="缺标题、存在问题或下步安排",
    zh="文稿缺{what}",
    en="the paper lacks {what}",
    why="总结和报告有标题，讲成绩，也讲问题和打算。",
    norm="党政机关公文处理工作条例第九条；工作总结、工作报告的通例",
    fails=[
        f"清溪镇人大2024年工作总结\n{_LONG_TEXT}\n存在的问题是联系代表不够。",
        f"{_COMMISSION}\n{_LONG_TEXT}\n还有不足，明年要改进。",
    ],
    passes=[f"清溪镇人大2024年工作总结\n{_LONG_TEXT}\n存在的不足是联系代表不够。\n明年打算抓好培训。"],
)
def parts_missing(paper: Paper) -> Iterator[Found]:
    """Find long summaries and reports without a title, shortcomings, or plans."""
    if paper.kind not in {"presidium-report", "work-summary"} or not is_long(paper):
        return
    head = _head(paper)
    span = (head, 0, min(len(head.text), 40))
    if not paper.title:
        yield Found(*span, {"what": "标题"})
    if not paper.has("不足", "问题", "差距", "薄弱"):
        yield Found(*span, {"what": "存在的问题"})
    if not paper.has("打算", "计划", "下一步", "明年", "新的一年", "今后", "安排", "思路", "建议"):
        yield Found(*span, {"what": "下步打算"})


_FOR_REPORTS = re.compile("请予审议|请各位代表审议|请列席人员提出意见|受[^，。]{2,30}主席团委托")


_RESOLUTION_TITLE = re.compile(r"(?:决议|决定)(?:[（(][^）)\n]{1,10}[）)])?(?:[0-9]{3,5}字)?$")
_ADOPTED = re.compile(r"[（(][^（）()\n]{0,40}(?:通过|草案)[^（）()\n]{0,6}[）)]")
_HEADS = {Role.TITLE, Role.PART, Role.BODY}


@rule(
    "parts-resolution-title",
    severity="warning",
    title="决议的标题、题注不全",
    zh="决议标题“{text}”{problem}",
    en="the title of the resolution lacks something: {text!r}",
    why="决议的标题写明由哪次会议就什么事项作出，题注写明通过的日期和会议。",
    norm="党政机关公文处理工作条例第九条；全国人民代表大会决议的格式",
    fails=[f"清溪镇政府工作报告的决议\n会议听取和审议了政府工作报告。{_TEXT}会议决定批准这个报告。"],
    passes=[
        f"清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n（2025年1月16日清溪镇第十八届人民代表大会第四次会议通过）\n会议听取和审议了政府工作报告。{_TEXT}会议决定批准这个报告。"
    ],
)
def parts_resolution_title(paper: Paper) -> Iterator[Found]:
    """Find titles of resolutions without 关于, and resolutions without a note of their adoption."""
    for paragraph in paper.body[:8]:
        text = paragraph.text.strip()
        is_title = paragraph.role in _HEADS and len(text) <= 60 and not re.search("[，。；：]", text)  # noqa: PLR2004
        if not is_title or not _RESOLUTION_TITLE.search(text) or re.search("报告.{0,4}决议草案|[篇份][）)]", text):
            continue
        problems = []
        if "关于" not in text:
            problems.append("缺“关于”，应为“……关于……的决议”")
        behind = [p.text for p in paper.body if paragraph.index < p.index <= paragraph.index + 3]
        if not _ADOPTED.search(text) and not any(_ADOPTED.search(each) for each in behind):
            problems.append("下缺题注（通过日期和会议），未通过的应标“（草案）”")
        if problems:
            severity = None if "关于" not in text else Severity.HINT
            yield Found(paragraph, 0, len(paragraph.text), {"problem": "；".join(problems)}, severity=severity)


_OPERATIVE = re.compile("决定，?批准|决定，?接受|批准|通过|同意|接受|选举|撤销|确定")


@rule(
    "parts-resolution",
    severity="error",
    title="决议没有决定句",
    zh="决议里没有“决定批准”之类的决定句",
    en="the resolution decides nothing",
    why="有法律效果的只有决定句；没有它，决议就没有内容。",
    norm="地方组织法第二十五条；全国人民代表大会决议的格式",
    fails=[
        f"清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n会议听取和审议了政府工作报告。\n会议认为，报告实事求是。\n{_LONG_TEXT}"
    ],
    passes=[
        f"清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n会议听取和审议了政府工作报告。\n会议决定批准这个报告。\n{_LONG_TEXT}"
    ],
)
def parts_resolution(paper: Paper) -> Iterator[Found]:
    """Find resolutions without an operative clause."""
    if paper.kind == "resolution" and is_long(paper) and next(find(paper, _OPERATIVE), None) is None:
        place = _head(paper)
        yield Found(place, 0, min(len(place.text), 40))


_OPENING = re.compile(r"^(?:会议|大会)[ ]?(?P<move>认为|指出|强调|要求|号召)[，：]", re.MULTILINE)


@rule(
    "parts-order",
    severity="warning",
    title="决议各段的次序",
    zh="“{text}”排在“会议{before}”之后，次序应为：认为、指出、强调、要求、号召",
    en="the moves of a resolution stand in another order",
    why="决议先评价，再指出形势、强调要求，最后号召。",
    norm="全国人民代表大会历次决议的写法",
    fails=["会议听取和审议了政府工作报告。\n会议号召，全镇人民团结奋斗！\n会议要求，镇人民政府要抓好落实。"],
    passes=["会议认为，报告实事求是。\n会议要求，镇人民政府要抓好落实。\n会议号召，全镇人民团结奋斗！"],
)
def parts_order(paper: Paper) -> Iterator[Found]:
    """Find a call before other moves, and an appraisal behind directives."""
    last = ""
    for hit in find(paper, _OPENING):
        move = hit["move"]
        if last and (last == "号召" or (move == "认为" and last in {"要求", "强调"})):
            yield Found(hit.paragraph, hit.start, hit.end, {"before": last})
        last = move


# ── the title against the text ──

_GOVERNMENT = re.compile("政府工作报告(?!的?决议|.{0,6}决议)")
_CONGRESS_TEXT = re.compile(
    "受[^，。]{0,24}主席团委托|[镇乡]人大(?:主席团|的?工作|在)|我们[^，。]{0,8}[镇乡]人大|人大主席团(?:成员|认真|坚持|紧紧|围绕)"
)
_MANY = 3


@rule(
    "title-kind",
    severity="error",
    title="标题与内容的文种不符",
    zh="标题“{text}”说的是政府工作报告，正文写的却是人大的工作，应为“{right}”",
    en="the title says a report of the government, the text is the congress's: {right}",
    why="网上的范文常把人大的总结、报告标成政府工作报告。",
    norm="党政机关公文处理工作条例第八条、第九条",
    fails=[
        "清溪镇2024年政府工作报告\n"
        + "镇人大主席团围绕中心工作，组织代表视察。镇人大的工作有了新进展。人大主席团成员带头履职。\n" * 6
    ],
    passes=[
        "清溪镇2024年政府工作报告\n" + "镇人民政府围绕中心工作，抓好落实。\n" * 6,
        "清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n会议决定批准这个报告。",
    ],
)
def title_kind(paper: Paper) -> Iterator[Found]:
    """Find titles of the government's report above a congress's own paper."""
    if paper.kind not in {"presidium-report", "work-summary", ""} or len(list(find(paper, _CONGRESS_TEXT))) < _MANY:
        return
    right = "人大主席团工作报告" if paper.kind == "presidium-report" else "人大工作总结"
    for paragraph in paper.paragraphs[:4]:
        text = paragraph.text.strip()
        if len(text) <= 60 and _GOVERNMENT.search(text) and not re.search("[，。；]", text):  # noqa: PLR2004
            yield Found(paragraph, 0, len(paragraph.text), {"right": right})


_LEVEL_WORDS = {
    "镇": re.compile("我镇|全镇|镇人大|镇党委|镇政府|镇人民政府"),
    "乡": re.compile("我乡|全乡|乡人大|乡党委|乡政府|乡人民政府"),
}
_ENOUGH = 4


@rule(
    "title-level",
    severity="error",
    title="标题与正文一个是乡、一个是镇",
    zh="标题写“{title}”，正文通篇是“{text_level}”，应改为一致",
    en="the title says {title}, the text says {text_level}",
    why="套用别处的文稿，标题与正文的单位就对不上。",
    norm="党政机关公文处理工作条例第十九条：表述准确",
    fails=["乡人大工作总结\n" + "我镇人大在镇党委领导下开展工作，全镇代表踊跃参加，镇政府大力支持。\n" * 4],
    passes=["镇人大工作总结\n" + "我镇人大在镇党委领导下开展工作，全镇代表踊跃参加，镇政府大力支持。\n" * 4],
)
def title_level(paper: Paper) -> Iterator[Found]:
    """Find a title of a township above the text of a town, and the other way round."""
    counts = {level: len(list(find(paper, pattern))) for level, pattern in _LEVEL_WORDS.items()}
    for level, other in (("乡", "镇"), ("镇", "乡")):
        if counts[other] < _ENOUGH or counts[level] > counts[other] // 6:
            continue
        for paragraph in paper.paragraphs[:3]:
            text = paragraph.text.strip()
            is_title = paragraph.role in {Role.TITLE, Role.PART} or paragraph.residue == "标题重复"
            if is_title and re.match(rf"[^，。镇乡]{{0,8}}{level}(?![镇乡村])", text):
                yield Found(paragraph, 0, len(paragraph.text), {"title": level, "text_level": other})


_PLACE = re.compile(
    r"(?:^|(?<=[，。；：（]))(?P<place>[^\W的了和为将受在是对照据成开行选当现于从向到及其这那每各该本全我会前后中间次届期经由把被使让与并0-9a-zA-Z_]{2,4}?[省市县区镇乡])第[一二三四五六七八九十]{1,3}届人民代表大会",
    re.MULTILINE,
)


@rule(
    "several-papers",
    severity="warning",
    title="一个文件里有几份文稿",
    zh="这里起是另一份文稿（“{text}”），应分开成文",
    en="another paper begins here: {text!r}",
    why="范文集把几份不同地方、不同年份的文稿放在一起，届次、地名、日期互不相干。",
    norm="党政机关公文处理工作条例第九条",
    fails=[
        f"关于政府工作报告的决议\n清溪镇第十八届人民代表大会第四次会议决定批准这个报告。{_LONG_TEXT}\n关于政府工作报告的决议\n青山市第十五届人民代表大会第五次会议决定批准这个报告。{_LONG_TEXT}"
    ],
    passes=[f"关于政府工作报告的决议\n清溪镇第十八届人民代表大会第四次会议决定批准这个报告。{_LONG_TEXT}"],
)
def several_papers(paper: Paper) -> Iterator[Found]:
    """Find the beginnings of further papers in a file, and the congress that each is of where its title doesn't say."""
    if not paper.position:
        return
    head = paper.paragraphs[0]
    own = _PLACE.search(paper.title)
    together = own is not None and all(own[0] in title for title in paper.titles)
    yield Found(head, 0, min(len(head.text), 40), severity=Severity.HINT if together else None)
    named = next(find(paper, _PLACE), None)
    if own is None and named is not None and named.paragraph is not head:
        yield Found(named.paragraph, named.start, named.end, severity=Severity.HINT)


@rule(
    "places-differ",
    severity="error",
    title="一份文稿里出现两个地方的代表大会",
    zh="本文是{place}的，这里却写“{text}”，请核对地名",
    en="the paper is of {place}, here it says {text!r}",
    why="套用别处的文稿，地名没有改全。",
    norm="党政机关公文处理工作条例第十九条：表述准确",
    fails=[
        "清溪镇第十八届人民代表大会第四次会议决定批准这个报告。\n青山镇第十八届人民代表大会第四次会议号召全镇人民团结奋斗。"
    ],
    passes=[
        "清溪镇第十八届人民代表大会第四次会议决定批准这个报告。\n清溪镇第十八届人民代表大会第四次会议号召全镇人民团结奋斗。"
    ],
)
def places_differ(paper: Paper) -> Iterator[Found]:
    """Find congresses of another town than the first that is named."""
    hits = [hit for hit in find(paper, _PLACE) if hit["place"][-1] in "镇乡"]
    for hit in hits[1:]:
        place = hits[0]["place"]
        if hit["place"] != place and not hit["place"].endswith(place) and not place.endswith(hit["place"]):
            yield Found(hit.paragraph, *hit.span("place"), {"place": place})
