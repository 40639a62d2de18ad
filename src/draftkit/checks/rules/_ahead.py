"""What a paper looks forward to: meetings that it awaits, and the plans it makes."""

import datetime as dt
import re

from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rules._dated import Mention
from draftkit.checks.rules._text import is_bare_heading
from draftkit.tree import Role

__all__ = ["is_awaited", "planned"]

_NOTICE = dt.timedelta(days=92)
"""How long before it papers speak of a meeting to come: its month is announced about a quarter ahead."""

_BEFORE = re.compile(
    r"(?:(?<!欢)迎接?|即将(?:召开|举行|施行|实施)的?|将(?:要|于)[^，。；\n]{0,12}(?:召开|举行)的?|筹备|(?<![接招看对])待)[^，。；\n]{0,16}$"
)
_BEHIND = re.compile(
    r"[^，。；\n]{0,12}(?:即将|将要|将于|将在|胜利召开|召开之[际前]|召开前|召开在即)|[^，。；\n]{0,12}(?:召开|闭幕|公布|发布|施行)后[^，。；\n]{0,4}[，]"
    r"|[^。\n]{0,12}。待[^，。；\n]{1,16}后[，]"
)
_NEAR = 40
_PLAN = re.compile("打算|计划|安排|思路|要点|设想|方案|下一步|下步|今后|下半年|来年|明年")


def planned(paper: Paper) -> frozenset[Passage]:
    """Return the paragraphs of `paper` that say what is to be done: those of a plan, or below a heading that opens one."""
    found: set[Passage] = set()
    whole = _PLAN.search(paper.title) is not None
    levels: dict[int, bool] = {}
    for paragraph in paper.body:
        level = _level(paragraph)
        if level is not None:
            words = paragraph.heading if paragraph.level else paragraph.text
            plans = _PLAN.search(words) is not None
            levels = {other: yes for other, yes in levels.items() if other < level} | {level: plans}
        if whole or any(levels.values()):
            found.add(paragraph)
    return frozenset(found)


def _level(paragraph: Passage) -> int | None:
    """Return how high a heading stands; None for text. A short line without a mark is one, above the numbered."""
    if paragraph.level:
        return paragraph.level
    return 0 if paragraph.role is Role.PART or is_bare_heading(paragraph) else None


def is_awaited(mention: Mention, on: dt.date, coming: frozenset[Passage]) -> bool:
    """Return whether a paper of `on` looks forward to what is mentioned, and may.

    Args:
        mention: What is younger than the paper.
        on: The paper's last possible day.
        coming: The paragraphs of its plans; a meeting named there needs no other word that it is to come.
    """
    if mention.since - on > _NOTICE:
        return False
    text = mention.paragraph.text
    return (
        (mention.what == "meeting" and mention.paragraph in coming)
        or _BEFORE.search(text, max(0, mention.start - _NEAR), mention.start) is not None
        or _BEHIND.match(text, mention.end) is not None
    )
