"""What `save` writes is what `render` gives, generators included; nothing is lost without a word."""
# ruff: noqa: ANN401 - what a template is given is of any type

import io
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs
import pytest

from draftkit.errors import TemplateError, WriteError
from draftkit.template import InlineImage, Limits, Template, TemplateProblemsError
from tests.template.building import PNG, build, para, paras, table
from tests.template.reading import paragraphs, text

LOOP = paras("{%p for r in rows %}", "{{ r }}", "{%p endfor %}")
MACRO = para("{% macro m(x) %}【{{ x }}】{% endmacro %}")
HEADER = para("{% for r in rows %}{{ r }}{% endfor %}")


def rows(count: int = 3) -> Iterator[str]:
    return (f"第{number}行" for number in range(count))


def saved(template: bytes, facts: object, **options: Any) -> bytes:
    buffer = io.BytesIO()
    Template(template, **options).save(buffer, facts)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("template", "values"),
    [
        (build(MACRO + LOOP + para("{{ m('完') }}")), {}),
        (build(MACRO + LOOP + para("{{ m('完') }}{{ note }}")), {"note": "甲\n乙"}),
        (build(LOOP + para("{{ note|escape }}")), {"note": "甲"}),
        (build(LOOP + para("共") + LOOP), {}),
        (build(LOOP, header=HEADER), {}),
        (build(LOOP + para("{{ rows|list|length }}")), {}),
        (build(paras("{%p for x in [1, 2] %}") + LOOP + paras("{%p endfor %}")), {}),
        (build(paras("{%p macro all() %}") + LOOP + paras("{%p endmacro %}", "{{p all() }}", "{{p all() }}")), {}),
    ],
)
@pytest.mark.parametrize("count", [0, 3, 3000])
def test_a_generator_is_saved_as_a_list_is(template: bytes, values: dict[str, Any], count: int) -> None:
    expected = Template(template).render({**values, "rows": list(rows(count))})
    made = saved(template, {**values, "rows": rows(count)})
    assert paragraphs(expected) == paragraphs(made)
    for part in ("word/document.xml", *(["word/header1.xml"] if b"header1" in template else [])):
        assert text(expected, part) == text(made, part)


def test_a_part_that_is_seen_whole_is_charged_once() -> None:
    template = build(MACRO + LOOP + para("{{ m('完') }}"))
    assert "完" in text(saved(template, {"rows": ["甲"] * 100}, limits=Limits(turns=150)))


NESTED = paras("{%p for r in d.rows %}", "{{ r }}", "{%p endfor %}")


@pytest.mark.parametrize("again", [NESTED, para("{{ d.rows|join('、') }}"), para("{{ d.rows|list|length }}")])
@pytest.mark.parametrize("make", [Template.render, lambda template, facts: template.save(io.BytesIO(), facts)])
def test_a_generator_within_the_facts_is_not_read_again(again: str, make: Callable[[Template, object], object]) -> None:
    template = Template(build(NESTED + again))
    with pytest.raises(TemplateProblemsError, match="只能读一次") as caught:
        make(template, {"d": {"rows": rows()}})
    assert [4] == [problem.paragraph for problem in caught.value.problems]


def test_a_generator_within_the_facts_is_read_once() -> None:
    assert ["第0行", "第1行"] == paragraphs(Template(build(NESTED)).render({"d": {"rows": rows(2)}}))


@pytest.mark.parametrize("facts", [lambda items: {"d": {"rows": items}}, lambda items: {"rows": items}])
def test_a_generator_that_was_read_before_is_refused(facts: Callable[[object], dict[str, Any]]) -> None:
    template = Template(build(NESTED if "d" in facts(0) else LOOP))
    items = rows()
    assert 3 == len(list(items))
    with pytest.raises(TemplateError, match="请改成列表"):
        template.render(facts(items))
    with pytest.raises(TemplateError, match="请改成列表"):
        template.save(io.BytesIO(), facts(items))


def test_a_loop_within_a_loop_over_the_same_generator_is_refused() -> None:
    inner = "{% for a in d.rows %}{% for b in d.rows %}{{ a }}{{ b }}{% endfor %}{% endfor %}"
    for items in (rows(), map(str, range(3)), iter(["甲", "乙"])):
        with pytest.raises(TemplateProblemsError, match="只能读一次"):
            Template(build(para(inner))).render({"d": {"rows": items}})


def test_many_generators_of_the_templates_own_are_read() -> None:
    template = build(paras("{%p for x in rows %}", "{% for y in x|map('upper') %}{{ y }}{% endfor %}", "{%p endfor %}"))
    assert "AB" * 50 == text(saved(template, {"rows": (["a", "b"] for _ in range(50))}))


def test_a_picture_behind_a_generator_within_the_facts_is_refused() -> None:
    template = Template(build(NESTED + para("{{ picture }}")))
    facts = {"d": {"rows": rows()}, "picture": InlineImage(None, io.BytesIO(PNG))}
    with pytest.raises(TemplateError, match="只能读一次"):
        template.render(facts)


def test_a_picture_behind_a_generator_read_once_is_refused_with_nothing_written() -> None:
    facts = {"rows": rows(), "picture": InlineImage(None, io.BytesIO(PNG))}
    target = io.BytesIO(b"")
    with pytest.raises(TemplateError, match="rows"):
        Template(build(LOOP + para("{{ picture }}"))).save(target, facts)
    assert b"" == target.getvalue()


def test_a_picture_before_a_generator_is_placed() -> None:
    facts = {"rows": rows(), "picture": InlineImage(None, io.BytesIO(PNG))}
    assert ["", "第0行", "第1行", "第2行"] == paragraphs(saved(build(para("{{ picture }}") + LOOP), facts))


def test_an_error_in_a_generators_item_is_told_with_its_place() -> None:
    template = build(paras("{%p for r in rows %}", "{{ r|date }}", "{%p endfor %}", "{{ missing }}"))
    with pytest.raises(TemplateProblemsError) as caught:
        saved(template, {"rows": iter(["不是日期"])})
    assert [(2, "{{ r|date }}"), (4, "{{ missing }}")] == [
        (one.paragraph, one.snippet) for one in caught.value.problems
    ]
    with pytest.raises(TemplateProblemsError, match=r"第1段.*by zero"):
        saved(build(LOOP), {"rows": (1 // number for number in (1, 0))})


# What can't be written


class Full(io.BytesIO):
    """A stream on a full disk."""

    def write(self, _data: object) -> int:
        raise OSError(28, "No space left on device")


def test_a_stream_that_fails_is_a_write_error() -> None:
    with pytest.raises(WriteError, match="No space left"):
        Template(build(para("{{ x }}"))).save(Full(), {"x": "甲"})


def test_a_full_disk_is_a_write_error_with_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from draftkit.template import streaming

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(streaming, "write_document", full)
    with pytest.raises(WriteError, match=r"out\.docx.*No space left"):
        Template(build(para("{{ x }}"))).save(tmp_path / "out.docx", {"x": "甲"})
    assert [] == list(tmp_path.iterdir())


def test_a_stream_needs_not_seek_and_may_take_a_part_at_a_time() -> None:
    class Slow(io.RawIOBase):
        taken = b""

        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            self.taken += bytes(data[:100])
            return min(100, len(data))

    target = Slow()
    Template(build(para("{{ x }}"))).save(target, {"x": "甲"})  # type: ignore[arg-type]
    assert ["甲"] == paragraphs(target.taken)


def test_what_only_writes_is_a_stream_too() -> None:
    class Response:
        taken = b""

        def write(self, data: bytes) -> None:
            self.taken += data

    response = Response()
    Template(build(para("{{ x }}"))).save(response, {"x": "甲"})  # type: ignore[arg-type]
    assert ["甲"] == paragraphs(response.taken)


def test_a_failed_save_leaves_a_stream_as_it_was() -> None:
    target = io.BytesIO(b"")
    with pytest.raises(TemplateProblemsError):
        Template(build(LOOP)).save(target, {"rows": ["甲", None]})
    assert b"" == target.getvalue()


def test_a_value_that_reads_a_missing_file_is_no_write_error() -> None:
    def lines() -> Iterator[str]:
        with Path("没有这个文件").open() as file:
            yield from file

    with pytest.raises(TemplateProblemsError, match=r"第1段.*没有这个文件"):
        saved(build(LOOP), {"rows": lines()})


# What fails without a word of its own


@pytest.mark.parametrize(("picture", "words"), [(io.BytesIO(b"no picture"), "图片无法识别"), ("没有.png", "没有.png")])
def test_a_bad_picture_is_told_with_its_place(picture: Any, words: str) -> None:
    with pytest.raises(TemplateProblemsError, match=words) as caught:
        Template(build(paras("甲", "{{ p }}"))).render({"p": InlineImage(None, picture)})
    assert [(2, "{{ p }}")] == [(one.paragraph, one.snippet) for one in caught.value.problems]


def test_a_table_without_a_grid_is_given_one() -> None:
    import re

    bare = re.sub("<w:tblGrid>.*?</w:tblGrid>", "", table(("甲", "{{ x }}")))
    assert "甲乙" == text(Template(build(bare + para("完"))).render({"x": "乙"})).removesuffix("完")


@attrs.frozen(slots=False)
class Computed:
    a: str

    @property
    def bad(self) -> str:
        raise ValueError("坏了")

    @cached_property
    def kept(self) -> str:
        return f"{self.a}算"


@attrs.frozen
class Slotted:
    a: str

    @cached_property
    def kept(self) -> str:
        return f"{self.a}算"


def test_a_property_that_raises_is_told_with_its_place() -> None:
    template = Template(build(paras("{{ a }}", "{{ bad }}")))
    with pytest.raises(TemplateProblemsError, match="坏了") as caught:
        template.render(Computed("甲"))
    assert [(2, "{{ bad }}", "bad")] == [(one.paragraph, one.snippet, one.field) for one in caught.value.problems]


@pytest.mark.parametrize("facts", [Computed("甲"), Slotted("甲")])
def test_a_cached_property_is_given_and_checked(facts: Any) -> None:
    template = Template(build(para("{{ a }}{{ kept }}")))
    assert () == template.check(type(facts))
    assert ["甲甲算"] == paragraphs(template.render(facts))


def test_a_filter_needs_no_hash_but_must_be_a_function() -> None:
    @attrs.define
    class Twice:
        times: int

        def __call__(self, value: str) -> str:
            return value * self.times

    template = build(para("{{ x|f }}"))
    assert ["甲甲"] == paragraphs(Template(template, filters={"f": Twice(2)}).render({"x": "甲"}))
    with pytest.raises(TemplateError, match="过滤器“f”应是函数"):
        Template(template, filters={"f": 5})  # type: ignore[dict-item]
