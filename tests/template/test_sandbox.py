"""What a template from a stranger can't do."""
# ruff: noqa: ANN401 - what a template is given, and what opens it, is of any type

import datetime as dt
import sys
import time
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, NamedTuple

import attrs
import pytest

from draftkit.errors import TemplateError
from draftkit.template import Limits, OverBudgetError, Template, TemplateProblemsError
from tests.template.building import build, para, paras
from tests.template.reading import paragraphs


@attrs.frozen
class Person:
    """Someone with a field, a property and a method."""

    name: str
    _secret: str = "秘密"  # noqa: S105 - no password

    @property
    def short(self) -> str:
        return self.name[0]

    def called(self, post: str) -> str:
        return f"{self.name}{post}"


class Row(NamedTuple):
    """A row with a field that is called as a method is."""

    count: int  # type: ignore[assignment]


class Actor:
    """A class of the program's that does something."""

    done = False

    def act(self) -> str:
        Actor.done = True
        return "做了"


def render(*texts: str, limits: Limits | None = None, **values: Any) -> list[str]:
    template = Template(build(paras(*texts)), limits=limits or Limits())
    return paragraphs(template.render(values))


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ ''|attr('__class__') }}",
        "{{ [].__class__.__base__.__subclasses__() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ person._secret }}",
        "{{ person.__init__.__globals__ }}",
        "{{ person.called.__func__ }}",
        "{{ '{0.__class__}'.format(person) }}",
        "{{ '{0._secret}'.format(person) }}",
        "{{ namespace.__init__ }}",
        "{{ path.read_text() }}",
        "{{ path.parent.iterdir()|list }}",
        "{{ module.exit() }}",
        "{{ file.read() }}",
        "{{ people.append(1) }}",
        "{{ numbers.clear() }}",
        "{{ actor.act() }}",
        "{{ people|map(attribute='_secret')|join }}",
        "{{ people|map('attr', '_secret')|join }}",
        "{{ people|sum(attribute='__class__') }}",
        "{{ kind('x') }}",
    ],
)
def test_internals_files_and_changes_are_out_of_reach(tag: str) -> None:
    numbers = {"a": 1}
    people = [Person("李明")]
    with Path(__file__).open() as file, pytest.raises(TemplateError):
        render(
            tag,
            person=people[0],
            people=people,
            numbers=numbers,
            path=Path("/etc/passwd"),
            module=sys,
            file=file,
            actor=Actor(),
            kind=Person,
        )
    assert {"a": 1} == numbers
    assert [Person("李明")] == people
    assert not Actor.done


class Tool:
    """A plain class of the program's, with functions that need no object."""

    done = False

    @staticmethod
    def act() -> str:
        Tool.done = True
        return "做了"

    @classmethod
    def act_too(cls) -> str:
        cls.done = True
        return "做了"


@pytest.mark.parametrize(
    "tag",
    [
        "{% if numbers.intersection_update([]) %}{% endif %}",
        "{% if numbers.difference_update([1]) %}{% endif %}",
        "{% if numbers.symmetric_difference_update([1]) %}{% endif %}",
        "{{ counter.subtract('a') }}",
        "{{ order.move_to_end('a') }}",
        "{{ order.popitem() }}",
        "{{ order|attr('popitem')() }}",
        "{{ order['popitem']() }}",
        "{{ queue.rotate(1) }}",
        "{{ queue.extendleft([1]) }}",
        "{{ filling.foo }}",
        "{{ filling['foo'] }}",
        "{{ filling|attr('foo') }}",
        "{{ '%(foo)s' % filling }}",
        "{{ '%(foo)s'|format(**filling) }}",
        "{{ '{0[foo]}'.format(filling) }}",
        "{{ '{foo}'.format_map(filling) }}",
        "{{ [filling]|map(attribute='foo')|list }}",
        "{{ chain.new_child() }}{{ chain.pop('a') }}",
        "{{ tool.act() }}",
        "{{ tool.act_too() }}",
        "{{ tool['act']() }}",
        "{{ (tool|attr('act'))() }}",
    ],
)
def test_data_is_as_it_was_after_a_render(tag: str) -> None:
    values: dict[str, Any] = {
        "numbers": {1, 2},
        "counter": Counter("aab"),
        "order": OrderedDict(a=1, b=2),
        "queue": deque([1, 2]),
        "filling": defaultdict(list, a=[1]),
        "chain": ChainMap({"a": 1}),
    }
    before = {name: repr(value) for name, value in values.items()}
    with pytest.raises(TemplateError):
        render(tag, tool=Tool(), **values)
    assert before == {name: repr(value) for name, value in values.items()}
    assert not Tool.done


def test_what_reads_the_data_only_is_still_there() -> None:
    found = render(
        "{{ counter.most_common(1)[0][0] }}{{ order.get('b') }}{{ filling.a[0] }}{{ filling.get('b', 3) }}"
        "{{ queue.count(1) }}{{ numbers.issubset([1, 2, 3]) }}{{ row.count }}{{ space.double(2) }}{{ day.isoformat() }}"
        "{{ price.quantize(price) }}{{ chain.a }}",
        counter=Counter("aab"),
        order=OrderedDict(a=1, b=2),
        filling=defaultdict(list, a=[1]),
        queue=deque([1, 2]),
        numbers={1, 2},
        row=Row(7),
        space=SimpleNamespace(double=lambda number: number * 2),
        day=dt.date(2025, 1, 14),
        price=Decimal("1.50"),
        chain=ChainMap({"a": "链"}),
    )
    assert ["a2131True742025-01-141.50链"] == found


@pytest.mark.parametrize(
    "tag",
    [
        "{{ text.upper }}",
        "{{ texts|map('upper') }}",
        "{{ texts|select }}",
        "{{ person.called }}",
        "{{ double }}",
        "{{ range }}",
        "{{ range(3) }}",
        "{{ raw }}",
        "{{ numbers.keys() }}",
        "{{ numbers.items() }}",
        "{{ letters }}",
        "{{ queue }}",
        "{{ rows }}",
        "{{ macro }}{% macro macro() %}{% endmacro %}",
        "{% macro m() %}{% endmacro %}{{ m }}",
        "{% for x in texts %}{{ loop }}{% endfor %}",
        "{{ namespace(a=1) }}",
        "{{ [text.upper]|join }}",
        "{{ [letters]|join }}",
        "{{ text ~ text.upper }}",
        "{{ '%s' % text.upper }}",
        "{{ '%s' % [letters] }}",
        "{{ '{}'.format(text.upper) }}",
        "{{ '%s'|format(letters) }}",
        "{{ text.upper|string }}",
        "{{ text.upper|upper }}",
        "{{ [letters]|string }}",
        "{% for x in mixed %}{{ x }}{% endfor %}",
        "{% for x in nested %}{{ x }}{% endfor %}",
        "{{ people|join }}",
    ],
)
def test_what_would_be_written_as_its_place_in_memory_is_refused(tag: str) -> None:
    with pytest.raises(TemplateProblemsError):
        render(
            tag,
            text="甲",
            texts=["甲"],
            person=Person("李明"),
            double=lambda number: number * 2,
            raw="甲".encode(),
            numbers={"a": 1},
            letters={"a", "b"},
            mixed={"a", 1},
            nested={frozenset({1}), frozenset({2})},
            people={Person("李明"), Person("王芳")},
            queue=deque([1]),
            rows=(number for number in (1, 2)),
        )


@pytest.mark.parametrize(
    "tag",
    [
        "{% for x in letters %}{{ x }}{% endfor %}",
        "{% for x in numbers.keys() - {'z': 1}.keys() %}{{ x }}{% endfor %}",
        "{{ letters|join }}",
        "{{ letters|list|join }}",
        "{{ ''.join(letters) }}",
        "{{ letters|map('lower')|join }}",
        "{{ letters|select|join }}",
        "{{ letters|sort(attribute='x')|join if false else letters|sort|join }}",
        "{{ letters|batch(9)|first|join }}",
        "{{ together(*letters) }}",
        "{{ letters.union(['a'])|join }}",
    ],
)
def test_a_set_is_written_in_its_order(tag: str) -> None:
    letters = set("hgfedcba")
    values: dict[str, Any] = {
        "letters": letters,
        "numbers": dict.fromkeys("abcdefgh", 1),
        "together": lambda *args: "".join(args),
    }
    assert ["abcdefgh"] == render(tag, **values)


def test_a_set_is_listed_in_its_order() -> None:
    assert ["a、b、c和d"] == render("{{ x|listed }}", x=set("dcba"))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ Ａ }}-{{ A }}", "全-半"),
        ("{{ Ａ|upper }}-{{ A|upper }}", "全-半"),
        ("{% if true %}{{ Ａ }}-{{ A }}{% endif %}", "全-半"),
        ("{% for Ａ in [1] %}{{ Ａ }}-{{ A }}{% endfor %}-{{ Ａ }}", "1-半-全"),
        ("{% set Ａ = 1 %}{{ Ａ|abs }}-{{ A|upper }}", "1-半"),
        ("{% macro m(Ａ, A) %}{{ Ａ }}-{{ A }}{% endmacro %}{{ m(1, 2) }}", "1-2"),
        ("{% macro ﬁ() %}合{% endmacro %}{% macro fi() %}分{% endmacro %}{{ ﬁ() }}-{{ fi() }}", "合-分"),
        ("{% set ª = 3 %}{% set a = 4 %}{{ ª }}-{{ a }}", "3-4"),
        ("{% with ª = 3, a = 4 %}{{ ª }}-{{ a }}{% endwith %}", "3-4"),
        ("{% set ª = namespace(x=3) %}{% set a = namespace(x=4) %}{% set ª.x = 5 %}{{ ª.x }}-{{ a.x }}", "5-4"),
    ],
)
def test_names_that_python_folds_are_kept_apart(tag: str, text: str) -> None:
    names: dict[str, Any] = {"Ａ": "全", "A": "半"}
    assert [text] == render(tag, **names)


def test_a_module_cannot_be_looked_into() -> None:
    with pytest.raises(TemplateProblemsError):
        render("{{ module.path }}", module=ModuleType("m"))


@pytest.mark.parametrize("tag", ["{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{% extends 'x' %}"])
def test_other_files_cannot_be_read(tag: str) -> None:
    with pytest.raises(TemplateProblemsError, match="include、import、extends"):
        Template(build(para(tag)))


def test_fields_properties_and_methods_of_values_can_be_used() -> None:
    found = render(
        "{{ person.name }}{{ person.short }}{{ person.called('同志') }}{{ '甲乙'.replace('甲', '丙') }}{{ d.items()|length }}",
        person=Person("李明"),
        d={"a": 1},
    )
    assert ["李明李李明同志丙乙1"] == found


def test_a_function_that_was_given_can_be_called() -> None:
    assert ["6"] == render("{{ double(3) }}", double=lambda number: number * 2)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ '电话：010-12345678（%s）' % '总机' }}", "电话：010-12345678（总机）"),
        ("{{ '** %s **' % '注意' }}", "** 注意 **"),
        ("{{ '{}: {}'.format('赞成', 85) }}", "赞成: 85"),
        ("{{ '%(a)s（12345）' % {'a': '甲'} }}", "甲（12345）"),
        ("{{ '%6.2f|%-4d|%03d'|format(1.5, 2, 3) }}", "  1.50|2   |003"),
        ("{{ '长文'|truncate(20000) }}", "长文"),
    ],
)
def test_a_number_in_a_format_is_text(tag: str, text: str) -> None:
    assert [text] == render(tag)


@pytest.mark.parametrize(
    "texts",
    [
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",),
        ("{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",),
        ("{% for a in range(99999) recursive %}{{ loop([1]) }}{% endfor %}",),
        ("{{ 'a' * 1000000000 }}",),
        ("{{ [0] * 1000000000 }}",),
        ("{{ 9 ** (9 ** 9) }}",),
        ("{{ '%999999999d' % 1 }}",),
        ("{{ '%*d' % (999999999, 1) }}",),
        ("{{ '%(a(b))999999999d' % {'a(b)': 1} }}",),
        ("{{ '%.999999999f' % 1 }}",),
        ("{{ '{:999999999}'.format(1) }}",),
        ("{{ '{:{}}'.format(1, 999999999) }}",),
        ("{{ 'a'|center(999999999) }}",),
        ("{{ 'a'.ljust(999999999) }}",),
        ("{{ 'a'|indent(999999999, true) }}",),
        ("{{ '%999999999d'|format(1) }}",),
        ("{{ ('a' * 1000000)|replace('a', 'b' * 1000000) }}",),
        ("{{ ('a' * 1000000).replace('a', 'b' * 1000000) }}",),
        ("{{ (['a' * 1000000] * 1000000)|join }}",),
        ("{{ range(90000)|join('a' * 1000000) }}",),
        ("{{ range(90000)|slice(999999999)|list }}",),
        ("{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",),
        ("{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",),
        (
            "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x|string }}",
        ),
        (
            "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = {1: n.x, 2: n.x} %}{% endfor %}{{ n.x|string }}",
        ),
        (
            "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = (n.x, n.x) %}{% endfor %}{{ n.x|string }}",
        ),
        (
            "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = dict(a=n.x, b=n.x) %}{% endfor %}{{ n.x|string }}",
        ),
        (
            "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set x %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = x %}{% endfor %}",
        ),
        (
            "{% macro m() %}{% for a in range(9) recursive %}{% if a < 3 %}{{ loop(range(99999)) }}{% endif %}"
            + "长" * 9000
            + "{% endfor %}{% endmacro %}{% set x = m() %}",
        ),
        ("{{ ('%9999d' * 20000) % ((1,) * 20000) }}",),
        ("{{ ('{0:9999}' * 20000).format(1) }}",),
        ("{{ ('{0}' * 1000).format('a' * 900000) }}",),
        ("{{ '%(a)s' * 1000 % {'a': 'a' * 900000} }}",),
        ("{{ (5).to_bytes(4000000000, 'big') }}",),
        ("{{ 'a'.encode().ljust(4000000000) }}",),
        ("{{ '\t'.expandtabs(tabsize=2000000000) }}",),
        ("{{ ('a' * 900000).translate({97: 'b' * 900000}) }}",),
        ("{{ range(90000)|map('string')|join('a' * 900000) }}",),
        ("{{ ('a' * 900000).join(range(90000)|map('string')) }}",),
        ("{{ ('a' * 900000)|replace(new='b' * 900000, old='a') }}",),
        ("{{ ([0] * 100000)|replace('0', 'b' * 900000) }}",),
        ("{{ ('a\n' * 400000)|indent('x' * 900000) }}",),
        ("{{ ('a ' * 1000)|wordwrap(1, true, 'x' * 900000) }}",),
        ("{{ ('a' * 900000)|wordwrap(10) }}",),
        ("{{ ([1] * 90000)|tojson(indent='x' * 900000) }}",),
        ("{{ ('http://a.com ' * 10000)|urlize(target='x' * 900000) }}",),
        ("{{ ([[0] * 90000] * 10000)|sum(start=[]) }}",),
        ("{{ (['a' * 900000] * 900000)|sort }}",),
        ("{{ range(100000)|map('center', 9999)|list }}",),
        ("{{ 'a'.format(*(range(100000)|map('center', 9999))) }}",),
        ("{{ ('a' * 900000).rfind('b' ~ 'a' * 400000) }}",),
        ("{{ (range(99999)|list)|listed }}",),
        ("{{ ('1' * 900000)|int(0, 2) }}",),
        ("{{ (decimal ** 900000)|int }}",),
        ("{{ '%d' % (decimal ** 900000) }}",),
        ("{{ (decimal ** 900000)|round(2, 'floor') }}",),
        ("{{ ('ab' * 400000)|list }}",),
        ("{{ ([1] * 400000)|length }}",),
        ("{{ day.strftime('%c' * 400000) }}",),
        ("{{ fraction ** 99999999 }}",),
        (
            "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = namespace(a=n.x, b=n.x) %}{% endfor %}{{ n.x }}",
        ),
        (
            "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = [1]|batch(3, n.x)|list %}{% endfor %}{{ '%s' % n.x }}",
        ),
        (
            "{% set n = namespace(x=fraction) %}{% for i in range(60) %}{% set n.x = n.x / (n.x * n.x + 1) %}{% endfor %}",
        ),
        ("{% macro m() %}{% for i in range(99999) %}" + "长" * 9000 + "{% endfor %}{% endmacro %}{% set x = m() %}",),
        ("{% for i in range(99999) %}{% for j in range(40) %}" + "长" * 9000 + "{% endfor %}{% endfor %}",),
    ],
    ids=lambda texts: texts[0][:60],
)
def test_a_template_cannot_run_or_grow_without_end(texts: tuple[str, ...]) -> None:
    began = time.monotonic()
    with pytest.raises((OverBudgetError, TemplateProblemsError)):
        render(
            *texts, limits=Limits(seconds=1), decimal=Decimal("7.5"), fraction=Fraction(3, 2), day=dt.date(2025, 1, 14)
        )
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    "tag",
    [
        "{% for i in range(99999) %}{% set x = ([1] * 99999)|sort %}{% endfor %}",
        "{% set x = [1] * 99999 %}{% for i in range(99999) %}{% if x == [1] * 99999 %}{% endif %}{% endfor %}",
        "{% for i in range(99999) %}{{ ('a' * 900000)|upper|length }}{% endfor %}",
        "{% set x = 'a' * 900000 %}{% for i in range(99999) %}{{ x }}{% endfor %}",
        "{{ range(99999)|select('in', range(99999)|list)|list|length }}",
        "{{ -1 in (range(99999)|select('in', range(99999)|list)) }}",
    ],
)
def test_the_clock_is_looked_at_within_loops_and_filters(tag: str) -> None:
    began = time.monotonic()
    with pytest.raises(OverBudgetError):
        render(tag, limits=Limits(seconds=0.2))
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ ['甲', 1, none]|join('、') }}", "甲、1、None"),
        ("{{ rows|join('、', attribute='n') }}", "甲、乙"),
        ("{{ rows|map(attribute='n')|join('、') }}", "甲、乙"),
        ("{{ rows|map(attribute='n')|map('replace', '甲', '丙')|list|length }}", "2"),
        ("{{ ('<'|safe ~ '&')|length }}", "6"),
        ("{{ ['<b>'|safe, '&']|join|length }}", "8"),
        ("{{ '甲乙'|replace('甲', '丙', 1) }}{{ 12|replace(1, 2) }}", "丙乙22"),
        ("{{ rows|groupby('n')|map('first')|join }}", "乙甲"),
        ("{{ rows|sum(attribute='k') }}{{ [1, 2]|sum(start=3) }}", "36"),
        ("{% for part in [1, 2, 3]|batch(2, 0) %}{{ part|join }};{% endfor %}", "12;30;"),
        ("{{ 2 ** 10 // 3 % 7 }}{{ 7 / 2 }}{{ decimal * 2 }}", "53.515.0"),
        ("{{ '{}年{:>3}'.format(2025, 1) }}{{ '{a}'.format(a='甲') }}", "2025年  1甲"),
        ("{{ {'a': [1, {'b': 2}]}|tojson(indent=2)|length }}", "48"),
        ("{{ 'a b'|wordwrap(1, wrapstring='/') }}{{ '甲'|indent(2, true) }}", "a/b  甲"),
        ("{{ loop_over('甲', *'乙丙') }}", "甲乙丙"),
    ],
)
def test_filters_and_operators_do_what_they_did(tag: str, text: str) -> None:
    rows = [{"n": "甲", "k": 1}, {"n": "乙", "k": 2}]
    assert [text] == render(tag, rows=rows, decimal=Decimal("7.5"), loop_over=lambda *args: "".join(args))


@pytest.mark.parametrize(
    "value",
    ["'a' * 99999", "long|upper", "long|replace('a', 'b')", "long[1:]", "long ~ 'a'", "long.upper()", "'%s' % long"],
)
def test_what_a_template_keeps_counts_as_written(value: str) -> None:
    tags = "".join(f"{{% set x{number} = {value} %}}" for number in range(200))
    with pytest.raises(OverBudgetError, match="output"):
        render(tags, long="a" * 99999, limits=Limits(output=10_000_000))


def test_a_long_text_is_not_taken_apart() -> None:
    with pytest.raises(OverBudgetError):
        render("{% set x %}{% for i in range(9) %}{{ 'a' * 99999 }}{% endfor %}{% endset %}{{ x|sort|length }}")


def test_a_loop_that_calls_itself_is_charged_for_each_of_its_turns() -> None:
    tag = "{% for x in tree recursive %}{{ x.n }}{{ loop(x.below) }}{% endfor %}"
    tree = [{"n": "甲", "below": [{"n": "乙", "below": []}, {"n": "丙", "below": []}]}]
    assert ["甲乙丙"] == render(tag, tree=tree, limits=Limits(turns=6))
    with pytest.raises(OverBudgetError, match="turns"):
        render(tag, tree=tree, limits=Limits(turns=5))


def test_the_limits_can_be_set() -> None:
    assert ["aaa"] == render("{% for i in x %}a{% endfor %}", x="甲乙丙", limits=Limits(turns=3))
    with pytest.raises(OverBudgetError, match="turns"):
        render("{% for i in x %}a{% endfor %}", x="甲乙丙丁", limits=Limits(turns=3))
    with pytest.raises(OverBudgetError, match="output"):
        render("{% for i in range(99) %}{{ x }}{% endfor %}", x="长" * 99, limits=Limits(output=3000))


def test_nested_brackets_are_refused_not_crashed_on() -> None:
    with pytest.raises(TemplateError):
        Template(build(para("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}")))


def test_loops_nested_too_deeply_are_refused() -> None:
    with pytest.raises(TemplateError):
        Template(build(para("{% for x in y %}" * 30 + "{% endfor %}" * 30)))


def test_filters_that_are_left_to_chance_are_not_there() -> None:
    with pytest.raises(TemplateProblemsError):
        Template(build(para("{{ x|random }}")))
    with pytest.raises(TemplateProblemsError):
        render("{{ lipsum() }}")
