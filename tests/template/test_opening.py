"""Templates made to hurt whoever opens them: each is refused in time, or opens as any other."""

import time

import pytest

from draftkit.errors import TemplateError
from draftkit.template import Template, TemplateProblemsError
from draftkit.template.tags import guard, restore
from tests.template.building import build, para, paras, run
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
