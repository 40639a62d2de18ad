"""Where docxtpl is wrong, and what is right: docxtpl's behaviour stands beside ours in each test."""
# ruff: noqa: ANN401 - what a template is given, and what opens it, is of any type

import io
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock
from typing import Any

import docxtpl
import jinja2
import pytest
from docxtpl import Listing, RichText

from draftkit.template import InlineImage, Template, TemplateProblemsError
from tests.template.building import PNG, bookmark, build, drawing, para, paras, run, table
from tests.template.canonical import by_docxtpl
from tests.template.reading import paragraphs, text, xml


def docxtpl_makes(template: bytes, *, autoescape: bool = False, **values: Any) -> bytes:
    return by_docxtpl(template, values, autoescape=autoescape)


def we_make(template: bytes, **values: Any) -> bytes:
    return Template(template).render(values)


def problems(make: Callable[[], object]) -> list[tuple[int, str]]:
    """Return the paragraph and the tag of each problem that `make` raises."""
    with pytest.raises(TemplateProblemsError) as caught:
        make()
    return [(problem.paragraph, problem.snippet) for problem in caught.value.problems]


def test_marks_of_xml_in_a_value_are_text() -> None:
    template = build(para("{{ company }}。"))
    assert "A。" != text(docxtpl_makes(template, company="A&B<C>乙公司"))
    assert "乙公司" not in text(docxtpl_makes(template, company="A&B公司<乙公司"))
    assert ["A&B<C>乙公司。"] == paragraphs(we_make(template, company="A&B<C>乙公司"))


LEAK = "{{ cycler.__init__.__globals__.os.name }}"


def test_a_value_in_a_footnote_is_never_executed() -> None:
    template = build(para("正文"), footnotes=para("{{ note }}"), sections=2)
    assert "posix" in text(docxtpl_makes(template, note=LEAK), "word/footnotes.xml")
    assert LEAK in text(we_make(template, note=LEAK), "word/footnotes.xml")


def test_a_template_does_not_reach_pythons_internals() -> None:
    template = build(para("{{ cycler.__init__.__globals__.os.name }}"))
    assert "posix" in text(docxtpl_makes(template))
    assert [(1, LEAK)] == problems(lambda: we_make(template))


THREADS = 40


def test_one_template_serves_many_threads() -> None:
    template = build(para("{{ a }}"), header=para("{{ a }}"), footer=para("{{ a }}"))
    shared = docxtpl.DocxTemplate(io.BytesIO(template))
    # They take turns: without that, lxml's trees, which threads can't share, sometimes end the process.
    turn, all_rendered = Lock(), Barrier(THREADS)

    def theirs(number: int) -> bool:
        with turn:
            shared.render({"a": f"第{number}份"})
        all_rendered.wait(timeout=60)
        buffer = io.BytesIO()
        with turn:
            shared.save(buffer)
        return is_whole(buffer.getvalue(), number)

    ours = Template(template)
    with ThreadPoolExecutor(THREADS) as pool:
        assert 1 == sum(pool.map(theirs, range(THREADS)))
        assert all(pool.map(lambda number: is_whole(ours.render({"a": f"第{number}份"}), number), range(1000)))


def is_whole(data: bytes, number: int) -> bool:
    return all(f"第{number}份" == text(data, f"word/{part}.xml") for part in ("document", "header1", "footer1"))


def test_what_docxtpl_does_for_us_is_done_for_each_document_alone() -> None:
    cells = table(("{%tc for one in cells %}", "{{ one }}", "{%tc endfor %}"))
    template = Template(build(paras("{{ a }}", "{{ listing }}", "{{ picture }}") + cells, header=para("{{ a }}")))

    def made(number: int) -> bytes:
        name = f"第{number}份"
        picture = InlineImage(None, io.BytesIO(PNG)) if number % 4 == 0 else ""
        values = {"a": name, "listing": Listing(f"{name}\n续"), "picture": picture, "cells": [name] * (number % 5 + 1)}
        return template.render(values)

    alone = [made(number) for number in range(200)]
    with ThreadPoolExecutor(THREADS) as pool:
        assert alone == list(pool.map(made, range(200)))
    assert all(f"第{number}份" in text(data) for number, data in enumerate(alone))


def test_names_that_are_not_given_are_errors() -> None:
    template = build(para("甲{{ missing }}乙{{ given.no }}"))
    assert ["甲乙"] == paragraphs(docxtpl_makes(template, given={}))
    assert [(1, "{{ missing }}"), (1, "{{ given.no }}")] == problems(lambda: we_make(template, given={}))


def test_none_is_an_error() -> None:
    template = build(para("{{ x }}"))
    assert ["None"] == paragraphs(docxtpl_makes(template, x=None))
    assert [(1, "{{ x }}")] == problems(lambda: we_make(template, x=None))
    assert [""] == paragraphs(we_make(build(para("{{ x or '' }}")), x=None))


def test_core_properties_are_escaped_once() -> None:
    template = build(para("甲"), core={"title": "{{ title }}"})
    assert "&amp;amp;" in xml(docxtpl_makes(template, autoescape=True, title="A&B"), "docProps/core.xml")
    assert "<dc:title>A&amp;B</dc:title>" in xml(we_make(template, title="A&B"), "docProps/core.xml")


def test_a_long_core_property_is_kept() -> None:
    template = build(para("甲"), core={"title": "{{ title }}"})
    with pytest.raises(ValueError, match="255"):
        docxtpl_makes(template, title="长" * 256)
    assert "长" * 256 in xml(we_make(template, title="长" * 256), "docProps/core.xml")


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_characters_that_xml_cannot_hold_are_refused(bad: str) -> None:
    template = build(para("{{ x }}") + para("后文"))
    try:
        lost = "甲" + bad + "乙" not in "".join(paragraphs(docxtpl_makes(template, x=f"甲{bad}乙")))
    except (UnicodeEncodeError, ValueError):
        lost = True
    assert lost
    with pytest.raises(TemplateProblemsError, match=f"U\\+{ord(bad):04X}") as caught:
        we_make(template, x=f"甲{bad}乙")
    assert "x" == caught.value.problems[0].field


@pytest.mark.parametrize("bad", ["\a", "\f"])
def test_text_does_not_split_its_paragraph(bad: str) -> None:
    template = build(para("{{ x }}"))
    assert len(paragraphs(docxtpl_makes(template, x=f"甲{bad}乙"))) > 1
    assert [(1, "{{ x }}")] == problems(lambda: we_make(template, x=f"甲{bad}乙"))
    assert len(paragraphs(we_make(template, x=Listing(f"甲{bad}乙")))) > 1


def test_a_line_break_of_any_system_is_one_break() -> None:
    template = build(para("{{ x }}"))
    assert "\r" in docxtpl_text(template, "甲\r\n乙") or "甲\n\n乙" == docxtpl_text(template, "甲\r\n乙")
    for end in ("\r\n", "\r", "\n"):
        assert ["甲\n乙"] == paragraphs(we_make(template, x=f"甲{end}乙"))


def docxtpl_text(template: bytes, value: str) -> str:
    return paragraphs(docxtpl_makes(template, x=value))[0]


def test_chinese_quotes_in_a_string_stay() -> None:
    double, single = build(para('{{ "“十四五”规划" }}')), build(para("{{ '“十四五”规划' }}"))
    with pytest.raises(jinja2.TemplateSyntaxError):
        docxtpl_makes(double)
    assert ['"十四五"规划'] == paragraphs(docxtpl_makes(single))
    assert ["“十四五”规划"] == paragraphs(we_make(double)) == paragraphs(we_make(single))


def test_braces_in_a_value_are_text() -> None:
    template = build(para("{{ x }}"))
    assert ["{{ y }}"] == paragraphs(docxtpl_makes(template, x="{_{ y }_}"))
    assert ["{_{ y }_}"] == paragraphs(we_make(template, x="{_{ y }_}"))
    assert ["{{ y }}{% z %}"] == paragraphs(we_make(template, x="{{ y }}{% z %}"))


def test_full_width_braces_are_reported() -> None:
    template = build(paras("甲", "｛｛ x ｝｝"))
    assert ["甲", "｛｛ x ｝｝"] == paragraphs(docxtpl_makes(template, x=1))
    assert [(2, "｛｛ x ｝｝")] == problems(lambda: Template(template))


def test_text_beside_a_paragraph_tag_is_reported() -> None:
    template = build(paras("{%p if x %}重要", "乙", "{%p endif %}"))
    assert "重要" not in text(docxtpl_makes(template, x=1))
    assert [(1, "{%p if x %}")] == problems(lambda: Template(template))


def test_text_beside_a_row_tag_is_reported() -> None:
    from tests.template.building import table

    template = build(table(("甲", "乙"), ("{%tr for x in rows %}", "重要"), ("{{ x }}", ""), ("{%tr endfor %}", "")))
    assert "重要" not in text(docxtpl_makes(template, rows=[1]))
    assert [(3, "{%tr for x in rows %}")] == problems(lambda: Template(template))


def test_a_string_where_paragraphs_must_stand_is_reported() -> None:
    template = build(paras("甲", "{{p x }}", "乙"))
    assert ["甲", "乙"] == paragraphs(docxtpl_makes(template, x="重要"))
    assert [(2, "{{p x }}")] == problems(lambda: we_make(template, x="重要"))


def test_rich_text_inside_a_text_is_reported() -> None:
    template = build(para("前{{ x }}后"))
    assert '<w:t xml:space="preserve">前<w:r>' in xml(docxtpl_makes(template, x=RichText("红")))
    assert [(1, "{{ x }}")] == problems(lambda: we_make(template, x=RichText("红")))


def test_a_percent_sign_or_brace_inside_a_paragraph_tag_is_read() -> None:
    template = build(paras("{%p if n % 2 == {'a': 1}.a %}", "单数", "{%p endif %}"))
    with pytest.raises(jinja2.TemplateSyntaxError):
        docxtpl_makes(template, n=3)
    assert ["单数"] == paragraphs(we_make(template, n=3))


def test_bookmarks_in_a_loop_are_told_apart() -> None:
    template = build(
        paras("{%p for x in items %}") + para(bookmark(1, "place", run("{{ x }}"))) + paras("{%p endfor %}")
    )
    found = re.compile(r'bookmarkStart w:id="(\d+)" w:name="(\w+)"')
    assert [("1", "place")] * 3 == found.findall(xml(docxtpl_makes(template, items=[1, 2, 3])))
    ours = xml(we_make(template, items=[1, 2, 3]))
    starts = found.findall(ours)
    assert 3 == len({number for number, _ in starts}) == len({name for _, name in starts})
    assert [number for number, _ in starts] == re.findall(r'bookmarkEnd w:id="(\d+)"', ours)
    assert ("1", "place") == starts[0]


def test_drawings_in_a_loop_are_told_apart() -> None:
    template = build(
        paras("{%p for x in items %}") + para(drawing(1)) + paras("{%p endfor %}"), media={"image1.png": PNG}
    )
    ids = re.findall(r'<wp:docPr id="(\d+)"', xml(we_make(template, items=[1, 2, 3])))
    assert ["1001", "1002", "1003"] == ids


def test_an_error_tells_its_place() -> None:
    template = build(paras("甲", "乙{{ n / zero }}"), header=para("{{ n|nofilter }}"))
    with pytest.raises(ZeroDivisionError) as theirs:
        docxtpl_makes(build(paras("甲", "乙{{ n / zero }}")), n=1, zero=0)
    assert "2" not in str(theirs.value)
    with pytest.raises(TemplateProblemsError) as ours:
        Template(template)
    assert "word/header1.xml" == ours.value.problems[0].part
    assert [(2, "{{ n / zero }}")] == problems(lambda: we_make(build(paras("甲", "乙{{ n / zero }}")), n=1, zero=0))


def test_all_errors_come_at_once() -> None:
    template = build(
        paras("{{ a }}", "{%p for x in items %}", "{{ x.name }}{{ x.age + 1 }}", "{%p endfor %}", "{{ b|date }}"),
        footer=para("{{ c.d }}"),
    )
    values: dict[str, Any] = {"items": [{"name": "甲"}, {"age": 1}], "b": "今天", "c": {}}
    assert {
        (1, "{{ a }}"),
        (3, "{{ x.name }}"),
        (3, "{{ x.age + 1 }}"),
        (5, "{{ b|date }}"),
        (1, "{{ c.d }}"),
    } == set(problems(lambda: we_make(template, **values)))


def test_an_error_is_told_in_chinese_and_english() -> None:
    with pytest.raises(TemplateProblemsError) as caught:
        we_make(build(para("{{ titel }}")), title="报告")
    assert "没有名为“titel”的数据，是否应为“title”" in str(caught.value)
    assert "'titel' isn't given; did you mean 'title'?" in str(caught.value)


def test_all_errors_of_the_syntax_come_at_once() -> None:
    template = build(
        paras(
            "{{ a b }}",
            "{% for x %}{% endfor %}",
            "{{ x|nofilter }}",
            "{% nosuch %}",
            "{% include 'a' %}",
            "{% if x %}",
        )
    )
    with pytest.raises(jinja2.TemplateSyntaxError):
        docxtpl_makes(template)
    assert [1, 2, 3, 4, 5, 6] == sorted({paragraph for paragraph, _ in problems(lambda: Template(template))})


def test_the_same_data_gives_the_same_bytes() -> None:
    template = build(para("{{ a }}"), core={"title": "{{ a }}"})
    assert we_make(template, a=1) == we_make(template, a=1)


BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"{para('框{{ x }}')}{para('二{{ x }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


@pytest.mark.parametrize(
    "body",
    [
        para(BOX, "后{{ x }}完"),
        para("前{{ x }}", BOX, "后{{ x }}", BOX, run("末{{ x }}", "<w:b/>"), properties="<w:keepNext/>")
        + para("{{ x }}"),
        para(BOX.removesuffix("</w:r>") + '<w:t xml:space="preserve">后{{ x }}</w:t></w:r>', "完{{ x }}"),
    ],
)
def test_breaks_behind_a_text_box_are_breaks(body: str) -> None:
    texts = re.compile(r"<w:t[ >][^<]*?[\n\t]")
    assert texts.search(xml(docxtpl_makes(build(body), x="甲\n乙\t丙")))
    made = xml(we_make(build(body), x="甲\n乙\t丙"))
    assert not texts.search(made)
    assert body.count("{{ x }}") == made.count("<w:br/>") == made.count("<w:tab/>")
    buffer = io.BytesIO()
    Template(build(body)).save(buffer, {"x": "甲\n乙\t丙"})
    assert made == xml(buffer.getvalue())


def test_a_break_of_paragraphs_behind_a_text_box_takes_its_properties() -> None:
    body = para(BOX, run("后{{ x }}", "<w:b/>"), properties="<w:keepNext/>")
    made = xml(we_make(build(body), x=Listing("甲\a乙")))
    assert 3 == made.count("<w:keepNext/>")
    assert "<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t " in made


def test_a_value_in_a_comment_of_the_xml_is_seen_to() -> None:
    template = build(para("{{ y }}") + "<!-- <b> {{ x }} -->" + paras("{{ y }}"))
    assert "<!-- <b> 甲-乙 -->" in xml(we_make(template, x="甲-乙", y="正文"))
    with pytest.raises(TemplateProblemsError, match="XML 注释") as caught:
        we_make(template, x="a--b", y="正文")
    assert ["{{ x }}"] == [problem.snippet for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("{%p macro m(x) %}", "{{p x }}", "{%p endmacro %}", "{{p m(v) }}"), "没有放在段落里"),
        (
            ("{%p macro m() %}", "{{p caller() }}", "{%p endmacro %}", "{%p call m() %}", "{{p v }}", "{%p endcall %}"),
            "没有放在段落里",
        ),
        (
            (
                "{%p macro m(x, caller=none) %}",
                "{{p x }}",
                "{%p endmacro %}",
                "{%p call m(v) %}",
                "甲",
                "{%p endcall %}",
            ),
            "没有放在段落里",
        ),
        (("{%p macro m(x) %}", "{{r x }}", "{%p endmacro %}", "{{p m(v) }}"), "没有放在段落里"),
        (("{%p set b %}", "段{{ v }}", "{%p endset %}", "此处{{ b }}完"), "不能放在文字当中"),
    ],
)
def test_what_stands_where_word_would_lose_it_is_refused(texts: tuple[str, ...], words: str) -> None:
    with pytest.raises(TemplateProblemsError, match=words) as caught:
        we_make(build(paras(*texts)), v="纯文字")
    assert all("纯文字" in problem.snippet for problem in caught.value.problems)


def test_what_macros_and_blocks_write_in_its_place_is_kept() -> None:
    macro = ("{%p macro m(x) %}", "{{p x }}", "{%p endmacro %}", "{{p m(v) }}")
    from draftkit.template import Xml

    assert "甲" in text(we_make(build(paras("{%p set b %}", "段{{ v }}", "{%p endset %}", "{{p b }}")), v="甲"))
    assert "字" in text(we_make(build(paras("{% set b %}字{% endset %}前{{ b }}后"))))
    made = we_make(build(paras(*macro)), v=Xml(para("乙")))
    assert ["乙"] == paragraphs(made)
