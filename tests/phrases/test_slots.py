"""The types of slots."""

import datetime as dt
from decimal import Decimal

import pytest

from draftkit.phrases import SlotType
from draftkit.phrases.slots import pattern, write
from draftkit.tree import Blank, Text, plain


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (SlotType.TEXT, "镇长", "镇长"),
        (SlotType.TEXT, Text("镇长"), "镇长"),
        (SlotType.TEXT, ("镇长", Blank("姓名")), "镇长〔待填：姓名〕"),
        (SlotType.NUMBER, 0, "0"),
        (SlotType.NUMBER, Decimal("3.50"), "3.50"),
        (SlotType.NUMBER, Decimal("1E+3"), "1000"),
        (SlotType.ORDINAL, 18, "第十八"),
        (SlotType.DATE, dt.date(2026, 1, 5), "2026年1月5日"),
        (SlotType.YEAR, 2026, "2026"),
        (SlotType.PERCENT, 1, "100%"),
        (SlotType.PERCENT, Decimal(0), "0%"),
        (SlotType.PERCENT, Decimal(33) / 34, "97.1%"),
        (SlotType.PERCENT, Decimal("0.97"), "97%"),
        (SlotType.LIST, ["甲"], "甲"),
        (SlotType.LIST, ("甲", Text("乙"), Blank("丙")), "甲、乙、〔待填：丙〕"),
    ],
)
def test_a_value_is_written_by_the_type(kind: SlotType, value: object, text: str) -> None:
    content = write(kind, value)
    assert content is not None
    assert plain(content) == text


def test_100_per_cent_is_written_only_of_all() -> None:
    content = write(SlotType.PERCENT, Decimal(2499) / Decimal(2500))
    assert content == (Text("99.96%"),)


@pytest.mark.parametrize("kind", SlotType)
def test_a_blank_may_stand_for_anything(kind: SlotType) -> None:
    assert write(kind, Blank("件数")) == (Blank("件数"),)
    shape = pattern(kind)
    assert shape is None or shape.fullmatch("〔待填：件数〕")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (SlotType.TEXT, 3),
        (SlotType.TEXT, None),
        (SlotType.TEXT, [3]),
        (SlotType.TEXT, b"x"),
        (SlotType.NUMBER, True),
        (SlotType.NUMBER, 0.5),
        (SlotType.NUMBER, "34"),
        (SlotType.NUMBER, Decimal("NaN")),
        (SlotType.ORDINAL, 0),
        (SlotType.ORDINAL, "十八"),
        (SlotType.DATE, "2026年1月5日"),
        (SlotType.YEAR, 26),
        (SlotType.YEAR, 12345),
        (SlotType.PERCENT, 0.975),
        (SlotType.PERCENT, Decimal("Infinity")),
        (SlotType.LIST, "甲、乙"),
        (SlotType.LIST, []),
        (SlotType.LIST, ["甲", ""]),
        (SlotType.LIST, 3),
    ],
)
def test_a_value_of_another_type_is_refused(kind: SlotType, value: object) -> None:
    assert write(kind, value) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (SlotType.NUMBER, Decimal("-3.5")),
        (SlotType.ORDINAL, 101),
        (SlotType.DATE, dt.date(2026, 12, 31)),
        (SlotType.YEAR, 2026),
        (SlotType.PERCENT, Decimal("0.975")),
    ],
)
def test_what_is_written_is_recognised(kind: SlotType, value: object) -> None:
    shape, content = pattern(kind), write(kind, value)
    assert shape is not None
    assert content is not None
    assert shape.fullmatch(plain(content))
