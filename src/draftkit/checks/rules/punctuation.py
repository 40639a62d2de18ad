"""Marks, spaces, quotes and the way numbers and years are written."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from draftkit.checks.finding import Edit
from draftkit.checks.paper import Hit, Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.tree import Role
from draftkit.zh import typography

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "punctuation")

_MARKS = "GB/T 15834-2011《标点符号用法》"
_MANY = 30
"""Edits of one kind in a paper, above which they are told a paragraph at a time."""


@lru_cache(maxsize=4)
def _edits(paper: Paper) -> dict[str, list[tuple[Passage, int, int, str]]]:
    """Return what typography would change, by its rule: paragraph, start, end, new text."""
    found: dict[str, list[tuple[Passage, int, int, str]]] = {}
    for edit in typography.edits(paper.text):
        paragraph, start = paper.at(edit.start)
        end = start + edit.end - edit.start
        if not paragraph.residue and end <= len(paragraph.text):
            found.setdefault(edit.rule, []).append((paragraph, start, end, edit.new))
    return found


def _told(paper: Paper, *kinds: str, many: int = _MANY) -> Iterator[Found]:
    """Yield the edits of `kinds`, each by itself or, where there are many, a paragraph's together."""
    edits = sorted(
        (edit for kind in kinds for edit in _edits(paper).get(kind, ())), key=lambda edit: (edit[0].index, edit[1])
    )
    if len(edits) <= many:
        for paragraph, start, end, new in edits:
            yield _one(paragraph, start, end, new)
        return
    groups: dict[int, list[tuple[Passage, int, int, str]]] = {}
    for edit in edits:
        groups.setdefault(edit[0].index, []).append(edit)
    for group in groups.values():
        paragraph, start, end, new = group[0]
        fix = tuple(Edit(paragraph.index, each[1], each[2], each[3]) for each in group)
        args = {"right": new or "（删去）", "more": f"（本段共{len(group)}处）" if len(group) > 1 else ""}
        yield Found(paragraph, start, end, args, fix=fix)


def _one(paragraph: Passage, start: int, end: int, new: str) -> Found:
    return Found(paragraph, start, end, {"right": new or "（删去）", "more": ""}, fix=new)


@rule(
    "punct-width",
    severity="warning",
    title="中文里用了半角标点",
    zh="半角“{text}”应为“{right}”{more}",
    en="{text!r} should be {right} in Chinese",
    why="中文文稿用全角标点；半角多是网页或输入法留下的。",
    norm=_MARKS + " 5.1；GB/T 9704-2012 7.2",
    fails=[
        Case("会议强调,要抓好落实。", "会议强调，要抓好落实。"),
        Case("看进度;看质量。", "看进度；看质量。"),
        Case("(一)加强监督", "（一）加强监督"),
    ],
    passes=["会议强调，要抓好落实。", "比分为3:2，时间为12:30。", "投入1,000万元。"],
)
def punct_width(paper: Paper) -> Iterator[Found]:
    """Find half-width marks in Chinese."""
    yield from _told(paper, "width", "brackets", "period")


@rule(
    "punct-quotes",
    severity="warning",
    title="直引号",
    zh="直引号{text}应为{right}{more}",
    en="a straight quote should be {right}",
    why="中文用弯引号，成对出现。",
    norm=_MARKS + " 4.8",
    fails=[Case('坚持"三个到位"。', "坚持“三个到位”。")],
    passes=["坚持“三个到位”。"],
)
def punct_quotes(paper: Paper) -> Iterator[Found]:
    """Find straight quotes around Chinese."""
    yield from _told(paper, "quotes")


@rule(
    "punct-spaces",
    severity="warning",
    title="中文里多余的空格",
    zh="“{near}”中间多了空格{more}，应删去",
    en="there is a stray space in {near!r}",
    why="词中、数字与汉字之间的空格，会把词断开，多是转换时留下的。",
    norm="GB/T 9704-2012 7.2；现代汉语词典（第7版）分词连写",
    fails=[Case("主 席团要抓落实。", "主席团要抓落实。"), Case("新建6 个村部。", "新建6个村部。")],
    passes=["中共中央 国务院印发通知。", "第二部分 工作安排", "张三 李四 王五"],
)
def punct_spaces(paper: Paper) -> Iterator[Found]:
    """Find spaces inside Chinese."""
    for found in _told(paper, "spaces", many=10 * _MANY):
        text = found.paragraph.text
        if (
            found.paragraph.role in _SET_OUT
            or (len(text) <= _SHORT and _NAMED.search(text))
            or _BYLINE.search(text, 0, found.start)
        ):
            continue
        near = text[max(0, found.start - 3) : found.end + 3]
        start, end = max(0, found.start - 1), min(len(text), found.end + 1)
        fix = found.fix if isinstance(found.fix, tuple) else (Edit(found.paragraph.index, found.start, found.end, ""),)
        yield Found(found.paragraph, start, end, {**found.args, "near": near}, fix=fix)


@rule(
    "punct-doubled",
    severity="error",
    title="标点重复",
    zh="“{text}”重复，应为“{right}”{more}",
    en="{text!r} is doubled: {right}",
    why="删改文字后留下的标点。",
    norm=_MARKS,
    fails=[Case("会议结束。。", "会议结束。")],
    passes=["会议结束。", "形式多样……"],
)
def punct_doubled(paper: Paper) -> Iterator[Found]:
    """Find marks that stand twice."""
    yield from _told(paper, "doubled")


@rule(
    "punct-dash",
    severity="warning",
    title="破折号、省略号、范围号写得不对",
    zh="“{text}”应写作“{right}”{more}",
    en="write {right} for {text!r}",
    why="破折号是两个字长的“——”，省略号是六个点“……”，范围用“～”或“—”。",
    norm=_MARKS + " 4.10、4.11、4.13",
    fails=[
        Case("--2025年1月14日在第四次会议上", "——2025年1月14日在第四次会议上"),
        Case("学习、培训、视察等等...", "学习、培训、视察等等……"),
    ],
    passes=["——2025年1月14日在第四次会议上", "学习、培训、视察等等……"],
)
def punct_dash(paper: Paper) -> Iterator[Found]:
    """Find dashes and ellipses typed with other marks."""
    yield from _told(paper, "dash", "ellipsis", "range")


_SHORT = 40
_SET_OUT = {Role.REPORTER, Role.ORGAN, Role.DATE, Role.SALUTATION}
_NAMED = re.compile(
    r"(?:主席|主任|[镇乡县区市]长|书记|院长|检察长|[局所站办]长|代表|委员|组长|议长) +[\u4e00-\u9fff]{1,4}(?: [\u4e00-\u9fff])?$"
)
"""A post and a name, parted by a space, on a line of their own."""
_BYLINE = re.compile("(?:通讯员|记者|作者|供稿|摄影)$")

_ADJACENT = re.compile(
    r"[，、；：][，。、；：！？]|。[，、；：](?!“)|[，、；][”）》](?=[，。；、])|(?<=[\u4e00-\u9fff])，(?=的[\u4e00-\u9fff])(?!的确)"
)


@rule(
    "punct-adjacent",
    severity="error",
    title="两个标点连在一起",
    zh="“{text}”两个标点连用，应留下一个",
    en="two marks in a row: {text!r}",
    why="改稿时漏删了标点，或漏了中间的字。",
    norm=_MARKS,
    fails=["会议认为，。", "一是学习，；二是培训。"],
    passes=["会议认为：“很好。”", "（一）学习；（二）培训。"],
)
def punct_adjacent(paper: Paper) -> Iterator[Found]:
    """Find two marks in a row that don't go together."""
    for hit in paper.finditer(_ADJACENT):
        yield Found(hit.paragraph, hit.start, hit.end)


# ── pairs ──

_PAIR = {"”": "“", "’": "‘", "》": "《", "】": "【", "〕": "〔"}
_SIGNS = re.compile("[“”‘’《》【】〔〕]")
_NEAR = 12


@rule(
    "punct-pairs",
    severity="error",
    title="引号、书名号、括号不成对",
    zh="“{near}”处的 {mark} 没有配对",
    en="{mark} has no partner",
    why="漏了一半引号、书名号，就看不出引到哪里。",
    norm=_MARKS + " 4.8、4.9、4.15",
    fails=["开展“双联系和“六个一”活动。", "学习《代表法的规定。", "提出三个到位”的要求。"],
    passes=["开展“双联系”和“六个一”活动。", "“四个意识”、“四个自信”", "说“要做到‘三个到位’”。", "1）第一项"],
)
def punct_pairs(paper: Paper) -> Iterator[Found]:
    """Find quotes and brackets that are opened and not closed, or the other way round."""
    for paragraph in paper.body:
        waiting: list[tuple[str, int]] = []
        for found in _SIGNS.finditer(paragraph.text):
            mark, at = found[0], found.start()
            if mark not in _PAIR:
                if waiting and waiting[-1][0] == mark and mark in "“‘《":
                    yield _unpaired(paragraph, *waiting.pop(), until=at)
                waiting.append((mark, at))
            elif waiting and waiting[-1][0] == _PAIR[mark]:
                waiting.pop()
            else:
                yield _unpaired(paragraph, mark, at)
        for mark, at in waiting:
            yield _unpaired(paragraph, mark, at)


def _unpaired(paragraph: Passage, mark: str, at: int, until: int | None = None) -> Found:
    end = min(at + _NEAR, len(paragraph.text)) if mark in _PAIR.values() else at + 1
    start = at if mark in _PAIR.values() else max(0, at - _NEAR + 1)
    if until is not None:
        end = min(until + 1, at + 2 * _NEAR)
    return Found(paragraph, start, end, {"mark": mark, "near": paragraph.text[start:end]})


_ROUND = re.compile("[（）()]")
_LABEL = re.compile(r"[\s0-9一二三四五六七八九十①-⑩]{1,4}")


@rule(
    "punct-brackets",
    severity="error",
    title="圆括号不成对",
    zh="“{near}”处的括号没有配对",
    en="a bracket has no partner",
    why="漏了一半括号，说明和正文就分不开。",
    norm=_MARKS + " 4.9",
    fails=["收到建议34件（其中重点督办3件。", "清溪镇人大（草案"],
    passes=["收到建议34件（其中重点督办3件）。", "1）学习。", "（一）学习。"],
)
def punct_brackets(paper: Paper) -> Iterator[Found]:
    """Find round brackets without a partner; 1） at the start of a paragraph is a label."""
    for paragraph in paper.body:
        waiting: list[int] = []
        for found in _ROUND.finditer(paragraph.text):
            at = found.start()
            if found[0] in "（(":
                waiting.append(at)
            elif waiting:
                waiting.pop()
            elif not _LABEL.fullmatch(paragraph.text, 0, at) and not paragraph.text[max(0, at - 1) : at].isdigit():
                yield _bracket(paragraph, max(0, at - 6), at + 1)
        for at in waiting:
            yield _bracket(paragraph, at, min(at + 8, len(paragraph.text)))


def _bracket(paragraph: Passage, start: int, end: int) -> Found:
    return Found(paragraph, start, end, {"near": paragraph.text[start:end]})


# ── 、 between titles ──

_TITLES = re.compile("(?<=》)、(?=《)")
_QUOTED = re.compile("(?<=”)、(?=“)")
_IN_FORCE = dt.date(2012, 6, 1)
"""The day from which GB/T 15834-2011 holds; before it, 、 between titles and between quotes was usual and right."""


def _between(paper: Paper, pattern: re.Pattern[str]) -> Iterator[Hit]:
    """Yield the matches of `pattern` in a paper that the standard in force today holds for."""
    if paper.when is None or paper.when.latest >= _IN_FORCE:
        yield from paper.finditer(pattern)


@rule(
    "punct-titles",
    severity="warning",
    title="并列的书名号之间用了顿号",
    zh="并列的书名号之间通常不用顿号",
    en="no 、 between titles in 《》",
    why="书名号本身已经把并列的各项隔开。",
    norm=_MARKS + " 4.5.3.5",
    fails=[
        Case("学习《宪法》、《代表法》。", "学习《宪法》《代表法》。"),
        Case("学习《宪法》、《代表法》。", "学习《宪法》《代表法》。", on=dt.date(2012, 6, 1)),
    ],
    passes=[
        "学习《宪法》《代表法》。",
        "学习《宪法》和《代表法》。",
        Case("学习《宪法》、《代表法》。", on=dt.date(2012, 5, 31)),
    ],
)
def punct_titles(paper: Paper) -> Iterator[Found]:
    """Find 、 between titles in book-title marks."""
    for hit in _between(paper, _TITLES):
        edit = Edit(hit.paragraph.index, hit.start, hit.end, "")
        yield Found(hit.paragraph, hit.start - 1, hit.end + 1, fix=(edit,))


@rule(
    "punct-quoted",
    severity="hint",
    title="并列的引号之间用了顿号",
    zh="并列的引号之间通常不用顿号",
    en="no 、 between words in quotes",
    why="引号本身已经把并列的各项隔开。",
    norm=_MARKS + " 4.5.3.5",
    fails=["开展“双联”、“六个一”活动。"],
    passes=["开展“双联”“六个一”活动。", Case("开展“双联”、“六个一”活动。", on=dt.date(2012, 5, 31))],
)
def punct_quoted(paper: Paper) -> Iterator[Found]:
    """Find 、 between words in quotes."""
    for hit in _between(paper, _QUOTED):
        yield Found(hit.paragraph, hit.start - 1, hit.end + 1)
