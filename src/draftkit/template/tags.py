r"""The tags of a template's XML: found across runs, numbered, and guarded from rewriting.

docxtpl's `patch_xml` rewrites what stands inside a tag: it straightens quotes and stops at the
first `%` or `}`. Characters that would suffer are exchanged for private ones before it and put
back behind it. Each tag also carries its number, in white space; behind `patch_xml` that
becomes line feeds, so that a line number of Jinja's is the number of a tag.

>>> found = guard('<w:p><w:r><w:t>{{ "“十四五”规划" }}</w:t></w:r></w:p>')
>>> found.tags[0].text
'{{ "“十四五”规划" }}'
>>> restore(found.xml)
'<w:p><w:r><w:t>{{ "“十四五”规划" }}</w:t></w:r></w:p>'
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from draftkit.template.marks import GUARDED, STOP, USUAL, Marks, marks_for
from draftkit.template.tag import Tag

__all__ = ["Guarded", "guard", "numbers", "plain", "restore"]

_DIGITS: Final = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
_MARK: Final = re.compile(f"([{_DIGITS}]+){STOP}")

_TOKEN: Final = re.compile(r"<w:p[ >]|\{(?:<[^>]*>)*[{%#]")
_MARKUP: Final = re.compile(r"<[^>]*>")
_INSIDE: Final = re.compile(r"<[^>]*>|&\w+;|&#\w+;|.", re.DOTALL)
_RUNS: Final = "(?:<[^>]*>)*"
_PREFIX: Final = re.compile(rf"{_RUNS}(?:[+-]{_RUNS})?(?:(?:p|r|t{_RUNS}[rc]){_RUNS} )?")
"""What stands before the number of a tag: Word may put each character of it in a run of its own."""
_CLOSERS: Final = {"{": "}", "%": "%", "#": "#"}
_CLOSED: Final = {closer: re.escape(closer) + r"(?:<[^>]*>)*\}" for closer in _CLOSERS.values()}
_QUOTES: Final = {'"': '"', "'": "'", "“": '”"', "‘": "’'"}
_CURLY: Final = "“”‘’"
_IN_VAIN: Final = 100_000
"""So many characters beyond the XML's own may be read in vain for ends of tags that have none."""


class Guarded(NamedTuple):
    """XML whose tags are guarded and numbered, its tags, and the marks that were used.

    A tag that doesn't end in its paragraph is there, but its braces aren't: docxtpl would look
    for its end again and again.
    """

    xml: str
    tags: tuple[Tag, ...]
    marks: Marks = USUAL


def guard(xml: str) -> Guarded:
    """Return `xml` with its tags guarded and numbered.

    Raises:
        TemplateError: No characters are left to guard them with.
    """
    marks = marks_for(xml)
    if marks is not USUAL:
        xml = xml.replace(STOP, marks.stop)
    xml = xml.replace("\n", marks.feed)
    reader = _Reader(xml, marks)
    pieces: list[str] = []
    tags: list[Tag] = []
    paragraph = at = 0
    while token := _TOKEN.search(xml, at):
        pieces.append(xml[at : token.start()])
        at = token.end()
        if token[0].startswith("<"):
            paragraph += 1
            pieces.append(token[0])
            continue
        inside = reader.read(at, token[0][-1])
        if inside is None:
            tags.append(Tag(text=plain(xml[token.start() : at + 40], marks), paragraph=paragraph, closed=False))
            pieces += _MARKUP.findall(token[0])
            continue
        guarded, at = inside
        tags.append(Tag(text=plain(token[0] + guarded, marks), paragraph=paragraph))
        pieces += (token[0], _numbered(guarded, len(tags)))
    pieces.append(xml[at:])
    return Guarded("".join(pieces), tuple(tags), marks)


def plain(xml: str, marks: Marks | None = None) -> str:
    """Return the text of some XML, its markup and entities taken off, and `marks` made what they stand for.

    >>> plain("<w:t>{{ a &lt;</w:t><w:t> b }}</w:t>")
    '{{ a < b }}'
    """
    text = re.sub(r"<[^>]*>?", "", xml)
    text = text.replace("\n", " ") if marks is None else text.translate(marks.restore)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _numbered(guarded: str, number: int) -> str:
    prefix = _PREFIX.match(guarded)
    at = prefix.end() if prefix else 0
    digits = "".join(_DIGITS[int(digit)] for digit in f"{number:o}")
    return f"{guarded[:at]}{digits}{STOP}{guarded[at:]}"


class _Reader:
    """What finds the ends of tags; it gives up where it has read too much in vain."""

    __slots__ = ("_guards", "_left", "_marks", "_xml")

    def __init__(self, xml: str, marks: Marks) -> None:
        self._xml = xml
        self._marks = marks
        self._guards = dict(zip(GUARDED, marks.guards, strict=True))
        self._left = _IN_VAIN + len(xml)

    def read(self, start: int, kind: str) -> tuple[str, int] | None:
        """Return the inside of a tag with its closer, guarded, and where it ends; None where it doesn't end."""
        found = None
        if kind != "#" and self._left > 0:
            found = self._scan(start, _CLOSERS[kind], quotes=True)
        if found is None and self._left > 0:
            found = self._scan(start, _CLOSERS[kind], quotes=False)
        return found

    def _scan(self, start: int, closer: str, *, quotes: bool) -> tuple[str, int] | None:
        xml = self._xml
        pieces: list[str] = []
        ends = ""
        depth = 0
        at = start
        close = re.compile(_CLOSED[closer])
        while found := _INSIDE.match(xml, at):
            item = found[0]
            if item.startswith("<"):
                if item == "</w:p>":
                    break
                pieces.append(item)
            elif not ends and depth == 0 and item == closer and (end := close.match(xml, at)):
                return "".join(pieces) + end[0], end.end()
            elif ends:
                if item == "\\":
                    pieces.append(item)
                    at += 1
                    item = xml[at : at + 1]
                    pieces.append(item.translate(self._marks.guard))
                    at += 1
                    continue
                if item in ends:
                    pieces.append(item)
                    ends = ""
                else:
                    pieces.append(self._guarded(item))
            elif quotes and item in _QUOTES:
                ends = _QUOTES[item]
                pieces.append(item)
            else:
                if quotes and closer == "}":
                    depth += (item == "{") - (item == "}" and depth > 0)
                pieces.append(item if item in _CURLY else self._guarded(item))
            at = at + len(item)
        self._left -= at - start
        return None

    def _guarded(self, item: str) -> str:
        if item == self._marks.feed:
            return " "
        if item.startswith("&"):
            # docxtpl leaves &amp; as it is, and makes the others the characters they stand for.
            return self._guards["&"] if item == "&amp;" else item
        return self._guards.get(item, item)


def numbers(xml: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the number of each tag in guarded XML, with the place where it stands."""
    return ((_number(mark), mark.start()) for mark in _MARK.finditer(xml, start))


def _number(mark: re.Match[str]) -> int:
    return int("".join(str(_DIGITS.index(digit)) for digit in mark[1]), 8)


def restore(patched: str, marks: Marks = USUAL) -> str:
    """Return what `patch_xml` made of guarded XML, as Jinja source; tag n begins on line n."""
    line = 1

    def feed(mark: re.Match[str]) -> str:
        nonlocal line
        number = _number(mark)
        feeds, line = max(number - line, 0), max(number, line)
        return "\n" * feeds

    private = re.compile(f"[{''.join(marks.restored)}]")
    return private.sub(lambda found: marks.restored[found[0]], _MARK.sub(feed, patched))
