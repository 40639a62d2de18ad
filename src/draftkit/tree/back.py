"""What stands behind the signature: attachments, each from a new page on, and the 版记."""

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import evolve, field, frozen

from draftkit.tree.flow import block_lines
from draftkit.tree.inlines import Inlines, inlines, optional_inlines
from draftkit.tree.lines import Line, Made, Maker, Role, Span, SpanKind, spans_of
from draftkit.tree.nodes import Blocks, Table, blocks

__all__ = ["Attachment", "Imprint", "attachment_lines", "attachments_note", "imprint_lines", "note_lines"]


@frozen
class Attachment:
    """An attachment (附件): a paper's own, begun on a new page and named below its text (GB/T 9704-2012, 7.3.4, 7.3.7).

    Args:
        title: Its title, the same in both places; it ends in no mark.
        blocks: Its text.
    """

    title: Inlines = field(converter=inlines)
    blocks: Blocks = field(default=(), converter=blocks)


@frozen(kw_only=True)
class Imprint:
    """The 版记, at the foot of the last page (GB/T 9704-2012, 7.4).

    Args:
        copies: Those who get a copy (抄送), as they are to be named, without a mark at the end.
        organ: The office that printed the paper.
        date: The day it was printed, in full.
    """

    copies: Inlines | None = field(default=None, converter=optional_inlines)
    organ: Inlines | None = field(default=None, converter=optional_inlines)
    date: Inlines | None = field(default=None, converter=optional_inlines)


def attachments_note(attachments: tuple[Attachment, ...]) -> Iterator[Line]:
    """Yield the lines that name the attachments; only several are numbered (7.3.4)."""
    for number, attachment in enumerate(attachments, start=1):
        opening = Span("附件：", SpanKind.LABEL)
        label = () if len(attachments) == 1 else (Span(f"{number}.", SpanKind.LABEL),)
        spans = (*((opening,) if number == 1 else ()), *label, *spans_of(attachment.title))
        yield Line(role=Role.ATTACHMENTS, spans=spans, number=number if label else None)


def note_lines(note: Inlines) -> Iterator[Line]:
    """Yield the line of 附注, in round brackets (7.3.6)."""
    yield Line(role=Role.NOTE, spans=(Span("（"), *spans_of(note), Span("）")))


def attachment_lines(attachments: tuple[Attachment, ...], make: Maker[Made]) -> "Iterator[Line | Table | Made]":
    """Yield the lines of the attachments, 附件 or 附件1 first (7.3.7), with what `make` makes of those of the text."""
    for number, attachment in enumerate(attachments, start=1):
        label = "附件" if len(attachments) == 1 else f"附件{number}"
        yield Line(role=Role.ATTACHMENT_LABEL, spans=(Span(label, SpanKind.LABEL),), new_page=True)
        yield Line(role=Role.ATTACHMENT_TITLE, spans=spans_of(attachment.title))
        yield from block_lines(attachment.blocks, make)


def imprint_lines(imprint: Imprint) -> Iterator[Line]:
    """Yield the lines of the 版记 (7.4.2, 7.4.3)."""
    if imprint.copies:
        copies = (Span("抄送：", SpanKind.LABEL), *spans_of(imprint.copies), Span("。"))
        yield Line(role=Role.COPY_TO, spans=copies)
    if imprint.organ or imprint.date:
        printed = (*spans_of(imprint.date), Span("印发")) if imprint.date else ()
        yield Line(role=Role.PRINTED, spans=(*spans_of(imprint.organ or ()), Span("\t"), *printed))


def on_a_new_page(lines: "Iterable[Line | Table | Made]", anchor: str) -> "Iterator[Line | Table | Made]":
    """Yield `lines`, the first of which begins a page, and the title among them with its `anchor`."""
    rest = iter(lines)
    first = next(rest, None)
    if isinstance(first, Line):
        rest = chain((evolve(first, new_page=True),), rest)
    elif first is not None:
        rest = chain((first,), rest)
    for line in rest:
        is_title = isinstance(line, Line) and line.role is Role.TITLE
        yield evolve(line, anchor=anchor) if isinstance(line, Line) and is_title else line
