"""The outline of an old report or summary: what stands above, the review, the plan."""

import re
from itertools import chain, pairwise
from typing import TypeGuard

from attrs import evolve, field, frozen

from draftkit.tree import Block, Blocks, Glossary, Inlines, Paragraph, Part, Points, Section, Table, inlines, plain
from draftkit.zh.numerals import parse_digits

__all__ = ["Outline", "Piece", "first_text", "is_bare", "lacking_in", "outline_of", "year_in"]


@frozen
class Piece:
    """A part of a paper: its title, what stands before its sections, they themselves, what stands behind."""

    title: Inlines | None = None
    leading: Blocks = ()
    sections: Blocks = ()
    trailing: Blocks = ()

    @property
    def all(self) -> Blocks:
        """All that stands below the title."""
        return (*self.leading, *self.sections, *self.trailing)


@frozen
class Outline:
    """A paper divided: read in this order, its pieces are all of it.

    Args:
        above: What stands above the title of the review.
        review: The review.
        shortcomings: What was lacking, where it has a title of its own; as the rest of the review, it has none.
        plan: The plan.
        numbered: Whether these are the sections 一、 二、 (三、).
    """

    above: Blocks = ()
    review: Piece = field(factory=Piece)
    shortcomings: Piece = field(factory=Piece)
    plan: Piece = field(factory=Piece)
    numbered: bool = False


def outline_of(blocks: Blocks) -> Outline:
    """Return the outline of `blocks`; without titled parts all of it is review."""
    at = [n for n, block in enumerate(blocks) if isinstance(block, Part)]
    if at:
        return _side_by_side(blocks, at) or _of_parts(blocks[: at[0]], blocks[at[0] :])
    at = [n for n, block in enumerate(blocks) if isinstance(block, Section)]
    if _are_numbered_parts([blocks[n] for n in at]):
        above, review, plan = blocks[: at[0]], blocks[at[0] : at[1]], blocks[at[1] :]
        return Outline(above, _piece(*review), plan=_piece(*plan), numbered=True)
    found = _side_by_side(blocks, at)
    return Outline(review=_untitled(blocks)) if found is None else evolve(found, numbered=True)


_LACK = "(?:问题|不足|困难|差距|短板|薄弱环节)(?:之处)?"
_SHORTCOMINGS = re.compile(
    rf"(?:(?:工作中|目前|当前)?(?:还|仍)?(?:存在|面临)?的?)(?:一些|主要|突出)?{_LACK}(?:[和与及、]{_LACK})*"
)


def _side_by_side(blocks: Blocks, at: list[int]) -> Outline | None:
    """Return the outline of a paper whose shortcomings stand beside its review and its plan: 工作、问题、打算.

    What comes before them is the review, titled if it is one part that says so;
    behind them comes the plan or nothing. None where it is not so.

    Args:
        blocks: The paper.
        at: Where its parts begin, or its sections 一、 二、 三、.
    """
    groups = [blocks[start:end] for start, end in pairwise([*at, len(blocks)])]
    titles = [plain(_default_title(group[0]) or ()) for group in groups]
    lack = next((n for n, title in enumerate(titles) if _SHORTCOMINGS.fullmatch(title)), None)
    if lack is None or "" in titles or at[lack] == 0:
        return None
    plan = groups[lack + 1 :]
    if len(plan) > 1 or (plan and not is_plan_title(inlines(titles[-1]))):
        return None
    review = _reviewing(blocks[: at[0]], groups[:lack])
    return evolve(review, shortcomings=_piece(*groups[lack]), plan=_piece(*plan[0]) if plan else Piece())


def _reviewing(above: Blocks, groups: list[Blocks]) -> Outline:
    """Return the outline so far: the review in `groups`, each with its title, below what stands `above`."""
    title = _default_title(groups[0][0]) if len(groups) == 1 else None
    if title and (isinstance(groups[0][0], Part) or _REVIEW.search(plain(title))) and not _has_sections(above):
        return Outline(above, _piece(*groups[0]))
    return Outline(review=_untitled((*above, *chain.from_iterable(groups))))


def _has_sections(blocks: Blocks) -> bool:
    return any(isinstance(block, Section) for block in blocks)


def _of_parts(above: Blocks, parts: Blocks) -> Outline:
    first = parts[0]
    if len(parts) == 1 and isinstance(first, Part) and is_plan_title(first.title):
        return Outline(review=_untitled(above), plan=_piece(first))
    if len(parts) == 1:
        return Outline(above, _piece(first))
    if _has_sections(above):
        return Outline(review=_untitled(above), plan=_piece(*parts))
    return Outline(above, _piece(first), plan=_piece(*parts[1:]))


_REVIEW = re.compile(r"回顾|总结|情况|主要工作|成效|以来")
_PLAN = re.compile(r"计划|打算|思路|任务|安排|部署|展望|重点|下一步|下步|今后")


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
    """Return the title of a part, or of a section of the usual form: its own line, its level's label, its place."""
    if isinstance(block, Part):
        return block.title
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


def lacking_in(outline: Outline, trailing: Blocks) -> tuple[Blocks, Blocks]:
    """Return what stands behind the sections of the review, and from where it turns to what was lacking.

    Args:
        outline: The paper's outline; what has a title of its own in it is what was lacking.
        trailing: What stands behind the sections.
    """
    if outline.shortcomings.title is not None:
        return trailing, outline.shortcomings.all
    for n, block in enumerate(trailing):
        text = first_text(block)
        if _SHORT.search(text) and "感谢" not in text and not is_bare(block):
            return trailing[:n], trailing[n:]
    return trailing, ()


def is_bare(block: Block) -> TypeGuard[Points]:
    """Return whether `block` is points in one paragraph with nothing before them; as shortcomings they are opened."""
    return isinstance(block, Points) and block.joined and not block.lead


def first_text(block: Block) -> str:
    """Return the text that `block` begins with; of a section or a table none."""
    match block:
        case Paragraph(content=content):
            return plain(content)
        case Points(lead=lead, items=items):
            return plain(lead) + plain(items[0].content)
        case Section() | Part() | Table() | Glossary():
            return ""


_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年|([一二][〇○零一二三四五六七八九]{3})年")


def year_in(title: Inlines | None) -> int | None:
    """Return the first year that `title` names: 2025年, 二〇二五年."""
    found = _YEAR.search(plain(title)) if title else None
    if found is None:
        return None
    return int(found[1]) if found[1] else parse_digits(found[2])
