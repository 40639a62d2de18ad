"""What stands below the text: the note that names the attachments, the signature, the 版记."""

from collections.abc import Iterator

from draftkit.renderers.docx.measure import CHARACTER, width
from draftkit.renderers.docx.signature import Place, places
from draftkit.renderers.html.form import Form
from draftkit.renderers.html.markup import block, characters, element, marked
from draftkit.tree import Line, Role, Span, SpanKind

__all__ = ["attachments_note", "imprint", "signature"]

_BEFORE_NAMES = 5 * CHARACTER
"""Two characters, and the three of 附件： (GB/T 9704-2012, 7.3.4)."""


def attachments_note(line: Line, *, first: bool) -> str:
    """Return a line that names an attachment: what turns over stands under the name's first character (7.3.4)."""
    labels = width("".join(span.text for span in line.spans if span.kind is SpanKind.LABEL))
    left = _BEFORE_NAMES + (0 if line.number is None else width(f"{line.number}."))
    style = f"--left:{characters(left)};--hang:{characters(labels)}"
    return block("p", marked(line.spans), "attachments first" if first else "attachments", style)


def signature(lines: tuple[Line, ...], form: Form) -> Iterator[str]:
    """Yield the lines of a signature, several organs each by themselves, the date by the last, and 附注 (7.3.5)."""
    date = next((line.text for line in lines if line.role is Role.DATE), "")
    organs = [line.text for line in lines if line.role is Role.ORGAN] or [""]
    sealed = any(line.sealed for line in lines)
    number = 0
    for line in lines:
        match line.role:
            case Role.ORGAN:
                stands = places(line.text, date, form.measure, sealed=sealed).organ
                further = "" if not number else " further sealed" if sealed else " further"
                number += 1
                yield block("p", marked(line.spans), f"organ{further}", _style(stands))
            case Role.DATE:
                stands = places(organs[-1], date, form.measure, sealed=sealed).date
                yield block("p", marked(line.spans), "date" if organs[0] else "date alone", _style(stands))
            case _:
                yield block("p", marked(line.spans), "body note")


def _style(place: Place) -> str:
    return f"--right:{characters(place.right)}" if place.left is None else f"--left:{characters(place.left)}"


def imprint(lines: tuple[Line, ...]) -> str:
    """Return the 版记: 抄送, and who printed the paper and when (7.4)."""
    rows = "".join(_row(line) for line in lines)
    return element("footer", f"\n{rows}", class_="imprint") + "\n"


def _row(line: Line) -> str:
    if line.role is not Role.PRINTED:
        return block("p", marked(line.spans), line.role)
    tab = next((number for number, span in enumerate(line.spans) if span.text == "\t"), len(line.spans))
    sides: tuple[tuple[Span, ...], ...] = (line.spans[:tab], line.spans[tab + 1 :])
    return block("p", "\n".join(element("span", marked(side)) for side in sides), line.role)
