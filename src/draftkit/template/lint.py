"""What can be seen to be wrong in a template's text before it is patched: all of it at once.

docxtpl's patching deletes what stands beside `{%p … %}`, leaves full-width braces as text, and
says nothing of a tag that doesn't end in its paragraph.
"""

import re
from collections.abc import Iterator
from typing import Final

from draftkit.template.problems import Problem
from draftkit.template.tag import Tag
from draftkit.template.tags import plain

__all__ = ["lint_tags", "lint_text"]

_WIDE: Final = r"｛[｛{%％#]|\{[｛％]|[｝}%％]｝|％\}"
_TEXT: Final = re.compile(r"<w:p[ >]|<w:t(?: [^>]*)?>[^<]*</w:t>")
_ROOMS: Final = {"tr": r"<w:tr[ >]|</w:tr>|<w:p[ >]", "tc": r"<w:tc[ >]|</w:tc>|<w:p[ >]"}
_NAMES: Final = {"p": ("段落", "paragraph"), "tr": ("表格行", "table row"), "tc": ("单元格", "cell")}
_SNIPPET: Final = 60


def lint_text(part: str, xml: str, tags: tuple[Tag, ...]) -> Iterator[Problem]:
    """Yield what is wrong in the text of a part: `xml` before patching, and its tags."""
    texts = _texts(xml)
    for number, text in enumerate(texts):
        if ("｛" in text or "｝" in text or "％" in text) and (found := re.search(_WIDE, text)):
            yield Problem(
                zh=f"“{found[0]}”是全角括号，不会被当作标签，请改用半角 {{{{ }}}} 或 {{% %}}",
                en=f"{found[0]!r} is full-width and no tag: write {{{{ }}}} or {{% %}}",
                part=part,
                paragraph=number,
                snippet=text[:_SNIPPET],
            )
    yield from lint_tags(part, tags)
    yield from _beside(part, texts, tags)
    for prefix, pattern in _ROOMS.items():
        if any(tag.prefix == prefix for tag in tags):
            yield from _beside_in(prefix, part, _rooms(pattern, xml), texts, tags)


def lint_tags(part: str, tags: tuple[Tag, ...]) -> Iterator[Problem]:
    """Yield a problem for each tag that doesn't end in its paragraph."""
    for tag in tags:
        if not tag.closed:
            yield _problem(part, tag, "标签没有在本段内结束", "the tag doesn't end in its paragraph")


def _problem(part: str, tag: Tag, zh: str, en: str) -> Problem:
    return Problem(zh=zh, en=en, part=part, paragraph=tag.paragraph, snippet=tag.text[:_SNIPPET])


def _texts(xml: str) -> list[str]:
    """Return the text of each paragraph, by its number from 1."""
    pieces: list[list[str]] = [[]]
    for found in _TEXT.finditer(xml):
        if found[0].startswith("<w:p"):
            pieces.append([])
        else:
            pieces[-1].append(found[0])
    return [plain("".join(paragraph)) for paragraph in pieces]


def _beside(part: str, texts: list[str], tags: tuple[Tag, ...]) -> Iterator[Problem]:
    for tag in tags:
        if tag.prefix == "p" and tag.closed:
            rest = texts[tag.paragraph].replace(tag.text, "", 1).strip()
            if rest:
                yield _lost(part, tag, rest)


def _lost(part: str, tag: Tag, rest: str) -> Problem:
    zh, en = _NAMES[tag.prefix]
    return _problem(
        part,
        tag,
        f"标签占去整个{zh}，同一{zh}里的“{rest[:20]}”会丢失，请让标签单独占一个{zh}",
        f"the tag takes its whole {en}: {rest[:20]!r} beside it would be lost; give the tag a {en} of its own",
    )


def _rooms(pattern: str, xml: str) -> Iterator[range]:
    """Yield the numbers of the paragraphs in each row or cell; a nested one belongs to the outer."""
    number = depth = first = 0
    for found in re.finditer(pattern, xml):
        if found[0].startswith("<w:p"):
            number += 1
        elif found[0].startswith("</"):
            depth -= 1
            if depth == 0:
                yield range(first, number + 1)
        else:
            depth += 1
            if depth == 1:
                first = number + 1


def _beside_in(
    prefix: str, part: str, rooms: Iterator[range], texts: list[str], tags: tuple[Tag, ...]
) -> Iterator[Problem]:
    inside = {tag.paragraph: tag for tag in tags if tag.prefix == prefix and tag.closed}
    for room in rooms:
        tag = next((inside[number] for number in room if number in inside), None)
        if tag is None:
            continue
        rest = "".join(texts[number] for number in room).replace(tag.text, "", 1).strip()
        if rest:
            yield _lost(part, tag, rest)
