"""What stands in an HTML file: its elements, as Python's own parser sees them."""

from html.parser import HTMLParser

from attrs import define, field

from draftkit.renderers import House, preview
from draftkit.tree import Paper

__all__ = ["Element", "parsed", "read", "rendered"]

_VOID = {"br", "col", "meta", "wbr"}


@define
class Element:
    """An element: its name, its attributes, and what is in it."""

    name: str
    attributes: dict[str, str] = field(factory=dict)
    content: list["Element | str"] = field(factory=list)

    @property
    def text(self) -> str:
        """The text in it and in those inside it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.content)

    @property
    def children(self) -> list["Element"]:
        """The elements in it."""
        return [each for each in self.content if isinstance(each, Element)]

    def all(self, *names: str) -> list["Element"]:
        """Return those of these names inside it, in the order of the file."""
        found = []
        for child in self.children:
            found += ([child] if child.name in names else []) + child.all(*names)
        return found

    def one(self, name: str) -> "Element":
        """Return the only one of this name inside it."""
        (found,) = self.all(name)
        return found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].content.append(made)
        if tag not in _VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> ends something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def rendered(document: Paper, house: House | None = None) -> str:
    """Return the file of a paper."""
    return str(preview(document, house=house))


def parsed(document: Paper, house: House | None = None) -> Element:
    """Return the root of the file of a paper."""
    return read(rendered(document, house))


def read(html: str) -> Element:
    """Return the root of `html`, each element in it closed where it has to be."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert len(parser.open) == 1, f"not closed: {[each.name for each in parser.open[1:]]}"
    return parser.open[0]
