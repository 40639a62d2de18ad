"""Plain text to a document."""

import re

from draftkit.readers.headings import is_aside, is_part_title, parse_heading
from draftkit.readers.joins import join
from draftkit.readers.kind import kind_of
from draftkit.readers.raw import Raw, raw_lines
from draftkit.readers.residue import set_aside
from draftkit.readers.structure import build
from draftkit.readers.tables import gather
from draftkit.readers.title_block import is_salutation, is_title, take_title_block, unspaced
from draftkit.tree import Document, Role, Signature, plain
from draftkit.tree.moves import opens_move
from draftkit.zh.numbering import parse_point

__all__ = ["read_lines", "read_text"]


def read_text(text: str) -> Document:
    """Return the document of a plain text.

    The text of the document is that of `text` with these changes and no others:
    empty lines and the space around a line are gone, as is the space between a
    label or a run-in heading and what follows it; what isn't part of the paper
    is in `residue`; a paragraph that a page break had cut is one, listed in `joins`.
    """
    return read_lines(raw_lines(text))


def read_lines(lines: list[Raw]) -> Document:
    """Return the document of `lines`."""
    kept, residue = set_aside(lines, is_title)
    kept, joins = join(kept, _opens)
    title_block, body = take_title_block(kept)
    body, signature = _take_signature(body)
    kind = kind_of(unspaced(plain(title_block.title or ())), [raw.text for raw in body])
    return Document(
        kind=kind,
        title_block=title_block,
        blocks=build(gather(body), _ends_resolved if kind == "resolution" else is_aside),
        signature=signature,
        residue=tuple(residue),
        joins=tuple(joins),
    )


def _ends_resolved(text: str) -> bool:
    """Return whether `text` stands outside the sections above it in a resolution: so does every move."""
    return is_aside(text) or opens_move(text) is not None


def _opens(raw: Raw) -> bool:
    text = raw.text
    return (
        raw.row
        or raw.table is not None
        or "\t" in text
        or parse_heading(text) is not None
        or parse_point(text) is not None
        or is_part_title(text)
        or is_salutation(text)
        or is_title(text)
    )


_ORGAN = re.compile(r"^[^，。；：]{2,40}(?:主席团|人民代表大会|人大|人大办|办公室|人民政府|委员会|秘书处|党委)$")
_SESSION_ORGAN = re.compile(r"^第[一二三四五六七八九十]{1,3}次会议(?:主席团|秘书处)$")
"""The second line of a signature too long for one."""
_DATE = re.compile(
    r"^(?:\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?"
    r"|\d{4}([-./．])\d{1,2}\1\d{1,2}"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
    r"|〔待填：[^〕]*日期〕)$"
)


def _is(raw: Raw, role: Role, pattern: re.Pattern[str]) -> bool:
    return raw.surely(role) or (raw.can_be(role) and pattern.match(raw.text) is not None)


def _take_signature(lines: list[Raw]) -> tuple[list[Raw], Signature | None]:
    """Return the lines above the signature, and the organ and the date that sign."""
    if not lines or not _is(lines[-1], Role.DATE, _DATE):
        return lines, None
    if len(lines) > 2 and _SESSION_ORGAN.match(lines[-2].text) and lines[-3].text.endswith("届人民代表大会"):  # noqa: PLR2004
        return lines[:-3], Signature(f"{lines[-3].text}\n{lines[-2].text}", lines[-1].text)
    if len(lines) > 1 and _is(lines[-2], Role.ORGAN, _ORGAN):
        return lines[:-2], Signature(lines[-2].text, lines[-1].text)
    return lines[:-1], Signature(None, lines[-1].text)
