"""A whole paper: its title block, its text, its signature, and what was set aside."""

from collections.abc import Iterator

from attrs import field, frozen

from draftkit.tree.flow import Line, flow
from draftkit.tree.frame import Signature, TitleBlock
from draftkit.tree.inlines import Blank, Inlines, plain
from draftkit.tree.nodes import Blocks, Node, Table, blocks, walk

__all__ = ["Document", "Join", "Residue"]


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
        return flow(self.title_block, self.blocks, self.signature)

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks still to be filled, each once, in the order of the text."""
        return tuple(dict.fromkeys(_blanks(self)))

    def text(self) -> str:
        r"""Return the paper as plain text: a line each paragraph, cells parted by `\t`."""
        return "\n".join(_texts(self))


def _blanks(document: Document) -> Iterator[Blank]:
    for line in document.lines():
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
    for line in document.lines():
        match line:
            case Line():
                yield line.text
            case Table():
                for row in (line.header, *line.rows):
                    yield "\t".join(plain(cell) for cell in row)
