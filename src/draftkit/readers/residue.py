"""What web pages leave in a text: navigation, download lines, a teaser, the title said again."""

import re
from collections.abc import Callable, Iterable
from itertools import zip_longest

from attrs import evolve

from draftkit.readers.raw import Raw
from draftkit.tree import Residue

__all__ = ["set_aside"]

_LONGEST = 90
"""A line longer than this is text, whatever words it has."""

_BUTTONS = (
    r"栏目|目录导航|导航|正文|打印(?:本页)?|关闭(?:窗口)?|收藏|分享|我要纠错|返回"
    r"|(?:字体|字号)[:：]?\s*[【\[]?(?:大\s*中\s*小|小\s*中\s*大)?"
)
"""What is pressed beside a text, often several on one line."""

_LINES = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"^(?:>|首页\b|(?:您|你)?(?:的|现在的|当前)?位置[:：]).*", "网站导航"),
        (rf"^[【\[(（]?(?:{_BUTTONS})(?:[】\])）|\s]*[【\[(（]?(?:{_BUTTONS}))*[】\])）]?$", "网站导航"),
        (r"^.{0,30}(?:发布|更新|发表|录入|上传|添加)(?:时间|日期)[:：].*", "网页信息"),
        (r"^[（(]?(?:(?:信息|文章|稿件|文档)?来源|作者|(?:责任)?编辑|热度)[:：].*", "网页信息"),
        (r"^(?:点击(?:数|率|次数)?|(?:浏览|阅读)(?:次数|量|数)?)[:：].*", "网页信息"),
        (r"^.*(?:隐藏\d*字|下载后(?:查看|可见|编辑)|点击(?:下载|查看|此处)).*", "下载提示"),
        (r"^.*(?:查看(?:全文|更多)|全文阅读|下载(?:全文|文档|地址|本文)).*", "下载提示"),
        (r"^(?:上一篇|下一篇|上一页|下一页|相关(?:文章|推荐|阅读|范文)|猜你喜欢|返回(?:首页|顶部|列表)).*", "网站导航"),
        (r"^.*(?:版权所有|ICP备|扫(?:一扫|码)|关注.{0,6}公众号|网友投稿).*", "网页信息"),
        (r"^(?:以下|下面|这里|今天)是?.{0,20}(?:小编|本站|本网|范文网).*", "网页信息"),
        (r"^您是(?:本站|本页)?的?第\s*\d+\s*位.*", "网页信息"),
        (r"^(?:\[\d{1,2}\]\s*)+(?:下一页|尾页)?$", "页码"),
        (r"^.*本文(?:来自|来源于|由.{1,12}(?:整理|提供)).*", "网页信息"),
        (r"^(?:https?://|www\.)\S+$", "网址"),
        (r"^[-—–\s]*第?\s*\d{1,3}\s*页?(?:\s*[,，/]?\s*共\s*\d+\s*页)?[-—–\s]*$", "页码"),
        (r"^篇[一二三四五六七八九十]+(?:[:：\s].*)?$", "范文编号"),
    )
)

_ELLIPSES = ("...", "…", "。。。")
_MARKS = "，,：:。 　"


def set_aside(lines: Iterable[Raw], is_title: Callable[[str], bool]) -> tuple[list[Raw], list[Residue]]:
    """Return the lines of the paper, and what isn't part of it.

    Args:
        lines: The lines of the source.
        is_title: Tells whether a line can be a paper's title.
    """
    residue: list[Residue] = []
    kept: list[Raw] = []
    for raw in lines:
        reason = _reason(raw.text)
        if reason:
            residue.append(Residue(raw.text, raw.line, reason))
        else:
            kept.append(raw)
    kept = _without_teaser(kept, residue)
    if kept and is_title(kept[0].text):
        kept = _without_repeated_title(kept, residue)
    return kept, sorted(residue, key=lambda found: found.line or 0)


def _reason(text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    return next((reason for pattern, reason in _LINES if pattern.match(text)), "")


def _without_teaser(lines: list[Raw], residue: list[Residue]) -> list[Raw]:
    """Drop a line that ends in … and is the beginning of the next one (a list page's extract)."""
    kept: list[Raw] = []
    for raw, following in zip_longest(lines, lines[1:]):
        opening = raw.text.rstrip(raw.text[-1:]) if raw.text.endswith(_ELLIPSES) else raw.text
        if following is not None and opening and opening != raw.text and following.text.startswith(opening):
            residue.append(Residue(raw.text, raw.line, "正文摘要"))
        else:
            kept.append(raw)
    return kept


def _key(text: str) -> str:
    """Return what makes two titles the same: 关于, 的 and marks left out."""
    return re.sub(r"关于|[的《》“”\s，,：:]", "", text)


def _without_repeated_title(lines: list[Raw], residue: list[Residue]) -> list[Raw]:
    title = lines[0].text
    kept = [lines[0]]
    for raw in lines[1:]:
        if _key(raw.text) == _key(title):
            residue.append(Residue(raw.text, raw.line, "标题重复"))
            continue
        opening = _repeated_opening(raw.text, title)
        if opening:
            residue.append(Residue(opening, raw.line, "标题重复"))
            raw = evolve(raw, text=raw.text[len(opening) :].lstrip(_MARKS), heads=None)  # noqa: PLW2901 -- the rest of the line
        kept.append(raw)
    return kept


def _repeated_opening(text: str, title: str) -> str:
    """Return the title where `text` begins with it, a mark, and a sentence: some pages put it there."""
    found = re.match(r"^([^，,：:。]{4,60})[，,：:](?=.)", text)
    return found[0] if found and _key(found[1]) == _key(title) else ""
