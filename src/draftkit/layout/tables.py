"""The tables of a file: the header row on every page, no row split over two, none wider than the text."""

from collections.abc import Iterator

from lxml import etree

from draftkit.layout.departure import Departure
from draftkit.layout.file import File
from draftkit.layout.xml import W, is_on, properties, value

__all__ = ["table_departures"]

_CLAUSE = "GB/T 9704-2012 7.6"
_WIDEST = 13100
"""A little more than the length of a line on a landscape page: 225 mm, 230 where the page is compensated."""


def table_departures(file: File) -> Iterator[Departure]:
    """Yield what is wrong with each table, the 版记 left out."""
    for number, table in enumerate(file.tables, start=1):
        if table.find(f"{W}tblPr/{W}tblpPr") is None:
            yield from _table(table, number)


def _table(table: etree._Element, number: int) -> Iterator[Departure]:
    rows = [properties(row.find(f"{W}trPr")) for row in table.iterfind(f"{W}tr")]
    if len(rows) > 1 and not is_on(rows[0], "tblHeader"):
        yield _departure(number, "表头行应在各页重复出现", "the header row should be repeated on each page")
    if rows and not all(is_on(row, "cantSplit") for row in rows):
        yield _departure(number, "表格的行不应跨页断开", "no row should be split over two pages")
    widths = [
        int(found) for column in table.iterfind(f"{W}tblGrid/{W}gridCol") if (found := value(column, "w")).isdigit()
    ]
    if sum(widths) > _WIDEST:
        yield _departure(number, "表格超出版心", "the table is wider than the text area")


def _departure(number: int, zh: str, en: str) -> Departure:
    return Departure(rule="table", clause=_CLAUSE, zh=f"第{number}个表格：{zh}", en=f"table {number}: {en}")
