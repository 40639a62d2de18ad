"""The paragraphs and tables of a `.docx` in the order of the text, in one pass.

Tracked insertions are text, tracked deletions are not; headers, footers, notes and hidden text aren't read.
"""

from collections.abc import Iterable, Iterator

from attrs import define, evolve, field, frozen
from lxml import etree

from draftkit.readers.docx.lists import Lists
from draftkit.readers.docx.looks import Look, Sheet, Style, paragraph_look, run_look, value_of
from draftkit.readers.docx.package import Package, W

__all__ = ["Grid", "Paragraph", "Run", "every_paragraph", "paragraphs"]

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TRANSPARENT = {
    W + name
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo")
} | {_CHOICE, f"{_MATH}oMath", f"{_MATH}oMathPara", f"{_MATH}r"}
"""What has its text inside it; what is neither this nor known below has no text of the paper."""
_MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_RUBY = f"{W}rubyBase"
_DEEPEST = 100
"""How deep elements may stand in one another; Word's own are below a tenth of it."""


@frozen
class Run:
    """A piece of a paragraph of one look."""

    text: str
    look: Look
    style: str = ""
    """The name of its character style, in lower case."""
    element: etree._Element | None = field(default=None, eq=False, repr=False)
    """The `w:r` it is."""


@define
class Paragraph:
    """A paragraph.

    Args:
        number: Its number among all paragraphs of the part, from 1.
        style: Its style.
        look: Its look, what its runs say left out.
        runs: Its pieces.
        label: The label that Word counts for it.
        boxed: The paragraphs of text boxes anchored in it.
        joins: Whether its mark is deleted, so that the next paragraph goes on in it.
    """

    number: int
    style: Style
    look: Look
    runs: list[Run] = field(factory=list)
    label: str = ""
    boxed: list["Paragraph | Grid"] = field(factory=list)
    joins: bool = False

    @property
    def text(self) -> str:
        """Its text, without the label that Word counts."""
        return "".join(run.text for run in self.runs)


@frozen
class Grid:
    """A table: rows of cells, each cell its paragraphs; a merged cell stands once, and empty ones behind it."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]


def paragraphs(package: Package, sheet: Sheet) -> Iterator[Paragraph | Grid]:
    """Yield the paragraphs and the tables of `package`, whose styles are `sheet`."""
    body = package.document.find(W + "body")
    if body is None:
        return
    walk = _Walk(sheet, Lists.read(package.numbering))
    walk.numbers = {id(element): number for number, element in enumerate(walk.keep(body), start=1)}
    yield from _spread(_joined(walk.blocks(body, 0)))


def every_paragraph(package: Package, sheet: Sheet) -> Iterator[Paragraph]:
    """Yield the paragraphs of `package`, those in tables and text boxes too."""
    for one in paragraphs(package, sheet):
        yield from [one] if isinstance(one, Paragraph) else _flat([one])


def _spread(found: Iterable[Paragraph | Grid]) -> Iterator[Paragraph | Grid]:
    for one in found:
        yield one
        if isinstance(one, Paragraph):
            yield from one.boxed


def _joined(found: Iterable[Paragraph | Grid]) -> Iterator[Paragraph | Grid]:
    """Yield `found` with paragraphs made one whose mark between them is deleted."""
    open_: Paragraph | None = None
    for one in found:
        if open_ is None or isinstance(one, Grid):
            if open_ is not None:
                yield open_
                open_ = None
            current: Paragraph | Grid = one
        else:
            open_.runs += one.runs
            open_.boxed += one.boxed
            open_.joins = one.joins
            current = open_
        open_ = current if isinstance(current, Paragraph) and current.joins else None
        if open_ is None:
            yield current
    if open_ is not None:
        yield open_


@define
class _Walk:
    """One pass over a document."""

    sheet: Sheet
    lists: Lists
    numbers: dict[int, int] = field(factory=dict)
    fields: list[bool] = field(factory=list)
    """For each field that is open, whether its code still goes on."""
    _elements: list[etree._Element] = field(factory=list)
    _looks: dict[tuple[str, str, bytes], Run] = field(factory=dict)

    def keep(self, body: etree._Element) -> list[etree._Element]:
        """Return every paragraph's element, kept alive so that its identity stays its own."""
        self._elements = list(body.iter(W + "p"))
        return self._elements

    def blocks(self, parent: etree._Element, depth: int) -> Iterator[Paragraph | Grid]:
        """Yield the paragraphs and tables in `parent`."""
        if depth > _DEEPEST:
            return
        for child in parent:
            if child.tag == W + "p":
                yield self.paragraph(child, depth)
            elif child.tag == W + "tbl":
                yield self.grid(child, depth)
            elif child.tag == _ALTERNATIVE:
                yield from self.blocks(_chosen(child), depth + 1)
            elif child.tag in _TRANSPARENT:
                yield from self.blocks(child, depth + 1)

    def grid(self, table: etree._Element, depth: int) -> Grid:
        """Return a table."""
        rows = [tuple(self._cells(row, depth)) for row in _rows(table)]
        width = max(map(len, rows), default=0)
        return Grid(tuple(row + ((),) * (width - len(row)) for row in rows))

    def _cells(self, row: etree._Element, depth: int) -> Iterator[tuple[Paragraph, ...]]:
        for cell in _found(row, W + "tc"):
            properties = cell.find(W + "tcPr")
            merge = None if properties is None else properties.find(W + "vMerge")
            content = tuple(_flat(self.blocks(cell, depth + 1)))
            yield () if merge is not None and merge.get(W + "val") != "restart" else content
            span = value_of(properties, "gridSpan") or "1"
            for _ in range(min(int(span) if span.isdecimal() and len(span) < len("999") else 1, 64) - 1):
                yield ()

    def paragraph(self, element: etree._Element, depth: int) -> Paragraph:
        """Return a paragraph."""
        properties = element.find(W + "pPr")
        style = self.sheet.paragraph(value_of(properties, "pStyle"))
        look = paragraph_look(properties).over(style.look)
        found = Paragraph(self.numbers.get(id(element), 0), style, look)
        found.joins = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        self._inside(element, found, depth)
        if found.text.strip():
            found.label = self._label(style, look)
        return found

    def _label(self, style: Style, look: Look) -> str:
        if look.list is None or look.list[0] == "0":
            return ""
        number, level = look.list
        own = self.lists.level_of(number, style.id) if style.look.list == look.list else None
        return self.lists.next(number, level if own is None else own)

    def _inside(self, parent: etree._Element, into: Paragraph, depth: int) -> None:
        if depth > _DEEPEST:
            return
        for child in parent:
            if child.tag == W + "r":
                self._run(child, into, depth)
            elif child.tag == _ALTERNATIVE:
                self._inside(_chosen(child), into, depth + 1)
            elif child.tag in _TRANSPARENT:
                self._inside(child, into, depth + 1)
            elif child.tag == f"{_MATH}t":
                into.runs.append(Run(child.text or "", into.look))

    def _run(self, element: etree._Element, into: Paragraph, depth: int) -> None:
        properties = element.find(W + "rPr")
        if properties is not None and properties.find(W + "del") is not None:
            return
        like = self._like(properties, into.style)
        text = self._text(element, into, depth)
        if text and not like.look.hidden:
            into.runs.append(evolve(like, text=text, element=element))

    def _like(self, properties: etree._Element | None, style: Style) -> Run:
        """Return an empty run of the look that `properties` give in a paragraph of `style`."""
        named = value_of(properties, "rStyle") or ""
        key = (style.id, named, b"" if properties is None else etree.tostring(properties))
        if key not in self._looks:
            look, character = run_look(properties), self.sheet.character(named)
            if character is not None:
                look = look.over(character.look)
            self._looks[key] = Run("", look.over(style.look), "" if character is None else character.name)
        return self._looks[key]

    def _text(self, element: etree._Element, into: Paragraph, depth: int) -> str:
        text = ""
        for child in element:
            tag = child.tag
            if tag == W + "t" and not any(self.fields):
                text += child.text or ""
            elif tag in _MARKS and not any(self.fields):
                text += "" if child.get(W + "type") in {"page", "column"} else _MARKS[tag]
            elif tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif tag == W + "ruby":
                text += "".join(base.text or "" for part in child.iter(_RUBY) for base in part.iter(W + "t"))
            elif tag == _ALTERNATIVE:
                self._boxes(_chosen(child), into, depth)
            elif tag in {W + "drawing", W + "pict", W + "object"}:
                self._boxes(child, into, depth)
        return text

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(True)
        elif kind == "separate" and self.fields:
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _boxes(self, drawing: etree._Element, into: Paragraph, depth: int) -> None:
        """Put the text boxes of `drawing` behind the paragraph they are anchored in."""
        outside, self.fields = self.fields, []
        for box in _outermost(drawing, W + "txbxContent"):
            into.boxed += _joined(self.blocks(box, depth + 1))
        self.fields = outside


def _chosen(alternative: etree._Element) -> etree._Element:
    """Return what newer programs show of an alternative; what older ones show says the same again."""
    choice = alternative.find(_CHOICE)
    if choice is not None:
        return choice
    return alternative[0] if len(alternative) else alternative


def _outermost(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    if element.tag == tag:
        yield element
        return
    waiting = [element]
    while waiting:
        at = waiting.pop(0)
        for child in _chosen(at) if at.tag == _ALTERNATIVE else at:
            if child.tag == tag:
                yield child
            else:
                waiting.append(child)


def _found(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the children `tag` of `parent`, those wrapped in an insertion or a control included."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _found(child, tag)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of `table` that aren't deleted."""
    for row in _found(table, W + "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def _flat(found: Iterable[Paragraph | Grid]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a cell, those of a table inside it too."""
    for one in found:
        if isinstance(one, Paragraph):
            yield one
            yield from _flat(one.boxed)
        else:
            for row in one.rows:
                for cell in row:
                    yield from cell
