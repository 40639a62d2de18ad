"""When a paper was written: from its title block, its signature, or the years it speaks of.

>>> import datetime as dt
>>> year_of_title("清溪镇人大2024年工作总结")
2024
"""

import datetime as dt
import re
from collections.abc import Sequence

from draftkit.checks.paper import When
from draftkit.checks.paragraph import Passage
from draftkit.facts import Session
from draftkit.tree import Role
from draftkit.zh.dates import find_dates
from draftkit.zh.numerals import parse_digits

__all__ = ["infer", "year_of_title"]

_DAY_ROLES = (Role.ADOPTION_NOTE, Role.OCCASION, Role.DATE)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2}|二[〇○零]{1}[〇○零一二三四五六七八九]{2})\s?年")
_RANGE = re.compile(r"\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|初|末)?$")
_STATUS = re.compile(r"(?:截至?|直|增加|提高|上升|增长|下降|减少)$")
_AIMED = re.compile(r"\s?年的?(?:远景)?目标(?!任务|责任)|\s?年(?:远景|愿景)")
_REACHED = re.compile(r"\s?年(?:的(?!远景|目标)|[^，。；\n]{0,6}，?(?:已|我[镇乡县]已))")
_NEAR = 20
"""Characters around a year that tell whether it is a goal."""
_REVIEWED = re.compile(r"回顾|总结|一年来|过去(?:的)?一年|以来")
_PLANNED = re.compile(r"(?:打算|计划|思路|任务|安排|要点|重点|目标|建议)")


def infer(
    paragraphs: Sequence[Passage], title: str, *, on: dt.date | None = None, session: Session | None = None
) -> When | None:
    """Return when the paper of `paragraphs` was written: as given, or as its own text tells; None if it doesn't.

    Args:
        paragraphs: The paper.
        title: Its title.
        on: The date that the user gave.
        session: The session that the user gave: a paper is of its first day.
    """
    if on is not None:
        return When(on, on)
    return _from_session(session) or _from_block(paragraphs) or _from_years(paragraphs, title)


def _from_session(session: Session | None) -> When | None:
    if session is None or session.opens is None:
        return None
    return When(session.opens, session.last_day or session.opens)


def _from_block(paragraphs: Sequence[Passage]) -> When | None:
    for paragraph in paragraphs:
        if paragraph.role in _DAY_ROLES:
            dates = list(find_dates(paragraph.text))
            if dates:
                return When(dates[-1].date, dates[-1].date, paragraph.text)
    return None


def _years(text: str) -> list[int]:
    found = (match[1] for match in _YEAR.finditer(text) if not _is_goal(text, match))
    return [int(year) if year.isdigit() else _hanzi(year) for year in found]


def _is_goal(text: str, year: re.Match[str]) -> bool:
    """Return whether a year is one to come by which something is to be done: 到2035年, 2035年远景目标.

    The end of a span (2021年至2024年), a state told (截至2024年底, 到2024年底已建成) and what has been
    reached (提高到2024年的96%) do date a paper.
    """
    behind = text[year.end(1) : year.end(1) + _NEAR]
    if _AIMED.match(behind):
        return True
    before = text[max(0, year.start() - _NEAR) : year.start()].rstrip()
    if not before.endswith(("到", "至")):
        return False
    return not (_STATUS.search(before[:-1]) or _RANGE.search(before[:-1]) or _REACHED.match(behind))


def _hanzi(year: str) -> int:
    return parse_digits(year.translate(str.maketrans("○零", "〇〇")))


def year_of_title(title: str) -> int | None:
    """Return the year that a title names; of two, the first: the one that is reviewed."""
    years = _years(title)
    return years[0] if years else None


def _from_years(paragraphs: Sequence[Passage], title: str) -> When | None:
    """Return the span that the year of the title, or the last year spoken of, allows."""
    year = year_of_title(title)
    if year is not None:
        return When(dt.date(year, 1, 1), dt.date(year + 1, 6, 30), title)
    spoken = [
        (year, paragraph.text) for paragraph in paragraphs if not paragraph.residue for year in _years(paragraph.text)
    ]
    headed = [
        (year, paragraph.heading or paragraph.text)
        for paragraph in paragraphs
        if paragraph.role in {Role.PART, Role.HEADING}
        for year in _years(paragraph.text)
        if _PLANNED.search(paragraph.text)
    ]
    if headed:
        year, text = headed[-1]
        return When(dt.date(year - 1, 11, 1), dt.date(year, 6, 30), text)
    if not spoken:
        return None
    year, text = max(spoken, key=lambda pair: pair[0])
    return When(dt.date(year, 1, 1), dt.date(year, 12, 31), text[:60])
