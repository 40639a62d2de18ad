"""Templates made to hurt whoever opens them: each is refused in time, or opens as any other."""

import time

import pytest

from draftkit.errors import TemplateError
from draftkit.template import Template, TemplateProblemsError
from draftkit.template.tags import guard, restore
from tests.template.building import build, pack, para, paras, run, unpack
from tests.template.reading import paragraphs

SECONDS = 2.0
"""What is linear takes a tenth of it; what was quadratic took from four times as long."""


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
    assert places("{% for a b %}", "{{ c d }}", "{{ e f }}") == [(1, "{% for a b %}"), (2, "{{ c d }}"), (3, "{{ e f }}")]


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
        (DOCUMENT, document(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 300).replace(b"</w:body>", b"</w:sdt>" * 300 + b"</w:body>")),
        (DOCUMENT, document(b"<w:body>", b"<w:body>" + b"<w:p>" * 9000).replace(b"</w:body>", b"</w:p>" * 9000 + b"</w:body>")),
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
