"""Marks and spaces put right: as edits that are computed first, and made only when asked.

Half-width marks beside Chinese become full-width, straight quotes paired ones,
`...` and `--` become …… and ——, doubled marks single ones, and spaces inside
Chinese go (GB/T 15834-2011). What stands in a number, a time, an address or a
Latin text stays as it is.

>>> edits("会议强调,要抓落实")
(Edit(start=4, end=5, new='，', rule='width'),)
>>> normalize('(一)坚持"三个到位",2024 年投入 3.5 亿元')
'（一）坚持“三个到位”，2024年投入3.5亿元'
>>> normalize("12:30开会,共1,000人;见 https://example.org/a,b 和 Hello, world!")
'12:30开会，共1,000人；见 https://example.org/a,b 和 Hello, world!'

A rule looks at words only, never at what another rule changes; so the edits
can be made in any number of rounds, and a text put right stays as it is.
"""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate

from attrs import frozen

from draftkit.zh._edits import Edit, apply, composed

__all__ = ["RULES", "Edit", "apply", "edits", "normalize"]

_HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FULL = "，。、；：！？（）《》〈〉【】〔〕“”—…～"
_BLANK = " \t\u00a0\u3000"
_SPACE = "[ \u00a0]"

_IS_HAN = re.compile(f"[{_HAN}]")
_MARKS = re.compile(rf"[{_BLANK}{_FULL}‘’,:;!?()\"'~.·・\-－─―]+")
# Never looked into: addresses, mail, the targets of links in Markdown.
_OPAQUE = re.compile(
    rf"(?:https?://|www\.)[^\s{_HAN}{_FULL}]{{0,2000}}[A-Za-z0-9/]"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{0,250}[A-Za-z0-9]"
    r"|\]\([^()\s]{0,2000}\)"
)


@frozen
class _Run:
    """A run of marks and blanks, and the characters on both sides; none at the ends of a line."""

    start: int
    text: str
    before: str
    after: str

    @property
    def is_chinese(self) -> bool:
        return _is_han(self.before) or _is_han(self.after)


def _runs(text: str) -> Iterator[_Run]:
    for found in _MARKS.finditer(text):
        start, end = found.span()
        before = text[start - 1] if start else ""
        yield _Run(start, found[0], before.strip("\n"), text[end : end + 1].strip("\n"))


def _is_han(char: str) -> bool:
    return _IS_HAN.fullmatch(char) is not None


def _beside(text: str, at: int, step: int) -> str:
    """Return the character before (-1) or behind (1) the place `at`, past blanks."""
    at += step
    while 0 <= at < len(text) and text[at] in _BLANK:
        at += step
    return text[at] if 0 <= at < len(text) else ""


def _pairs(text: str, opening: str, closing: str, either: str = "") -> Iterator[tuple[int, int]]:
    """Yield the places of marks that open and close one another, within a line; `either` does both."""
    waiting: list[int] = []
    for found in re.finditer(f"[\n{re.escape(opening + closing + either)}]", text):
        mark, at = found[0], found.start()
        if mark == "\n":
            waiting.clear()
        elif mark in opening or (mark in either and not waiting):
            waiting.append(at)
        elif waiting:
            yield waiting.pop(), at


def _han_before(text: str) -> list[int]:
    """Return, for every place in `text`, how many Chinese characters stand before it."""
    return list(accumulate((_is_han(char) for char in text), initial=0))


_WIDE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}


def _width(text: str) -> Iterator[Edit]:
    """`强调,要` → `强调，要`: a mark is Chinese when the word before or behind it is."""
    chinese = _IS_HAN.search(text) is not None
    for run in _runs(text):
        after_rate = chinese and run.before in {"%", "‰", "℃"} and run.after.isdigit()
        if not (run.is_chinese or after_rate):
            continue
        for at, mark in enumerate(run.text):
            if mark in _WIDE and not _is_key(run, at):
                yield Edit(run.start + at, run.start + at + 1, _WIDE[mark], "width")


def _is_key(run: _Run, at: int) -> bool:
    """Return whether the colon at `at` ends a key, as in `place: 清溪镇`."""
    return run.text[at : at + 2] == ": " and run.before.isascii() and run.before.isalpha()


_WIDE_BRACKETS = {"(": "（", ")": "）"}


def _brackets(text: str) -> Iterator[Edit]:
    """`(草案)` → `（草案）`: by what is inside, what stands beside, or the other bracket of the pair."""
    if "(" not in text and ")" not in text:
        return
    wide: dict[int, bool] = {}
    han = _han_before(text)
    for left, right in _pairs(text, "(（", ")）"):
        inside = han[left] != han[right] or text[left] == "（" or text[right] == "）"
        outside = _is_han(_beside(text, left, -1)) or _is_han(_beside(text, right, 1))
        wide[left] = wide[right] = inside or outside
    for found in re.finditer("[()]", text):
        at = found.start()
        if wide.get(at, _is_han(_beside(text, at, -1)) or _is_han(_beside(text, at, 1))):
            yield Edit(at, at + 1, _WIDE_BRACKETS[found[0]], "brackets")


_APOSTROPHE = re.compile("(?<=[A-Za-z])['’](?=[A-Za-z])")
_STOPS = frozenset("，。、；：！？")


def _quotes(text: str) -> Iterator[Edit]:
    """`"三个到位"` → `“三个到位”`: in pairs; one without another stays as it is."""
    if '"' not in text and "'" not in text:
        return
    han = _han_before(text)
    chinese = _chinese_quotes(text)
    new: dict[int, str] = {}
    for left, right in _pairs(text, "“", "”", '"'):
        if han[left] != han[right] or left in chinese or right in chinese:
            new |= {left: "“", right: "”"}
    for left, right in _pairs(_APOSTROPHE.sub("x", text), "‘", "’", "'"):
        if han[left] != han[right]:
            new |= {left: "‘", right: "’"}
    for at in sorted(new):
        if text[at] in "\"'":
            yield Edit(at, at + 1, new[at], "quotes")


def _chinese_quotes(text: str) -> set[int]:
    """Return the places of straight quotes beside Chinese words or marks."""
    return {
        run.start + at
        for run in _runs(text)
        if '"' in run.text and (run.is_chinese or not _STOPS.isdisjoint(run.text))
        for at, mark in enumerate(run.text)
        if mark == '"'
    }


# Not behind a label without a heading (`一.`).
_PERIOD = re.compile(rf"(?<=[{_HAN}])(?<![一二三四五六七八九十])\.(?={_SPACE}*$)", re.MULTILINE)


def _period(text: str) -> Iterator[Edit]:
    """`会议结束.` → `会议结束。` at the end of a line."""
    for found in _PERIOD.finditer(text):
        yield Edit(found.start(), found.end(), "。", "period")


_DASHES = re.compile("[-－─―]+")
_DASH = range(2, 5)
"""How many hyphens are typed for one dash; a longer row is a rule across the page."""


def _dash(text: str) -> Iterator[Edit]:
    """`--2025年1月14日在` → `——2025年1月14日在`."""
    for run in _runs(text):
        if not (run.is_chinese or (not run.before and run.after.isdigit())):
            continue
        for found in _DASHES.finditer(run.text):
            is_option = run.after.isascii() and run.after.isalpha() and found.end() == len(run.text)
            if len(found[0]) in _DASH and not is_option:
                yield Edit(run.start + found.start(), run.start + found.end(), "——", "dash")


_DOTS = re.compile(r"\.+|[·・]+|。+|…+")
_ELLIPSIS = {".": range(3, 7), "·": range(3, 7), "・": range(3, 7), "。": range(3, 7), "…": range(1, 2)}
"""How many of each are typed for an ellipsis; a longer row leads to a page number."""


def _ellipsis(text: str) -> Iterator[Edit]:
    """`等等...` → `等等……`."""
    for run in _runs(text):
        if run.is_chinese:
            for found in _DOTS.finditer(run.text):
                if len(found[0]) in _ELLIPSIS[found[0][0]]:
                    yield Edit(run.start + found.start(), run.start + found.end(), "……", "ellipsis")


_RATES = frozenset("%‰℃")


def _range(text: str) -> Iterator[Edit]:
    """`15%~30%` → `15%～30%` (GB/T 15835-2011)."""
    if _IS_HAN.search(text) is None:
        return
    for run in _runs(text):
        counts = run.before.isdigit() or run.before in _RATES or _is_han(run.before)
        if counts and run.after.isdigit() and run.text.strip(_BLANK) == "~":
            at = run.start + run.text.index("~")
            yield Edit(at, at + 1, "～", "range")


_TIGHT = f"{_HAN}{_FULL}0-9"
_INNER = re.compile(rf"(?<=[{_TIGHT}]){_SPACE}(?=[{_TIGHT}])")
# A space that means something: behind the number of a part, between two organs, in a row of names.
_KEPT = re.compile(
    r"^[ \t\u3000]*第[一二三四五六七八九十0-9]{1,3}(?:部分|编|章|节|条) "
    "|中央 (?=国务院)"
    rf"|^[ \t\u3000]*[{_HAN}]{{2,3}}(?: +[{_HAN}]{{2,3}}){{2,}}{_SPACE}*$",
    re.MULTILINE,
)


def _spaces(text: str) -> Iterator[Edit]:
    """`召开 会 议` → `召开会议`, `2024 年` → `2024年`; two spaces and more are layout and stay."""
    kept = {at for found in _KEPT.finditer(text) for at in range(*found.span())}
    for found in _INNER.finditer(text):
        at = found.start()
        in_number = text[at - 1].isdigit() and text[at + 1].isdigit()
        if at not in kept and not in_number:
            yield Edit(at, at + 1, "", "spaces")


_DOUBLED = re.compile(r"([，。、；：])\1+")


def _doubled(text: str) -> Iterator[Edit]:
    """`结束。。` → `结束。`."""
    for found in _DOUBLED.finditer(text):
        yield Edit(found.start(), found.end(), found[1], "doubled")


Rule = Callable[[str], Iterator[Edit]]

RULES: dict[str, Rule] = {
    "width": _width,
    "brackets": _brackets,
    "quotes": _quotes,
    "period": _period,
    "dash": _dash,
    "ellipsis": _ellipsis,
    "range": _range,
    "spaces": _spaces,
    "doubled": _doubled,
}
"""Every rule, in the order in which they are made: each sees what those before it have made."""


def edits(text: str) -> tuple[Edit, ...]:
    """Return what to change in `text`, in order and without overlap; nothing is changed.

    >>> [(edit.rule, text[edit.start : edit.end], edit.new) for text in ["等等...会 议。。"] for edit in edits(text)]
    [('ellipsis', '...', '……'), ('spaces', ' ', ''), ('doubled', '。。', '。')]
    """
    found: tuple[Edit, ...] = ()
    current = text
    for rule in RULES.values():
        new = tuple(rule(_masked(current)))
        if new:
            found = tuple(composed(found, new))
            current = apply(current, new)
    return found


def _masked(text: str) -> str:
    return _OPAQUE.sub(lambda found: "x" * len(found[0]), text)


def normalize(text: str) -> str:
    """Return `text` with its marks and spaces put right; what is right already stays as it is.

    >>> normalize("--2025年1月14日在第四次会议上")
    '——2025年1月14日在第四次会议上'
    >>> normalize("中共中央 国务院"), normalize("第二部分 2025年工作安排")
    ('中共中央 国务院', '第二部分 2025年工作安排')
    """
    return apply(text, edits(text))
