"""Papers set in one page model, and what is measured on them."""

from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pdfplumber

from draftkit.renderers import House, PageModel
from draftkit.renderers.docx import render_docx
from draftkit.renderers.docx.libreoffice import for_libreoffice
from draftkit.tree import Booklet, Document, Section, Signature
from examples.presidium_report import paper as example
from tests.layout.papers import BOOKLET, FULL, SEALED
from tests.page.pdf import Office, Rule, Type, pages, rules

__all__ = ["LEFT", "RIGHT", "Page", "Setting", "text"]

LEFT, RIGHT, FOOT = 28, 184, 262
"""The edges of the text area, in millimetres (GB/T 9704-2012, 5.2.1)."""

_INDENTED, _CENTRED = LEFT + 5, LEFT + 13
Line = list[Type]
Page = list[Line]


def text(line: Line) -> str:
    """Return the text of a line, without spaces."""
    return "".join(one.text for one in line).replace(" ", "")


class Setting:
    """The papers of one page model, each made into PDF once."""

    def __init__(self, office: Office, folder: Path, model: PageModel) -> None:
        """Keep what they are made with."""
        self.model = model
        self._office, self._folder = office, folder

    def pdf(self, name: str, paper: Document | Booklet) -> Path:
        """Return the PDF of `paper`."""
        made = self._folder / f"{name}-{self.model}.pdf"
        if not made.exists():
            docx = made.with_suffix(".docx")
            docx.write_bytes(for_libreoffice(render_docx(paper, House(page=self.model), spaced=True)))
            self._office.pdf(docx)
        return made

    def of(self, docx: Path) -> list[Page]:
        """Return the lines of each page of a file."""
        docx.write_bytes(for_libreoffice(docx.read_bytes()))
        return pages(self._office.pdf(docx))

    def pages(self, name: str, paper: Document | Booklet) -> list[Page]:
        """Return the lines of each page of `paper`."""
        return pages(self.pdf(name, paper))

    @property
    def pitch(self) -> float:
        """The height of a line, in millimetres."""
        return (579 if self.model is PageModel.NOMINAL else 592) * 25.4 / 1440

    @cached_property
    def plain(self) -> Page:
        """A page that is full of Chinese characters, its number left out."""
        return self.pages("plain", Document(blocks=["会议认为" * 7 * 22 * 3]))[1][:-1]

    @cached_property
    def report(self) -> list[Page]:
        """The pages of the example report."""
        return self.pages("report", example.paper().draft())

    @cached_property
    def full(self) -> list[Page]:
        """The pages of a paper with every part."""
        return self.pages("full", FULL)

    @cached_property
    def full_rules(self) -> list[list[Rule]]:
        """The rules of each of its pages."""
        with pdfplumber.open(self.pdf("full", FULL)) as document:
            return [rules(page) for page in document.pages]

    @cached_property
    def full_sizes(self) -> list[tuple[int, int]]:
        """The size of each of its pages, in millimetres."""
        with pdfplumber.open(self.pdf("full", FULL)) as document:
            return [(round(page.width * 25.4 / 72), round(page.height * 25.4 / 72)) for page in document.pages]

    @cached_property
    def sealed(self) -> Page:
        """A page with the signature of two organs that seal."""
        return self.pages("sealed", SEALED)[0]

    @cached_property
    def signed(self) -> Page:
        """A page with a signature without a seal, the organ's name longer than the date."""
        signature = Signature("清溪镇人民代表大会主席团", "2025年1月14日")
        return self.pages("signed", Document(blocks=["会议同意。"], signature=signature))[0]

    @cached_property
    def levels(self) -> Page:
        """A page with headings of every level, run-in ones too."""
        deep = Section("甲项", Section("乙项", [Section("丙项", Section("丁项", "正文。"))]))
        quoted = "引用“原话”——并说明……以及姓名·名字。"
        return self.pages("levels", Document(blocks=[deep, Section("戊项", Section("己项", quoted, run_in=True))]))[0]

    @cached_property
    def booklet(self) -> list[Page]:
        """The pages of a booklet."""
        return self.pages("booklet", BOOKLET)

    def line(self, page: Page, start: str) -> Line:
        """Return the line of `page` that begins so."""
        return next(line for line in page if text(line).startswith(start))

    def ends(self) -> list[float]:
        """Return where the lines of the example report end that don't end a paragraph."""
        return [
            line[-1].right
            for page in self.report
            for line, following in pairwise(page[:-1])
            if following[0].left < _INDENTED
            and line[0].left < _CENTRED
            and line[0].size == following[0].size
            and text(line)[-1] not in "。：；"
        ]
