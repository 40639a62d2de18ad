"""What a package says of its parts: their relations and their content types, read as XML or refused."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from xml.parsers import expat

from draftkit.errors import TemplateError

__all__ = ["Types", "relations_of", "types_of"]

_SPACES: Final = {
    "Relationships": "http://schemas.openxmlformats.org/package/2006/relationships",
    "Types": "http://schemas.openxmlformats.org/package/2006/content-types",
}
_ITEMS: Final = ("Relationship", "Default", "Override")

_SMALL: Final = 50_000

Item = tuple[str, dict[str, str]]


def relations_of(name: str, data: bytes) -> Iterator[dict[str, str]]:
    """Yield the attributes of each relation in `data`, the part called `name`.

    Raises:
        TemplateError: It isn't well-formed.
    """
    return (attributes for _, attributes in _items("Relationships", name, data))


class Types(NamedTuple):
    """The content types of a package: by ending and by name, both without regard to case."""

    endings: dict[str, str]
    names: dict[str, str]

    def of(self, name: str) -> str:
        """Return the content type of a part, in small letters; nothing if it has none."""
        folded = name.casefold()
        return self.names.get(f"/{folded}") or self.endings.get(folded.rpartition(".")[2], "")

    def is_xml(self, name: str) -> bool:
        """Return whether a part is XML of the package's own by its content type: no picture, no page of HTML."""
        kind = self.of(name)
        return kind.endswith("xml") and not kind.startswith("image/") and "xhtml" not in kind

    def all(self) -> Iterator[str]:
        """Yield every content type that is named."""
        yield from self.endings.values()
        yield from self.names.values()


def types_of(name: str, data: bytes) -> Types:
    """Return the content types in `data`, the part called `name`.

    Raises:
        TemplateError: It isn't well-formed.
    """
    found = Types({}, {})
    for kind, attributes in _items("Types", name, data):
        content = attributes.get("ContentType", "").casefold()
        if kind == "Default":
            found.endings[attributes.get("Extension", "").casefold()] = content
        else:
            found.names[attributes.get("PartName", "").casefold()] = content
    return found


def _items(root: str, name: str, data: bytes) -> tuple[Item, ...]:
    return _kept(root, name, data) if len(data) < _SMALL else _read(root, name, data)


@lru_cache(maxsize=16)
def _kept(root: str, name: str, data: bytes) -> tuple[Item, ...]:
    """Return the items, kept for the few times that one package asks for them."""
    return _read(root, name, data)


def _read(root: str, name: str, data: bytes) -> tuple[Item, ...]:
    wanted = {f"{_SPACES[root]} {kind}" for kind in _ITEMS}
    found: list[Item] = []

    def begin(element: str, attributes: dict[str, str]) -> None:
        if element in wanted:
            found.append((element.rpartition(" ")[2], attributes))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword
    except (expat.ExpatError, ValueError, LookupError) as error:
        what = "关系" if root == "Relationships" else "内容类型"
        raise TemplateError(
            f"记录{what}的部件不是合规的 XML，不予打开", f"the part isn't well-formed: {error}", where=name
        ) from error
    return tuple(found)
