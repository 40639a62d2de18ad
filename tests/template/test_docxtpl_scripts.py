"""What scripts written for docxtpl do, its own among them: the same documents, the same errors."""
# ruff: noqa: ANN401 - what a template is given, and what opens it, is of any type

import argparse
import enum
import io
import re
import subprocess
import sys
import zipfile
from collections import ChainMap
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import docx
import docxtpl
import jinja2
import pytest
from docx.opc.exceptions import PackageNotFoundError

import draftkit.template as ours
from draftkit.template import __main__ as command
from tests.template.building import PNG, build, cell, drawing, pack, para, paras, table, unpack
from tests.template.canonical import canonical

Script = Callable[[Any, Any], object]
"""A script for docxtpl: it is given the module and a template opened."""


def run(module: Any, template: bytes, script: Script) -> tuple[object, bytes]:
    """Return what a script returns, and the document that it makes."""
    opened = module.DocxTemplate(io.BytesIO(template))
    returned = script(module, opened)
    buffer = io.BytesIO()
    opened.save(buffer)
    return returned, buffer.getvalue()


def assert_same(template: bytes, script: Script) -> bytes:
    """Return the document that a script makes, the same with docxtpl as with ours."""
    theirs, expected = run(docxtpl, template, script)
    returned, made = run(ours, template, script)
    assert theirs == returned
    assert canonical(expected) == canonical(made)
    return made


def rendered(**values: Any) -> Script:
    return lambda _, opened: opened.render(values)


def core(xml: str) -> bytes:
    """Return a template with core properties of some XML."""
    parts = unpack(build(para("甲")))
    name = "docProps/core.xml"
    return pack(parts | {name: parts[name].replace(b"</cp:coreProperties>", f"{xml}</cp:coreProperties>".encode())})


def pretty() -> bytes:
    """Return a template whose parts are written with line breaks and indentation."""
    content = "\n  <w:p>\n    <w:r>\n      <w:t>{{ title }}</w:t>\n    </w:r>\n  </w:p>\n"
    still = content.replace("{{ title }}", "不变")
    return build(content, header=still, footer=content, footnotes=content, comments=still)


CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('{{ title }}')}</w:sdtContent></w:sdt>"
ROW_WITH_CONTROL = table(("甲", "乙")).replace(cell("甲"), CONTROL)
INLINE_CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>{{ x }}</w:t></w:r></w:sdtContent></w:sdt>"
BROKEN = '<w:p><w:r><w:t xml:space="preserve">一\n二\t三</w:t></w:r></w:p>'
SCRIPTS: dict[str, tuple[bytes, Script]] = {
    "tags in properties that docxtpl leaves": (
        core("<dc:title>{{ title }}</dc:title><cp:keywords>{{ title }}</cp:keywords><cp:category>{# 类</cp:category>"),
        rendered(title="报告"),
    ),
    "marks of XML in a property": (core("<dc:title>{{ title }}</dc:title>"), rendered(title="<b>A&B</b>")),
    "rich text in a property": (
        core("<dc:title>{{ rich }}</dc:title>"),
        lambda module, opened: opened.render({"rich": module.RichText("红")}),
    ),
    "a property beside a sub-document": (
        core("<dc:title>{{ title }}</dc:title>"),
        lambda _, opened: opened.render({"title": "甲和乙", "part": opened.new_subdoc()}),
    ),
    "pictures without any tag": (build(para(drawing(4)) + para(drawing(4)), media={"image1.png": PNG}), rendered()),
    "columns too many without any tag": (build(table(("甲", "乙"), columns=4)), rendered()),
    "columns too few without any tag": (build(table(("甲", "乙", "丙"), columns=2)), rendered()),
    "breaks without any tag": (build(BROKEN, header=BROKEN, footer=BROKEN, footnotes=BROKEN), rendered()),
    "braces that are no tag in a header alone": (build(para("甲"), header=para("{_{ x }_}")), rendered()),
    "parts that nothing points to": (build(para("甲"), extra={"word/left.xml": b"<a/>"}), rendered()),
    "parts with line breaks between elements": (pretty(), rendered(title="题")),
    "a cell in a content control": (build(ROW_WITH_CONTROL), rendered(title="题")),
    "a tag that ends in the next paragraph": (build(paras("甲{{ ti", "tle }}乙")), rendered(title="题")),
    "a comment that ends in the next paragraph": (build(paras("甲{# 说", "明 #}乙")), rendered()),
    "a filter over the text of the template": (build(para("{% filter upper %}a & b{% endfilter %}")), rendered()),
    "markup that splits a paragraph": (
        build(para("{{ x }}")),
        rendered(x="一</w:t></w:r></w:p><w:p><w:r><w:t>二"),
    ),
    "markup that splits a cell": (
        build(table(("{{ x }}", "丙"), columns=3)),
        rendered(x="甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙"),
    ),
    "a value that is text in two ways": (
        build(para("{{ x }}")),
        rendered(x=type("Both", (), {"__html__": lambda _: "<w:br/>", "__str__": lambda _: "文字"})()),
    ),
    "values as pairs": (build(para("{{ x }}")), lambda _, opened: opened.render([("x", 1)])),
    "values as a chain of maps": (build(para("{{ x }}")), lambda _, opened: opened.render(ChainMap({"x": 1}))),
    "a path": (build(para("{{ x.name }}{{ x.stem }}")), rendered(x=PurePosixPath("/甲/乙.docx"))),
    "arguments of a command": (build(para("{{ x.name }}")), rendered(x=argparse.Namespace(name="甲"))),
    "a match": (build(para("{{ x.group(1) }}")), rendered(x=re.match("(甲)乙", "甲乙"))),
    "a class": (build(para("{{ x.YES.value }}")), rendered(x=enum.Enum("Vote", {"YES": "赞成"}))),
    "a field of the script's own with an underscore": (
        build(para("{{ x._note }}")),
        rendered(x=type("Own", (), {"_note": "备注"})),
    ),
    "a block in a scope": (
        build(para("{% for x in rows %}{% block part scoped %}{{ x }}{% endblock %}{% endfor %}")),
        rendered(rows=["甲\n乙", 1]),
    ),
    "a paragraph split in a content control": (build(para(INLINE_CONTROL)), rendered(x="一\a二")),
    "a text of docxtpl's": (
        build(para("{{ x.xml }}")),
        lambda module, opened: opened.render({"x": module.Listing("甲")}),
    ),
}


@pytest.mark.parametrize(("template", "script"), SCRIPTS.values(), ids=SCRIPTS)
def test_a_script_makes_the_same_document(template: bytes, script: Script) -> None:
    assert_same(template, script)


def generator_beside_a_picture(module: Any, opened: Any) -> None:
    image = module.InlineImage(opened, io.BytesIO(PNG))
    opened.render({"rows": (f"第{number}行" for number in range(3)), "image": image})


def test_a_generator_is_read_once_beside_a_picture() -> None:
    made = assert_same(
        build(para("{% for x in rows %}{{ x }}{% endfor %}") + para("{{ image }}")), generator_beside_a_picture
    )
    assert "第0行第1行第2行" in unpack(made)["word/document.xml"].decode()


def link_made_while_rendering(module: Any, opened: Any) -> None:
    def link(text: str) -> Any:
        rich = module.RichText()
        rich.add(text, url_id=opened.build_url_id("https://example.org"))
        return rich

    opened.render({"link": link})


def part_asked_for_while_rendering(module: Any, opened: Any) -> None:
    del module
    opened.render({"x": type("Asks", (), {"__str__": lambda _: str(opened.current_rendering_part.partname)})()})


@pytest.mark.parametrize("script", [link_made_while_rendering, part_asked_for_while_rendering])
def test_a_value_may_ask_for_the_document_that_is_rendered(script: Script) -> None:
    tag = "{{r link('见') }}" if script is link_made_while_rendering else "{{ x }}"
    assert_same(build(para(tag), header=para(tag)), script)


def test_a_script_may_bring_its_own_steps() -> None:
    def by_class(module: Any) -> bytes:
        class Own(module.DocxTemplate):  # type: ignore[misc]
            def patch_xml(self, src_xml: str) -> str:
                return str(super().patch_xml(src_xml)).replace("{{ x }}", "甲")

        return run(type("Module", (), {"DocxTemplate": Own}), build(para("{{ x }}")), rendered(x="乙"))[1]

    def by_object(module: Any, opened: Any) -> None:
        del module
        opened.render_properties = lambda *_: None
        opened.render({"x": "甲"})

    assert canonical(by_class(docxtpl)) == canonical(by_class(ours))
    assert_same(build(para("{{ x }}"), core={"title": "{{ x }}"}), by_object)


@pytest.mark.parametrize(
    "text", ["{{ a b }}", "{% nosuch %}", "{{ a|nosuch }}", "{% if a %}", "{{ a.b }}", "{{ a", "{% for x %}", "{{ }}"]
)
def test_an_error_is_of_the_class_that_docxtpl_raises(text: str) -> None:
    template = build(paras("甲", text, "乙"))
    with pytest.raises(jinja2.TemplateError) as theirs:
        run(docxtpl, template, rendered())
    with pytest.raises(type(theirs.value)) as made:
        run(ours, template, rendered())
    assert theirs.value.message == made.value.message
    assert getattr(theirs.value, "lineno", 0) == made.value.lineno  # type: ignore[attr-defined]
    if hasattr(theirs.value, "docx_context"):
        assert tuple(theirs.value.docx_context) == made.value.docx_context  # type: ignore[attr-defined]
    assert 2 == made.value.problems[0].paragraph  # type: ignore[attr-defined]


def failed_after_a_success(module: Any, opened: Any) -> object:
    del module
    opened.render({"a": {"b": {"c": 1}}})
    with pytest.raises(jinja2.UndefinedError):
        opened.render({"a": {}})
    return opened.is_rendered


def test_a_render_that_fails_leaves_the_template_as_it_was() -> None:
    assert (
        "{{ a.b.c }}"
        in unpack(assert_same(build(para("{{ a.b.c }}")), failed_after_a_success))["word/document.xml"].decode()
    )


def test_core_properties_are_made_where_there_are_none() -> None:
    parts = unpack(build(para("{{ x }}")))
    del parts["docProps/core.xml"]
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = re.sub(rb"<(?:Override|Relationship) [^>]*core[^>]*>", b"", parts[name])
    date = re.compile(rb"<dcterms:modified[^>]*>[^<]*</dcterms:modified>")

    def made_by(module: Any) -> dict[str, object]:
        made = unpack(run(module, pack(parts), rendered(x=1))[1])
        return canonical(pack({name: date.sub(b"", data) for name, data in made.items()}))

    assert made_by(docxtpl) == made_by(ours)
    assert "docProps/core.xml" in made_by(ours)


def test_a_template_that_is_not_there_is_told_as_docxtpl_does(tmp_path: Path) -> None:
    for module in (docxtpl, ours):
        with pytest.raises(PackageNotFoundError):
            module.DocxTemplate(str(tmp_path / "没有.docx")).render({})
        with pytest.raises(FileNotFoundError):
            module.DocxTemplate(tmp_path / "没有.docx").render({})


@pytest.mark.parametrize("kind", [b"macroEnabled.main+xml", b"template.main+xml"])
def test_what_is_no_docx_is_refused_with_the_errors_of_docxtpl(kind: bytes) -> None:
    parts = unpack(build(para("甲")))
    other = pack({name: data.replace(b"document.main+xml", kind) for name, data in parts.items()})
    for data, error in ((other, ValueError), (b"PK", zipfile.BadZipFile), (pack({"a": b""}), KeyError)):
        for module in (docxtpl, ours):
            with pytest.raises(error):
                run(module, data, rendered())


def test_without_a_template_there_is_that_of_python_docx() -> None:
    for module in (docxtpl, ours):
        opened = module.DocxTemplate(None)
        opened.render({})
        assert docx.Document().styles["Normal"].name == opened.docx.styles["Normal"].name


def test_a_paragraph_that_cannot_be_split_is_told() -> None:
    with pytest.raises(ours.TemplateProblemsError):
        ours.Template(build(para(INLINE_CONTROL))).render({"x": ours.Listing("一\a二")})


REACHING = (
    "{{ x.__class__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ path.read_text() }}",
    "{{ path.parent.iterdir()|list }}",
    "{{ module.path }}",
    "{{ image.tpl }}",
    "{{ x.format.__self__ }}",
)


@pytest.mark.parametrize("tag", REACHING)
@pytest.mark.parametrize("slowly", [False, True])
def test_internals_and_files_are_out_of_reach(tag: str, tmp_path: Path, *, slowly: bool) -> None:
    path = tmp_path / "密.txt"
    path.write_text("机密", encoding="utf-8")
    opened = ours.DocxTemplate(io.BytesIO(build(para(f"前{tag}后"))))
    image = ours.InlineImage(opened if slowly else None, io.BytesIO(PNG))
    values = {"x": "文", "path": path, "module": sys, "image": image}
    try:
        opened.render(values)
    except jinja2.exceptions.SecurityError:
        return
    assert ["前后"] == [paragraph.text for paragraph in opened.docx.paragraphs]


def test_the_command_makes_what_docxtpls_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "模板.docx").write_bytes(build(para("{{ x }}"), header=para("{{ x }}")))
    (tmp_path / "数据.json").write_text('{"x": "甲"}', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["docxtpl", "模板.docx", "数据.json", "一.docx", "-q"])
    command.main()
    subprocess.run(
        [sys.executable, "-m", "docxtpl", "模板.docx", "数据.json", "二.docx", "-q"],
        check=True,
        env={"PYTHONUTF8": "1"},
    )
    assert canonical((tmp_path / "二.docx").read_bytes()) == canonical((tmp_path / "一.docx").read_bytes())


def test_the_command_tells_what_is_wrong(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["docxtpl", "没有.docx", "没有.json", "一.docx"])
    command.main()
    assert "Error: " in capsys.readouterr().out


def test_the_command_names_itself(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, code in ((["--help"], None), (["only.docx"], 2)):
        monkeypatch.setattr(sys, "argv", ["draftkit.template", *arguments])
        with pytest.raises(SystemExit) as ended:
            command.main()
        assert ended.value.code == code
        said = capsys.readouterr()
        assert "python -m draftkit.template [-h]" in said.out + said.err
        assert "docxtpl" not in said.out + said.err
