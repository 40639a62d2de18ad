"""The centred lines of a paper: its title broken into lines, and where a narrow screen may break them again."""

from itertools import accumulate, groupby, pairwise

from draftkit.renderers.docx.measure import fit
from draftkit.renderers.html.form import Form
from draftkit.renderers.html.markup import element, marked
from draftkit.renderers.spans import broken
from draftkit.renderers.titles import break_title, first_line
from draftkit.tree import Line, Span, SpanKind

__all__ = ["balanced", "in_lines", "title"]

_PER_LINE = 28
_NARROW = (14, 10)
"""Characters on a line of the title on narrow screens, that of a phone among them."""


def title(line: Line, form: Form) -> str:
    """Return the markup of a title, in the lines of the docx."""
    if any(span.kind is SpanKind.BREAK for span in line.spans):
        return in_lines(line.spans)
    return in_lines(broken(line.spans, break_title(line.text, form.title_width)))


def balanced(line: Line, form: Form) -> str:
    """Return the markup of a centred line below the title, broken in a good place where it takes two lines."""
    if not fit(line.text, form.measure).indent:
        return in_lines(line.spans)
    first = first_line(line.text, form.measure * _PER_LINE // Form().measure)
    return in_lines(broken(line.spans, (first, line.text[len(first) :])))


def in_lines(spans: tuple[Span, ...]) -> str:
    """Return the markup of lines that are never joined, though a narrow screen may break each of them again."""
    lines = [
        tuple(found) for is_break, found in groupby(spans, lambda each: each.kind is SpanKind.BREAK) if not is_break
    ]
    if len(lines) == 1:
        return _breakable(lines[0])
    return "".join(element("span", _breakable(line), class_="line") for line in lines)


def _breakable(line: tuple[Span, ...]) -> str:
    """Return the markup of a line with `<wbr>` at each place where it may be broken."""
    text = "".join(span.text for span in line)
    ends = sorted({end for width in _NARROW for end in accumulate(map(len, break_title(text, width)))})
    pieces = tuple(text[start:end] for start, end in pairwise((0, *ends)))
    return marked(broken(line, pieces)).replace("<br>", "<wbr>")
