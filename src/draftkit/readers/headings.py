"""Labels, headings, points and parts recognised in one paragraph, so that its text comes back unchanged."""

import re

from attrs import frozen

from draftkit.tree import Block, Paragraph, Point, Points
from draftkit.zh.numbering import Label, Numeral, find_points, parse_label, parse_point

__all__ = ["Heading", "is_aside", "is_part_title", "parse_block", "parse_heading", "parse_own_point"]

_LONGEST_HEADING = 60
_LONGEST_RUN_IN = 50
_LONGEST_POINT_TITLE = 30
_LONGEST_PART = 30
_ENDS_SENTENCE = ("；", ";", "：", ":", "，", ",", "！", "!", "？", "?", "…", "、")
_MATTERS = (
    "工作|任务|回顾|打算|计划|思路|安排|情况|总结|部署|重点|目标|建议|问题|不足|差距"
    "|成效|体会|经验|举措|措施|说明|要求|展望"
)
_TIMES = (
    r"[\d_xX×*＊〇○零一二三四五六七八九]{2,4}\s*年|过去|今年|去年|明年|来年|今后"
    r"|下一?步|[上下]半年|[一五]年来?|新的?一年|本届"
)
# A sentence too may speak of work: a title says nothing but when and what.
_DATED_PART = re.compile(rf"^[^\t]{{0,8}}?(?:{_TIMES})[^\t]*(?:{_MATTERS})$")
_BARE_PART = re.compile(
    rf"^(?:{_MATTERS}|主要|总体|基本|具体|存在|面临|取得|意见|人大|今后|下一?步|几点|[的和与及、])+$"
)
_ORDINAL_PART = re.compile(r"^第[一二三四五六七八九十]{1,3}部分")
# Where a speaker turns to the deputies, or from the work to what it lacked, the sections above are over.
_ASIDE = re.compile(
    r"^(?:各位代表[，,！!：:]|(?:我们|同时[，,])?在(?:充分)?(?:肯定|看到|取得|总结)[^。]{0,24}的同时"
    r"|(?:回顾|盘点|总结)[^。，,]{0,16}工作[，,])"
)


@frozen
class Heading:
    """A paragraph that a label opens.

    Args:
        label: The label.
        title: The heading, or None for a numbered paragraph without one.
        rest: The text that follows in the same paragraph, all of it where there is no heading.
    """

    label: Label
    title: str | None
    rest: str

    @property
    def run_in(self) -> bool:
        """Whether text follows the heading in the same paragraph."""
        return self.title is not None and self.rest != ""


Heads = tuple[tuple[int, int], ...]


def parse_heading(text: str, heads: Heads | None = None) -> Heading | None:
    """Return the heading that `text` is or begins with; None where it has no label or only half of one.

    A heading ends at its first 。 when text follows; without a 。 it is the whole
    line; a line that is one sentence is a numbered paragraph, not a heading.

    Args:
        text: The paragraph.
        heads: Where run-in headings stand in it, where its look tells.
    """
    label = parse_label(text)
    if label is None or label.style.format(label.number) != label.text:
        return None
    body = text[label.end :].strip()
    if not body:
        return None
    if heads is not None:
        title, rest = _headed(text, label.start, label.end, heads)
        return Heading(label, title or None, rest if title else body)
    title, stop, rest = body.partition("。")
    rest = rest.strip()
    if not stop:
        plain = len(body) > _LONGEST_HEADING or body.endswith(_ENDS_SENTENCE)
        return Heading(label, None, body) if plain else Heading(label, body, "")
    if not rest or len(title) > _LONGEST_RUN_IN or not title.strip():
        return Heading(label, None, body)
    return Heading(label, title, rest)


def _headed(text: str, start: int, label_end: int, heads: Heads) -> tuple[str, str]:
    """Return the heading that opens at `start` by its look, without its 。 when text follows, and that text."""
    end = next((end for begin, end in heads if begin == start and end > label_end), label_end)
    title, rest = text[label_end:end].strip(), text[end:].strip()
    return (title.removesuffix("。") if rest else title), rest


def parse_own_point(text: str, heads: Heads | None = None) -> tuple[Label, Point] | None:
    """Return the label and the point of a paragraph that 一是 opens, when no second point follows in it."""
    label = parse_point(text)
    if label is None or label.style.numeral is Numeral.ORDER or find_points(text):
        return None  # 首先 and 最后 don't say how many there are, so they are left in the text
    if label.style.format(label.number) != label.text:
        return None
    body = text[label.end :].strip()
    if not body:
        return None
    if heads is not None:
        title, rest = _headed(text, 0, label.end, heads)
        return label, Point(rest, title) if title and rest else Point(body)
    title, stop, rest = body.partition("。")
    if stop and rest.strip() and title.strip() and len(title) <= _LONGEST_POINT_TITLE:
        return label, Point(rest.strip(), title)
    return label, Point(body)


def parse_block(text: str, line: int | None, heads: Heads | None = None) -> Block:
    """Return `text` as points where it counts some, else as a paragraph."""
    labels = find_points(text)
    if labels:
        points = _points(text, labels, line, heads or ())
        if points is not None:
            return points
    return Paragraph(text, line=line)


def _points(text: str, labels: tuple[Label, ...], line: int | None, heads: Heads) -> Points | None:
    style, total = labels[0].style, len(labels)
    if any(style.format(number, total) != label.text for number, label in enumerate(labels, start=1)):
        return None
    ends = [*(label.start for label in labels[1:]), len(text)]
    items = [_item(text[:end], label, heads) for label, end in zip(labels, ends, strict=True)]
    if not all(item.content for item in items):
        return None
    return Points(items, text[: labels[0].start], style=style, line=line)


def _item(text: str, label: Label, heads: Heads) -> Point:
    """Return the point that `label` opens and `text` ends with."""
    end = next((end for start, end in heads if start == label.start and label.end < end < len(text)), 0)
    if not end or text[end - 1] != "。" or not text[label.end : end - 1].strip():
        return Point(text[label.end :])
    return Point(text[end:], text[label.end : end - 1])


def is_part_title(text: str) -> bool:
    """Return whether `text` titles an unnumbered part: 2024年工作回顾, 第二部分 2025年主要任务."""
    if len(text) > _LONGEST_PART or text.endswith(("。", "）", ")", *_ENDS_SENTENCE)) or "。" in text:
        return False
    return _ORDINAL_PART.match(text) is not None or (
        (_DATED_PART.match(text) or _BARE_PART.match(text)) is not None
        and parse_label(text) is None
        and parse_point(text) is None
    )


def is_aside(text: str) -> bool:
    """Return whether `text` stands outside the sections above it: 各位代表，… and 在肯定成绩的同时…"""
    return _ASIDE.match(text) is not None
