"""The session that a title block names: 清溪镇第十八届人民代表大会第四次会议."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.errors import TextError
from draftkit.tree import Role
from draftkit.zh.numerals import parse_numeral

__all__ = ["BLOCK", "Named", "named"]

_NUMBER = "[一二三四五六七八九十0-9]{1,4}"
_SESSION = re.compile(
    rf"(?P<place>[^\s，。、；：（）——\d年月日在]{{2,12}}?)第?(?P<term>{_NUMBER})届(?:人民代表大会|人大)第?(?P<number>{_NUMBER})次会议"
)
BLOCK = (Role.TITLE, Role.OCCASION, Role.ADOPTION_NOTE)


@frozen
class Named:
    """A session named in a title block."""

    paper: int
    paragraph: Passage
    start: int
    end: int
    term: int
    number: int
    text: str


def _whole(text: str) -> int | None:
    try:
        return int(text) if text.isdecimal() else parse_numeral(text)
    except TextError:
        return None


def named(papers: Sequence[Paper]) -> Iterator[Named]:
    """Yield the sessions that the title blocks of `papers` name."""
    for number, paper in enumerate(papers):
        for paragraph in paper.of(*BLOCK):
            for found in _SESSION.finditer(paragraph.text):
                term, session = _whole(found["term"]), _whole(found["number"])
                if term and session:
                    at = found.start("term") - (paragraph.text[found.start("term") - 1] == "第")
                    yield Named(number, paragraph, at, found.end(), term, session, paragraph.text[at : found.end()])
