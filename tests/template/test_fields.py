"""The names that a template asks for, and what is said when nobody gives them."""

from dataclasses import dataclass
from typing import TypedDict

import attrs

from draftkit.template import Template
from tests.template.building import build, para, paras, table


def paths(*texts: str) -> list[str]:
    return [field.path for field in Template(build(paras(*texts))).fields()]


def test_names_nested_through_loops() -> None:
    found = paths(
        "{{ title }}", "{%p for s in report.sections %}", "{{ s.title }}{{ s.points[0].text }}", "{%p endfor %}"
    )
    assert ["title", "report.sections[]", "report.sections[].title", "report.sections[].points[].text"] == found


def test_every_part_is_read() -> None:
    template = Template(
        build(
            para("{{ a }}"), header=para("{{ b }}"), footer=para("{{ c }}"), footnotes=para("{{ d }}"),
            endnotes=para("{{ e }}"), comments=para("{{ f }}"), core={"title": "{{ g }}"},
        )
    )  # fmt: skip
    assert ["a", "b", "c", "d", "e", "f", "g"] == sorted(field.path for field in template.fields())
    rendered = template.render({name: name for name in "abcdefg"})
    assert rendered


def test_names_of_the_template_itself_are_left_out() -> None:
    assert ["a", "b"] == paths(
        "{% set x = a %}{{ x }}{% macro m(y) %}{{ y }}{{ loop }}{% endmacro %}{{ m(b) }}{{ range(3) }}"
    )[:2]
    assert "x" not in paths("{% set x = 1 %}{{ x }}")
    assert ["items[]"] == paths("{% for i in items %}{{ loop.index }}{% endfor %}")


def test_an_alias_leads_back_to_what_it_stands_for() -> None:
    assert "session.congress.name" in paths("{% set c = session.congress %}{{ c.name }}")
    assert "people[].name" in paths("{% with p = people[0] %}{{ p.name }}{% endwith %}")


def test_methods_and_filters_are_looked_through() -> None:
    assert ["d"] == paths("{% for k, v in d.items() %}{{ k }}{{ v }}{% endfor %}")
    assert ["people[].name", "people[].votes"] == sorted(
        set(paths("{{ people|map(attribute='name')|join('、') }}{{ people|sum(attribute='votes') }}")) - {"people"}
    )
    assert "people[].name" in paths("{% for p in people|sort(attribute='name') %}{{ p.name }}{% endfor %}")


def test_what_the_template_does_without_is_optional() -> None:
    template = Template(build(para("{{ a|default('无') }}{% if b is defined %}有{% endif %}{{ c }}")))
    assert {"a": True, "b": True, "c": False} == {field.path: field.optional for field in template.fields()}


def test_a_field_tells_its_places() -> None:
    template = Template(build(paras("甲", "{{ a }}") + table(("{{ a }}",))))
    (field,) = template.fields()
    assert [(2, "{{ a }}"), (3, "{{ a }}")] == [(place.paragraph, place.snippet) for place in field.places]


@attrs.frozen
class Point:
    text: str


@attrs.frozen
class Section:
    title: str
    points: tuple[Point, ...] = ()

    @property
    def first(self) -> Point:
        return self.points[0]


@attrs.frozen
class Report:
    title: str
    sections: list[Section]
    lead: Section | None = None


@dataclass
class Plain:
    title: str


class Typed(TypedDict):
    title: str
    sections: list[Section]


def lacking(facts: object, *texts: str) -> list[str]:
    return [problem.field for problem in Template(build(paras(*texts))).check(facts)]  # type: ignore[arg-type]


REPORT = (
    "{{ title }}{{ lead.title }}",
    "{%p for s in sections %}",
    "{{ s.title }}{{ s.first.text }}{{ s.points[0].text }}{{ s.nothing }}",
    "{%p endfor %}",
)


def test_a_check_finds_what_a_class_does_not_have() -> None:
    assert ["sections[].nothing"] == lacking(Report, *REPORT)
    assert ["body"] == lacking(Plain, "{{ title }}{{ body }}")
    assert ["sections[].nothing"] == lacking(Typed, "{{ title }}{% for s in sections %}{{ s.nothing }}{% endfor %}")
    assert ["other"] == lacking({"report": Report}, "{{ report.title }}{{ other }}")
    assert [] == lacking({"anything": object}, "{{ anything.at.all }}")


def test_a_check_says_what_was_probably_meant() -> None:
    (problem,) = Template(build(para("{{ titel }}"))).check(Report)
    assert "是否应为“title”" in problem.zh
    assert "did you mean 'title'" in problem.en
    assert ("word/document.xml", 1, "{{ titel }}") == (problem.part, problem.paragraph, problem.snippet)


def test_a_check_finds_styles_that_are_missing() -> None:
    found = Template(build(para("甲"))).check(styles=["Normal", "normal", "Strong", "Heading 1"])
    assert ["模板缺少样式“Heading 1”，请在 Word 里新建或从默认模板复制"] == [problem.zh for problem in found]
