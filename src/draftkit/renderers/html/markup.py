"""Elements of HTML, and the text in them, which is never markup.

>>> print(element("p", escaped("A<b>&“甲”"), class_="body"))
<p class="body">A&lt;b&gt;&amp;“甲”</p>
"""

from collections.abc import Iterable
from html import escape

from draftkit.renderers.docx.measure import CHARACTER
from draftkit.renderers.spans import Group, groups
from draftkit.tree import Span, SpanKind

__all__ = ["block", "characters", "element", "escaped", "marked", "run_in"]


def element(name: str, content: str, **attributes: str) -> str:
    """Return an element around `content`, which is markup; `class_` gives its class, empty attributes are left out."""
    given = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{given}>{content}</{name}>"


def block(name: str, content: str, class_: str, style: str = "", id_: str = "") -> str:
    """Return an element on a line of its own."""
    return f"{element(name, content, class_=class_, style=style, id_=id_)}\n"


def characters(twips: int) -> str:
    """Return a length in characters of the text, whatever its size, from one measured in 3号 type."""
    return f"{twips / CHARACTER:.4g}"


def escaped(text: str) -> str:
    """Return `text` as markup that shows it as it is."""
    # A carriage return is read as a line feed wherever it stands.
    return escape(text, quote=False).replace("\r\n", "\n").replace("\r", "\n")


def marked(spans: Iterable[Span]) -> str:
    """Return the markup of `spans`, the blanks highlighted, the breaks made."""
    return "".join(map(_span, spans))


def run_in(spans: tuple[Span, ...], section: str) -> str:
    """Return the markup of a line of text, its run-in headings made strong.

    Args:
        spans: The line's spans.
        section: The class of the heading at its beginning, if a section's or a term's; the others are points'.
    """
    return "".join(_group(group, section if group.start == 0 and section else "point") for group in groups(spans))


def _group(group: Group, name: str) -> str:
    content = marked(group.spans)
    return element("strong", content, class_=f"run-in {name}") if group.heading else content


def _span(span: Span) -> str:
    match span.kind:
        case SpanKind.BREAK:
            return "<br>"
        case SpanKind.BLANK:
            return element("mark", escaped(span.text))
        case _:
            return escaped(span.text)
