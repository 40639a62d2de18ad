"""A whole paper: its title block, its blocks, its signature, and what was set aside."""

from collections.abc import Iterator

from attrs import field, frozen

from draftkit.tree.flow import Line, flow
from draftkit.tree.inlines import Blank, Inlines, optional_inlines, plain
from draftkit.tree.nodes import Blocks, Node, Table, blocks, walk

__all__ = ["Document", "Join", "Mark", "Residue", "Signature", "TitleBlock"]


@frozen
class Mark:
    """A mark of the paper's state behind its title: （草案）, （草案表决稿）.

    Args:
        text: The words, without brackets.
        own_line: Whether it stands on a line of its own below the title.
        brackets: The pair of brackets.
    """

    text: str = "草案"
    own_line: bool = field(default=False, kw_only=True)
    brackets: str = field(default="（）", kw_only=True)

    def __str__(self) -> str:
        """Return the mark in its brackets."""
        return f"{self.brackets[0]}{self.text}{self.brackets[1]}"


@frozen(kw_only=True)
class TitleBlock:
    """What stands above the text; a part that a paper doesn't have is None.

    Args:
        corner: The corner label (会议文件之三).
        title: The title; a `LineBreak` in it breaks the line by hand.
        mark: （草案） and the like.
        adoption_note: The 题注: （2026年1月15日…通过）.
        occasion: ——2026年1月15日在…会议上.
        reporter: The post and name of the one who reports.
        salutation: 各位代表：
    """

    corner: Inlines | None = field(default=None, converter=optional_inlines)
    title: Inlines | None = field(default=None, converter=optional_inlines)
    mark: Mark | None = None
    adoption_note: Inlines | None = field(default=None, converter=optional_inlines)
    occasion: Inlines | None = field(default=None, converter=optional_inlines)
    reporter: Inlines | None = field(default=None, converter=optional_inlines)
    salutation: Inlines | None = field(default=None, converter=optional_inlines)


@frozen
class Signature:
    """Who signs below the text, and when.

    Args:
        organ: The organ's name.
        date: The date, in full.
        sealed: Whether a seal is put over it, which moves both lines (GB/T 9704-2012, 7.3.5).
    """

    organ: Inlines | None = field(default=None, converter=optional_inlines)
    date: Inlines | None = field(default=None, converter=optional_inlines)
    sealed: bool = field(default=False, kw_only=True)


@frozen
class Residue:
    """Something that isn't part of the paper, set aside by a reader: a web page's navigation, a repeated title.

    Args:
        text: The text as it stood there.
        line: The line it stood on, from 1.
        reason: Why it was set aside.
    """

    text: str
    line: int | None = None
    reason: str = ""


@frozen
class Join:
    """A paragraph that a page break had cut in two, made one by a reader.

    Args:
        first: The line of its first half, from 1.
        second: The line of its second half.
    """

    first: int
    second: int


@frozen(kw_only=True)
class Document:
    """A paper as a tree. It is plain data: it neither saves nor checks itself.

    Args:
        kind: The kind of paper, such as `resolution`; empty where it isn't known.
        title_block: What stands above the text.
        blocks: The text.
        signature: What stands below it.
        residue: What a reader set aside; it makes no two documents differ.
        joins: The paragraphs a reader made of two; they make no two documents differ.
    """

    kind: str = ""
    title_block: TitleBlock = field(factory=TitleBlock)
    blocks: Blocks = field(default=(), converter=blocks)
    signature: Signature | None = None
    residue: tuple[Residue, ...] = field(default=(), eq=False)
    joins: tuple[Join, ...] = field(default=(), eq=False)

    def walk(self) -> Iterator[Node]:
        """Yield every node of the text, each before those inside it."""
        return walk(self.blocks)

    def lines(self) -> Iterator[Line | Table]:
        """Yield the lines of the paper, labels given, from the title to the date."""
        return flow(self)

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks still to be filled, each once, in the order of the text."""
        return tuple(dict.fromkeys(_blanks(self)))

    def text(self) -> str:
        r"""Return the paper as plain text: a line each paragraph, cells parted by `\t`."""
        return "\n".join(_texts(self))


def _blanks(document: Document) -> Iterator[Blank]:
    for line in flow(document):
        match line:
            case Line():
                for span in line.spans:
                    if span.blank is not None:
                        yield span.blank
            case Table():
                for cell in _cells(line):
                    yield from (inline for inline in cell if isinstance(inline, Blank))


def _cells(table: Table) -> Iterator[Inlines]:
    for row in (table.header, *table.rows):
        yield from row


def _texts(document: Document) -> Iterator[str]:
    for line in flow(document):
        match line:
            case Line():
                yield line.text
            case Table():
                for row in (line.header, *line.rows):
                    yield "\t".join(plain(cell) for cell in row)

