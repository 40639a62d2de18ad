"""The spans of a line, taken apart: its run-in headings, and the places where it is broken.

>>> label, words, text = Span("一是", SpanKind.LABEL), Span("早谋划。", SpanKind.HEADING), Span("年初定案；")
>>> [(group.heading, group.text) for group in groups((label, words, text))]
[(True, '一是早谋划。'), (False, '年初定案；')]
"""

from collections.abc import Iterator

from attrs import evolve, frozen

from draftkit.tree import Span, SpanKind

__all__ = ["Group", "broken", "groups"]


@frozen
class Group:
    """Spans that stand together.

    Args:
        start: The number of the first in its line.
        spans: The spans.
        heading: Whether they are a run-in heading: a label and words; a blank between them belongs to it.
    """

    start: int
    spans: tuple[Span, ...]
    heading: bool

    @property
    def text(self) -> str:
        """The text of the spans."""
        return "".join(span.text for span in self.spans)


def groups(spans: tuple[Span, ...]) -> Iterator[Group]:
    """Yield the run-in headings of a line, and what stands between them, in order."""
    start = at = 0
    while at < len(spans):
        end = _heading_end(spans, at)
        if end == at:
            at += 1
            continue
        if start < at:
            yield Group(start, spans[start:at], heading=False)
        yield Group(at, spans[at:end], heading=True)
        start = at = end
    if start < at:
        yield Group(start, spans[start:], heading=False)


def _heading_end(spans: tuple[Span, ...], at: int) -> int:
    """Return where the run-in heading ends that begins at `at`; `at` if none does."""
    if spans[at].kind not in (SpanKind.LABEL, SpanKind.HEADING):
        return at
    end = at
    for number, span in enumerate(spans[at:], start=at):
        if span.kind is SpanKind.HEADING:
            end = number + 1
        elif span.kind is SpanKind.TEXT or (span.kind is SpanKind.LABEL and number > at):
            break
    return end


def broken(spans: tuple[Span, ...], lines: tuple[str, ...]) -> tuple[Span, ...]:
    r"""Return `spans` with a break after each of `lines` but the last; together the lines are the spans' text.

    >>> [span.text for span in broken((Span("甲乙"), Span("丙")), ("甲", "乙丙"))]
    ['甲', '\n', '乙', '丙']
    """
    ends = [sum(map(len, lines[:number])) for number in range(1, len(lines))]
    found: list[Span] = []
    at = 0
    for span in spans:
        begin = at
        for end in ends:
            if begin < end <= at + len(span.text):
                found += (evolve(span, text=span.text[begin - at : end - at]), Span("\n", SpanKind.BREAK))
                begin = end
        if begin < at + len(span.text):
            found.append(evolve(span, text=span.text[begin - at :]))
        at += len(span.text)
    return tuple(found)
