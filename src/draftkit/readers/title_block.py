"""The title block of an old paper: which of its first lines is what."""

import re
from collections.abc import Callable
from typing import Any

from attrs import evolve

from draftkit.readers.raw import Raw
from draftkit.tree import Inline, LineBreak, Mark, Role, Text, TitleBlock, inlines

__all__ = ["is_salutation", "is_title", "take_title_block", "unspaced"]

_PAPERS = (
    "报告|决议|决定|总结|公告|公报|通知|计划|打算|要点|讲话|主持词|开幕词|闭幕词|致辞|办法|名单|议程|日程"
    "|说明|纪要|意见|方案|汇报|须知|简报|材料|通报|请示|函|批复|规则|制度|述职"
)
_MARKS = "草案|草案表决稿|表决稿|讨论稿|征求意见稿|送审稿|审议稿|初稿|修订稿|修改稿|书面|定稿"
_TITLE = re.compile(rf"^[^。；;，,！!？?]{{2,80}}(?:{_PAPERS})(?P<mark>\s*[（(](?:{_MARKS})[）)])?$")
_SPACED = re.compile(r"^(?:\S[ \t\u3000]+)+\S$")
_TITLE_HEAD = re.compile(r"^[^。；;，,！!？?：:]{4,40}(?:会议|大会|主席团|委员会|人民政府|代表大会)$")
_TITLE_MIDDLE = re.compile(r"^第[一二三四五六七八九十\d]{1,3}次(?:全体)?会议$")
_INLINE_MARK = re.compile(rf"\s*(?P<open>[（(])(?P<text>{_MARKS})(?P<close>[）)])$")
_OWN_MARK = re.compile(rf"^(?P<open>[（(])(?P<text>{_MARKS})(?P<close>[）)])$")
_ADOPTION = re.compile(r"^[（(][^（()）]{0,80}(?:通过|批准)[）)]$")
_OCCASION = re.compile(
    r"^(?:[—–―-]{1,3}[^。]{2,80}(?:会议|大会|会)(?:上)?|[（(][^（()）]{0,60}\d{1,2}月\d{1,2}日[^（()）]{0,40}[）)])$"
)
_DAY = re.compile(r"^[（(]?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[）)]?$")
_POST = r"[^\s，。；：、]{0,30}(?:主席|镇长|乡长|县长|区长|市长|主任|书记|所长|局长|院长|检察长|委员|组长|秘书长)"
_NAME = r"(?:[一-鿿·]{2,6}|[一-鿿]　[一-鿿]|[一-鿿] {1,3}[一-鿿]|[xX×＊*_某]{1,6}|〔待填：[^〕]*〕)"
_REPORTER = re.compile(rf"^(?:{_POST}[\s　:：]+{_NAME}|(?:{_POST})?〔待填：[^〕]*〕)$")
_ONLY_NAME = re.compile(r"^(?:[一-鿿·]{2,4}|[一-鿿][ \u3000]+[一-鿿])$")
_SALUTATION = re.compile(
    r"^(?:尊敬的)?[^。；，]{0,16}(?:代表|同志|主席团)[^。；，]{0,10}(?:[，,](?:各位)?[^。；，]{0,6}(?:同志|代表|来宾|委员)们?)?[：:]$"
)
_CORNER = re.compile(r"^[^。，]{0,30}会议(?:文件|材料|资料)(?:之)?[（(]?[一二三四五六七八九十\d]{1,3}[）)]?$")


def is_title(text: str) -> bool:
    """Return whether `text` can be a paper's title: short, no sentence, ending in the name of a paper."""
    return _TITLE.match(unspaced(text)) is not None and not text.startswith(("（", "(", "—"))


def unspaced(text: str) -> str:
    """Return a title whose characters were set apart (工 作 总 结) without the space between them."""
    return "".join(text.split()) if _SPACED.match(text) else text


def is_salutation(text: str) -> bool:
    """Return whether `text` greets those who listen: 各位代表："""
    return _SALUTATION.match(text) is not None


Matches = Callable[[str], bool]

_LOOK = 4
"""No part of a title block takes more lines: a title that Word holds in several paragraphs."""


def take_title_block(lines: list[Raw]) -> tuple[TitleBlock, list[Raw]]:
    """Return the title block that `lines` begin with, and the lines below it."""
    block, at = TitleBlock(), 0
    for part in (_corner, _title, _mark, _adoption, _occasion, _reporter, _salutation):
        found, used = part(lines[at : at + _LOOK], block)
        block, at = found, at + used
    return block, lines[at:]


def _corner(lines: list[Raw], block: TitleBlock) -> tuple[TitleBlock, int]:
    return _simple(lines, block, Role.CORNER, lambda text: _CORNER.match(text) is not None)


def _title(lines: list[Raw], block: TitleBlock) -> tuple[TitleBlock, int]:
    if not lines:
        return block, 0
    first = lines[0].text
    if not lines[0].can_be(Role.TITLE):
        return block, 0
    if len(lines) > 1 and lines[0].surely(Role.TITLE) and lines[1].surely(Role.TITLE):
        return _title_of_lines(lines, block)
    if is_title(first) or lines[0].heading == 1:
        title, mark = _split_mark(first)
        return evolve(block, title=title, mark=mark), 1
    head = _title_head(lines)
    if head and len(lines) > head and lines[head].text.startswith("关于") and is_title(lines[head].text):
        title, mark = _split_mark(lines[head].text)
        texts = [*(raw.text for raw in lines[:head]), title]
        return evolve(block, title=inlines("\n".join(texts)), mark=mark), head + 1
    return block, 0


def _title_of_lines(lines: list[Raw], block: TitleBlock) -> tuple[TitleBlock, int]:
    """Return `block` with the title that stands on several lines, and how many."""
    count = next((at for at, raw in enumerate(lines) if not raw.surely(Role.TITLE)), len(lines))
    last, mark = _split_mark(lines[count - 1].text)
    title: list[Inline] = []
    for raw in lines[: count - 1]:
        title += (Text(raw.text), LineBreak())
    return evolve(block, title=(*title, Text(last)), mark=mark), count


def _title_head(lines: list[Raw]) -> int:
    """Return how many lines name the meeting above a title that begins with 关于: none, one or two."""
    if not _TITLE_HEAD.match(lines[0].text):
        return 0
    return 2 if len(lines) > 1 and _TITLE_MIDDLE.match(lines[1].text) else 1


def _split_mark(title: str) -> tuple[str, Mark | None]:
    found = _INLINE_MARK.search(title)
    if found is None or found.start() == 0 or found[0] != found[0].lstrip():
        return title, None
    return title[: found.start()], _mark_of(found, own_line=False)


def _mark_of(found: re.Match[str], *, own_line: bool) -> Mark:
    return Mark(found["text"], own_line=own_line, brackets=found["open"] + found["close"])


def _mark(lines: list[Raw], block: TitleBlock) -> tuple[TitleBlock, int]:
    found = (
        _OWN_MARK.match(lines[0].text)
        if lines and lines[0].can_be(Role.MARK) and block.title and block.mark is None
        else None
    )
    return (block, 0) if found is None else (evolve(block, mark=_mark_of(found, own_line=True)), 1)


def _adoption(lines: list[Raw], block: TitleBlock) -> tuple[TitleBlock, int]:
    return _simple(lines, block, Role.ADOPTION_NOTE, lambda text: _ADOPTION.match(text) is not None)


def _occasion(lines: list[Raw], block: TitleBlock) -> tuple[TitleBlock, int]:
    return _dated(lines, block, Role.OCCASION, _is_occasion)


def _is_occasion(text: str) -> bool:
    return _OCCASION.match(text) is not None or _DAY.match(text) is not None


def _reporter(lines: list[Raw], block: TitleBlock) -> tuple[TitleBlock, int]:
    if len(lines) > 1 and block.title and _ONLY_NAME.match(lines[0].text):
        below = lines[1].text
        return _dated(lines, block, Role.REPORTER, lambda _: is_salutation(below) or _is_occasion(below))
    return _dated(lines, block, Role.REPORTER, lambda text: _REPORTER.match(text) is not None)


def _dated(lines: list[Raw], block: TitleBlock, role: Role, matches: Matches) -> tuple[TitleBlock, int]:
    """Take a line and the occasion that stands behind it, as a second line of the same part."""
    found, used = _simple(lines, block, role, matches)
    if not used or not block.title or len(lines) < 2 or not _is_occasion(lines[1].text):  # noqa: PLR2004
        return found, used
    change: dict[str, Any] = {role.value: f"{lines[0].text}\n{lines[1].text}"}
    return evolve(block, **change), 2


def _salutation(lines: list[Raw], block: TitleBlock) -> tuple[TitleBlock, int]:
    return _simple(lines, block, Role.SALUTATION, is_salutation)


def _simple(lines: list[Raw], block: TitleBlock, role: Role, matches: Matches) -> tuple[TitleBlock, int]:
    if lines and (lines[0].surely(role) or (lines[0].can_be(role) and matches(lines[0].text.partition("\n")[0]))):
        change: dict[str, Any] = {role.value.replace("-", "_"): lines[0].text}
        return evolve(block, **change), 1
    return block, 0
