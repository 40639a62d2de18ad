"""Several papers in one file: a title, a table of contents, and each paper from a new page on.

>>> report, resolution = (Document(title_block=TitleBlock(title=name)) for name in ("工作报告", "关于工作报告的决议"))
>>> print(Booklet([report, resolution], title="会议文件汇编").text())
会议文件汇编
目　录
工作报告
关于工作报告的决议
工作报告
关于工作报告的决议
"""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from draftkit.errors import TreeError
from draftkit.tree._checks import listed
from draftkit.tree.back import on_a_new_page
from draftkit.tree.document import Document, blanks_in, texts_of
from draftkit.tree.frame import TitleBlock
from draftkit.tree.inlines import Blank, Inlines, inlines, optional_inlines, plain
from draftkit.tree.lines import Line, Made, Maker, Role, Span, line_of, spans_of
from draftkit.tree.nodes import Node, Table

__all__ = ["Booklet", "Paper"]


def _papers(value: Iterable[Document]) -> tuple[Document, ...]:
    papers = listed(value, "[文稿, 文稿, …]", Document)
    for number, paper in enumerate(papers, start=1):
        if paper.title_block.title is None:
            raise TreeError(
                f"汇编中第{number}份文稿没有标题，目录里无从列出",
                f"paper {number} of the booklet has no title, so its contents can't name it",
            )
    return papers


@frozen
class Booklet:
    """Several papers in one file (汇编), as they are bound for a meeting.

    Args:
        papers: The papers, each with a title.
        title: Its own title; None for none.
        contents: The heading of its table of contents.
    """

    papers: tuple[Document, ...] = field(converter=_papers)
    title: Inlines | None = field(default=None, converter=optional_inlines)
    contents: Inlines = field(default="目　录", converter=inlines)

    @property
    def title_block(self) -> TitleBlock:
        """What stands above the whole: its title."""
        return TitleBlock(title=self.title)

    def walk(self) -> Iterator[Node]:
        """Yield every node of the papers."""
        for paper in self.papers:
            yield from paper.walk()

    def lines(self) -> Iterator[Line | Table]:
        """Yield the lines: title and contents, then those of each paper."""
        yield from self.flow(line_of)

    def flow(self, make: Maker[Made]) -> "list[Line | Table | Made]":
        """Return the lines as `lines` does, but in place of those of the papers' texts what `make` makes of them."""
        title = () if self.title is None else (Line(role=Role.BOOKLET, spans=spans_of(self.title)),)
        anchored = [(f"paper-{number}", paper) for number, paper in enumerate(self.papers, start=1)]
        return [
            *title,
            Line(role=Role.CONTENTS, spans=spans_of(self.contents)),
            *(
                Line(role=Role.ENTRY, spans=_entry(paper), number=number, anchor=anchor)
                for number, (anchor, paper) in enumerate(anchored, start=1)
            ),
            *(line for anchor, paper in anchored for line in on_a_new_page(paper.flow(make), anchor)),
        ]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks still to be filled, each once, in the order of the text."""
        return tuple(dict.fromkeys(blanks_in(line for paper in self.papers for line in paper.lines())))

    def text(self) -> str:
        r"""Return the booklet as plain text: a line each paragraph, cells parted by `\t`."""
        return "\n".join(texts_of(self.lines()))


def _entry(paper: Document) -> tuple[Span, ...]:
    block = paper.title_block
    mark = "" if block.mark is None else str(block.mark)
    return spans_of(inlines(plain(block.title or ()).replace("\n", ""), mark))


Paper = Document | Booklet
"""What can be written to a file."""
