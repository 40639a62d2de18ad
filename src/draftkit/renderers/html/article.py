"""The lines of a paper as the elements that HTML has for them."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from attrs import frozen

from draftkit.renderers.docx.measure import fit
from draftkit.renderers.docx.sections import Kind, kinds
from draftkit.renderers.html.closing import attachments_note, imprint, signature
from draftkit.renderers.html.form import Form
from draftkit.renderers.html.markup import block, characters, element, marked, run_in
from draftkit.renderers.html.outline import Outline
from draftkit.renderers.html.table import table
from draftkit.renderers.html.titles import balanced, title
from draftkit.tree import Line, Point, Role, Section, Table, Term

__all__ = ["article"]

_ZONES = {
    **dict.fromkeys((Role.CORNER, Role.TITLE, Role.MARK, Role.ADOPTION_NOTE, Role.OCCASION, Role.REPORTER), "header"),
    **dict.fromkeys((Role.ORGAN, Role.DATE, Role.NOTE), "signature"),
    **dict.fromkeys((Role.COPY_TO, Role.PRINTED), "imprint"),
    **dict.fromkeys((Role.BOOKLET, Role.CONTENTS, Role.ENTRY), "front"),
}
"""What each line belongs to; those that are not here, to the text."""

# The ranks of headings: a section's is its level, a part's 0, and these stand above them.
_BOOKLET, _PAPER, _ATTACHMENT, _PART, _UNLABELLED = -4, -3, -1, 0, 6

_Lines = tuple[Line | Table, ...]


def article(lines: _Lines, form: Form) -> str:
    """Return a paper as an `article`: a `header`, nested sections, a `footer`; a booklet as one for each paper."""
    writer = _Writer(form, Outline(), {id(line): kind for line, kind in zip(lines, kinds(lines), strict=True)})
    papers = list(_papers(lines))
    if len(papers) == 1:
        return element("article", "\n" + "".join(writer.paper(lines)), class_="paper flow")
    inside = "".join(
        writer.front(paper) if _zone(paper[0]) == "front" else element("article", "\n" + "".join(writer.paper(paper)))
        for paper in papers
    )
    return element("div", f"\n{inside}\n", class_="paper flow")


def _papers(lines: _Lines) -> Iterator[_Lines]:
    """Yield the lines of each paper of a booklet, those before the first among them; of a paper, all."""
    start = 0
    for number, line in enumerate(lines):
        if number and isinstance(line, Line) and line.new_page and line.role is not Role.ATTACHMENT_LABEL:
            yield lines[start:number]
            start = number
    yield lines[start:]


def _zone(line: Line | Table) -> str:
    return _ZONES.get(line.role, "text") if isinstance(line, Line) else "text"


@frozen
class _Writer:
    form: Form
    outline: Outline
    kinds: dict[int, Kind]

    def front(self, lines: _Lines) -> str:
        """Return the title and the table of contents of a booklet."""
        entries = "".join(_entry(line) for line in lines if isinstance(line, Line) and line.role is Role.ENTRY)
        heads = "".join(self._front_line(line) for line in lines if isinstance(line, Line))
        return element("header", f"\n{heads}{element('nav', entries)}", class_="front") + "\n"

    def _front_line(self, line: Line) -> str:
        match line.role:
            case Role.BOOKLET:
                ended = self.outline.enter(_BOOKLET)
                return ended + block(self.outline.heading, title(line, self.form), "title last")
            case Role.CONTENTS:
                ended = self.outline.enter(_PAPER)
                return ended + block(self.outline.heading, marked(line.spans), "part last")
            case _:
                return ""

    def paper(self, lines: _Lines) -> Iterator[str]:
        """Yield the elements of one paper."""
        for zone, group in groupby(lines, _zone):
            found = tuple(group)
            of_lines = tuple(line for line in found if isinstance(line, Line))
            match zone:
                case "header":
                    below = found[-1] is not lines[-1]
                    content = "".join(self._header_line(line, last=below and line is found[-1]) for line in of_lines)
                    yield element("header", f"\n{content}") + "\n"
                case "signature":
                    content = "".join(signature(of_lines, self.form))
                    yield self.outline.close(_ATTACHMENT) + element("footer", f"\n{content}") + "\n"
                case "imprint":
                    yield self.outline.close(_ATTACHMENT) + imprint(of_lines)
                case _:
                    yield from self._text(found)
        yield self.outline.close(_PAPER)

    def _header_line(self, line: Line, *, last: bool) -> str:
        names = f"{' last' if last else ''}{' new-page' if line.new_page else ''}"
        match line.role:
            case Role.TITLE:
                ended = self.outline.enter(_PAPER)
                return ended + block(self.outline.heading, title(line, self.form), f"title{names}", id_=line.anchor)
            case Role.CORNER:
                return block("p", marked(line.spans), f"corner{' new-page' if line.new_page else ''}")
            case _:
                squeeze = fit(line.text, self.form.measure).squeeze
                style = f"--squeeze:{characters(squeeze)}" if squeeze else ""
                return block("p", balanced(line, self.form), f"centred {line.role}{names}", style)

    def _text(self, lines: _Lines) -> Iterator[str]:
        above: list[Line] = []
        previous: Role | None = None
        for line in lines:
            match line:
                case Line(role=Role.CAPTION | Role.UNIT):
                    above.append(line)
                case Line(role=Role.ATTACHMENTS):
                    yield self.outline.close(_ATTACHMENT) + attachments_note(line, first=previous is not line.role)
                case Line():
                    yield self._line(line)
                case Table():
                    yield table(line, tuple(above))
                    above.clear()
                case _:
                    assert_never(line)
            previous = line.role if isinstance(line, Line) else None

    def _line(self, line: Line) -> str:
        match line.role:
            case Role.PART | Role.GLOSSARY:
                return self._heading(line, _PART, "part")
            case Role.HEADING:
                return self._heading(line, line.level or _UNLABELLED, f"level-{line.level}" if line.level else "point")
            case Role.ATTACHMENT_LABEL:
                opened = self.outline.open(_ATTACHMENT)
                return opened + block("p", marked(line.spans), f"attachment-label new-page{self._wide(line)}")
            case Role.ATTACHMENT_TITLE:
                return block(self.outline.heading, title(line, self.form), f"title last{self._wide(line)}")
            case Role.SALUTATION:
                return block("p", marked(line.spans), "salutation new-page" if line.new_page else "salutation")
            case _:
                return self._body(line)

    def _body(self, line: Line) -> str:
        # What a numbered paragraph ends are the sections on its own level and below.
        ended = self.outline.close(line.level) if line.level else ""
        is_section = line.level and isinstance(line.node, Section) and line.node.title is not None
        first = f"level-{line.level}" if is_section else "term" if isinstance(line.node, Term) else ""
        point = " point" if isinstance(line.node, Point) else ""
        return ended + block("p", run_in(line.spans, first), f"body{point}{' new-page' if line.new_page else ''}")

    def _heading(self, line: Line, rank: int, name: str) -> str:
        opened = self.outline.open(rank)
        return opened + block(self.outline.heading, marked(line.spans), f"{name}{' new-page' if line.new_page else ''}")

    def _wide(self, line: Line) -> str:
        return " wide" if self.kinds[id(line)] is Kind.WIDE else ""


def _entry(line: Line) -> str:
    """Return a line of a table of contents; the script knows the page."""
    content = (
        element("span", marked(line.spans)) + element("span", "", class_="leader") + element("span", "", class_="at")
    )
    return element("p", element("a", content, href=f"#{line.anchor}"), class_="entry") + "\n"
