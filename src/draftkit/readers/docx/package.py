"""The parts of a `.docx` that a reader needs, opened with limits: no bomb, no entity, no network."""

import io
import posixpath
import zipfile
import zlib

from attrs import field, frozen
from lxml import etree

from draftkit.errors import ReadError

__all__ = ["Package", "W", "open_package"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W[1:-1].encode()
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

MOST_MEMBERS = 4096
LARGEST_PART = 64 * 1024 * 1024
HIGHEST_RATIO = 250
"""How much smaller a part may have been packed; Word's own XML is seldom packed to less than a fiftieth."""
SMALLEST_BOMB = 1024 * 1024
"""A part below this is no bomb, however well it was packed."""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _refused(zh: str, en: str) -> ReadError:
    return ReadError(zh, en)


@frozen
class Package:
    """A `.docx`.

    Args:
        document: The root of its main part.
        styles: The root of its styles, if it has any.
        numbering: The root of its lists, if it has any.
    """

    document: etree._Element = field(repr=False)
    styles: etree._Element | None = field(repr=False)
    numbering: etree._Element | None = field(repr=False)


def open_package(data: bytes) -> Package:
    """Return the package in `data`.

    Raises:
        ReadError: It is no `.docx`, is damaged or locked, or would unpack to more than any paper holds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.namelist()) > MOST_MEMBERS:
                raise _refused(
                    f"压缩包里有{len(archive.namelist())}个文件，不像一份 Word 文稿", "the archive has too many members"
                )
            main = _main_part(archive)
            related = _related(archive, main)
            return Package(
                _parsed(archive, main),
                _optional(archive, related.get("styles")),
                _optional(archive, related.get("numbering")),
            )
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise _refused(
            "不是完好的 .docx 文件（可能是 .doc 改了后缀，或加了密码），请在 Word 或 WPS 中另存为 .docx",
            f"this is not a sound .docx: {error}",
        ) from error


def _main_part(archive: zipfile.ZipFile) -> str:
    """Return the name of the part that holds the text."""
    for kind, target in _relations(archive, "_rels/.rels", ""):
        if kind == "officeDocument":
            return target
    if "word/document.xml" in archive.namelist():
        return "word/document.xml"
    raise _refused("压缩包里没有 Word 正文（word/document.xml），不是 .docx 文件", "the archive holds no Word document")


def _related(archive: zipfile.ZipFile, main: str) -> dict[str, str]:
    folder, name = posixpath.split(main)
    return dict(_relations(archive, f"{folder}/_rels/{name}.rels", folder))


def _relations(archive: zipfile.ZipFile, name: str, folder: str) -> list[tuple[str, str]]:
    """Return the kinds and the targets of the relations in the part `name`."""
    if name not in archive.namelist():
        return []
    return [
        (one.get("Type", "").rpartition("/")[2], posixpath.normpath(posixpath.join(folder, target)).lstrip("/"))
        for one in _parsed(archive, name).iter(_RELATIONS)
        if (target := one.get("Target", "")) and one.get("TargetMode") != "External"
    ]


def _optional(archive: zipfile.ZipFile, name: str | None) -> etree._Element | None:
    return _parsed(archive, name) if name is not None and name in archive.namelist() else None


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    content = _content(archive, name)
    try:
        root = etree.fromstring(content.replace(_STRICT, _USUAL), _parser())
    except etree.XMLSyntaxError as error:
        raise _refused(
            f"文件里的 {name} 已损坏，请在 Word 或 WPS 中修复后另存", f"{name} is damaged: {error}"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused(f"文件里的 {name} 带有文档类型声明，可能有害，不予读取", f"{name} declares a document type")
    return root


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of the part `name`; what its header says of its size isn't believed."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise _refused(f"文件缺少 {name}，已损坏", f"the file lacks {name}") from None
    with archive.open(info) as member:
        content = member.read(LARGEST_PART + 1)
    packed = max(info.compress_size, 1)
    if len(content) > LARGEST_PART or (len(content) > SMALLEST_BOMB and len(content) > HIGHEST_RATIO * packed):
        raise _refused(
            f"文件里的 {name} 解压后超过{LARGEST_PART // 1024 // 1024} MB，或压缩比超过{HIGHEST_RATIO}，可能是压缩炸弹",
            f"{name} unpacks to more than any paper holds",
        )
    return content
