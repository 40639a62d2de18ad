"""How a paragraph and its runs look: direct properties over styles over defaults, as Word adds them up."""

from attrs import evolve, field, frozen
from lxml import etree

from draftkit.readers.docx.package import W

__all__ = ["Look", "Sheet", "Style", "value_of"]

_MOST_BASED_ON = 32
_OFF = {"0", "false", "off", "none"}


@frozen(kw_only=True)
class Look:
    """What a reader wants to know of how something looks; None is not said.

    Args:
        font: The font of Chinese characters.
        size: The size in half points.
        bold: Whether it is bold.
        hidden: Whether it isn't shown.
        align: left, center, right, both.
        indent: The indent of the first line, in hundredths of a character or in twips: more than nothing or not.
        outline: The outline level, from 0.
        list: The list's number and the level in it.
    """

    font: str | None = None
    size: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    align: str | None = None
    indent: int | None = None
    outline: int | None = None
    list: tuple[str, int] | None = None

    def over(self, base: "Look") -> "Look":
        """Return this look where it says something, and `base` where it doesn't."""
        return Look(
            font=base.font if self.font is None else self.font,
            size=base.size if self.size is None else self.size,
            bold=base.bold if self.bold is None else self.bold,
            hidden=base.hidden if self.hidden is None else self.hidden,
            align=base.align if self.align is None else self.align,
            indent=base.indent if self.indent is None else self.indent,
            outline=base.outline if self.outline is None else self.outline,
            list=base.list if self.list is None else self.list,
        )


@frozen
class Style:
    """A style.

    Args:
        id: Its id in the file.
        name: Its name, in lower case.
        look: Its look, with that of the styles below it.
    """

    id: str
    name: str
    look: Look


def value_of(element: etree._Element | None, tag: str) -> str | None:
    """Return the value of the child `tag` of `element`."""
    child = None if element is None else element.find(W + tag)
    return None if child is None else child.get(W + "val")


def _switch(element: etree._Element, tag: str) -> bool | None:
    child = element.find(W + tag)
    return None if child is None else child.get(W + "val", "1") not in _OFF


def _whole(text: str | None) -> int | None:
    try:
        return None if text is None else int(float(text))
    except (ValueError, OverflowError):
        return None


def run_look(properties: etree._Element | None) -> Look:
    """Return the look that the properties of a run (`w:rPr`) give."""
    if properties is None:
        return Look()
    fonts = properties.find(W + "rFonts")
    return Look(
        font=None if fonts is None else fonts.get(W + "eastAsia"),
        size=_whole(value_of(properties, "sz")),
        bold=_switch(properties, "b"),
        hidden=_switch(properties, "vanish"),
    )


def paragraph_look(properties: etree._Element | None) -> Look:
    """Return the look that the properties of a paragraph (`w:pPr`) give; that of its mark is not the text's."""
    if properties is None:
        return Look()
    indent = properties.find(W + "ind")
    numbering = properties.find(W + "numPr")
    return Look(
        align=value_of(properties, "jc"),
        indent=None if indent is None else _first_line(indent),
        outline=_whole(value_of(properties, "outlineLvl")),
        list=None if numbering is None else _list(numbering),
    )


def _first_line(indent: etree._Element) -> int | None:
    for name in ("firstLineChars", "firstLine"):
        found = _whole(indent.get(W + name))
        if found:
            return found
    return 0 if indent.get(W + "firstLine") or indent.get(W + "hanging") else None


def _list(numbering: etree._Element) -> tuple[str, int] | None:
    number = value_of(numbering, "numId")
    return None if number is None else (number, _whole(value_of(numbering, "ilvl")) or 0)


@frozen
class Sheet:
    """The styles of a file.

    Args:
        styles: Paragraph and character styles by id.
        usual: The id of the paragraph style of a paragraph that names none.
        base: What every paragraph looks like before any style.
    """

    styles: dict[str, Style] = field(repr=False)
    usual: str
    base: Look

    @classmethod
    def read(cls, root: etree._Element | None) -> "Sheet":
        """Return the styles of the part `root`."""
        if root is None:
            return cls({}, "", Look())
        elements = {element.get(W + "styleId", ""): element for element in root.iter(W + "style")}
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        usual = next(
            (
                id_
                for id_, element in elements.items()
                if element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true"}
            ),
            "",
        )
        return cls({id_: _style(id_, elements) for id_ in elements}, usual, run_look(defaults))

    def paragraph(self, id_: str | None) -> Style:
        """Return the style of a paragraph that names `id_`."""
        style = self.styles.get(id_ or self.usual) or self.styles.get(self.usual) or Style("", "", Look())
        return evolve(style, look=style.look.over(self.base))

    def character(self, id_: str | None) -> Style | None:
        """Return the character style `id_`, if there is one."""
        return self.styles.get(id_) if id_ else None

    @property
    def names(self) -> frozenset[str]:
        """The names of the styles, in lower case."""
        return frozenset(style.name for style in self.styles.values())


def _style(id_: str, elements: dict[str, etree._Element]) -> Style:
    look, at = Look(), id_
    for _ in range(_MOST_BASED_ON):
        element = elements.get(at)
        if element is None:
            break
        own = paragraph_look(element.find(W + "pPr")).over(run_look(element.find(W + "rPr")))
        look = look.over(own)
        at = value_of(element, "basedOn") or ""
    return Style(id_, (value_of(elements[id_], "name") or id_).lower(), look)
