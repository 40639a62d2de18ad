"""Words that a site masked or broke up, and words that a machine put in their place."""

import re
from collections.abc import Iterator

from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import find
from draftkit.checks.rules._words import data, load

__all__ = ["RULES"]

RULES: Rules = load("masked", "masked")
rule = registrar(RULES, "masked")

_HAN = "\u4e00-\u9fff"
_SIGN = r"[-－—_*＊·.．•。、/| \u00a0]"


def _broken(word: str) -> str:
    return r"[-－—_*＊·.．•/|]{1,2}".join(word)


_HYPHENS = lazily(
    rf"[{_HAN}](?:[-－_*·][{_HAN}]){{2,4}}(?:[{_HAN}]{{0,2}}理论|同志)?|"
    + "|".join(map(_broken, data("masked")["broken"]["words"]))
)
_UNIT_CHAINS = lazily(r"^[县市乡镇村省组户站企校社][-－·]")


@rule(
    "masked-broken",
    severity="error",
    title="用符号断开的词",
    zh="“{text}”被符号断开，应写作“{right}”",
    en="{text!r} is broken up: {right}",
    why="网站为躲过屏蔽，在姓名和词语中间插入连字符、点或星号。",
    norm="GB/T 15834-2011 4.13：连接号用于起止、复合名词等",
    fails=[Case("邓-小-平理论", "邓小平理论"), Case("构建和-谐社会", "构建和谐社会")],
    passes=["邓小平理论", "京-沪高铁", "县-乡-村三级"],
)
def masked_broken(paper: Paper) -> Iterator[Found]:
    """Find words with signs put between their characters."""
    for hit in find(paper, _HYPHENS):
        if _UNIT_CHAINS.match(hit[0]):
            continue
        right = re.sub(_SIGN, "", hit[0])
        yield Found(hit.paragraph, hit.start, hit.end, {"right": right}, fix=right)


_BLANKED = "(?:[_＿*＊×]{1,12}|[xX]{2,4}|[ ]{2,6})"
_MASKED_CORE = lazily(
    rf"以[{_HAN}·\-－]{{0,6}}{_BLANKED}?(?:同志)?为{_BLANKED}的?(?:{_BLANKED}|党中央)"
    rf"|以{_BLANKED}(?:同志)?为(?:{_BLANKED}|核心|总书记)"
    rf"|以为{_BLANKED}|在以?{_BLANKED}周围"
)
_MASKED_SPEECH = lazily(
    rf"{_BLANKED}(?:总书记)?(?:系列重要讲话|重要讲话|重要指示|新时代中国特色社会主义思想|重要思想|科学发展观)"
)


@rule(
    "masked-core",
    severity="error",
    title="党中央、领导人的称谓被屏蔽",
    zh="“{text}”中的词被屏蔽，按文稿日期应为“以习近平同志为核心的党中央”或当时的定式",
    en="{text!r} has been masked: restore the formula of its time",
    why="网站把领导人姓名和“核心”“党中央”换成下划线、星号；定式残缺不能印发。",
    norm="党的十八届六中全会公报，2016年10月27日",
    fails=["维护以___同志为核心的党中央权威", "学习______重要讲话精神"],
    passes=["紧密团结在以习近平同志为核心的党中央周围", "学习习近平总书记重要讲话精神"],
)
def masked_core(paper: Paper) -> Iterator[Found]:
    """Find formulas of the Party's centre with words masked."""
    for pattern in (_MASKED_CORE, _MASKED_SPEECH):
        for hit in find(paper, pattern):
            yield Found(hit.paragraph, hit.start, hit.end)


_STARRED = lazily(
    r"(?:[*＊]{2,4}|[_＿]{2,4}|[×]{2,3})(?=渠道|权利|监督|与法|和严格|法制|法治|政治|协商|评议|测评|管理|决策|集中|选举|集中制)"
    r"|(?<=发扬)(?:[*＊]{2,4}|[_＿]{2,4}|×{2,3})"
)


@rule(
    "masked-word",
    severity="error",
    title="词语被屏蔽",
    zh="“{text}”处的词被屏蔽，多为“民主”，请还原",
    en="a word has been masked here, mostly 民主",
    why="网站屏蔽“民主”等词，留下星号。",
    norm="党政机关公文处理工作条例第十九条",
    fails=["畅通**渠道", "充分发扬**，依法办事"],
    passes=["畅通民主渠道", "充分发扬民主，依法办事"],
)
def masked_word(paper: Paper) -> Iterator[Found]:
    """Find stars where a word of democracy was."""
    for hit in find(paper, _STARRED):
        yield Found(hit.paragraph, hit.start, hit.end)
