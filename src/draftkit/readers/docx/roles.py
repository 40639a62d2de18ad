"""What a paragraph of Word is for, told by its style, or by its look where its style says nothing."""

import re
from itertools import groupby

from attrs import frozen

from draftkit.readers.docx.paragraphs import Paragraph, Run
from draftkit.tree import Role

__all__ = ["House", "heading_level", "heads_of", "is_contents", "is_heading", "roles_of"]

_SUBTITLES = frozenset({Role.MARK, Role.ADOPTION_NOTE, Role.OCCASION, Role.REPORTER})
_TITLE_BLOCK = frozenset({Role.TITLE, *_SUBTITLES})
_BY_STYLE: dict[str, frozenset[Role]] = {
    "title": frozenset({Role.TITLE}),
    "标题": frozenset({Role.TITLE}),
    "subtitle": _SUBTITLES,
    "副标题": _SUBTITLES,
    "salutation": frozenset({Role.SALUTATION}),
    "称呼": frozenset({Role.SALUTATION}),
    "caption": frozenset({Role.CAPTION}),
    "题注": frozenset({Role.CAPTION}),
    "signature": frozenset({Role.ORGAN}),
    "date": frozenset({Role.DATE}),
    "corner label": frozenset({Role.CORNER}),
    "part heading": frozenset({Role.PART}),
    "table unit": frozenset({Role.UNIT}),
}
_OWN = frozenset({"body text", "list", "part heading"})
_HEADING = re.compile(r"(?:heading|标题)\s?([1-9])$")
_CONTENTS = re.compile(r"(?:toc|目录)\s?\d?$")
_TITLE_SIZE = 36
"""18 pt: titles are set in 22 pt and seldom below this, body text in 16 pt (GB/T 9704-2012, 7.3.1, 5.2.2)."""
_TITLE_FONT = re.compile("小标宋|宋|黑")


@frozen
class House:
    """What can be relied on in a file.

    Args:
        own: Whether it has draftkit's own styles, so that a paragraph is what its style says.
    """

    own: bool

    @classmethod
    def of(cls, names: frozenset[str]) -> "House":
        """Return what the styles called `names` allow."""
        return cls(own={"part heading", "run-in point", "run-in heading 1"} <= names)


def is_contents(paragraph: Paragraph) -> bool:
    """Return whether `paragraph` is a line of a table of contents, which says again what the text says."""
    return _CONTENTS.match(paragraph.style.name) is not None


def is_heading(paragraph: Paragraph) -> bool:
    """Return whether the style of `paragraph` is one of Word's for headings."""
    return _HEADING.match(paragraph.style.name) is not None


def heading_level(paragraph: Paragraph) -> int:
    """Return the level of a heading by style or outline, from 1; 0 for anything else."""
    found = _HEADING.match(paragraph.style.name)
    if found:
        return int(found[1])
    outline = paragraph.look.outline
    return outline + 1 if outline is not None and 0 <= outline < len("123456789") else 0


def roles_of(paragraph: Paragraph, house: House, *, opening: bool) -> frozenset[Role]:
    """Return the roles that `paragraph` can have; none where nothing is known.

    Args:
        paragraph: The paragraph.
        house: What can be relied on.
        opening: Whether no text stands above it yet, so that it may belong to the title block.
    """
    name = paragraph.style.name
    if name in _BY_STYLE and (opening or name not in {"title", "标题", "subtitle", "副标题"}):
        return _BY_STYLE[name]
    if house.own and name in _OWN:
        return frozenset({Role.BODY})
    if opening and not heading_level(paragraph) and _is_big(paragraph):
        return frozenset({Role.TITLE})
    return frozenset()


def _is_big(paragraph: Paragraph) -> bool:
    """Return whether `paragraph` looks like a title: centred, and larger than text."""
    looks = [run.look for run in paragraph.runs if run.text.strip()]
    if paragraph.look.align != "center" or not looks:
        return False
    return all((look.size or 0) >= _TITLE_SIZE and _TITLE_FONT.search(look.font or "宋") for look in looks)


def heads_of(paragraph: Paragraph, house: House) -> tuple[tuple[int, int], ...] | None:
    """Return where run-in headings stand in the paragraph's text, label included; None where that isn't known."""
    if house.own:
        return tuple(_styled(paragraph))
    end = _opening(paragraph)
    return ((0, end),) if end else None


def _styled(paragraph: Paragraph) -> list[tuple[int, int]]:
    found, at = [], len(paragraph.label)
    for style, group in groupby(paragraph.runs, key=lambda run: run.style):
        end = at + sum(len(run.text) for run in group)
        if style.startswith("run-in"):
            found.append((0 if at == len(paragraph.label) else at, end))
        at = end
    if not found and is_heading(paragraph):
        return [(0, at)]
    return found


def _opening(paragraph: Paragraph) -> int:
    """Return where a heading that looks different from the text behind it ends: at a 。; 0 if there is none."""
    runs = [run for run in paragraph.runs if run.text]
    if not runs:
        return 0
    first = _key(runs[0])
    text = ""
    for run in runs:
        if _key(run) != first:
            break
        text += run.text
    if len(text) == len(paragraph.text) or not text.rstrip().endswith("。") or text.count("。") != 1:
        return 0
    return len(paragraph.label) + len(text)


def _key(run: Run) -> tuple[str | None, bool]:
    return run.look.font, bool(run.look.bold)
