"""docxtpl's own interface over this engine: the same calls, the same documents."""
# ruff: noqa: ANN401 - what a template is given, and what opens it, is of any type

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docxtpl
import jinja2
import pytest
from docx.shared import Mm

import draftkit.template as ours
from draftkit.errors import TemplateError
from draftkit.template import DocxTemplate, DocxTemplateError, InlineImage, Template, TemplateProblemsError
from tests.template.building import OFFICE, PNG, PNG_2, build, drawing, pack, para, paras, table, unpack
from tests.template.canonical import canonical
from tests.template.reading import paragraphs

Script = Callable[[Any, Any], None]
"""A script for docxtpl: it is given the module and a template opened."""


def both(template: bytes, script: Script) -> tuple[bytes, bytes]:
    """Return what a script makes with docxtpl, and with one import changed."""
    made = []
    for module in (docxtpl, ours):
        opened = module.DocxTemplate(io.BytesIO(template))
        script(module, opened)
        buffer = io.BytesIO()
        opened.save(buffer)
        made.append(buffer.getvalue())
    return made[0], made[1]


def picture(module: Any, opened: Any) -> None:
    opened.render({"image": module.InlineImage(opened, io.BytesIO(PNG), width=Mm(20)), "title": "图"})


def linked_picture(module: Any, opened: Any) -> None:
    opened.render({"image": module.InlineImage(opened, io.BytesIO(PNG), anchor="https://example.org"), "title": "图"})


def hyperlink(module: Any, opened: Any) -> None:
    rich = module.RichText("见")
    rich.add("链接", url_id=opened.build_url_id("https://example.org"))
    opened.render({"rich": rich})


def subdocument(module: Any, opened: Any) -> None:
    del module
    part = opened.new_subdoc()
    part.add_paragraph("子文档一段")
    part.add_table(rows=1, cols=2)
    opened.render({"part": part})


def environment(module: Any, opened: Any) -> None:
    del module
    env = jinja2.Environment(autoescape=True)
    env.filters["double"] = lambda value: value * 2
    opened.render({"title": "A&B"}, env)


def twice(module: Any, opened: Any) -> None:
    del module
    opened.render({"title": "第一次"})
    opened.render({"title": "第二次"})


def edited(module: Any, opened: Any) -> None:
    del module
    opened.render({"title": "甲"})
    opened.docx.add_paragraph("后加")
    opened.paragraphs[0].add_run("再加")


def opened_first(module: Any, opened: Any) -> None:
    del module
    opened.get_docx().add_paragraph("先加{{ title }}")
    opened.render({"title": "甲"})


def replaced_picture(module: Any, opened: Any) -> None:
    del module
    opened.replace_pic("dummy.png", io.BytesIO(PNG_2))
    opened.render({"title": "甲"})


def replaced_media(module: Any, opened: Any) -> None:
    del module
    opened.replace_media(io.BytesIO(PNG), io.BytesIO(PNG_2))
    opened.render({"title": "甲"})


def saved_unrendered(module: Any, opened: Any) -> None:
    del module, opened


SCRIPTS: dict[str, tuple[bytes, Script]] = {
    "a picture": (build(para("{{ image }}{{ title }}")), picture),
    "a picture with a link": (build(para("{{ image }}{{ title }}")), linked_picture),
    "a picture in a header": (build(para("{{ title }}"), header=para("{{ image }}")), picture),
    "a hyperlink": (build(para("{{r rich }}")), hyperlink),
    "a sub-document": (build(paras("前", "{{p part }}", "后")), subdocument),
    "an environment of the caller's": (build(para("{{ title|double }}")), environment),
    "rendered twice": (build(para("{{ title }}"), footer=para("{{ title }}")), twice),
    "edited after rendering": (build(para("{{ title }}")), edited),
    "edited before rendering": (build(para("{{ title }}")), opened_first),
    "a picture replaced": (build(para("{{ title }}") + para(drawing(1)), media={"image1.png": PNG}), replaced_picture),
    "media replaced": (build(para("{{ title }}") + para(drawing(1)), media={"image1.png": PNG}), replaced_media),
    "saved without rendering": (build(para("{{ title }}")), saved_unrendered),
}


@pytest.mark.parametrize(("template", "script"), SCRIPTS.values(), ids=SCRIPTS)
def test_a_script_runs_by_changing_one_import(template: bytes, script: Script) -> None:
    theirs, made = both(template, script)
    assert canonical(theirs) == canonical(made)


def test_the_names_of_docxtpl_are_there() -> None:
    for name in ("DocxTemplate", "RichText", "R", "RichTextParagraph", "RP", "Listing", "InlineImage"):
        assert issubclass(getattr(ours, name), getattr(docxtpl, name))


def test_undeclared_variables_are_found_as_docxtpl_finds_them(tmp_path: Path) -> None:
    path = tmp_path / "模板.docx"
    path.write_bytes(build(paras("{{ a }}", "{%p for x in b %}", "{{ x.c }}", "{%p endfor %}"), header=para("{{ d }}")))
    expected = docxtpl.DocxTemplate(path).get_undeclared_template_variables()
    assert {"a", "b", "d"} == expected == DocxTemplate(path).get_undeclared_template_variables()
    assert {"a"} == DocxTemplate(path).get_undeclared_template_variables(context={"b": 1, "d": 2})


def test_text_is_not_lost_without_autoescape() -> None:
    template = DocxTemplate(io.BytesIO(build(para("{{ x }}{{ y }}"))))
    template.render({"x": "A&B<C", "y": "A&amp;B&lt;"})
    buffer = io.BytesIO()
    template.save(buffer)
    assert ["A&B<CA&B<"] == paragraphs(buffer.getvalue())


def test_text_is_not_lost_beside_a_sub_document() -> None:
    template = DocxTemplate(io.BytesIO(build(paras("{{ x }}", "{{p part }}"))))
    part = template.new_subdoc()
    part.add_paragraph("子")
    template.render({"x": "A&B<C", "part": part})
    buffer = io.BytesIO()
    template.save(buffer)
    assert ["A&B<C", "子"] == paragraphs(buffer.getvalue())


def test_the_internals_are_out_of_reach_beside_a_sub_document() -> None:
    template = DocxTemplate(io.BytesIO(build(paras("{{ cycler.__init__.__globals__ }}", "{{p part }}"))))
    part = template.new_subdoc()
    with pytest.raises(jinja2.exceptions.SecurityError):
        template.render({"part": part})


def test_a_footnote_is_rendered_once_beside_a_sub_document() -> None:
    data = build(paras("甲", "{{p part }}"), footnotes=para("{{ note }}"), sections=2)
    template = DocxTemplate(io.BytesIO(data))
    template.render({"part": template.new_subdoc(), "note": "{{ 1 + 1 }}"})
    buffer = io.BytesIO()
    template.save(buffer)
    assert b"{{ 1 + 1 }}" in unpack(buffer.getvalue())["word/footnotes.xml"]


def test_errors_are_jinjas_too_and_tell_their_place() -> None:
    data = build(paras("甲", "{{ a b }}", "乙"))
    with pytest.raises(jinja2.TemplateSyntaxError) as theirs:
        docxtpl.DocxTemplate(io.BytesIO(data)).render({})
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        DocxTemplate(io.BytesIO(data)).render({})
    assert isinstance(caught.value, DocxTemplateError)
    shown = tuple(theirs.value.docx_context)  # type: ignore[attr-defined]
    assert shown == tuple(caught.value.docx_context) == ("", "甲", "{{ a b }}", "乙")
    assert (theirs.value.lineno, theirs.value.message) == (caught.value.lineno, caught.value.message)
    assert 2 == caught.value.problems[0].paragraph
    assert "第2段" in str(caught.value)


def test_a_document_can_be_saved_to_a_path_and_again(tmp_path: Path) -> None:
    template = DocxTemplate(io.BytesIO(build(para("{{ title }}"))))
    template.render({"title": "甲"})
    template.save(tmp_path / "一.docx")
    template.save(str(tmp_path / "二.docx"))
    assert (tmp_path / "一.docx").read_bytes() == (tmp_path / "二.docx").read_bytes()


def test_pictures_go_into_a_template_of_ours_too() -> None:
    data = build(para("{{ image }}") + table(("{{ x }}",)), header=para("{{ image }}"), core={"title": "{{ x }}"})

    def make() -> bytes:
        return Template(data).render({"image": InlineImage(None, io.BytesIO(PNG), width=Mm(20)), "x": "A&B"})

    parts = unpack(make())
    assert PNG in parts.values()
    assert b"<w:drawing>" in parts["word/document.xml"]
    assert b"<w:drawing>" in parts["word/header1.xml"]
    assert b"A&amp;B" in parts["docProps/core.xml"]
    assert make() == make()


def test_a_generator_is_not_lost_beside_a_picture() -> None:
    template = Template(build(para("{% for x in rows %}{{ x }}{% endfor %}") + para("{{ image }}")))

    def facts() -> dict[str, Any]:
        return {"rows": iter("甲乙"), "image": InlineImage(None, io.BytesIO(PNG))}

    assert ["甲乙", ""] == paragraphs(template.render(facts()))
    with pytest.raises(TemplateError, match="rows"):
        template.save(io.BytesIO(), facts())


def test_what_points_outside_is_opened_as_docxtpl_does() -> None:
    parts = unpack(build(para("{{ x }}")))
    name = "word/_rels/document.xml.rels"
    linked = parts[name].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdOut" Type="{OFFICE}attachedTemplate" Target="file:///C:/a.dotm" TargetMode="External"/>'.encode()
        + b"</Relationships>",
    )
    theirs, made = both(pack(parts | {name: linked}), lambda _, opened: opened.render({"x": "甲"}))
    assert canonical(theirs) == canonical(made)


def test_filters_left_to_chance_are_there_as_in_docxtpl() -> None:
    theirs, made = both(build(para("{{ [3]|random }}{{ [3]|pprint }}")), lambda _, opened: opened.render({}))
    assert canonical(theirs) == canonical(made)


def test_a_template_that_failed_can_be_saved_as_it_was(tmp_path: Path) -> None:
    template = DocxTemplate(io.BytesIO(build(para("{{ a b }}"))))
    with pytest.raises(jinja2.TemplateError):
        template.render({})
    template.save(tmp_path / "原样.docx")
    assert ["{{ a b }}"] == paragraphs((tmp_path / "原样.docx").read_bytes())


def test_a_sub_document_is_refused_by_a_template_of_ours() -> None:
    data = build(paras("{{p part }}"))
    part = DocxTemplate(io.BytesIO(data)).new_subdoc()
    with pytest.raises(TemplateProblemsError, match="DocxTemplate"):
        Template(data).render({"part": part})
