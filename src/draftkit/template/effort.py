"""How long docxtpl's patching would take over a part: most of it is linear, but some of its steps aren't.

Each step below looks, for each tag of a kind or each stray mark, through all that is left of the part. Where much is
left and the tags are many, that is hours. What is counted here is an upper bound, and 0 for what Word writes.
"""

import re
from collections.abc import Iterator
from typing import Final

from draftkit.template.tag import Tag
from draftkit.template.tags import Guarded, numbers

__all__ = ["effort"]

_BARRIER: Final = re.compile(r"-%(?:<[^>]*>)*\}|<w:t[ >]|\{(?:<[^>]*>)*[{%]")
_FEW: Final = 100
_HIDDEN: Final = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_CELL: Final = re.compile(r"\{%[+-]?\s*(colspan|cellbg|vm|hm)\b(\s*)")


def effort(guarded: Guarded) -> int:
    """Return how many characters patching looks at beyond reading the part through."""
    return _strays(guarded.xml) + _hidden(guarded.xml) + _unclosed(guarded) + _cells(guarded)


def _strays(xml: str) -> int:
    """`-%}` is looked for with the text behind it, up to the next text or tag."""
    if xml.count("-%") < _FEW:
        return 0
    total, barrier = 0, len(xml)
    for found in reversed(list(_BARRIER.finditer(xml))):
        if found[0].startswith("-"):
            total += barrier - found.end()
        else:
            barrier = found.start()
    return total


def _hidden(xml: str) -> int:
    """Comments may hold markup that nothing closes."""
    if "<!--" not in xml and "<?" not in xml:
        return 0
    return sum(found[0].count("<", 1) for found in _HIDDEN.finditer(xml)) * len(xml)


def _behind(guarded: Guarded, end: int) -> tuple[Tag, ...]:
    """Return the tags behind a place."""
    first = next(numbers(guarded.xml, end), None)
    return () if first is None else guarded.tags[first[0] - 1 :]


def _unclosed(guarded: Guarded) -> int:
    """The end of the paragraph, row, cell or run that a tag takes is looked for even behind the last one."""
    total = 0
    for prefix in {tag.prefix for tag in guarded.tags} - {""}:
        end = guarded.xml.rfind(f"</w:{prefix}>")
        if end >= 0:
            count = sum(tag.prefix == prefix for tag in _behind(guarded, end))
            total += count * (len(guarded.xml) - end)
    return total


def _cells(guarded: Guarded) -> int:
    """What a cell is made by is looked for between any two marks of it, where it isn't found at once."""
    kinds = {number: found for number, tag in enumerate(guarded.tags, 1) if (found := _CELL.match(tag.text))}
    if not kinds:
        return 0
    xml = guarded.xml
    last = xml.rfind("</w:tc>")
    total = start = end = 0
    for number, at in numbers(xml):
        if number not in kinds:
            continue
        if at > last:
            # Behind the last cell, each way to share the tag's white space is tried.
            total += (len(kinds[number][2]) + 1) ** 2 * (len(xml) - last)
        elif at > end:
            start = max(xml.rfind("<w:tc>", end, at), xml.rfind("<w:tc ", end, at), start)
            end = xml.find("</w:tc>", at)
            total += _in_cell(xml[start:end], at - start)
    return total


def _in_cell(cell: str, at: int) -> int:
    """Return the effort for a cell whose tag stands `at`."""
    runs = cell[cell.rfind("</w:r>") + 1 :]
    total = runs.count("<w:t>") * len(runs)
    ends = cell.count("</w:tcPr")
    if ends and not (ends == 1 and all(_steps(cell, at))):
        total += ends * cell.count("<w:t") * cell.count(">") * len(cell)
    return total


def _steps(cell: str, at: int) -> Iterator[bool]:
    """Yield whether properties and a text stand before the tag, and the text's end behind it."""
    text = cell.find("<w:t", cell.find("</w:tcPr"))
    yield 0 <= text < at
    yield cell.find(">", text) < at
    yield cell.find("</w:t>", at) >= 0
