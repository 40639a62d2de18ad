"""Templates made to hurt whoever opens them: each is refused in time, or opens as any other."""

import time

import pytest

from draftkit.errors import TemplateError
from draftkit.template import Limits, Template, TemplateProblemsError
from draftkit.template.effort import effort
from draftkit.template.tags import guard, restore
from tests.template.building import OFFICE, PACKAGE, build, cell, pack, para, paras, run, unpack
from tests.template.reading import paragraphs

SECONDS = 20.0
"""What is linear takes a small part of it; what was quadratic took from 10 to 60 seconds."""


def refused(template: bytes) -> TemplateError:
    """Return the error that a template is refused with, which comes in time."""
    start = time.perf_counter()
    with pytest.raises(TemplateError) as caught:
        Template(template)
    assert time.perf_counter() - start < SECONDS
    assert caught.value.zh
    assert caught.value.en
    return caught.value


@pytest.mark.parametrize("opener", ["{{", "{%", "{# ", "{{ '", "{{ “ }}", "{{ { }}", "{% “ %}"])
def test_tags_without_an_end_take_no_longer_the_more_they_are(opener: str) -> None:
    error = refused(build(para(opener * 8000)))
    assert isinstance(error, TemplateProblemsError)
    assert {problem.paragraph for problem in error.problems} == {1}


def test_braces_in_runs_of_their_own_take_no_longer_the_more_they_are() -> None:
    assert isinstance(refused(build(f"<w:p>{run('{') * 8000}</w:p>")), TemplateProblemsError)


@pytest.mark.parametrize(
    "text",
    [
        "表头\u2003\u205f数值",
        "\u2007" * 12 + "\u205f",
        "".join(chr(0xE8F0 + number) for number in range(16)),
        "\u2000\u205f\ue8fe\ue8ff",
    ],
)
@pytest.mark.parametrize("around", ["{}{{{{ x }}}}", "{{{{ x }}}}{}", "{{{{ x }}}}{{{{ '{}' }}}}"])
def test_characters_like_our_own_marks_come_out_as_written(text: str, around: str) -> None:
    written = around.format(text).replace("{{ x }}", "甲").replace("{{ '", "").replace("' }}", "")
    assert paragraphs(Template(build(para(around.format(text)))).render({"x": "甲"})) == [written]


def test_what_guards_tags_is_chosen_by_the_text() -> None:
    xml = "<w:p><w:r><w:t>\ue8f0\u205f{{ '%\ue8f1' }}</w:t></w:r></w:p>"
    found = guard(xml)
    assert not set(found.marks.guards) & set(xml)
    assert restore(found.xml, found.marks) == xml


def test_a_text_of_all_private_characters_leaves_none_to_guard_with() -> None:
    text = "".join(map(chr, (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE))))
    assert "私用字符" in refused(build(paras(text, "{{ x }}"))).zh


@pytest.mark.parametrize(
    "body",
    [
        para("{{ " + "a+" * 2000 + "a }}"),
        para("{{ a" + "|e" * 2000 + " }}"),
        para("{{ a" + "|e" * 250 + " }}"),
        para("{{ a" + ".b" * 2000 + " }}"),
        para("{{ " + "[" * 2000 + "]" * 2000 + " }}"),
        para("{% if a %}" + "{% elif a %}" * 8000 + "{% endif %}"),
        para("{% if a %}" * 300 + "{% endif %}" * 300),
    ],
    ids=["plus", "filters", "some filters", "attributes", "lists", "elif", "if"],
)
def test_tags_that_nothing_can_follow_any_deeper_are_refused(body: str) -> None:
    error = refused(build(body))
    assert error.where == "word/document.xml"
    assert "标签嵌套过深" in error.zh


def test_a_number_of_too_many_digits_is_told_with_its_tag() -> None:
    error = refused(build(paras("{{ a }}", "{{ " + "9" * 5000 + " }}")))
    assert isinstance(error, TemplateProblemsError)
    assert [problem.paragraph for problem in error.problems] == [2]


def places(*texts: str) -> list[tuple[int, str]]:
    """Return the paragraph and the text of each tag that is told to be wrong."""
    error = refused(build(paras(*texts)))
    assert isinstance(error, TemplateProblemsError)
    return [(problem.paragraph, problem.snippet) for problem in error.problems]


def test_equal_tags_are_told_one_by_one() -> None:
    texts = ("{{ a b }}", "{{ a b }}", "{{ c d }}", "{{ x|nofilter }}")
    assert places(*texts) == [*enumerate(texts, start=1)]


def test_a_tag_wrong_twice_is_told_once() -> None:
    assert places("{% for a b %}", "{{ c d }}", "{{ e f }}") == [
        (1, "{% for a b %}"),
        (2, "{{ c d }}"),
        (3, "{{ e f }}"),
    ]


def test_a_tag_without_an_end_hides_no_other() -> None:
    assert places("{{ a", "{{ c d }}", "{{ x|nofilter }}") == [(1, "{{ a"), (2, "{{ c d }}"), (3, "{{ x|nofilter }}")]


def test_what_only_follows_from_a_tag_without_an_end_is_not_told() -> None:
    assert places("{% if a", "{{ b c }}", "{% endif %}") == [(1, "{% if a"), (2, "{{ b c }}")]
    assert places("{% if a %}", "{{ b c }}", "{% endif") == [(3, "{% endif"), (2, "{{ b c }}")]


GOOD = unpack(build(para("{{ x }}")))
DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"


def changed(**parts: bytes) -> bytes:
    """Return a template with the parts `document`, `relations`, `core` and others given."""
    names = {"document": DOCUMENT, "relations": RELATIONS, "core": "docProps/core.xml", "types": "[Content_Types].xml"}
    return pack(GOOD | {names.get(name, name): data for name, data in parts.items()})


def document(old: bytes, new: bytes) -> bytes:
    """Return the document's XML with something else in the place of `old`."""
    return GOOD[DOCUMENT].replace(old, new)


@pytest.mark.parametrize(
    ("part", "data"),
    [
        (DOCUMENT, document(b"</w:body>", b"")),
        (DOCUMENT, b"hello{"),
        (DOCUMENT, document(b"{{ x }}", b"\xff{{ x }}")),
        (
            DOCUMENT,
            document(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 300).replace(
                b"</w:body>", b"</w:sdt>" * 300 + b"</w:body>"
            ),
        ),
        (
            DOCUMENT,
            document(b"<w:body>", b"<w:body>" + b"<w:p>" * 9000).replace(b"</w:body>", b"</w:p>" * 9000 + b"</w:body>"),
        ),
        ("docProps/core.xml", b"<a"),
        ("docProps/core.xml", b"<a>\xff</a>"),
    ],
    ids=["unended", "no XML", "no UTF-8", "deep", "very deep", "core", "core in no UTF-8"],
)
def test_a_part_that_is_not_well_formed_is_named(part: str, data: bytes) -> None:
    assert refused(changed(**{part: data})).where == part


def test_a_header_that_is_a_picture_is_named() -> None:
    header = b'<Relationship Id="h" Type="http://x/header" Target="a.png"/></Relationships>'
    relations = GOOD[RELATIONS].replace(b"</Relationships>", header)
    assert refused(changed(relations=relations, **{"word/a.png": b"\x89PNG{{ x }}"})).where == "word/a.png"


@pytest.mark.parametrize("body", [b"<w:body/><!--{{ x }}--></w:document>", b"<w:bodyx>{{ x }}</w:bodyx></w:document>"])
def test_a_document_without_a_body_has_none(body: bytes) -> None:
    head = GOOD[DOCUMENT].partition(b"<w:body>")[0]
    assert Template(changed(document=head + body)).render({"x": "1"})


IMAGE = f"{OFFICE}image"
OUTSIDE = f'Id="e" Type="{IMAGE}" Target="http://example.org/a"'


def related(relation: str) -> bytes:
    """Return the document's relations with one more."""
    return GOOD[RELATIONS].replace(b"</Relationships>", relation.encode() + b"</Relationships>")


@pytest.mark.parametrize(
    "relations",
    [
        related(f'<Relationship Id="e" Type="{IMAGE}" Target="http://example.org/a>b" TargetMode="External"/>'),
        related(f'<Relationship {OUTSIDE} TargetMode="&#69;xternal"/>'),
        related(f"<Relationship\n {OUTSIDE} TargetMode = 'External'/>"),
        related(f'<Relationship {OUTSIDE} TargetMode="external"/>'),
        related(f'<Relationship {OUTSIDE} TargetMode="External"/>')
        .decode()
        .replace("UTF-8", "UTF-16")
        .encode("utf-16"),
        related(f'<q:Relationship xmlns:q="{PACKAGE}relationships" {OUTSIDE} TargetMode="External"/>'),
        related(f'<a-b:Relationship xmlns:a-b="{PACKAGE}relationships" {OUTSIDE} TargetMode="External"/>'),
    ],
)
@pytest.mark.parametrize("name", [RELATIONS, "word/_rels/settings.xml.RELS"])
def test_no_relation_hides_that_it_points_outside(name: str, relations: bytes) -> None:
    error = refused(changed(**{name: relations}))
    assert error.where == name
    assert "引用了文件外的" in error.zh


@pytest.mark.parametrize(
    "relations",
    [
        related("<Relationship " + "a" * 300_000 + "/>"),
        related("<Relationship"),
        related(f'<Relationship {OUTSIDE} TargetMode="External" TargetMode="Internal"/>'),
        b"",
    ],
)
def test_relations_that_are_not_well_formed_are_refused(relations: bytes) -> None:
    error = refused(changed(relations=relations))
    assert (error.where, "不是合规的 XML" in error.zh) == (RELATIONS, True)


def test_what_a_relation_may_be_written_like_is_read() -> None:
    relations = related(
        f'<q:Relationship xmlns:q="{PACKAGE}relationships" {OUTSIDE} TargetMode="Internal"></q:Relationship>'
    )
    assert Template(changed(relations=relations)).render({"x": 1})


def encoded(name: str, doctype: str) -> bytes:
    """Return the document in some encoding, with a document type."""
    text = GOOD[DOCUMENT].decode().partition("?>")[2]
    return f'<?xml version="1.0" encoding="{name}"?>{doctype}{text}'.encode(name)


@pytest.mark.parametrize("name", ["UTF-32", "UTF-32-LE", "UTF-32-BE", "UTF-7", "cp037", "gb18030"])
def test_parts_in_other_encodings_are_refused(name: str) -> None:
    error = refused(changed(document=encoded(name, '<!DOCTYPE a [<!ENTITY b "c">]>' if "UTF-32" in name else "")))
    assert (error.where, "编码" in error.zh) == (DOCUMENT, True)


@pytest.mark.parametrize("name", ["UTF-16", "UTF-16LE", "UTF-16BE"])
def test_parts_in_utf_16_are_read(name: str) -> None:
    assert paragraphs(Template(changed(document=encoded(name, ""))).render({"x": "甲"})) == ["甲"]


def test_a_dtd_is_refused_whatever_its_part_is_called() -> None:
    names = {name: data.replace(b"word/document.xml", b"word/document.foo") for name, data in GOOD.items()}
    names["word/document.foo"] = names.pop(DOCUMENT).replace(
        b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document'
    )
    assert "DTD" in refused(pack(names)).zh


def types(override: str) -> bytes:
    """Return the content types with one more."""
    return GOOD["[Content_Types].xml"].replace(b"</Types>", override.encode() + b"</Types>")


@pytest.mark.parametrize(
    "parts",
    [
        {"relations": related('<Relationship Id="v" Type="http://x/relationships/vbaProject" Target="a.bin"/>')},
        {"relations": related('<Relationship Id="v" Type="http://x/wordV&#98;aData" Target="a.bin"/>')},
        {"types": types('<Override PartName="/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>')},
        {
            "types": types(
                '<Override PartName="/a" ContentType="application/vnd.ms-word.document.MACROENABLED.main+xml"/>'
            )
        },
        {"types": types('<Override PartName="/a" ContentType="application/vnd.ms-word.m&#97;croEnabled.main+xml"/>')},
        {"word/VBAPROJECT.BIN": b"x"},
    ],
)
def test_macros_are_refused_under_any_name(parts: dict[str, bytes]) -> None:
    assert "宏" in refused(changed(**parts)).zh


@pytest.mark.parametrize("name", ["../../x", "/abs", "c:\\x", "word/../x", "word/./x", "..", "a\x01b"])
def test_parts_that_are_called_as_files_elsewhere_are_refused(name: str) -> None:
    error = refused(changed(**{name: b"x"}))
    assert "指向文件之外" in error.zh


def test_names_that_are_equal_but_for_case_are_refused() -> None:
    assert "有两个" in refused(changed(**{"WORD/DOCUMENT.XML": b"<x/>"})).zh


CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
TABLE = f"<w:tbl><w:tr>{CELL.format('x')}</w:tr></w:tbl>"
PROPERTIES = "<w:tcPr><w:noWrap/></w:tcPr>"


@pytest.mark.parametrize(
    "body",
    [
        TABLE + para("{{tr a }}" * 8000),
        TABLE + para("{%tc if a %}{%tc endif %}" * 8000),
        "<w:p>" + "{{r a }}" * 8000 + "</w:p>",
        TABLE + para("{% colspan a %}" * 8000),
        TABLE + para("{% colspan " + " " * 8000 + "a %}"),
        TABLE + para("{% vm %}" * 8000),
        f"<w:tc>{{% vm %}}{PROPERTIES * 500}<w:t>x</w:t></w:tc>",
        f"<w:tc>{PROPERTIES}<w:t>{{% vm %}}</w:t>{PROPERTIES * 500}<w:t>x</w:t></w:tc>",
        "<w:tc>{% hm %}" + PROPERTIES + "<w:t>x</w:t>" * 8000 + "</w:tc>",
        "<w:tc><w:p>{% colspan a %}<w:r><w:t/></w:r></w:p>" + "<w:t>x</w:t>" * 8000 + "</w:tc>",
        para("{{ a }}" + "-%}" * 16000),
        "<!-- " + "<w:tr >" * 8000 + " -->" + para("{{tr a }}" * 8000),
    ],
)
def test_what_patching_would_take_too_long_over_is_refused(body: str) -> None:
    error = refused(build(para("y") + body))
    assert (error.where, "Limits(patching=…)" in error.zh) == ("word/document.xml", True)


def test_what_patching_may_take_can_be_set() -> None:
    template = build(TABLE + para("{{tr a }}" * 100))
    with pytest.raises(TemplateError, match="Limits"):
        Template(template, limits=Limits(patching=1000))


@pytest.mark.parametrize(
    "body",
    [
        para("{{ a }}" * 500) * 20,
        paras("{%p if a %}", "{{r a }}", "{%p endif %}") * 300,
        "<w:tbl>"
        + f"<w:tr>{cell('{%tr if a %}')}</w:tr><w:tr>{cell('{{ a }}')}</w:tr><w:tr>{cell('{%tr endif %}')}</w:tr>" * 300
        + "</w:tbl>",
        f"<w:tbl><w:tr>{cell('{% vm %}x')}{cell('{% colspan a %}x')}{cell('{% cellbg a %}x')}</w:tr></w:tbl>" * 300,
        paras("{%- if a -%}x{%- endif -%}") * 300,
    ],
)
def test_what_word_writes_takes_no_effort(body: str) -> None:
    assert effort(guard(body + para("z" * 10_000))) < len(body) * 10
