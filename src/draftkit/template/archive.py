"""A template's package, read once: its parts, each with the bytes it was deflated to.

Refused, with the reason: what isn't a zip or isn't a docx, what is encrypted, what inflates
beyond the limits, what holds macros, a DTD or an entity, what points outside where it may not.
"""

import re
import struct
import zlib
from typing import Final, NamedTuple

from draftkit.errors import TemplateError
from draftkit.template.directory import Entry, NotAZipError, read_directory
from draftkit.template.limits import Limits
from draftkit.template.opc import Types, relations_of, types_of

__all__ = ["Package", "Part", "Relation", "read_archive"]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL_HEADER: Final = struct.Struct("<4s5H3L2H")
_STORED: Final = 0
_DEFLATED: Final = 8
_ENCRYPTED: Final = 0x1
_MEGABYTE: Final = 1_000_000
_DTD_WIDE: Final = b"<\0!\0D\0O\0C\0T\0Y\0P\0E"
"""What both forms of UTF-16 write for it; their codecs are modules, which this needn't import."""
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES: Final = "[Content_Types].xml"
_HYPERLINK: Final = "hyperlink"
_MACROS: Final = ("vbaproject", "vbadata", "macroenabled")
_READ: Final = ("header", "footer", "footnotes", "endnotes", "comments", "styles")
"""The parts that are read as XML, whatever their names and types."""
_HEAD: Final = 400
_USUAL: Final = (b'<?xml version="1.0" encoding="UTF-8"', b"<?xml version='1.0' encoding='UTF-8'")
_ENCODING: Final = rb"""<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.:-]*)"""
_ENCODINGS: Final = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii", b"utf-16", b"utf-16le", b"utf-16be"})
_OTHER_ENCODINGS: Final = (
    b"\xff\xfe\0\0",
    b"\0\0\xfe\xff",
    b"<\0\0\0",
    b"\0\0\0<",
    b"\0\0<\0",
    b"\0<\0\0",
    b"\x4c\x6f\xa7",
)
"""How UTF-32, in any order of bytes, and EBCDIC begin."""


class Part(NamedTuple):
    """A part of the package.

    Args:
        name: Its name in the zip.
        data: Its bytes.
        packed: Its bytes as they stand in the zip.
        method: How they were packed: 0 stored, 8 deflated.
        crc: The CRC-32 of its bytes.
    """

    name: str
    data: bytes
    packed: bytes
    method: int
    crc: int


class Relation(NamedTuple):
    """A relation of a part: its id, the last word of its type, and what it points to."""

    id: str
    type: str
    target: str
    external: bool


class Package(NamedTuple):
    """The parts of a docx, in the order of the zip, and the name of the main one."""

    parts: dict[str, Part]
    main: str

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return the relations of the part called `name`, targets resolved to part names."""
        folder, slash, file = name.rpartition("/")
        found = self.parts.get(f"{folder}{slash}_rels/{file}.rels")
        return () if found is None else tuple(_relations(found.name, found.data, folder))

    @property
    def core(self) -> str | None:
        """The name of the core properties, if there are any."""
        found = (relation.target for relation in self.relations("") if relation.type == "core-properties")
        return next((name for name in found if name in self.parts), None)

    def related(self, *types: str) -> tuple[str, ...]:
        """Return the names of the parts that the main part is related to by one of `types`, each once."""
        found = (relation for relation in self.relations(self.main) if relation.type in types and not relation.external)
        return tuple(dict.fromkeys(relation.target for relation in found if relation.target in self.parts))


def read_archive(data: bytes, limits: Limits) -> Package:
    """Return the package in `data`.

    Raises:
        TemplateError: It isn't a docx, or is one that is refused.
    """
    if len(data) > limits.archive:
        raise TemplateError(
            f"文件有{len(data)}字节，超过上限{limits.archive}字节",
            f"the file has {len(data)} bytes, above the limit of {limits.archive}",
        )
    parts = {part.name: part for part in _parts(data, limits)}
    named = {name for name in parts if name.casefold().endswith((".xml", ".rels"))}
    for name in named:
        _refuse_xml(parts[name])
    main = _main(parts)
    package = Package(parts, main)
    types = types_of(_TYPES, parts[_TYPES].data)
    _refuse_other_kinds(types, main)
    for name in {main, *filter(None, (package.core,)), *package.related(*_READ), *filter(types.is_xml, parts)} - named:
        _refuse_xml(parts[name])
    for part in parts.values():
        _refuse_macros(part.name)
        if part.name.casefold().endswith(".rels"):
            _refuse_relations(part, limits)
    return package


def _parts(data: bytes, limits: Limits) -> list[Part]:
    if data.startswith(_OLE):
        raise TemplateError(
            "文件是旧式 .doc 或加了密码的 .docx，请去掉密码并另存为 .docx",
            "an old .doc or an encrypted .docx: take off the password and save as .docx",
        )
    try:
        entries = read_directory(data)
    except NotAZipError as error:
        raise TemplateError("不是 .docx 文件（打不开压缩包）", "not a .docx: the zip can't be opened") from error
    _refuse_entries(entries, limits)
    left = limits.inflated
    parts = []
    for entry in entries:
        part = _part(data, entry, left, limits)
        left -= len(part.data)
        parts.append(part)
    return parts


def _is_bad(name: str) -> bool:
    """Return whether a part's name leads outside the package, or hides what it is."""
    is_hidden = "\\" in name or min(name, default="a") < " "
    return is_hidden or name.startswith("/") or not {".", ".."}.isdisjoint(name.split("/"))


def _refuse_entries(entries: list[Entry], limits: Limits) -> None:
    if len(entries) > limits.parts:
        raise TemplateError(
            f"压缩包里有{len(entries)}个文件，超过上限{limits.parts}个",
            f"{len(entries)} parts, above the limit of {limits.parts}",
        )
    seen: set[str] = set()
    for entry in entries:
        if entry.flags & _ENCRYPTED:
            raise TemplateError("压缩包加了密码，请去掉密码", "the zip is encrypted: take off the password")
        if _is_bad(entry.name):
            raise TemplateError(
                f"部件名“{entry.name}”指向文件之外，不予打开",
                f"the name {entry.name!r} points outside the file",
                where=entry.name,
            )
        # Word takes names that are equal but for case for one part.
        folded = entry.name.casefold()
        if folded in seen:
            raise TemplateError(
                f"压缩包里有两个“{entry.name}”", f"two parts are called {entry.name!r}", where=entry.name
            )
        seen.add(folded)


def _part(data: bytes, entry: Entry, left: int, limits: Limits) -> Part:
    packed = _packed(data, entry)
    inflated = _inflate(packed, entry, left)
    if len(inflated) > _MEGABYTE and len(inflated) > limits.ratio * max(len(packed), 1):
        raise _bomb(entry.name)
    crc = zlib.crc32(inflated)
    if crc != entry.crc:
        raise _damaged(entry.name)
    return Part(entry.name, inflated, packed, entry.method, crc)


def _packed(data: bytes, entry: Entry) -> bytes:
    start = entry.offset
    header = data[start : start + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\3\4"):
        raise _damaged(entry.name)
    *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start += _LOCAL_HEADER.size + name_length + extra_length
    packed = data[start : start + entry.packed]
    if len(packed) != entry.packed:
        raise _damaged(entry.name)
    return packed


def _inflate(packed: bytes, entry: Entry, left: int) -> bytes:
    if entry.method == _STORED:
        inflated = packed
    elif entry.method == _DEFLATED:
        engine = zlib.decompressobj(-15)
        try:
            inflated = engine.decompress(packed, left + 1)
        except zlib.error as error:
            raise _damaged(entry.name) from error
    else:
        raise TemplateError(
            f"“{entry.name}”的压缩方法{entry.method}不属于 .docx",
            f"a docx doesn't use the compression method {entry.method}",
            where=entry.name,
        )
    if len(inflated) > left:
        raise _bomb(entry.name)
    return inflated


def _bomb(name: str) -> TemplateError:
    return TemplateError("解压后过大，疑为压缩炸弹，不予打开", "inflates beyond the limits: a zip bomb", where=name)


def _damaged(name: str) -> TemplateError:
    return TemplateError("压缩包已损坏，请重新保存模板", "the zip is damaged: save the template anew", where=name)


def _main(parts: dict[str, Part]) -> str:
    if _TYPES not in parts:
        raise TemplateError("不是 .docx 文件（缺 [Content_Types].xml）", "not a .docx: [Content_Types].xml is missing")
    for relation in Package(parts, "").relations(""):
        if relation.type == "officeDocument" and relation.target in parts:
            return relation.target
    raise TemplateError("不是 .docx 文件（没有正文部件）", "not a .docx: there is no main part")


def _refuse_other_kinds(types: Types, main: str) -> None:
    if any(macro in kind for kind in types.all() for macro in _MACROS):
        raise TemplateError("带宏的文档（.docm）不予打开，请另存为 .docx", "macros are refused: save it as .docx")
    if types.of(main) != _MAIN:
        raise TemplateError(
            "不是 Word 文档（.docx）：内容类型不符，模板文件（.dotx）请另存为 .docx",
            "not a Word document (.docx) by its content type; save a .dotx as .docx",
        )


def _refuse_macros(name: str) -> None:
    if name.casefold().endswith(("vbaproject.bin", "vbadata.xml")):
        raise TemplateError("含有宏，不予打开，请另存为 .docx", "macros are refused: save it as .docx", where=name)


def _refuse_relations(part: Part, limits: Limits) -> None:
    """Refuse the relations in `part` that ask for macros, or point outside where they may not."""
    for relation in _relations(part.name, part.data, ""):
        if any(macro in relation.type.casefold() for macro in _MACROS):
            raise TemplateError(
                "含有宏，不予打开，请另存为 .docx", "macros are refused: save it as .docx", where=part.name
            )
        if relation.external and relation.type != _HYPERLINK and not limits.external:
            raise TemplateError(
                f"引用了文件外的“{relation.target}”（{relation.type}），请把它嵌入文件，"
                "或用 Limits(external=True) 放行",
                f"points outside the file to {relation.target!r} ({relation.type}): embed it, "
                "or allow it by Limits(external=True)",
                where=part.name,
            )


def _refuse_xml(part: Part) -> None:
    """Refuse an XML part that declares entities, or may hide that it does in an encoding that nobody looks into."""
    if b"<!DOCTYPE" in part.data or b"<!ENTITY" in part.data or _DTD_WIDE in part.data:
        raise TemplateError("含有 DTD 或实体声明，不予打开", "a DTD or an entity is refused", where=part.name)
    if part.data.startswith(_USUAL):
        return
    head = part.data[:_HEAD]
    encoding = re.search(_ENCODING, head.replace(b"\0", b""))
    if head.startswith(_OTHER_ENCODINGS) or (encoding and encoding[1].lower() not in _ENCODINGS):
        raise TemplateError(
            "XML 部件应为 UTF-8 或 UTF-16 编码，别的编码不予打开",
            "an XML part is refused in any encoding but UTF-8 and UTF-16",
            where=part.name,
        )


def _relations(name: str, data: bytes, folder: str) -> list[Relation]:
    found = []
    for attributes in relations_of(name, data):
        external = attributes.get("TargetMode", "").casefold() == "external"
        target = attributes.get("Target", "")
        found.append(
            Relation(
                attributes.get("Id", ""),
                attributes.get("Type", "").rsplit("/", 1)[-1],
                target if external else _resolve(folder, target),
                external,
            )
        )
    return found


def _resolve(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = []
    for step in f"{folder}/{target}".split("/"):
        if step == "..":
            steps[-1:] = []
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)
