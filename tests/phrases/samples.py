"""Facts of an invented town for every slot, and papers worded with them."""

import datetime as dt
from decimal import Decimal

from draftkit.phrases import PhraseBook, SlotType, SlotValue

DATES = tuple(
    dt.date.fromisoformat(day)
    for day in (
        "2012-01-10",
        "2013-01-10",
        "2016-01-10",
        "2017-02-10",
        "2019-01-10",
        "2022-01-10",
        "2024-08-01",
        "2026-01-10",
    )
)
"""The dates at which the wording is shown and tested."""

_NAMED: dict[str, SlotValue] = {
    "congress": "清溪镇第十八届人民代表大会",
    "meeting": "清溪镇第十八届人民代表大会第四次会议",
    "place": "清溪镇",
    "organ": "清溪镇人民代表大会",
    "committee": "镇党委",
    "superior": "区人大常委会",
    "presidium": "镇人大主席团",
    "government": "镇人民政府",
    "people": "全镇人民",
    "goal": "推动清溪镇各项事业发展",
    "plan": "十五五",
    "report": "关于清溪镇2025年财政预算执行情况和2026年财政预算草案的报告",
    "committee_report": "财政预算审查委员会",
    "presenter": "镇长王强",
    "person": "王强",
    "post": "清溪镇人民政府镇长",
    "matter": "政府工作报告",
    "text": "要坚持实事求是。",
    "previous": 2025,
}
_TYPED: dict[SlotType, SlotValue] = {
    SlotType.TEXT: "文字",
    SlotType.NUMBER: 34,
    SlotType.ORDINAL: 4,
    SlotType.DATE: dt.date(2026, 1, 15),
    SlotType.YEAR: 2026,
    SlotType.PERCENT: Decimal("0.9706"),
    SlotType.LIST: ["清溪大桥", "中心幼儿园"],
}


def sample(name: str, kind: SlotType) -> SlotValue:
    """Return a fact for the slot."""
    return _NAMED.get(name, _TYPED[kind])


def say(book: PhraseBook, phrase_id: str, on: dt.date) -> str:
    """Return the phrase on that day, filled with samples."""
    slots = {name: sample(name, kind) for name, kind in book.phrase(phrase_id).slots.items()}
    return book.text(phrase_id, on, warn=False, **slots)
