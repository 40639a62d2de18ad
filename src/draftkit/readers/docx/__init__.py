"""Word documents (`.docx`) to lines: text, labels that Word counts, what styles and looks say of a line's role."""

import re
from collections.abc import Iterator

from attrs import evolve

from draftkit.readers.docx.looks import Sheet
from draftkit.readers.docx.package import open_package
from draftkit.readers.docx.paragraphs import Grid, Paragraph, paragraphs
from draftkit.readers.docx.roles import House, heading_level, heads_of, is_contents, is_heading, roles_of
from draftkit.readers.raw import SPACE, Raw
from draftkit.tree import Role, Table

__all__ = ["docx_lines"]

_UNIT = re.compile(r"^单位：(\S{1,10})$")
_CAPTION = re.compile(r"^表\s?[0-9一二三四五六七八九十]{1,3}(?:[-－.][0-9]{1,2})?[\s　：:].{1,40}$")
_TITLE_BLOCK = {Role.CORNER, Role.TITLE, Role.MARK, Role.ADOPTION_NOTE, Role.OCCASION, Role.REPORTER}
_DEEPEST_OPENING = 12
"""A title stands among a file's first paragraphs."""


def docx_lines(data: bytes) -> list[Raw]:
    """Return the lines of the `.docx` in `data`; their numbers count all of the text's paragraphs, empty ones too.

    Raises:
        ReadError: It is no `.docx`, is damaged, or would unpack to more than any paper holds.
    """
    package = open_package(data)
    sheet = Sheet.read(package.styles)
    found = [one for one in paragraphs(package, sheet) if isinstance(one, Grid) or not is_contents(one)]
    return list(_captioned(_lines(found, House.of(sheet.names))))


def _lines(found: list[Paragraph | Grid], house: House) -> Iterator[Raw]:
    opening, count = True, 0
    for one in found:
        if isinstance(one, Grid):
            yield from _grid(one, house)
            continue
        for raw in _paragraph(one, house, opening=opening):
            count += 1
            opening = opening and count < _DEEPEST_OPENING and not _is_text(raw)
            yield raw


def _is_text(raw: Raw) -> bool:
    """Return whether the title block is over with `raw`."""
    return not raw.roles & _TITLE_BLOCK and (bool(raw.roles) or len(raw.text) > len("。") * 80)


def _paragraph(paragraph: Paragraph, house: House, *, opening: bool) -> Iterator[Raw]:
    """Yield the lines of a paragraph: one, unless a foreign file breaks lines where paragraphs are meant."""
    text = paragraph.label + paragraph.text
    roles = roles_of(paragraph, house, opening=opening)
    level = heading_level(paragraph)
    pieces = [text.replace("\n", "")] if Role.TITLE in roles else [text] if house.own else text.split("\n")
    heads = heads_of(paragraph, house) if len(pieces) == 1 else None
    for piece in pieces:
        stripped = piece.strip().strip(SPACE)
        if stripped:
            shift = piece.find(stripped)
            yield Raw(
                stripped,
                paragraph.number,
                heading=1 if Role.TITLE in roles and len(roles) == 1 else level + 1 if level else 0,
                roles=frozenset({Role.HEADING}) if house.own and is_heading(paragraph) else roles,
                heads=None if heads is None else _shifted(heads, shift, len(stripped)),
                whole=house.own or (paragraph.look.indent or 0) > 0,
            )


def _shifted(heads: tuple[tuple[int, int], ...], shift: int, length: int) -> tuple[tuple[int, int], ...]:
    return tuple((max(start - shift, 0), min(end - shift, length)) for start, end in heads)


def _grid(grid: Grid, house: House) -> Iterator[Raw]:
    """Yield the line that a table is; one that is only a frame yields the paragraphs in it."""
    if not grid.rows or not grid.rows[0]:
        return
    if len(grid.rows[0]) == 1 or len(grid.rows) == 1:
        for row in grid.rows:
            for cell in row:
                for paragraph in cell:
                    yield from _paragraph(paragraph, house, opening=False)
        return
    texts = [tuple(_cell(cell) for cell in row) for row in grid.rows]
    cells = tuple(_places(cell) for row in grid.rows for cell in row)
    numbers = [line for places in cells for _, line in places]
    if numbers:
        yield Raw("", min(numbers), table=Table(texts[0], texts[1:]), cells=cells, whole=True)


def _cell(cell: tuple[Paragraph, ...]) -> str:
    return "\n".join(text for paragraph in cell if (text := paragraph.label + paragraph.text))


def _places(cell: tuple[Paragraph, ...]) -> tuple[tuple[int, int], ...]:
    """Return where each paragraph of a cell begins in the cell's text, and its number."""
    places, at = [], 0
    for paragraph in cell:
        text = paragraph.label + paragraph.text
        if text:
            places.append((at, paragraph.number))
            at += len(text) + 1
    return tuple(places)


def _captioned(lines: Iterator[Raw]) -> Iterator[Raw]:
    """Yield `lines` with a table's caption and unit put into the table."""
    above: list[Raw] = []
    for raw in lines:
        if raw.table is None:
            above.append(raw)
            continue
        unit = _UNIT.match(above[-1].text) if above else None
        taken = [above.pop()] if unit else []
        caption = above.pop() if above and _is_caption(above[-1]) else None
        yield from above
        above = []
        table = evolve(raw.table, caption=caption.text if caption else None, unit=unit[1] if unit else "")
        lines_above = tuple(line.line for line in (caption, *taken) if line)
        yield evolve(raw, table=table, above=lines_above)
    yield from above


def _is_caption(raw: Raw) -> bool:
    return Role.CAPTION in raw.roles or (not raw.roles and _CAPTION.match(raw.text) is not None)
