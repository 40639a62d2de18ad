r"""A paper as Markdown (CommonMark with pipe tables), with all of its labels in the text.

| in the paper | in the file |
| --- | --- |
| title | `# …`; a break in it is `<br>` |
| the other lines of the title block, and the signature | paragraphs, in their order |
| an unnumbered part | `## …` |
| a heading 一、 （一） 1. （1） | `###` … `######`, its label in it; a deeper one `######` as well |
| a run-in heading | `**（一）…**。` before the text, the same for `**一是…**。` |
| a table | a pipe table; its caption is a paragraph all in bold, its unit a paragraph `单位：…` above it |
| a blank | `〔待填：…〕` |

The 。 of a run-in heading stands behind the `**`: closing ones with a mark before and a letter behind them
close nothing in CommonMark. Whatever Markdown would read as its own is escaped.

>>> escaped("20__年的*重点*工作")
'20\\_\\_年的\\*重点\\*工作'
>>> escaped("1. 不是列表"), escaped("# 不是标题"), escaped("3.5亿元")
('1\\. 不是列表', '\\# 不是标题', '3.5亿元')
"""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from draftkit.renderers.house import House
from draftkit.renderers.spans import groups
from draftkit.tree import Document, Inlines, Line, Role, Span, SpanKind, Table, plain

__all__ = ["escaped", "render_markdown"]

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~]|&(?=#?\w+;)")
# What begins a block at the start of a paragraph: a list, a rule, a heading's underline, a fence.
_OPENING = re.compile(r"(?=[-+=])|[0-9]{1,9}(?=[.)](?:\s|$))")
_SPACES = re.compile(r"^[ \t]+|[ \t]+$")
_DEEPEST = 6


def render_markdown(document: Document, house: House) -> bytes:
    """Return `document` as Markdown; a plain text has no look, whatever the `house`."""
    del house
    return "".join(f"{block}\n" for block in _spaced(document.lines())).encode()


def escaped(text: str) -> str:
    """Return `text` such that Markdown shows it as it is, at the start of a paragraph too."""
    return _guarded(_inline(text))


def _inline(text: str) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return re.sub(r"\r\n|\r|\n", "<br>", text)


def _guarded(text: str) -> str:
    """Return a paragraph that opens no other block, and keeps the spaces at its ends."""
    text = _SPACES.sub(lambda found: "".join(f"&#{ord(char)};" for char in found[0]), text)
    return _OPENING.sub(r"\g<0>\\", text, count=1) if _OPENING.match(text) else text


def _spaced(lines: Iterable[Line | Table]) -> Iterator[str]:
    """Yield the blocks, an empty line between each two."""
    for number, line in enumerate(lines):
        if number:
            yield ""
        match line:
            case Line():
                yield _block(line)
            case Table():
                yield from _table(line)
            case _:
                assert_never(line)


def _block(line: Line) -> str:
    match line.role:
        case Role.TITLE:
            return f"# {_inline(line.text)}"
        case Role.PART:
            return f"## {_inline(line.text)}"
        case Role.HEADING:
            depth = min(line.level + 2, _DEEPEST) if line.level else _DEEPEST
            return f"{'#' * depth} {_inline(line.text)}"
        case Role.CAPTION:
            return f"**{_inline(line.text)}**"
        case _:
            return _guarded("".join(_group(group.spans, heading=group.heading) for group in groups(line.spans)))


def _group(spans: tuple[Span, ...], *, heading: bool) -> str:
    text = "".join("<br>" if span.kind is SpanKind.BREAK else _inline(span.text) for span in spans)
    return f"**{text.removesuffix('。')}**。" if heading else text


def _table(table: Table) -> Iterator[str]:
    yield _row(table.header)
    yield f"|{' --- |' * len(table.header)}"
    for row in table.rows:
        yield _row(row)


def _row(cells: tuple[Inlines, ...]) -> str:
    return f"| {' | '.join(_inline(plain(cell)) for cell in cells)} |"
