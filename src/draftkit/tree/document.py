"""A whole paper: its title block, its text, its signature, and what was set aside."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from draftkit.tree._checks import instance, listed, text
from draftkit.tree.back import Attachment, Imprint, attachment_lines, attachments_note, imprint_lines, note_lines
from draftkit.tree.flow import block_lines, signature_lines, title_lines
from draftkit.tree.frame import Signature, TitleBlock
from draftkit.tree.inlines import Blank, Inlines, optional_inlines, plain
from draftkit.tree.lines import Line, Made, Maker, line_of
from draftkit.tree.nodes import Blocks, Node, Table, blocks, walk

__all__ = ["Document", "Join", "Residue", "blanks_in", "texts_of"]


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


def _attachments(value: Iterable[Attachment]) -> tuple[Attachment, ...]:
    return listed(value, '[Attachment("附件标题", …)]', Attachment)


@frozen(kw_only=True)
class Document:
    """A paper as a tree. It is plain data: it neither saves nor checks itself.

    Args:
        kind: The kind of paper, such as `resolution`; empty where it isn't known.
        title_block: What stands above the text.
        blocks: The text.
        signature: What stands below it.
        note: 附注, below the date, without its brackets.
        attachments: The attachments, each from a new page on.
        imprint: The 版记, at the foot of the last page.
        residue: What a reader set aside; it makes no two documents differ.
        joins: The paragraphs a reader made of two; they make no two documents differ.
    """

    kind: str = field(default="", validator=text)
    title_block: TitleBlock = field(factory=TitleBlock, validator=instance('TitleBlock(title="……")', TitleBlock))
    blocks: Blocks = field(default=(), converter=blocks)
    signature: Signature | None = field(
        default=None, validator=instance('Signature("机关名称", "2025年1月14日")', Signature, optional=True)
    )
    note: Inlines | None = field(default=None, converter=optional_inlines)
    attachments: tuple[Attachment, ...] = field(default=(), converter=_attachments)
    imprint: Imprint | None = field(default=None, validator=instance("Imprint(organ=…)", Imprint, optional=True))
    residue: tuple[Residue, ...] = field(default=(), eq=False)
    joins: tuple[Join, ...] = field(default=(), eq=False)

    def walk(self) -> Iterator[Node]:
        """Yield every node of the text, each before those inside it."""
        for value in (self.blocks, *(attachment.blocks for attachment in self.attachments)):
            yield from walk(value)

    def lines(self) -> Iterator[Line | Table]:
        """Yield the lines of the paper, labels given, from the title to the date, attachments and 版记 behind."""
        yield from self.flow(line_of)

    def flow(self, make: Maker[Made]) -> "list[Line | Table | Made]":
        """Return the lines of the paper as `lines` does, but in place of its text's what `make` makes of them."""
        return [
            *title_lines(self.title_block),
            *block_lines(self.blocks, make),
            *attachments_note(self.attachments),
            *(() if self.signature is None else signature_lines(self.signature)),
            *(() if self.note is None else note_lines(self.note)),
            *attachment_lines(self.attachments, make),
            *(() if self.imprint is None else imprint_lines(self.imprint)),
        ]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks still to be filled, each once, in the order of the text."""
        return tuple(dict.fromkeys(blanks_in(self.lines())))

    def text(self) -> str:
        r"""Return the paper as plain text: a line each paragraph, cells parted by `\t`."""
        return "\n".join(texts_of(self.lines()))


def blanks_in(lines: Iterable[Line | Table]) -> Iterator[Blank]:
    """Yield the blanks in `lines`."""
    for line in lines:
        match line:
            case Line():
                for span in line.spans:
                    if span.blank is not None:
                        yield span.blank
            case Table():
                for cell in _cells(line):
                    yield from (inline for inline in cell if isinstance(inline, Blank))


def _cells(table: Table) -> Iterator[Inlines]:
    for row in (table.header, *table.body):
        yield from row


def texts_of(lines: Iterable[Line | Table]) -> Iterator[str]:
    """Yield the text of each line and of each row of a table."""
    for line in lines:
        match line:
            case Line():
                yield line.text
            case Table():
                for row in (line.header, *line.body):
                    yield "\t".join(plain(cell) for cell in row)
