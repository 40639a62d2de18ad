"""Tables repeat their header, split no row, and don't run together."""

from lxml import etree

from draftkit.tree import Block, Document, Table
from tests.renderers.papers import W, opened, part, seen, strings

_TABLE = Table(
    ["项目", "金额", "说明"],
    [["道路", "1,200.5", "建成村内道路3公里，惠及农户126户"], ["合计", "—", ""]],
)


def _body(*blocks: Block) -> etree._Element:
    return part(Document(blocks=blocks))


def test_the_header_row_and_only_it_is_repeated_and_no_row_is_split() -> None:
    rows = _body(_TABLE).findall(".//w:tr", W)
    assert [bool(row.findall("w:trPr/w:tblHeader", W)) for row in rows] == [True, False, False]
    assert all(row.findall("w:trPr/w:cantSplit", W) for row in rows)


def test_figures_stand_on_the_right_and_words_on_the_left() -> None:
    styles = [strings(row, "w:tc/w:p/w:pPr/w:pStyle/@w:val") for row in _body(_TABLE).findall(".//w:tr", W)]
    assert styles == [
        ["TableHeading"] * 3,
        ["TableText", "TableFigure", "TableText"],
        ["TableText", "TableFigure", "TableText"],
    ]


def test_the_columns_share_the_line_by_what_stands_in_them() -> None:
    widths = [int(width) for width in strings(_body(_TABLE), "//w:gridCol/@w:w")]
    assert 8840 <= sum(widths) <= 8845
    assert widths[0] < widths[1] < widths[2]


def test_tables_that_touch_and_the_last_of_a_paper_are_parted_by_a_thin_paragraph() -> None:
    one = Table(["甲"], [["乙"]])
    assert [line for _, line in seen(opened(Document(blocks=[one, one])))] == ["甲", "乙", "", "甲", "乙", ""]
    assert [line for _, line in seen(opened(Document(blocks=[one, "文。"])))] == ["甲", "乙", "文。"]
