"""Where each tag stands in the XML, found once: the open elements around it.

From that follow the output function of each tag, whether every branch and turn leaves the XML
well-formed, and which of docxtpl's slow steps a part needs: table grids, drawing ids, bookmarks.
"""

import re
from typing import Final

from jinja2 import nodes

__all__ = ["Structure", "study"]

_MARKUP: Final = re.compile(r"<[!?][^>]*>|<(/?)([^\s/>]+)([^>]*?)(/?)>")
_SPAN: Final = re.compile(r'w:val="([^"]*)"')


class _Table:
    """A table while it is read: its columns, the cells of its current row, the rows that always stand there."""

    __slots__ = ("cells", "columns", "depth", "fixed_rows")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.columns = self.cells = self.fixed_rows = 0


class Structure:
    """What was found out about a part.

    Attributes:
        balanced: Whether every branch and turn leaves as many elements open as it found.
        tables: Whether the grid of a table may depend on the data.
        drawings: Whether there are drawings, whose ids docxtpl numbers.
        bookmarks: Whether there are bookmarks in a loop, whose ids and names would be repeated.
    """

    def __init__(self) -> None:
        self.balanced = True
        self.tables = self.drawings = self.bookmarks = False
        self._open: tuple[str, ...] = ()
        self._cut: str | None = None
        self._comment = False
        self._nest: list[_Table] = []
        self._depth = self._loops = self._buffers = 0

    @property
    def plain(self) -> bool:
        """Whether nothing has to be done behind Jinja."""
        return self.balanced and not (self.tables or self.drawings or self.bookmarks)

    @property
    def inside(self) -> str:
        """The innermost open element; `@` inside a tag's attributes, or a comment."""
        if self._cut is not None or self._comment:
            return "@"
        return self._open[-1] if self._open else ""

    def block(self, body: list[nodes.Node]) -> None:
        """Read the nodes of a block in their order."""
        for node in body:
            self._node(node)

    def _node(self, node: nodes.Node) -> None:
        match node:
            case nodes.Output():
                self._output(node)
            case nodes.For():
                self._loop(node)
            case nodes.If():
                self._branches([node.body, *(branch.body for branch in node.elif_), node.else_])
            case nodes.Macro() | nodes.CallBlock() | nodes.FilterBlock() | nodes.AssignBlock():
                self._buffer(node.body)
                # A filter such as `upper` changes the names of entities too; a call may print text alone.
                self.balanced = self.balanced and not isinstance(node, (nodes.FilterBlock, nodes.CallBlock))
            case nodes.With() | nodes.Scope() | nodes.Block() | nodes.OverlayScope():
                self.block(node.body)
            case nodes.ScopedEvalContextModifier():
                self.balanced = False
                self.block(node.body)
            case _:
                pass

    def _output(self, node: nodes.Output) -> None:
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self._feed(child.data)
                continue
            # A value that has `--` in it would end a comment.
            self.balanced = self.balanced and not self._comment
            child.dk_inside = self.inside  # type: ignore[attr-defined]
            child.dk_output = self._function()  # type: ignore[attr-defined]

    def _function(self) -> str:
        if self._buffers:
            return "dk_buffered"
        if self._open and self._open[0] == _PROPERTIES:
            return "dk_property"
        return "dk_whole" if self.inside in _CONTAINERS else "dk_text"

    def _loop(self, node: nodes.For) -> None:
        node.iter.dk_loop = _weight(node.body) if self._buffers else 0  # type: ignore[attr-defined]
        self._loops += 1
        self._branches([node.body, []])
        self._loops -= 1
        self.block(node.else_)

    def _branches(self, bodies: list[list[nodes.Node]]) -> None:
        """Read branches that begin at the same place, and must end with the same elements open."""
        start = self._open, self._cut
        if self.inside == "w:tr" and any("<w:tc" in _text(body) for body in bodies):
            self.tables = True
        self._depth += 1
        ends = []
        for body in bodies:
            self._open, self._cut = start
            self.block(body)
            ends.append((self._open, self._cut and "<"))
        self._depth -= 1
        if len(set(ends)) > 1:
            self.balanced = False

    def _buffer(self, body: list[nodes.Node]) -> None:
        """Read a body whose text goes elsewhere: it must be balanced by itself."""
        before = self._open, self._cut
        self._open, self._cut = ("?",), None
        self._buffers += 1
        self.block(body)
        self._buffers -= 1
        if (self._open, self._cut) != (("?",), None):
            self.balanced = False
        self._open, self._cut = before

    def _feed(self, data: str) -> None:
        text = data if self._cut is None else self._cut + data
        self._cut = None
        self._comment = (self._comment or "<!--" in text) and text.rfind("<!--") >= text.rfind("-->")
        end = text.rfind("<")
        if end > text.rfind(">"):
            text, self._cut = text[:end], text[end:]
        for found in _MARKUP.finditer(text):
            closing, name, attributes, empty = found.groups()
            if name is None:
                continue
            if closing:
                self._close(name)
            else:
                self._begin(name, attributes, empty=bool(empty))

    def _begin(self, name: str, attributes: str, *, empty: bool) -> None:
        noted = _NOTED.get(name)
        if noted is not None:
            noted(self, attributes)
        if empty:
            if name in _CLOSED:
                _CLOSED[name](self)
        else:
            self._open = (*self._open, name)

    def _close(self, name: str) -> None:
        if not self._open or self._open[-1] != name:
            self.balanced = False
        self._open = self._open[:-1]
        if name in _CLOSED:
            _CLOSED[name](self)

    def _table(self, _attributes: str) -> None:
        if self._nest:
            self.tables = True
        self._nest.append(_Table(self._depth))

    def _column(self, _attributes: str) -> None:
        if self._nest:
            self._nest[-1].columns += 1

    def _row(self, _attributes: str) -> None:
        if self._nest:
            table = self._nest[-1]
            table.cells = 0
            table.fixed_rows += self._depth == table.depth

    def _cell(self, _attributes: str) -> None:
        # docxtpl doesn't count a cell inside a content control.
        if self._nest and self.inside == "w:tr":
            self._nest[-1].cells += 1

    def _wide_cell(self, attributes: str) -> None:
        found = _SPAN.search(attributes)
        if not self._nest or found is None or not found[1].isdigit():
            self.tables = True
            return
        self._nest[-1].cells += int(found[1]) - 1

    def _end_row(self) -> None:
        if self._nest and self._nest[-1].cells != self._nest[-1].columns:
            self.tables = True

    def _end_table(self) -> None:
        if self._nest and not self._nest.pop().fixed_rows:
            self.tables = True

    def _drawing(self, _attributes: str) -> None:
        self.drawings = True

    def _bookmark(self, _attributes: str) -> None:
        self.bookmarks = self.bookmarks or self._loops > 0


_PROPERTIES: Final = "cp:coreProperties"
_CONTAINERS: Final = frozenset(
    {"w:body", "w:tc", "w:tr", "w:tbl", "w:p", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment"}
    | {"w:txbxContent", "w:sdtContent", "w:hyperlink", "w:ins"}
)
"""Elements that hold no text of their own: what stands there are paragraphs or runs."""

_NOTED: Final = {
    "w:tbl": Structure._table,  # noqa: SLF001 - the class's own table of elements
    "w:gridCol": Structure._column,  # noqa: SLF001
    "w:tr": Structure._row,  # noqa: SLF001
    "w:tc": Structure._cell,  # noqa: SLF001
    "w:gridSpan": Structure._wide_cell,  # noqa: SLF001
    "wp:docPr": Structure._drawing,  # noqa: SLF001
    "w:bookmarkStart": Structure._bookmark,  # noqa: SLF001
}
_CLOSED: Final = {"w:tr": Structure._end_row, "w:tbl": Structure._end_table}  # noqa: SLF001


def _text(body: list[nodes.Node]) -> str:
    return "".join(data.data for node in body for data in node.find_all(nodes.TemplateData))


def _weight(body: list[nodes.Node]) -> int:
    return len(_text(body))


def study(template: nodes.Template) -> Structure:
    """Return what is found out about `template`; its nodes carry their output functions from then on."""
    found = Structure()
    found.block(template.body)
    if found.inside:
        found.balanced = False
    return found
