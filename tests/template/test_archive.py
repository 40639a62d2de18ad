"""Files that are refused as templates, each with its reason."""

import io
import zipfile

import pytest

from draftkit.errors import TemplateError
from draftkit.template import Limits, Template
from tests.template.building import OFFICE, PACKAGE, build, pack, para, unpack

GOOD = build(para("{{ x }}"))


def changed(**parts: bytes) -> bytes:
    names = {
        "types": "[Content_Types].xml",
        "relations": "word/_rels/document.xml.rels",
        "document": "word/document.xml",
    }
    return pack(unpack(GOOD) | {names.get(name, f"word/{name}"): data for name, data in parts.items()})


def relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    return (
        f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r1" Type="{OFFICE}{kind}" '
        f'Target="{target}"{mode}/></Relationships>'
    ).encode()


def macro_types() -> bytes:
    return unpack(GOOD)["[Content_Types].xml"].replace(b"document.main+xml", b"document.macroEnabled.main+xml")


def encrypted() -> bytes:
    data = bytearray(GOOD)
    at = data.rfind(b"PK\1\2")
    data[at + 8] |= 1
    return bytes(data)


def damaged() -> bytes:
    parts = unpack(GOOD)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue().replace(b"{{ x }}", b"{{ y }}")


def twice() -> bytes:
    buffer = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", b"<x/>")
    return buffer.getvalue()


REFUSED = {
    "not a zip": (b"hello", "不是 .docx 文件"),
    "empty": (b"", "不是 .docx 文件"),
    "not a docx": (pack({"a.txt": b"a"}), "缺 [Content_Types].xml"),
    "no main part": (pack({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<R/>"}), "没有正文部件"),
    "an old doc or an encrypted docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "加了密码"),
    "an encrypted member": (encrypted(), "加了密码"),
    "a zip bomb": (changed(bomb=b"\0" * 20_000_000), "压缩炸弹"),
    "a DTD": (changed(document=b'<!DOCTYPE w [<!ENTITY a "b">]>' + unpack(GOOD)["word/document.xml"]), "DTD"),
    "a DTD in UTF-16": (
        changed(**{"settings.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w []><w/>'.encode("utf-16")}),
        "DTD",
    ),
    "macros by type": (changed(types=macro_types()), "宏"),
    "macros by part": (changed(**{"vbaProject.bin": b"x"}), "宏"),
    "a template file": (
        changed(types=unpack(GOOD)["[Content_Types].xml"].replace(b"document.main", b"template.main")),
        "内容类型不符",
    ),
    "a linked picture": (changed(relations=relation("image", "http://example.org/a.png")), "引用了文件外的"),
    "a remote template": (
        changed(relations=relation("attachedTemplate", "http://example.org/a.dotm")),
        "引用了文件外的",
    ),
    "an OLE link": (changed(relations=relation("oleObject", "file:///c:/a.xls")), "引用了文件外的"),
    "damaged": (damaged(), "损坏"),
    "cut short": (GOOD[:-300], "不是 .docx 文件"),
    "a part twice": (twice(), "有两个"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_file_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(data)
    assert reason in caught.value.zh
    assert caught.value.en


def test_hyperlinks_may_point_outside() -> None:
    assert Template(changed(relations=relation("hyperlink", "https://example.org/"))).render({"x": 1})


def test_other_relations_may_point_outside_when_allowed() -> None:
    data = changed(relations=relation("image", "http://example.org/a.png"))
    assert Template(data, limits=Limits(external=True)).render({"x": 1})


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(archive=100), "超过上限100字节"),
        (Limits(inflated=100), "压缩炸弹"),
        (Limits(parts=3), "超过上限3个"),
    ],
)
def test_the_limits_can_be_set(limits: Limits, reason: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(GOOD, limits=limits)
    assert reason in caught.value.zh


@pytest.mark.parametrize("size", range(0, len(GOOD), 37))
def test_no_cut_file_gets_through(size: int) -> None:
    with pytest.raises(TemplateError):
        Template(GOOD[:size])


def test_a_missing_file_is_named() -> None:
    with pytest.raises(TemplateError, match=r"没有\.docx.*找不到或打不开"):
        Template("没有.docx")


def test_the_file_is_named_in_every_error(tmp_path: object) -> None:
    path = f"{tmp_path}/模板.docx"
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"hello")
    with pytest.raises(TemplateError, match=r"模板\.docx"):
        Template(path)
