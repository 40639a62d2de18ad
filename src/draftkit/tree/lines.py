"""The lines of a paper as they stand on paper: what each is for, and the pieces it is made of."""

from enum import Enum, StrEnum
from typing import Protocol, TypeVar, assert_never

from attrs import frozen

from draftkit.tree.inlines import Blank, Inlines, LineBreak, Text
from draftkit.tree.nodes import Node
from draftkit.zh.numbering import LabelStyle

__all__ = ["Line", "Made", "Maker", "Role", "Span", "SpanKind", "line_of", "spans_of"]


class Role(StrEnum):
    """What a line is for; a house style gives each role its look."""

    CORNER = "corner"
    TITLE = "title"
    MARK = "mark"
    ADOPTION_NOTE = "adoption-note"
    OCCASION = "occasion"
    REPORTER = "reporter"
    SALUTATION = "salutation"
    PART = "part"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    UNIT = "unit"
    GLOSSARY = "glossary"
    """The heading of a glossary (名词解释)."""
    ATTACHMENTS = "attachments"
    """A line of the note that names the attachments (附件：1.…), below the text."""
    ORGAN = "organ"
    DATE = "date"
    NOTE = "note"
    """附注, in round brackets below the date."""
    ATTACHMENT_LABEL = "attachment-label"
    """附件1, on the first line of the attachment's first page."""
    ATTACHMENT_TITLE = "attachment-title"
    COPY_TO = "copy-to"
    """抄送：… in the 版记."""
    PRINTED = "printed"
    """Who printed the paper and when, in the 版记; a tab parts the two."""
    BOOKLET = "booklet"
    """The title of a booklet."""
    CONTENTS = "contents"
    """The heading of a table of contents."""
    ENTRY = "entry"
    """A line of a table of contents; `anchor` names the line it leads to."""


class SpanKind(Enum):
    """What a span of a line is."""

    TEXT = "text"
    LABEL = "label"
    HEADING = "heading"
    """The words of a run-in heading, in a line that is body text."""
    BLANK = "blank"
    BREAK = "break"


@frozen
class Span:
    """A piece of a line.

    Args:
        text: Its text; of a break, a line feed.
        kind: What it is.
        blank: The blank it shows, if it is one.
    """

    text: str
    kind: SpanKind = SpanKind.TEXT
    blank: Blank | None = None


@frozen(kw_only=True)
class Line:
    """A paragraph as it stands on paper.

    Args:
        role: What it is for.
        spans: Its pieces, in order.
        level: 1 to 5 where it begins with the label of a heading (by the label's look), else 0.
        style: The style of that label, or of a point's.
        number: The label's number.
        node: The node it comes from; None in the title block and the signature.
        sealed: Whether a signature's lines carry a seal.
        new_page: Whether it begins a page.
        anchor: What a table of contents calls it; of an entry, what it leads to. Empty for other lines.
    """

    role: Role
    spans: tuple[Span, ...]
    level: int = 0
    style: LabelStyle | None = None
    number: int | None = None
    node: Node | None = None
    sealed: bool = False
    new_page: bool = False
    anchor: str = ""

    @property
    def text(self) -> str:
        """The line as text, its label included."""
        return "".join(span.text for span in self.spans)


Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)


class Maker(Protocol[Made_co]):
    """What makes something of each line of a text: a `Line`, or at once what a renderer writes for it.

    The line begins with the spans of `opening` (a label, a run-in heading), behind which stands `content`; the
    other arguments are those of `Line`.
    """

    def __call__(  # noqa: PLR0913, PLR0917 - by place, since it is called for every line
        self,
        role: Role,
        opening: tuple[Span, ...],
        content: Inlines,
        level: int,
        style: LabelStyle | None,
        number: int | None,
        node: Node,
        /,
    ) -> Made_co:
        """Return what is made of the line."""
        ...


def line_of(  # noqa: PLR0913, PLR0917 - a Maker
    role: Role,
    opening: tuple[Span, ...],
    content: Inlines,
    level: int,
    style: LabelStyle | None,
    number: int | None,
    node: Node,
) -> Line:
    """Return the line that begins with the spans of `opening`, behind which stands `content`."""
    spans = opening + spans_of(content)
    return Line(role=role, spans=spans, level=level, style=style, number=number, node=node)


def spans_of(content: Inlines, kind: SpanKind = SpanKind.TEXT) -> tuple[Span, ...]:
    """Return the spans of `content`: text is of `kind`, blanks and breaks of their own."""
    return tuple([_span(inline, kind) for inline in content])


def _span(inline: Text | Blank | LineBreak, kind: SpanKind) -> Span:
    match inline:
        case Text(text):
            return Span(text, kind)
        case Blank():
            return Span(str(inline), SpanKind.BLANK, inline)
        case LineBreak():
            return Span("\n", SpanKind.BREAK)
    assert_never(inline)
