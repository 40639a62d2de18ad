"""What a package says of its parts: their relations and their content types, read as XML or refused.

What Word, WPS, LibreOffice and python-docx write is read by a regular expression that matches nothing else; anything
else is read by expat, which takes longer to import than a package to open.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from draftkit.errors import TemplateError

__all__ = ["Types", "relations_of", "types_of"]

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_ITEM: Final = r'<(?:{}) (?:[A-Za-z]++="[^"<>&]*+(?:&amp;[^"<>&]*+)*+"\s*+)*+(?:/>|></(?:{})>)\s*+'
_DECLARATION: Final = (
    r"\ufeff?(?:<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?i:utf-8)[\"'])?"
    r"(?: standalone=[\"']yes[\"'])?\s*\?>)?\s*"
)
_FORMS: Final = {
    root: (
        re.compile(
            rf'{_DECLARATION}<{root} xmlns="{re.escape(space)}">\s*+(?:{_ITEM.format(items, items)})*+</{root}>\s*'
        ),
        re.compile(rf"<({items}) ([^>]*)>"),
        space,
    )
    for root, items, space in (
        ("Relationships", "Relationship", f"{_PACKAGE}relationships"),
        ("Types", "Default|Override", f"{_PACKAGE}content-types"),
    )
}
_ATTRIBUTE: Final = re.compile(r'([A-Za-z]++)="([^"]*+)"')

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
    whole, item, space = _FORMS[root]
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = ""
    if whole.fullmatch(text) is None:
        return _parsed(root, name, data, space)
    found = []
    for kind, written in item.findall(text):
        pairs = _ATTRIBUTE.findall(written)
        attributes = {key: value.replace("&amp;", "&") for key, value in pairs}
        if len(attributes) < len(pairs):
            return _parsed(root, name, data, space)
        found.append((kind, attributes))
    return tuple(found)


def _parsed(root: str, name: str, data: bytes, space: str) -> tuple[Item, ...]:
    from xml.parsers import expat  # noqa: PLC0415 - see above

    wanted = {f"{space} {kind}" for kind in ("Relationship", "Default", "Override")}
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
