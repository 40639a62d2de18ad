"""A title broken into lines: each whole in meaning, together a trapezium or a lozenge (GB/T 9704-2012, 7.3.1).

>>> break_title("清溪镇人大2024年工作总结")
('清溪镇人大2024年工作总结',)
>>> break_title("清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议")
('清溪镇第十八届人民代表大会第四次会议', '关于政府工作报告的决议')
>>> for line in break_title("关于清溪镇2024年财政预算执行情况和2025年财政预算草案的报告"):
...     print(line)
关于清溪镇2024年财政预算执行情况
和2025年财政预算草案的报告
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import ceil, inf

from attrs import frozen

__all__ = ["WIDTH", "break_title", "first_line", "width_of"]

WIDTH = 20
"""Characters of 22 pt in 156 mm; 20 of them leave 0.7 mm."""

_MOST_LINES = 8
"""A title that needs more lines than these is left to the word processor."""

_NARROW = re.compile("[\0-\xb6\xb8-\u1fff]")
"""Western characters; of those, · is as wide as a Chinese one."""

_PAIRS = {"《": "》", "“": "”", "（": "）", "〔": "〕", "(": ")"}

# What is never parted, the longer before the shorter; a word that isn't here is found by what stands around it.
_WORDS = """
国民经济和社会发展 社会主义现代化 人民代表大会 代表资格审查委员会 财政预算审查委员会 预算审查委员会
议案审查委员会 常务委员会 监察委员会 选举委员会 委员会 主席团 人民政府 人民法院 人民检察院 政府 党委
人大代表 人大 代表 主席 副主席 镇长 副镇长 乡长 副乡长 秘书处 秘书长 筹备组 工作报告 工作总结
工作要点 工作计划 工作安排 工作情况 工作评议 工作思路 工作打算 工作 审查结果 审查报告 审议意见
调研报告 检查报告 专项报告 报告 决议 决定 公告 通知 意见 草案 办法 方案 说明 纪要 总结 议程 日程
名单 候选人 监票人 选举 补选 表决 票决 预备会议 全体会议 会议 执行情况 预算执行情况 财政预算执行情况
预算草案 财政预算草案 决算草案 财政决算草案 预算调整方案 预算 决算 财政 财政收支 收支 收入 支出 调整
本级 计划 规划 纲要 规划纲要 年度 上半年 下半年 民生实事 项目 建议 批评和意见 建议、批评和意见
办理情况 完成情况 落实情况 实施情况 贯彻实施 变动情况 进展情况 情况 接受 辞去 职务 请求 召开 确认
资格 乡村振兴 人居环境 环境保护 安全生产 生态环境 基层治理 高质量发展 农村 农业 道路 建设 整治 保护
实施 执行 监督 检查 专题 评议 审议 审查 批准 学习 贯彻 落实 加强 推进 开展 成立 设立 撤销 任免
表彰 先进 优秀 活动 视察 调研 联络站 财政预算调整方案 财政决算 民生实事项目 总体规划 政府投资项目 投资项目
普及 普惠 学前教育 涉及 及时 和谐 和平 参与 与会 合并 发展 管护 编制 代表建议 代表建议、批评和意见
履职 述职 满意度 测评 换届 中华人民共和国 中国共产党
""".split()  # noqa: SIM905  # a list to be read and added to
_ORGANS = ("人民代表大会", "人民政府", "常务委员会", "主席团", "委员会", "政府", "人大", "党委")
_NUMERAL = "[一二三四五六七八九十百零〇0-9]+"
# Names that hold a 和 or the like: 永和镇, 李和平; any other is found without knowing it.
_PLACE = (
    "(?:^|(?<=关于)|(?<=召开)|(?<=[《县区市旗]))[\u4e00-\u9fff]{0,4}[和与及暨并][\u4e00-\u9fff]{0,3}?(?:[县市区旗镇乡]|街道)"
    "(?=第|人民|人大|国民|财政|选举|民生|工作|[0-9])"
)
_PERSON = "(?<=接受)[\u4e00-\u9fff·]{2,6}?(?=同志|辞去)"
_BEHIND = ("以来", "以前", "期间", "闭会", "上的")
"""What goes with the meeting before it."""
_TOKEN = re.compile(
    rf"(?P<name>{_PLACE}|{_PERSON})"
    rf"|(?P<number>第{_NUMERAL}(?:届|次全体会议|次会议|次|号|个五年规划|个)|[0-9〇一二三四五六七八九]{{4}}年度?"
    r"|[0-9A-Za-z.,%％+/-]+(?:[年月日届次项件个万亿元人户亩公里]+)?)"
    rf"|(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    r"|(?P<joint>关于|[和与及暨并]|以及|[的地得、，：；—·]+)"
    r"|(?P<open>[《“（〔(])|(?P<close>[》”）〕)])"
)

# What a break costs. They were set by what titles of congresses look like, and only their order matters.
_BEFORE_ABOUT = -30.0
_GOOD, _FAIR, _POOR, _BAD, _WRONG = 2.0, 6.0, 16.0, 40.0, 400.0
_HOURGLASS = 30.0
_INSIDE_BRACKETS = 60.0
_INSIDE_NAME = 70.0
_LINE = 11.0


@frozen
class _Token:
    text: str
    kind: str


def width_of(text: str) -> float:
    """Return the width of `text` in characters, with some slack for Western ones and for the gaps beside them.

    >>> width_of("2024年")
    3.4
    """
    return (6 * len(text) + 4 * len(_NARROW.sub("", text))) / 10


def break_title(text: str, width: float = WIDTH) -> tuple[str, ...]:
    """Return the lines of the title `text`, each at most `width` characters wide.

    It breaks before 关于, beside 和 and 、, behind a meeting's name, and never inside 《》, a number
    or a name that is known (人民代表大会) while there is another way.
    """
    least = ceil(width_of(text) / width)
    if least <= 1 or least > _MOST_LINES:
        return (text,)
    tokens = tuple(_tokens(text))
    for places_of in (_places, _every_place):
        places = places_of(tokens)
        found = [_best(places, width, lines) for lines in (least, least + 1)]
        cost, ends = min(found, key=lambda each: each[0])
        if cost < inf:
            return tuple(text[start:end] for start, end in pairwise((0, *ends)))
    return (text,)


def first_line(text: str, width: float) -> str:
    """Return the first line of `text` in two lines, the second no wider than the first.

    That is how a word processor breaks it by itself if its measure is as wide as that line; so an
    occasion line is balanced without a break in it. A text of one line, or of more than two, comes back whole.

    >>> first_line("——2026年1月15日在清溪镇第十八届人民代表大会第六次会议上", 28)
    '——2026年1月15日在清溪镇第十八届人民代表大会'
    """
    total = width_of(text)
    if not width < total <= 2 * width:
        return text
    fitting = (place for place in _places(tuple(_tokens(text))) if total / 2 <= place.width <= width)
    best = min(fitting, key=lambda place: place.cost + (place.width - total / 2) ** 2 / 4, default=None)
    return text if best is None else text[: best.end]


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the tokens of `text`; what lies between two known ones is one name, such as 清溪镇."""
    at = 0
    for found in _TOKEN.finditer(text):
        if found.start() > at:
            yield _Token(text[at : found.start()], "name")
        yield _Token(found[0], found.lastgroup or "")
        at = found.end()
    if at < len(text):
        yield _Token(text[at:], "name")


@frozen
class _Place:
    """A place where a line may end: where it lies, how wide the text before it is, what a break there costs."""

    end: int
    width: float
    cost: float


def _places(tokens: tuple[_Token, ...]) -> tuple[_Place, ...]:
    return tuple(place for place in _every_place(tokens, inside=False) if place.cost < _WRONG)


def _every_place(tokens: tuple[_Token, ...], *, inside: bool = True) -> tuple[_Place, ...]:
    """Return the places between the tokens, and those `inside` them, which only a lack of others excuses."""
    places: list[_Place] = []
    text, depth = "", 0
    for number, token in enumerate(tokens):
        for char in token.text[:-1]:
            text += char
            if inside:
                places.append(_Place(len(text), width_of(text), _WRONG))
        text += token.text[-1]
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        cost = 0.0 if following is None else _cost(token, following) + _INSIDE_BRACKETS * max(depth, 0)
        places.append(_Place(len(text), width_of(text), cost))
    return tuple(places)


def _cost(before: _Token, after: _Token) -> float:
    """Return what a break between two tokens costs."""
    if before.kind == "open" or after.kind == "close" or before.text in ("关于", "和", "与", "及", "暨", "并", "以及"):
        return _WRONG
    if after.text.startswith(_BEHIND):
        return _WRONG
    if after.text == "关于" and before.text.endswith("会议"):
        return 2 * _BEFORE_ABOUT
    if after.kind == "joint":
        return _before_joint(after.text)
    if before.kind == "joint":
        return _GOOD if before.text.endswith("、") else _FAIR
    if before.text.endswith("会议"):
        return _GOOD
    if before.text == "”":
        return _BAD  # “十五五”规划
    if after.kind == "open":
        return _FAIR if after.text in "《“" else _BAD  # （草案） stays with what it is said of
    return _between_words(before, after)


def _before_joint(text: str) -> float:
    if text == "关于":
        return _BEFORE_ABOUT
    return _GOOD if text[0] in "和与及暨并以" else _WRONG


def _between_words(before: _Token, after: _Token) -> float:
    if before.text.endswith("届") and after.text == "人民代表大会":
        return _INSIDE_NAME
    if before.kind == "number" and not before.text.endswith("会议"):
        return _BAD  # 2024年 belongs to what follows it, and so does 第十八届
    if after.kind == "number":
        return _POOR if after.text.endswith("会议") else _FAIR
    if after.text in _ORGANS:
        return _BAD if before.kind == "name" else _POOR
    return _FAIR if before.text.endswith(_ORGANS) else _POOR


def _best(places: tuple[_Place, ...], width: float, lines: int) -> tuple[float, tuple[int, ...]]:
    """Return the lowest cost at which the text goes into `lines` lines, and where they end."""
    mean = places[-1].width / lines

    @cache
    def rest(at: int, left: int, previous: float, *, fallen: bool) -> tuple[float, tuple[int, ...]]:
        start = places[at].width if at >= 0 else 0.0
        if places[-1].width - start > left * width:
            return inf, ()
        best: tuple[float, tuple[int, ...]] = (inf, ())
        for index, place in _reach(places, at, start + width, last=left == 1):
            long = place.width - start
            cost = place.cost + _shape(long, previous, mean, fallen=fallen)
            ends: tuple[int, ...] = ()
            if left > 1:
                falls = fallen or long <= previous - 1
                further, ends = rest(index, left - 1, long, fallen=falls)
                cost += further
            best = min(best, (cost, (place.end, *ends)))
        return best

    cost, ends = rest(-1, lines, 0.0, fallen=False)
    return cost + _LINE * lines, ends


def _reach(places: tuple[_Place, ...], at: int, limit: float, *, last: bool) -> Iterable[tuple[int, _Place]]:
    """Yield the places behind `at` up to the width `limit`; of the `last` line only the end of the text."""
    final = len(places) - 1
    first = final if last else at + 1
    for index in range(first, len(places) if last else final):
        if places[index].width > limit + 1e-9:
            return
        yield index, places[index]


def _shape(long: float, previous: float, mean: float, *, fallen: bool) -> float:
    """Return what a line `long` wide costs behind a `previous` one: far from the mean, or an hourglass."""
    cost = (long - mean) ** 2 / 4
    if long < mean / 2:
        cost += _POOR
    if fallen and long >= previous + 1:
        cost += _HOURGLASS
    if abs(long - previous) < 1:
        cost += _GOOD  # a rectangle is neither a trapezium nor a lozenge
    return cost
