"""What the words of a paper say of its layout: labels, marks at the end of headings, the form of the date."""

import re
from collections.abc import Iterator, Sequence

from draftkit.layout.departure import Departure
from draftkit.layout.looks import LOOKS
from draftkit.layout.roles import Kind, Told
from draftkit.zh.numbering import HEADINGS

__all__ = ["word_departures"]

_FULL_DATE = re.compile(r"^\d{4}年[1-9]\d?月[1-9]\d?日$")
_ENDS = ("。", "；", "，", "、", "：", ".", ";")


def word_departures(told: Sequence[Told]) -> Iterator[Departure]:
    """Yield where labels don't count on, or words have another form than the standard's."""
    yield from _labels(told)
    for number, one in enumerate(told):
        yield from _marks(one)
        if (
            one.kind is Kind.DATE
            and not _FULL_DATE.match(one.paragraph.text.strip())
            and "待填" not in one.paragraph.text
        ):
            yield _departure(
                one,
                "date",
                "7.3.5.4",
                "成文日期应用阿拉伯数字写全年、月、日，月、日不编虚位",
                "the date should be 2026年1月5日: arabic, no leading zero",
            )
        if number and _is_blank(one) and _is_blank(told[number - 1]):
            yield _departure(
                one, "blank lines", "5.2.3", "不应连续空两行以上", "there should be no two blank lines in a row"
            )


def _is_blank(one: Told) -> bool:
    """Return whether it is a blank line: not one in a table, nor one of a point that parts two tables."""
    empty = one.kind is Kind.EMPTY and not one.paragraph.table
    return empty and one.paragraph.look.get("spacing.lineRule") != "exact"


def _labels(told: Sequence[Told]) -> Iterator[Departure]:
    counts: dict[int, int] = {}
    for one in told:
        if one.kind in (Kind.PART, Kind.ATTACHMENT_LABEL, Kind.TITLE, Kind.ATTACHMENT_TITLE):
            counts.clear()
        label = one.label
        if label is None or not one.level:
            continue
        if label.style not in HEADINGS:
            wanted = HEADINGS[min(one.level, len(HEADINGS)) - 1].format(label.number)
            yield _departure(
                one,
                "label",
                "7.3.3",
                f"序号“{label.text}”应写作“{wanted}”",
                f"the label {label.text} should be {wanted}",
            )
        expected = counts.get(one.level, 0) + 1
        if label.number not in (expected, 1):
            yield _departure(
                one,
                "numbering",
                "7.3.3",
                f"序号“{label.text}”不连续，此处应为第{expected}",
                f"the label {label.text} should be number {expected}",
            )
        counts = {level: count for level, count in counts.items() if level < one.level} | {one.level: label.number}


def _marks(one: Told) -> Iterator[Departure]:
    text = one.paragraph.text.strip()
    stops = text.endswith(_ENDS)
    if (
        one.kind in (Kind.TITLE, Kind.ATTACHMENT_TITLE, Kind.ATTACHMENTS)
        and stops
        and not re.search("^附件[：:]$", text)
    ):
        yield _departure(one, "mark", "7.3.1、7.3.4", f"{one.kind}末尾不加标点", "it should end in no mark")
    if one.kind is Kind.SALUTATION and text.endswith(":"):
        yield _departure(one, "mark", "7.3.2", "称谓后应为全角冒号", "the colon should be full-width")
    if one.kind is Kind.ATTACHMENTS and "附件:" in text:
        yield _departure(one, "mark", "7.3.4", "“附件”后应为全角冒号", "the colon should be full-width")
    if one.kind is Kind.IMPRINT and "抄送:" in text:
        yield _departure(one, "mark", "7.4.2", "“抄送”后应为全角冒号", "the colon should be full-width")


def _departure(told: Told, rule: str, clause: str, zh: str, en: str) -> Departure:
    text = told.paragraph.text.strip().replace("\n", "")
    norm = f"GB/T 9704-2012 {clause}" if clause else LOOKS[told.kind].clause
    return Departure(rule=rule, clause=norm, zh=zh, en=en, paragraph=told.paragraph.number, text=text)
