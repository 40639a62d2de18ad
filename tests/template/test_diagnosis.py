"""Everything that goes wrong in a render is told at once, each with part, paragraph and snippet."""
# ruff: noqa: ANN401 - what a template is given is of any type

from collections.abc import Iterator
from typing import Any

import pytest

from draftkit.errors import TextError
from draftkit.template import Template, TemplateProblemsError
from tests.template.building import build, para, paras


def problems(*texts: str, **values: Any) -> list[tuple[int, str, str]]:
    with pytest.raises(TemplateProblemsError) as caught:
        Template(build(paras(*texts))).render(values)
    assert all(problem.part == "word/document.xml" for problem in caught.value.problems)
    return [(problem.paragraph, problem.snippet, problem.zh) for problem in caught.value.problems]


CASES: list[tuple[str, dict[str, Any], str]] = [
    ("{% for x in 5 %}{{ x }}{% endfor %}", {}, "应是列表，而不是 int"),
    ("{% for x in d %}{{ x }}{% endfor %}", {"d": 5}, "应是列表，而不是 int"),
    ("{% for x in d %}{{ loop.index }}{% endfor %}", {"d": None}, "应是列表，而不是 NoneType"),
    ("{% for k, v in d %}{{ k }}{% endfor %}", {"d": {"abc": 1}}, "字典要取键和值，请写 .items()"),
    ("{% for k, v in d %}{{ loop.length }}{{ k }}{% endfor %}", {"d": [1]}, "分成2个值"),
    ("{% for a, (b, c) in d %}{{ a }}{{ c }}{% endfor %}", {"d": [(1, (2,))]}, "分成2个值"),
    ("{% set a, b = [1] %}{{ a }}{{ b }}", {}, "分成2个值"),
    ("{% set a, (b, c) = missing %}{{ a }}{{ b }}{{ c }}", {}, "没有名为“missing”的数据"),
    ("{% with v = missing.f %}{{ v }}{% endwith %}", {}, "没有名为“missing”的数据"),
    ("{% for i in items if i.no.way %}x{% endfor %}", {"items": [1]}, "没有字段“no”"),
    ("{% call missing() %}x{% endcall %}", {}, "没有名为“missing”的数据"),
    ("{% call f(missing.x) %}x{% endcall %}", {"f": lambda _, caller: caller()}, "没有名为“missing”的数据"),
    ("{% call f() %}x{% endcall %}", {"f": lambda **_: 1 // 0}, "无法计算"),
    ("{% filter replace(missing.x, 'b') %}aa{% endfilter %}", {}, "没有名为“missing”的数据"),
    ("{% filter trim|date %}aa{% endfilter %}", {}, "应为日期"),
    ("{% set a|date %}aa{% endset %}{{ a }}", {}, "应为日期"),
    ("{% for d in days|map('date') %}{{ d }}{% endfor %}", {"days": ["x"]}, "应为日期"),
    ("{% autoescape missing %}x{% endautoescape %}", {}, "没有名为“missing”的数据"),
]


@pytest.mark.parametrize(("bad", "values", "words"), CASES, ids=[case[0] for case in CASES])
def test_a_mistake_is_told_beside_all_others(bad: str, values: dict[str, Any], words: str) -> None:
    found = problems("{{ before }}", bad, "{{ behind }}", **values)
    assert [1, 2, 3] == [paragraph for paragraph, _, _ in found]
    assert words in found[1][2]
    assert bad.startswith(found[1][1])


def test_what_is_no_expression_is_told_too() -> None:
    assert ["{{ missing }}", "无法计算：cannot assign attribute on non-namespace object"] == [
        problems("{{ missing }}", "{% set d.x = 1 %}", d=5)[0][1],
        problems("{{ missing }}", "{% set d.x = 1 %}", d=5)[1][2],
    ]


def test_a_name_that_is_no_text_does_not_stand_in_the_way() -> None:
    template = Template(build(para("{{ presnt }}")))
    with pytest.raises(TemplateProblemsError, match="是否应为“present”"):
        template.render({1: 2, "present": 3})


def test_items_that_are_right_are_read_on() -> None:
    found = problems("{%p for k, v in d %}", "{{ v.no }}", "{%p endfor %}", d=["甲", ("乙", 1)])
    assert [1, 2] == [paragraph for paragraph, _, _ in found]


def test_filters_over_blocks_write_what_they_did() -> None:
    text = "{% filter upper|replace('A', x) %}a{{ x }}{% endfilter %}{{ missing }}"
    with pytest.raises(TemplateProblemsError) as caught:
        Template(build(para(text))).render({"x": "b"})
    assert ["{{ missing }}"] == [problem.snippet for problem in caught.value.problems]


def test_an_error_raised_late_by_a_value_is_a_problem() -> None:
    def late() -> Iterator[str]:
        yield "甲"
        raise TextError("坏了", "broken")

    assert [(1, "坏了")] == [
        (found[0], found[2]) for found in problems("{% for x in g %}{{ x }}{% endfor %}", g=late())
    ]
