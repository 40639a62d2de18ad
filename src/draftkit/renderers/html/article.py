"""The lines of a paper as the elements that HTML has for them."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby, pairwise
from typing import assert_never

from draftkit.renderers.docx.measure import TIGHTEN, fit
from draftkit.renderers.docx.signature import Place, places
from draftkit.renderers.html.markup import element, marked, run_in
from draftkit.renderers.html.outline import Outline
from draftkit.renderers.html.table import table
from draftkit.renderers.spans import broken
from draftkit.renderers.titles import break_title, first_line
from draftkit.tree import Line, Point, Role, Section, Span, SpanKind, Table

__all__ = ["article"]

_CENTRED = (Role.MARK, Role.ADOPTION_NOTE, Role.OCCASION, Role.REPORTER)
_HEADER = (Role.CORNER, Role.TITLE, *_CENTRED)
_FOOTER = (Role.ORGAN, Role.DATE)
_OF_TABLE = (Role.CAPTION, Role.UNIT)
_PER_LINE = 28
_LINE = 8845
"""The 156 mm of a line, in twips (GB/T 9704-2012, 5.2.1)."""
_TWIPS = 20
_NARROW = (14, 10)
"""Characters on a line of the title on narrow screens, that of a phone among them."""


def article(lines: tuple[Line | Table, ...]) -> str:
    """Return the paper as an `article`: a `header`, nested sections, and a `footer` for the signature."""
    zones = {zone: tuple(found) for zone, found in groupby(lines, _zone)}
    has_title = any(isinstance(line, Line) and line.role is Role.TITLE for line in lines)
    content = (
        _wrapped("header", _header(zones.get("header", ()), below="text" in zones or "footer" in zones)),
        "".join(_text(zones.get("text", ()), Outline(2 if has_title else 1))),
        _wrapped("footer", _footer(zones.get("footer", ()))),
    )
    return element("article", "\n" + "".join(content), class_="paper")


def _wrapped(name: str, content: Iterable[str]) -> str:
    inside = "".join(content)
    return element(name, "\n" + inside) + "\n" if inside else ""


def _zone(line: Line | Table) -> str:
    if isinstance(line, Line) and line.role in _HEADER:
        return "header"
    return "footer" if isinstance(line, Line) and line.role in _FOOTER else "text"


def _header(lines: tuple[Line | Table, ...], *, below: bool) -> Iterator[str]:
    """Yield the lines of the title block; with text `below` it, the last is set off."""
    for line in lines:
        if isinstance(line, Line):
            last = " last" if below and line is lines[-1] and line.role is not Role.CORNER else ""
            yield _header_line(line, last)


def _header_line(line: Line, last: str) -> str:
    match line.role:
        case Role.TITLE:
            return _block("h1", _in_lines(_title(line.spans)), f"title{last}")
        case Role.CORNER:
            return _block("p", marked(line.spans), "corner")
        case _:
            squeeze = fit(line.text, _LINE).squeeze
            style = f"--squeeze:{_points(TIGHTEN - squeeze)}" if squeeze else ""
            return _block("p", _in_lines(_balanced(line)), f"centred {line.role}{last}", style)


def _title(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if any(span.kind is SpanKind.BREAK for span in spans):
        return spans
    return broken(spans, break_title("".join(span.text for span in spans)))


def _balanced(line: Line) -> tuple[Span, ...]:
    """Return the spans of a centred line, broken in a good place where it takes two lines."""
    if not fit(line.text, _LINE).indent:
        return line.spans
    first = first_line(line.text, _PER_LINE)
    return broken(line.spans, (first, line.text[len(first) :]))


def _in_lines(spans: tuple[Span, ...]) -> str:
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


def _text(lines: tuple[Line | Table, ...], outline: Outline) -> Iterator[str]:
    above: list[Line] = []
    for line in lines:
        match line:
            case Line() if line.role in _OF_TABLE:
                above.append(line)
            case Line():
                yield _line(line, outline)
            case Table():
                yield table(line, tuple(above))
                above.clear()
            case _:
                assert_never(line)
    yield outline.close()


def _line(line: Line, outline: Outline) -> str:
    match line.role:
        case Role.PART:
            return _heading(line, 0, "part", outline)
        case Role.HEADING:
            return _heading(line, line.level or 6, f"level-{line.level}" if line.level else "point", outline)
        case Role.SALUTATION:
            return _block("p", marked(line.spans), "salutation")
        case _:
            # What a numbered paragraph ends are the sections on its own level and below.
            ended = outline.close(line.level) if line.level else ""
            is_section = line.level and isinstance(line.node, Section) and line.node.title is not None
            name = "body point" if isinstance(line.node, Point) else "body"
            return ended + _block("p", run_in(line.spans, f"level-{line.level}" if is_section else ""), name)


def _heading(line: Line, rank: int, name: str, outline: Outline) -> str:
    opened, tag = outline.open(rank)
    return opened + _block(tag, marked(line.spans), name)


def _footer(lines: tuple[Line | Table, ...]) -> Iterator[str]:
    found = {line.role: line for line in lines if isinstance(line, Line)}
    organ, date = (found[role].text if role in found else "" for role in _FOOTER)
    stands = places(organ, date, _LINE, sealed=any(line.sealed for line in found.values()))
    for line in found.values():
        name = "organ" if line.role is Role.ORGAN else "date"
        alone = " alone" if line.role is Role.DATE and not organ else ""
        yield _block(
            "p", marked(line.spans), f"{name}{alone}", _place(stands.organ if name == "organ" else stands.date)
        )


def _place(place: Place) -> str:
    return f"--right:{_points(place.right)}" if place.left is None else f"--left:{_points(place.left)}"


def _points(twips: int) -> str:
    return f"{twips / _TWIPS:g}pt"


def _block(name: str, content: str, class_: str, style: str = "") -> str:
    return f"{element(name, content, class_=class_, style=style)}\n"
