"""The outline of an old report or summary: what stands above, the review, the plan."""

import re

from attrs import field, frozen

from draftkit.tree import Block, Blocks, Inlines, Paragraph, Part, Points, Section, Table, plain
from draftkit.zh.numerals import parse_digits

__all__ = ["Outline", "Piece", "first_text", "outline_of", "split_shortcomings", "year_in"]


@frozen
class Piece:
    """A part of a paper: its title, what stands before its sections, they themselves, what stands behind."""

    title: Inlines | None = None
    leading: Blocks = ()
    sections: Blocks = ()
    trailing: Blocks = ()


@frozen
class Outline:
    """A paper divided: read in this order, its pieces are all of it.

    Args:
        above: What stands above the title of the review.
        review: The review.
        plan: The plan.
        numbered: Whether review and plan are the sections 一、 and 二、.
    """

    above: Blocks = ()
    review: Piece = field(factory=Piece)
    plan: Piece = field(factory=Piece)
    numbered: bool = False


def outline_of(blocks: Blocks) -> Outline:
    """Return the outline of `blocks`; without titled parts all of it is review."""
    at = [n for n, block in enumerate(blocks) if isinstance(block, Part)]
    if at:
        return _of_parts(blocks[: at[0]], blocks[at[0] :])
    at = [n for n, block in enumerate(blocks) if isinstance(block, Section)]
    if _are_numbered_parts([blocks[n] for n in at]):
        above, review, plan = blocks[: at[0]], blocks[at[0] : at[1]], blocks[at[1] :]
        return Outline(above, _piece(*review), _piece(*plan), numbered=True)
    return Outline(review=_untitled(blocks))


def _of_parts(above: Blocks, parts: Blocks) -> Outline:
    first = parts[0]
    if len(parts) == 1 and isinstance(first, Part) and is_plan_title(first.title):
        return Outline(review=_untitled(above), plan=_piece(first))
    if len(parts) == 1:
        return Outline(above, _piece(first))
    if any(isinstance(block, Section) for block in above):
        return Outline(review=_untitled(above), plan=_piece(*parts))
    return Outline(above, _piece(first), _piece(*parts[1:]))


_REVIEW = re.compile(r"回顾|总结|情况|主要工作|成效|以来")
_PLAN = re.compile(r"计划|打算|思路|任务|安排|部署|展望|重点|下一步|下步")


def is_plan_title(title: Inlines) -> bool:
    """Return whether `title` heads what is to be done."""
    return _PLAN.search(plain(title)) is not None


_REVIEW_AND_PLAN = 2


def _are_numbered_parts(sections: list[Block]) -> bool:
    titles = [_default_title(block) for block in sections]
    if len(titles) != _REVIEW_AND_PLAN or None in titles:
        return False
    review, plan = (title or () for title in titles)
    return _REVIEW.search(plain(review)) is not None and is_plan_title(plan)


def _default_title(block: Block) -> Inlines | None:
    """Return the title of a section of the usual form: its own line, its level's label, its place's number."""
    if isinstance(block, Section) and not block.run_in and block.style is None and block.number is None:
        return block.title
    return None


def _piece(titled: Block, *behind: Block) -> Piece:
    """Return the piece that `titled` heads, with `behind` at its end."""
    if not isinstance(titled, Section | Part):
        raise AssertionError("only a part or a section heads a piece")
    inner = _untitled(titled.blocks)
    return Piece(titled.title, inner.leading, inner.sections, (*inner.trailing, *behind))


def _untitled(blocks: Blocks) -> Piece:
    at = [n for n, block in enumerate(blocks) if isinstance(block, Section | Part)]
    if not at:
        return Piece(leading=blocks)
    return Piece(None, blocks[: at[0]], blocks[at[0] : at[-1] + 1], blocks[at[-1] + 1 :])


_SHORT = re.compile(r"不足|问题|差距|短板|薄弱|有待")


def split_shortcomings(trailing: Blocks) -> tuple[Blocks, Blocks]:
    """Return what thanks, and from where it turns to what was lacking."""
    for n, block in enumerate(trailing):
        text = first_text(block)
        if _SHORT.search(text) and "感谢" not in text:
            return trailing[:n], trailing[n:]
    return trailing, ()


def first_text(block: Block) -> str:
    """Return the text that `block` begins with; of a section or a table none."""
    match block:
        case Paragraph(content=content):
            return plain(content)
        case Points(lead=lead, items=items):
            return plain(lead) + plain(items[0].content)
        case Section() | Part() | Table():
            return ""


_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年|([一二][〇○零一二三四五六七八九]{3})年")


def year_in(title: Inlines | None) -> int | None:
    """Return the first year that `title` names: 2025年, 二〇二五年."""
    found = _YEAR.search(plain(title)) if title else None
    if found is None:
        return None
    return int(found[1]) if found[1] else parse_digits(found[2])
