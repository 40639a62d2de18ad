"""A Word file as the check sees it: sections and footers, and paragraphs with the look that is in force."""

import lzma
import os
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen
from lxml import etree

from draftkit.errors import ReadError
from draftkit.layout.xml import W, local, merged, parsed, properties, value

__all__ = ["File", "Look", "Paragraph", "Run", "opened"]

Look = Mapping[str, str]
_MOST_BASES = 20
_MOST_BYTES = 64_000_000
"""The parts of a paper of a thousand pages are a tenth of that."""
_READ = re.compile(r"word/(?:document|styles|settings|numbering|footer\d{0,3})\.xml|word/_rels/document\.xml\.rels")
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What the reader of zips raises."""


@frozen
class Run:
    """A run of text and its look: what styles and its own properties make of it."""

    text: str
    look: dict[str, str]


@frozen(kw_only=True)
class Paragraph:
    """A paragraph.

    Args:
        number: Its number in the file, from 1.
        style: The name of its style, in lower case.
        look: Its properties.
        runs: Its runs, deleted text left out.
        table: The number of the table it stands in, or 0.
        label: The form of the label that Word counts for it, such as `%1、`.
        breaks: Whether a page ends before it.
    """

    number: int
    style: str
    look: dict[str, str]
    runs: tuple[Run, ...]
    table: int = 0
    label: str = ""
    breaks: bool = False

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(run.text for run in self.runs)


@frozen(kw_only=True)
class File:
    """A Word file.

    Args:
        paragraphs: All paragraphs, those in tables in their places.
        sections: The properties of each section, as elements.
        footers: The footers by the ids that sections name them by.
        settings: The settings.
        defaults: The run properties of a paragraph without a style.
        normal: Those of a paragraph of the default style.
        tables: The tables.
    """

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[etree._Element, ...]
    footers: dict[str, tuple[Paragraph, ...]]
    settings: etree._Element | None
    defaults: dict[str, str]
    normal: dict[str, str]
    tables: tuple[etree._Element, ...]


def opened(path: str | os.PathLike[str]) -> File:
    """Return the file at `path`.

    Raises:
        ReadError: If it isn't there, or is no Word document.
    """
    try:
        parts = _parts(path)
        roots = {name: parsed(data) for name, data in parts.items()}
        document = roots["word/document.xml"]
    except OSError as error:
        zh, en = "找不到或打不开文件，请检查路径", "there is no such file, or it can't be read: check the path"
        raise ReadError(zh, en, where=str(path)) from error
    except (*_DAMAGED, KeyError, etree.XMLSyntaxError) as error:
        raise ReadError(
            "不是Word文档（.docx），或已损坏、加密，请在Word或WPS中另存为不加密的.docx后再检查",
            "not a Word document (.docx), or damaged or encrypted: save it as a plain .docx in Word or WPS",
            where=str(path),
        ) from error
    return _file(roots, document)


def _parts(path: str | os.PathLike[str]) -> dict[str, bytes]:
    """Return the parts that say how the paper looks.

    Raises:
        ReadError: If they are larger than those of any paper, or declare entities.
    """
    parts: dict[str, bytes] = {}
    left = _MOST_BYTES
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not _READ.fullmatch(name):
                continue
            with archive.open(name) as part:
                parts[name] = part.read(left + 1)
            left -= len(parts[name])
            if left < 0:
                raise ReadError("文件展开后过大，不像一份文稿", "unpacked, the file is too large", where=str(path))
            if b"<!DOCTYPE" in parts[name]:
                raise ReadError(
                    "文件里有DTD，Word文档不应有", "the file holds a DTD, as no Word file does", where=str(path)
                )
    return parts


def _file(roots: Mapping[str, etree._Element], document: etree._Element) -> File:
    looks = _Looks.of(roots.get("word/styles.xml"), roots.get("word/numbering.xml"))
    targets = {
        str(one.get("Id")): f"word/{one.get('Target')}"
        for one in roots.get("word/_rels/document.xml.rels", etree.Element("none"))
    }
    return File(
        paragraphs=tuple(looks.paragraphs(document)),
        sections=tuple(document.iter(f"{W}sectPr")),
        footers={
            name: tuple(looks.paragraphs(roots[target]))
            for name, target in targets.items()
            if target in roots and local(roots[target]) == "ftr"
        },
        settings=roots.get("word/settings.xml"),
        defaults=looks.run_defaults,
        normal=looks.of_runs(looks.default),
        tables=tuple(document.iter(f"{W}tbl")),
    )


@frozen(kw_only=True)
class _Looks:
    """The styles of a file, and its lists."""

    styles: dict[str, etree._Element]
    run_defaults: dict[str, str]
    paragraph_defaults: dict[str, str]
    default: str
    levels: dict[tuple[str, str], etree._Element] = field(factory=dict)

    @classmethod
    def of(cls, styles: etree._Element | None, numbering: etree._Element | None) -> "_Looks":
        root = etree.Element("none") if styles is None else styles
        found = {value(style, "styleId"): style for style in root.iterfind(f"{W}style")}
        defaults = (value(one, "styleId") for one in found.values() if _is_default(one))
        return cls(
            styles=found,
            run_defaults=properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")),
            paragraph_defaults=properties(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")),
            default=next(defaults, ""),
            levels=_levels(numbering),
        )

    def _chain(self, style: str) -> list[etree._Element]:
        """Return a style and those it stands on, the lowest first."""
        chain: list[etree._Element] = []
        while style in self.styles and len(chain) < _MOST_BASES:
            chain.append(self.styles[style])
            style = value(self.styles[style].find(f"{W}basedOn"))
        return chain[::-1]

    def of_runs(self, style: str) -> dict[str, str]:
        """Return the run properties of a paragraph style."""
        look = dict(self.run_defaults)
        for one in self._chain(style):
            look = merged(look, properties(one.find(f"{W}rPr")))
        return look

    def paragraphs(self, root: etree._Element) -> Iterator[Paragraph]:
        """Yield the paragraphs below `root`."""
        tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"), start=1)}
        broken = False
        for number, element in enumerate(root.iter(f"{W}p"), start=1):
            table = next((tables[above] for above in element.iterancestors(f"{W}tbl")), 0)
            found = self._paragraph(element, number, table)
            has_break = element.find(f".//{W}br[@{W}type='page']") is not None
            yield evolve(found, breaks=True) if broken else found
            broken = element.find(f"{W}pPr/{W}sectPr") is not None or has_break

    def _paragraph(self, element: etree._Element, number: int, table: int) -> Paragraph:
        own = element.find(f"{W}pPr")
        style = value(own.find(f"{W}pStyle")) if own is not None else ""
        style = style if style in self.styles else self.default
        look, base = dict(self.paragraph_defaults), self.of_runs(style)
        chain = self._chain(style)
        for one in chain:
            look |= properties(one.find(f"{W}pPr"))
        level = self._level(own, chain)
        if level is not None:
            look |= properties(level.find(f"{W}pPr"))
        look |= properties(own)
        return Paragraph(
            number=number,
            style=value(chain[-1].find(f"{W}name")).lower() if chain else "",
            look=look,
            runs=tuple(self._runs(element, base)),
            table=table,
            label="" if level is None else value(level.find(f"{W}lvlText")),
            breaks=look.get("pageBreakBefore", "0") not in ("0", "false", "off"),
        )

    def _level(self, own: etree._Element | None, chain: list[etree._Element]) -> etree._Element | None:
        places = [one.find(f"{W}pPr/{W}numPr") for one in chain] + [None if own is None else own.find(f"{W}numPr")]
        given = [place for place in places if place is not None]
        if not given:
            return None
        return self.levels.get((value(given[-1].find(f"{W}numId")), value(given[-1].find(f"{W}ilvl"), "val", "0")))

    def _runs(self, element: etree._Element, base: dict[str, str]) -> Iterator[Run]:
        for run in element.iter(f"{W}r"):
            if next(run.iterancestors(f"{W}p"), None) is not element:
                continue
            text = "".join(_piece(child) for child in run)
            if text:
                own = run.find(f"{W}rPr")
                look = dict(base)
                for one in self._chain(value(own.find(f"{W}rStyle")) if own is not None else ""):
                    look = merged(look, properties(one.find(f"{W}rPr")))
                yield Run(text, merged(look, properties(own)))


def _piece(element: etree._Element) -> str:
    match local(element):
        case "t":
            return element.text or ""
        case "tab":
            return "\t"
        case "br" | "cr":
            return "" if value(element, "type") == "page" else "\n"
        case _:
            return ""


def _is_default(style: etree._Element) -> bool:
    return value(style, "default") in ("1", "true") and value(style, "type") == "paragraph"


def _levels(numbering: etree._Element | None) -> dict[tuple[str, str], etree._Element]:
    if numbering is None:
        return {}
    lists = {value(one, "abstractNumId"): one for one in numbering.iterfind(f"{W}abstractNum")}
    return {
        (value(one, "numId"), value(level, "ilvl")): level
        for one in numbering.iterfind(f"{W}num")
        for level in lists.get(value(one.find(f"{W}abstractNumId")), etree.Element("none")).iterfind(f"{W}lvl")
    }
