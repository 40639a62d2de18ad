"""The fonts of a template, by the names that an office knows them by."""

import re
from collections.abc import Mapping
from html import escape

from attrs import fields

from draftkit.renderers.house import Fonts

__all__ = ["renamed", "renames"]

_NAMED = re.compile(r'(\b(?:w:ascii|w:hAnsi|w:eastAsia|w:cs|typeface)="|<w:font w:name=")([^"]+)(?=")')


def renames(fonts: Fonts) -> dict[str, str]:
    """Return what each font of the default template is called instead, where that differs.

    >>> renames(Fonts(body="仿宋"))
    {'仿宋_GB2312': '仿宋'}
    """
    usual = Fonts()
    pairs = ((getattr(usual, one.name), getattr(fonts, one.name)) for one in fields(Fonts))
    return {old: new for old, new in pairs if old != new}


def renamed(parts: Mapping[str, bytes], names: Mapping[str, str]) -> dict[str, bytes]:
    """Return the XML parts in which fonts are named, with `names` in the place of the old ones."""

    def new(found: re.Match[str]) -> str:
        return found[1] + escape(names.get(found[2], found[2]))

    return {
        name: _NAMED.sub(new, content.decode()).encode()
        for name, content in parts.items()
        if name.startswith("word/") and name.endswith(".xml") and name != "word/document.xml"
    }
