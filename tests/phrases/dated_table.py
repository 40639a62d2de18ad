"""The table of dated formulas in docs/phrases.md, made from the packs.

Run from the repository's root to write it anew: `python -m tests.phrases.dated_table`.
"""

import datetime as dt
from pathlib import Path

from draftkit.phrases import PhraseBook
from tests.phrases.samples import DATES

PAGE = Path(__file__).parent.parent.parent / "docs" / "phrases.md"
BEGIN, END = "<!-- dated formulas: begin -->", "<!-- dated formulas: end -->"

COLUMNS = (
    "guiding",
    "spirit",
    "centre",
    "banner",
    "loyalty",
    "congress-thought",
    "democracy",
    "focus",
    "development",
)
NAMES = {
    "committee": "镇党委",
    "superior": "区人大常委会",
    "presidium": "镇人大主席团",
    "people": "全镇人民",
}


def table(book: PhraseBook) -> str:
    """Return the formulas of each date, and the opening and the closing made of them."""
    titles = [book.phrase(name).title for name in COLUMNS]
    rows = [[f"{on}", *(book.text(name, on) or "—" for name in COLUMNS)] for on in DATES]
    lines = [_row(["文稿日期", *titles]), _row(["---"] * (len(COLUMNS) + 1)), *map(_row, rows)]
    return "\n".join([*lines, "", *(line for on in DATES for line in _worded(book, on))]).rstrip()


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _worded(book: PhraseBook, on: dt.date) -> list[str]:
    names = {name: NAMES[name] for name in ("committee", "superior", "presidium")}
    opening = book.text("report.overview", on, warn=True, year=on.year - 1, **names)
    goal = book.text("report.goal", on, place="清溪镇")
    closing = book.text("report.closing", on, people=NAMES["people"], committee=NAMES["committee"], goal=goal)
    return [f"**{on.year}年{on.month}月{on.day}日**", "", f"> {opening}", ">", f"> {closing}", ""]


def stored(page: str) -> str:
    """Return the table that stands in the page."""
    return page.partition(BEGIN)[2].partition(END)[0].strip()


def main() -> None:
    """Write the table into the page."""
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    tail = rest.partition(END)[2]
    PAGE.write_text(f"{head}{BEGIN}\n\n{table(PhraseBook.default())}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
