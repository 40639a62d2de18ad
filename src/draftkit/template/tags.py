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
from typing import Final, NamedTuple

from draftkit.template.tag import LINE_FEED, Tag

__all__ = ["Guarded", "guard", "plain", "restore"]

_GUARDED: Final = "%{}#“”‘’&"
_PRIVATE: Final = "".join(chr(0xE8F0 + number) for number in range(len(_GUARDED)))
_GUARD: Final = str.maketrans(_GUARDED, _PRIVATE)
_GUARDS: Final = dict(zip(_GUARDED, _PRIVATE, strict=True))
_RESTORE: Final = str.maketrans(_PRIVATE, _GUARDED)
_RESTORED: Final = dict(zip(_PRIVATE, _GUARDED, strict=True))
_PRIVATES: Final = re.compile(f"[{_PRIVATE}]")
_DIGITS: Final = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
_MARK: Final = re.compile(f"([{_DIGITS}]+)\u205f")

_TOKEN: Final = re.compile(r"<w:p[ >]|\{(?:<[^>]*>)*[{%#]")
_INSIDE: Final = re.compile(r"<[^>]*>|&\w+;|&#\w+;|.", re.DOTALL)
_RUNS: Final = "(?:<[^>]*>)*"
_PREFIX: Final = re.compile(rf"{_RUNS}(?:[+-]{_RUNS})?(?:(?:p|r|t{_RUNS}[rc]){_RUNS} )?")
"""What stands before the number of a tag: Word may put each character of it in a run of its own."""
_CLOSERS: Final = {"{": "}", "%": "%", "#": "#"}
_QUOTES: Final = {'"': '"', "'": "'", "“": '”"', "‘": "’'"}


class Guarded(NamedTuple):
    """XML whose tags are guarded and numbered, and its tags."""

    xml: str
    tags: tuple[Tag, ...]


def guard(xml: str) -> Guarded:
    """Return `xml` with its tags guarded and numbered."""
    xml = xml.replace("\n", LINE_FEED)
    pieces: list[str] = []
    tags: list[Tag] = []
    paragraph = at = 0
    while token := _TOKEN.search(xml, at):
        pieces.append(xml[at : token.end()])
        at = token.end()
        if token[0].startswith("<"):
            paragraph += 1
            continue
        inside = _read(xml, at, token[0][-1])
        if inside is None:
            tags.append(Tag(text=plain(xml[token.start() : at + 40]), paragraph=paragraph, closed=False))
            continue
        guarded, at = inside
        tags.append(Tag(text=plain(token[0] + guarded), paragraph=paragraph))
        pieces.append(_numbered(guarded, len(tags)))
    pieces.append(xml[at:])
    return Guarded("".join(pieces), tuple(tags))


def plain(xml: str) -> str:
    """Return the text of some XML, its markup and entities taken off.

    >>> plain("<w:t>{{ a &lt;</w:t><w:t> b }}</w:t>")
    '{{ a < b }}'
    """
    text = re.sub(r"<[^>]*>?", "", xml).translate(_RESTORE).replace(LINE_FEED, " ")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _numbered(guarded: str, number: int) -> str:
    prefix = _PREFIX.match(guarded)
    at = prefix.end() if prefix else 0
    digits = "".join(_DIGITS[int(digit)] for digit in f"{number:o}")
    return f"{guarded[:at]}{digits}\u205f{guarded[at:]}"


def _read(xml: str, start: int, kind: str) -> tuple[str, int] | None:
    """Return the inside of a tag with its closer, guarded, and where it ends; None where it doesn't end."""
    if kind != "#":
        found = _scan(xml, start, _CLOSERS[kind], quotes=True)
        if found is not None:
            return found
    return _scan(xml, start, _CLOSERS[kind], quotes=False)


def _scan(xml: str, start: int, closer: str, *, quotes: bool) -> tuple[str, int] | None:
    pieces: list[str] = []
    ends = ""
    depth = 0
    at = start
    close = re.compile(re.escape(closer) + r"(?:<[^>]*>)*\}")
    while found := _INSIDE.match(xml, at):
        item = found[0]
        if item.startswith("<"):
            if item == "</w:p>":
                return None
            pieces.append(item)
        elif not ends and depth == 0 and item == closer and (end := close.match(xml, at)):
            return "".join(pieces) + end[0], end.end()
        elif ends:
            if item == "\\":
                pieces.append(item)
                at += 1
                item = xml[at : at + 1]
                pieces.append(item.translate(_GUARD))
                at += 1
                continue
            if item in ends:
                pieces.append(item)
                ends = ""
            else:
                pieces.append(_guarded(item))
        elif quotes and item in _QUOTES:
            ends = _QUOTES[item]
            pieces.append(item)
        else:
            if quotes and closer == "}":
                depth += (item == "{") - (item == "}" and depth > 0)
            pieces.append(item if item in _CURLY else _guarded(item))
        at = at + len(item)
    return None


_CURLY: Final = "“”‘’"


def _guarded(item: str) -> str:
    if item == LINE_FEED:
        return " "
    if item.startswith("&"):
        # docxtpl leaves &amp; as it is, and makes the others the characters they stand for.
        return "&".translate(_GUARD) if item == "&amp;" else item
    return _GUARDS.get(item, item)


def restore(patched: str) -> str:
    """Return what `patch_xml` made of guarded XML, as Jinja source; tag n begins on line n."""
    line = 1

    def feed(mark: re.Match[str]) -> str:
        nonlocal line
        number = int("".join(str(_DIGITS.index(digit)) for digit in mark[1]), 8)
        feeds, line = max(number - line, 0), max(number, line)
        return "\n" * feeds

    return _PRIVATES.sub(lambda found: _RESTORED[found[0]], _MARK.sub(feed, patched))
