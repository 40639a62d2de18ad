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
_PART_WORDS = re.compile(
    r"工作|任务|回顾|打算|计划|思路|安排|情况|总结|部署|重点|目标|建议|问题|不足|成效|体会|经验|举措|说明|要求|展望"
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


def parse_heading(text: str) -> Heading | None:
    """Return the heading that `text` is or begins with; None where it has no label or only half of one.

    A heading ends at its first 。 when text follows; without a 。 it is the whole
    line; a line that is one sentence is a numbered paragraph, not a heading.
    """
    label = parse_label(text)
    if label is None or label.style.format(label.number) != label.text:
        return None
    body = text[label.end :].strip()
    if not body:
        return None
    title, stop, rest = body.partition("。")
    rest = rest.strip()
    if not stop:
        plain = len(body) > _LONGEST_HEADING or body.endswith(_ENDS_SENTENCE)
        return Heading(label, None, body) if plain else Heading(label, body, "")
    if not rest or len(title) > _LONGEST_RUN_IN or not title.strip():
        return Heading(label, None, body)
    return Heading(label, title, rest)


def parse_own_point(text: str) -> tuple[Label, Point] | None:
    """Return the label and the point of a paragraph that 一是 opens, when no second point follows in it."""
    label = parse_point(text)
    if label is None or label.style.numeral is Numeral.ORDER or find_points(text):
        return None  # 首先 and 最后 don't say how many there are, so they are left in the text
    if label.style.format(label.number) != label.text:
        return None
    body = text[label.end :].strip()
    if not body:
        return None
    title, stop, rest = body.partition("。")
    if stop and rest.strip() and title.strip() and len(title) <= _LONGEST_POINT_TITLE:
        return label, Point(rest.strip(), title)
    return label, Point(body)


def parse_block(text: str, line: int | None) -> Block:
    """Return `text` as points where it counts some, else as a paragraph."""
    labels = find_points(text)
    if labels:
        points = _points(text, labels, line)
        if points is not None:
            return points
    return Paragraph(text, line=line)


def _points(text: str, labels: tuple[Label, ...], line: int | None) -> Points | None:
    style, total = labels[0].style, len(labels)
    if any(style.format(number, total) != label.text for number, label in enumerate(labels, start=1)):
        return None
    ends = [*(label.start for label in labels[1:]), len(text)]
    items = [text[label.end : end] for label, end in zip(labels, ends, strict=True)]
    if not all(items):
        return None
    return Points([Point(item) for item in items], text[: labels[0].start], style=style, line=line)


def is_part_title(text: str) -> bool:
    """Return whether `text` titles an unnumbered part: 2024年工作回顾, 第二部分 2025年主要任务."""
    if len(text) > _LONGEST_PART or text.endswith(("。", "）", ")", *_ENDS_SENTENCE)) or "。" in text:
        return False
    return _ORDINAL_PART.match(text) is not None or (
        _PART_WORDS.search(text) is not None and parse_label(text) is None and parse_point(text) is None
    )


def is_aside(text: str) -> bool:
    """Return whether `text` stands outside the sections above it: 各位代表，… and 在肯定成绩的同时…"""
    return _ASIDE.match(text) is not None
