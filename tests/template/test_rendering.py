"""A template takes values as text, gives the same bytes each time, and says what is wrong with it."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from markupsafe import Markup

from draftkit.errors import TemplateError
from draftkit.template import Template

Maker = Callable[..., Template]


@pytest.fixture
def make(tmp_path: Path) -> Maker:
    def template(*paragraphs: str, title: str = "") -> Template:
        paper = docx.Document()
        for paragraph in paragraphs:
            paper.add_paragraph(paragraph)
        paper.core_properties.title = title
        paper.save(str(tmp_path / "模板.docx"))
        return Template(tmp_path / "模板.docx")

    return template


def _paper(data: bytes) -> DocxDocument:
    return docx.Document(io.BytesIO(data))


def _texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in _paper(data).paragraphs]


def test_values_are_text(make: Maker) -> None:
    data = make("镇长{{ name }}。").render({"name": "A&B<b>{{ x }}{% y"})
    assert _texts(data) == ["镇长A&B<b>{{ x }}{% y。"]


def test_markup_takes_the_place_of_its_paragraph(make: Maker) -> None:
    data = make("上", "{{p body }}", "下").render({"body": Markup("<w:p><w:r><w:t>中</w:t></w:r></w:p>")})
    assert _texts(data) == ["上", "中", "下"]


def test_properties_are_filled_and_escaped_once(make: Maker) -> None:
    template = make("文", title="{{ title }}")
    assert _paper(template.render({"title": "A&B<C>"})).core_properties.title == "A&B<C>"
    assert _paper(template.render({"title": "长" * 300})).core_properties.title == "长" * 255


def test_the_same_values_make_the_same_bytes(make: Maker) -> None:
    template = make("{{ name }}")
    assert template.render({"name": "李明"}) == template.render({"name": "李明"})


def test_a_name_that_is_not_given_is_told(make: Maker) -> None:
    with pytest.raises(TemplateError, match=r"没有提供的名称.*'mayor' is undefined"):
        make("{{ mayor }}").render({})
    with pytest.raises(TemplateError, match=r"没有提供的名称.*'mayor' is undefined"):
        make("文", title="{{ mayor }}").render({})


def test_a_wrong_tag_is_told_with_the_file(make: Maker) -> None:
    with pytest.raises(TemplateError, match="标记写错了") as caught:
        make("{% if %}").render({})
    assert caught.value.where is not None
    assert caught.value.where.endswith("模板.docx")


@pytest.mark.parametrize("tag", ["{{ ''.__class__.__mro__ }}", "{{ names.append('x') }}"])
def test_a_template_reaches_nothing_but_its_values(make: Maker, tag: str) -> None:
    with pytest.raises(TemplateError):
        make(tag).render({"names": []})


def test_a_missing_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="找不到或打不开"):
        Template(tmp_path / "没有.docx").render({})


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_no_docx_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "模板.docx").write_bytes(content)
    with pytest.raises(TemplateError):
        Template(tmp_path / "模板.docx").render({})
