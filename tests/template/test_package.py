"""A package is the same bytes for the same parts."""

import io
import zipfile

import pytest

from draftkit.errors import TemplateError
from draftkit.template.package import edited, pack, unpack

_PARTS = {"b.xml": b"<b/>", "a/c.xml": "<甲/>".encode()}


def test_parts_keep_their_order_and_content() -> None:
    assert list(unpack(pack(_PARTS)).items()) == list(_PARTS.items())


def test_members_have_one_date_and_one_system() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(_PARTS))) as archive:
        assert {(member.date_time, member.create_system) for member in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 3)
        }


def test_a_part_is_replaced_where_it_stood() -> None:
    assert list(unpack(edited(pack(_PARTS), {"b.xml": b"<d/>"})).items()) == [
        ("b.xml", b"<d/>"),
        ("a/c.xml", _PARTS["a/c.xml"]),
    ]


def test_what_is_no_zip_is_told() -> None:
    with pytest.raises(TemplateError, match="不是Word文档"):
        unpack(b"PK but not a zip")
