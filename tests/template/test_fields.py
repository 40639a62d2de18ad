"""The names that a template asks for, and what is said when nobody gives them."""

import datetime as dt
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Generic, NamedTuple, Optional, TypedDict, TypeVar

import attrs
import pytest

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
    assert ["d", "d[]"] == paths("{% for k, v in d.items() %}{{ k }}{{ v }}{% endfor %}")
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


# What a field is found behind


MACRO = "{% macro row(i, j=none) %}{{ i.title }}{% if j %}{{ j.other }}{% endif %}{% endmacro %}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% for i in items|default([]) %}{{ i.title }}{% endfor %}", {"items", "items[]", "items[].title"}),
        ("{% for i in (a or b) %}{{ i.t }}{% endfor %}", {"a", "b", "a[]", "b[]", "a[].t", "b[].t"}),
        ("{% for i in (a if c else b) %}{{ i.t }}{% endfor %}", {"c", "a", "b", "a[]", "b[]", "a[].t", "b[].t"}),
        (MACRO + "{% for i in items %}{{ row(i) }}{% endfor %}", {"items[]", "items[].title"}),
        (MACRO + "{{ row(a, j=b) }}{{ row(c) }}", {"a", "a.title", "b", "b.other", "c", "c.title"}),
        (MACRO + "{% call row(a) %}{{ z }}{% endcall %}", {"a", "a.title", "z"}),
        ("{% macro m(x) %}{{ x.n }}{{ m(x.c) }}{% endmacro %}{{ m(a) }}", {"a", "a.n", "a.c"}),
        ("{% for k, v in d.items() %}{{ k }}{{ v.title }}{% endfor %}", {"d", "d[].title"}),
        ("{% for v in d.values() %}{{ v.title }}{% endfor %}", {"d", "d[]", "d[].title"}),
        ("{% for k, v in d|dictsort %}{{ v.title }}{% endfor %}", {"d", "d[].title"}),
        (
            "{% for k, g in items|groupby('kind') %}{{ k }}{% for i in g %}{{ i.t }}{% endfor %}{% endfor %}",
            {"items[].kind", "items[]", "items[].t"},
        ),
        (
            "{% for g in items|groupby('kind') %}{{ g.grouper }}{% for i in g.list %}{{ i.t }}{% endfor %}{% endfor %}",
            {"items[].kind", "items[]", "items[].t"},
        ),
        (
            "{% for i in items recursive %}{{ i.t }}{{ loop(i.children) }}{% endfor %}",
            {
                f"items[]{one}"
                for one in ("", ".t", ".children", ".children[]", ".children[].t", ".children[].children")
            },
        ),
        ("{% for a, b in pairs %}{{ a.x }}{{ b }}{% endfor %}", {"pairs[]", "pairs[][].x", "pairs[][]"}),
        ("{% for a, (b, c) in xs|map(attribute='p') %}{{ c.x }}{% endfor %}", {"xs[].p", "xs[].p[][].x"}),
        (
            "{% for c in items|slice(2) %}{% for i in c %}{{ i.t }}{% endfor %}{% endfor %}",
            {"items", "items[]", "items[].t"},
        ),
        (
            "{% for c in items|batch(2) %}{% for i in c %}{{ i.t }}{% endfor %}{% endfor %}",
            {"items", "items[]", "items[].t"},
        ),
        ("{{ items|join('、', 't2') }}{{ items|sum('n') }}", {"items[].t2", "items[].n"}),
        ("{{ items|sort(false, false, 'a,b.c')|length }}", {"items", "items[].a", "items[].b.c"}),
        ("{% filter replace(a, b) %}{{ c }}{% endfilter %}", {"a", "b", "c"}),
        ("{{ self }}{{ loop }}", set()),
        ("{% if a %}{% set t = x %}{% else %}{% set t = y %}{% endif %}{{ t.n }}", {"a", "x", "y", "x.n", "y.n"}),
        ("{% set t = {'a': x.y, k: z} %}{{ t.a.z }}", {"x.y", "x.y.z", "k", "z"}),
        ("{% set n = namespace(v=s) %}{{ n.v.w }}", {"s", "s.w"}),
        ("{{ (d.get('k')).t }}{{ d.get('k') }}{{ xs[a:b].c }}", {"d", "d[].t", "a", "b", "xs.c"}),
        (
            "{% for p in [a, b] %}{{ p.t }}{% endfor %}{% set q = (a, c) %}{{ q[1].u }}",
            {"a", "b", "c", "a.t", "b.t", "c.u"},
        ),
    ],
)
def test_fields_are_found_behind(text: str, expected: set[str]) -> None:
    assert sorted(expected) == sorted(paths(text))


@pytest.mark.parametrize(
    ("text", "optional"),
    [
        ("{% if x is defined %}{{ x }}{% endif %}", {"x"}),
        ("{% if x is defined %}{{ x }}{% endif %}{{ x }}", set()),
        ("{% if x is undefined %}{{ y }}{% else %}{{ x }}{% endif %}", {"x"}),
        ("{% if y %}甲{% elif x is undefined %}乙{% elif z %}{{ x }}{% else %}{{ x }}{% endif %}", {"x"}),
        ("{% if x is not defined or x == 1 %}{{ y }}{% else %}{{ x }}{% endif %}", {"x"}),
        ("{% if x is defined and x.y %}{{ x }}{% endif %}", {"x"}),
        ("{% if not (x is defined) %}{{ x }}{% endif %}", set()),
        ("{{ x if x is defined else y }}", {"x"}),
        ("{{ x|default(y) }}{% set z = x|d('') %}{{ z }}", {"x"}),
        ("{% if d.x is defined %}{{ d.x }}{% endif %}", {"d.x"}),
    ],
)
def test_what_is_asked_for_only_where_it_is_there_is_optional(text: str, optional: set[str]) -> None:
    assert optional == {field.path for field in Template(build(para(text))).fields() if field.optional}
    assert set() == optional & set(lacking({"y": int, "z": int, "d": Plain}, text))


def test_what_stands_behind_an_optional_name_need_not_be_there() -> None:
    text = "{% for s in sections|default([]) %}{{ s.title }}{{ s.nothing }}{% endfor %}"
    assert [] == lacking({"title": str}, text)
    assert ["sections[].nothing"] == lacking(Report, text)


def test_many_branches_and_calls_are_read() -> None:
    many = "{% if a %}" + "{% elif b is undefined %}" * 500 + "{% endif %}"
    assert ["a", "b"] == paths(many)
    calls = "".join(
        f"{{% macro m{n}(x) %}}{{{{ m{n - 1}(x.a) }}}}{{{{ m{n - 1}(x.b) }}}}{{% endmacro %}}" for n in range(1, 30)
    )
    assert 3000 > len(paths("{% macro m0(x) %}{{ x }}{% endmacro %}" + calls + "{{ m29(v) }}"))


def test_values_made_of_themselves_are_read() -> None:
    doubled = "{% macro m(x) %}{{ x.n }}{% endmacro %}{% set t = a %}"
    for one in ("{'x': t, 'y': t}", "(t, t)", "[t, t]", "(t or t)"):
        assert "a" in paths(doubled + f"{{% set t = {one} %}}" * 40 + "{{ m(t) }}{{ t == t }}{{ [t, t]|first }}")


# What types tell


T = TypeVar("T")
Alias = typing.NewType("Alias", Section)


class Pair(NamedTuple):
    left: Section
    right: Section


@attrs.frozen
class Box(Generic[T]):
    value: T
    all: list[T]


@dataclass
class Unresolved:
    lost: "list[Nowhere]"  # type: ignore[name-defined]  # noqa: F821 - what isn't there is the point
    title: "str" = ""
    point: "Point | None" = None

    @property
    def computed(self) -> "Nowhere":  # type: ignore[name-defined]  # noqa: F821
        return 1


@dataclass
class Base:
    @property
    def first(self) -> Point:
        return Point("")

    @cached_property
    def kept(self) -> Point:
        return Point("")

    def method(self) -> str:
        return ""


@dataclass
class Child(Base):
    title: str = ""


class Partly(TypedDict, total=False):
    section: typing.Required[Optional[Section]]  # noqa: UP045 - both ways are written


@pytest.mark.parametrize(
    ("facts", "text", "expected"),
    [
        (Unresolved, "{{ title }}{{ lost[0].x }}{{ computed.y }}{{ point.text }}{{ point.no }}", ["point.no"]),
        (Unresolved, "{{ titel }}", ["titel"]),
        (Child, "{{ title }}{{ first.text }}{{ kept.text }}{{ first.no }}{{ kept.no }}", ["first.no", "kept.no"]),
        (Child, "{{ method }}", ["method"]),
        ({"c": Child}, "{{ c.method() }}{{ c.first.no }}", ["c.first.no"]),
        ({"d": dict[str, Section]}, "{{ d.甲.title }}{{ d['乙'].no }}{{ d[k].title }}", ["d.乙.no", "k"]),
        ({"d": Mapping[str, list[Section]]}, "{{ d.k[0].no }}", ["d.k[].no"]),
        ({"d": dict[str, Section]}, "{% for k, v in d.items() %}{{ v.title }}{{ v.no }}{% endfor %}", ["d[].no"]),
        ({"a": Annotated[list[Section], "段"]}, "{{ a[0].no }}", ["a[].no"]),
        ({"u": Section | int}, "{{ u.title }}{{ u.real }}{{ u.no }}", ["u.no"]),
        ({"u": Section | Any}, "{{ u.no }}", []),
        ({"p": Pair}, "{{ p.left.title }}{{ p.no }}{{ p[0].no }}", ["p.no", "p[].no"]),
        (
            {"b": Box[Section]},
            "{{ b.value.title }}{{ b.value.no }}{{ b.all[0].no }}{{ b.no }}",
            ["b.value.no", "b.all[].no", "b.no"],
        ),
        ({"b": Box}, "{{ b.value.title }}{{ b.no }}", ["b.no"]),
        (Box[Section], "{{ value.no }}{{ no }}", ["value.no", "no"]),
        ({"n": Alias}, "{{ n.no }}", ["n.no"]),
        ({"i": Iterator[Section]}, "{% for i in i %}{{ i.no }}{% endfor %}", ["i[].no"]),
        ({"d": dt.date}, "{{ d.year }}{{ d.yeer }}", ["d.yeer"]),
        (Partly, "{{ section.title }}{{ section.no }}{{ keys }}", ["section.no", "keys"]),
    ],
)
def test_a_check_goes_by_the_types(facts: Any, text: str, expected: list[str]) -> None:  # noqa: ANN401 - a type
    assert sorted(expected) == sorted(lacking(facts, text))
