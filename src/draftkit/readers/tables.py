"""Rows of cells made into tables: of Markdown, and of plain text where tabs part them."""

from collections.abc import Iterator

from attrs import evolve

from draftkit.readers.raw import Raw
from draftkit.tree import Table
from draftkit.zh.numbering import parse_label, parse_point

__all__ = ["gather"]

_LEAST_ROWS = 2
_LONGEST_CAPTION = 30
_UNIT = "单位："
_ENDS_SENTENCE = ("。", "；", "：", "，", "！", "？", ";", ":", ",")


def gather(lines: list[Raw]) -> list[Raw | Table]:
    """Return `lines` with the rows of a table made one, with its caption and its unit.

    Tabs part names and lists too: without a caption, a unit or a figure in it,
    such a grid of a plain text stays as it is.
    """
    gathered: list[Raw | Table] = []
    at = 0
    while at < len(lines):
        table = lines[at].table
        if table is not None:
            gathered.append(evolve(table, line=lines[at].line))
            at += 1
            continue
        end = _end_of_rows(lines, at)
        above = _above(gathered) if end - at >= _LEAST_ROWS else []
        if end - at >= _LEAST_ROWS and (above or _is_certain(lines[at:end])):
            del gathered[len(gathered) - len(above) :]
            gathered.append(_table(lines[at:end], above))
        else:
            end = max(end, at + 1)
            gathered += lines[at:end]
        at = end
    return gathered


def _cells(raw: Raw) -> list[str]:
    return raw.text.split("\t")


def _is_row(raw: Raw) -> bool:
    return raw.row or ("\t" in raw.text and parse_label(raw.text) is None and parse_point(raw.text) is None)


def _end_of_rows(lines: list[Raw], at: int) -> int:
    """Return the end of the rows that begin at `at` and have as many cells as the first."""
    count, end = len(_cells(lines[at])), at
    while end < len(lines) and _is_row(lines[end]) and len(_cells(lines[end])) == count:
        end += 1
    return end


def _is_certain(rows: list[Raw]) -> bool:
    return rows[0].row or any(sign.isdecimal() for row in rows[1:] for cell in _cells(row)[1:] for sign in cell)


def _above(gathered: list[Raw | Table]) -> list[Raw]:
    """Return the lines that caption the table and tell its unit, at the end of `gathered`."""
    found = [raw for raw in _last(gathered, 1) if raw.text.startswith(_UNIT)]
    for raw in _last(gathered, 1, skip=len(found)):
        if (found or raw.text.endswith("表")) and _is_caption(raw):
            return [raw, *found]
    return found


def _last(gathered: list[Raw | Table], count: int, *, skip: int = 0) -> Iterator[Raw]:
    end = len(gathered) - skip
    for item in gathered[max(end - count, 0) : end]:
        if isinstance(item, Raw):
            yield item


def _is_caption(raw: Raw) -> bool:
    text = raw.text
    labelled = raw.heading or parse_label(text) is not None or parse_point(text) is not None
    return not labelled and "\t" not in text and len(text) <= _LONGEST_CAPTION and not text.endswith(_ENDS_SENTENCE)


def _table(rows: list[Raw], above: list[Raw]) -> Table:
    units = [raw.text.removeprefix(_UNIT) for raw in above if raw.text.startswith(_UNIT)]
    captions = [raw.text for raw in above if not raw.text.startswith(_UNIT)]
    header, *body = (_cells(raw) for raw in rows)
    return Table(
        header, body, caption=captions[0] if captions else None, unit=units[0] if units else "", line=rows[0].line
    )
