"""Rendering and saving: facts of all kinds, filters of the user's, the cache, the bytes."""

import datetime as dt
import io
import re
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from draftkit.errors import TemplateError, WriteError
from draftkit.template import Limits, Listing, OverBudgetError, RichText, Template, TemplateProblemsError, Xml
from draftkit.template.deflate import deflate_named, stream_named
from draftkit.template.output import EncodedXml
from tests.template.building import build, para, paras, table, unpack
from tests.template.cases import CASES, Case
from tests.template.reading import paragraphs, text, xml


@attrs.frozen
class Facts:
    title: str
    number: int


@dataclass
class Plain:
    title: str
    number: int


@pytest.mark.parametrize("facts", [{"title": "甲", "number": 1}, Facts("甲", 1), Plain("甲", 1)])
def test_facts_are_a_mapping_an_attrs_object_or_a_dataclass(facts: object) -> None:
    assert ["甲1"] == paragraphs(Template(build(para("{{ title }}{{ number }}"))).render(facts))


def test_other_facts_are_refused() -> None:
    with pytest.raises(TemplateError, match="应给出字典"):
        Template(build(para("甲"))).render("甲")


def test_the_filters_for_chinese_are_there() -> None:
    template = Template(
        build(
            paras(
                "{{ day|date }}，{{ day|汉字日期 }}，{{ start|until(day) }}",
                "{{ 18|ordinal }}届{{ 101|numeral }}{{ 2024|digits }}{{ 3|label }}{{ 3|label(2) }}{{ 2|point }}",
                "{{ rate|percent }}{{ 12345|number(grouped=true) }}{{ 541|change(500) }}{{ names|listed }}",
            )
        )
    )
    assert [
        "2025年1月14日，二〇二五年一月十四日，2025年1月10日至14日",
        "第十八届一百零一二〇二四三、（三）二是",
        "97.1%12,345增长8.2%甲、乙和丙",
    ] == paragraphs(
        template.render(
            {
                "day": dt.date(2025, 1, 14),
                "start": dt.date(2025, 1, 10),
                "rate": Decimal("0.971"),
                "names": ["甲", "乙", "丙"],
            }
        )
    )


def test_filters_can_be_added_and_replaced() -> None:
    template = Template(build(para("{{ x|twice }}{{ x|date }}")), filters={"twice": lambda x: x * 2, "date": str.lower})
    assert ["AAa"] == paragraphs(template.render({"x": "A"}))


def test_an_error_of_a_users_filter_is_told_with_its_place() -> None:
    class OwnError(Exception):
        pass

    def bad(value: str) -> str:
        raise OwnError(value)

    template = Template(build(paras("甲", "{{ x|bad }}")), filters={"bad": bad})
    with pytest.raises(TemplateProblemsError, match=r"第2段“\{\{ x\|bad \}\}”.*OwnError"):
        template.render({"x": "坏"})


def test_xml_of_the_programs_own_is_written_as_it_is() -> None:
    template = Template(build(paras("前", "{{p body }}", "后")))
    assert ["前", "中&", "后"] == paragraphs(template.render({"body": Xml(para("中&"))}))


def test_markup_that_is_not_whole_is_refused() -> None:
    from markupsafe import Markup

    template = Template(build(paras("{{p body }}")))
    with pytest.raises(TemplateProblemsError, match="不完整"):
        template.render({"body": Markup("<w:p>")})


def test_tags_that_cut_across_paragraphs_are_refused() -> None:
    broken = build(para("{% if x %}甲") + "<w:tbl><w:tr><w:tc>" + para("乙{% endif %}") + "</w:tc></w:tr></w:tbl>")
    with pytest.raises(TemplateProblemsError):
        Template(broken).render({"x": 0})


def test_a_template_is_compiled_once() -> None:
    data = build(para("{{ only_here }}"))
    assert Template(data)._engine is Template(data)._engine
    assert Template(data)._engine is not Template(data, filters={"f": str})._engine


def test_parts_without_tags_keep_their_bytes() -> None:
    data = build(para("{{ x }}"), header=para("页眉"))
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(io.BytesIO(Template(data).render({"x": 1}))) as after,
    ):
        for name in ("word/styles.xml", "word/header1.xml", "[Content_Types].xml"):
            assert before.getinfo(name).compress_size == after.getinfo(name).compress_size
            assert before.read(name) == after.read(name)
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in after.infolist()}
        assert sorted(before.namelist()) == sorted(after.namelist())
        assert "[Content_Types].xml" == after.namelist()[0]
        assert after.testzip() is None


SCRIPT = """
import hashlib, sys
from tests.template.cases import CASES
from draftkit.template import Template
print(*(hashlib.sha256(Template(case.template).render(case.context())).hexdigest() for case in CASES))
"""


def test_the_same_facts_give_the_same_bytes_in_any_process() -> None:
    root = Path(__file__).parents[2]

    def hashes(seed: str) -> str:
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root / 'src'}:{root}"}
        return subprocess.run(
            [sys.executable, "-c", SCRIPT], env=env, capture_output=True, text=True, check=True
        ).stdout

    assert hashes("0") == hashes("1") == hashes("4711") != ""


@pytest.mark.parametrize("case", [case for case in CASES if case.audited], ids=lambda case: case.name)
def test_what_is_rendered_is_valid(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(Template(case.template).render(case.context()))
    assert [] == [str(error) for error in OpenXmlValidator().validate(path).errors]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=60))
@settings(deadline=None, max_examples=300)
def test_any_text_comes_out_as_written(value: str) -> None:
    template = Template(build(para("“{{ x }}”") + table(("{{ x }}",)), core={"title": "{{ x }}"}))
    made = template.render({"x": value})
    assert f"“{value}”" == paragraphs(made)[0]


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=300)
def test_a_text_is_kept_whole_or_refused(value: str) -> None:
    template = Template(build(para("“{{ x }}”")))
    if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", value):
        with pytest.raises(TemplateProblemsError, match=r"U\+"):
            template.render({"x": value})
        return
    made = template.render({"x": value})
    assert f"“{value}”".replace("\r\n", "\n").replace("\r", "\n") == paragraphs(made)[0]


# Saving


LONG = build(
    paras("{{ title }}", "{%p for line in lines %}", "{{ line }}", "{%p endfor %}"), footer=para("{{ title }}")
)


def test_saving_writes_what_rendering_gives(tmp_path: Path) -> None:
    facts = {"title": "甲", "lines": [f"第{number}行\t乙\n丙" if number % 700 == 0 else "丁" for number in range(3000)]}
    template = Template(LONG, deflate="zlib")
    template.save(tmp_path / "out.docx", facts)
    saved = unpack((tmp_path / "out.docx").read_bytes())
    assert unpack(template.render(facts)) == saved


@pytest.mark.parametrize("lines", [[Listing("一\n二")], ["<&>"], []])
def test_saving_to_a_stream(lines: list[Any]) -> None:
    buffer = io.BytesIO(b"before")
    buffer.seek(6)
    Template(LONG).save(buffer, {"title": "甲", "lines": lines})
    assert unpack(Template(LONG).render({"title": "甲", "lines": lines})) == unpack(buffer.getvalue()[6:])


def test_saving_what_must_be_seen_whole() -> None:
    from markupsafe import Markup

    data = build(paras("{{p body }}") + para("{{ x }}"))
    buffer = io.BytesIO()
    Template(data).save(buffer, {"body": Markup(para("甲")), "x": "乙"})  # noqa: S704 - as above
    assert ["甲", "乙"] == paragraphs(buffer.getvalue())


def test_saving_reads_a_generator_and_holds_nothing() -> None:
    def lines(count: int) -> Iterator[str]:
        return ("镇人大主席团认真履行宪法和法律赋予的职责。" for _ in range(count))

    def peak(count: int, path: Path) -> int:
        tracemalloc.start()
        Template(LONG).save(path, {"title": "甲", "lines": lines(count)})
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        peak(10, Path(folder) / "0.docx")
        small, large = peak(3000, Path(folder) / "1.docx"), peak(13000, Path(folder) / "2.docx")
    assert (large - small) / 10 < 100_000


def test_a_file_is_not_replaced_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_text("旧")
    facts = {"title": "甲", "lines": []}
    with pytest.raises(WriteError, match="已存在"):
        Template(LONG).save(path, facts)
    assert "旧" == path.read_text()
    Template(LONG).save(path, facts, overwrite=True)
    assert ["甲"] == paragraphs(path.read_bytes())


def test_a_failed_save_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(TemplateProblemsError):
        Template(LONG).save(tmp_path / "out.docx", {"title": "甲", "lines": ["乙", None]})
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="没有"):
        Template(LONG).save(tmp_path / "没有" / "out.docx", {"title": "甲", "lines": []})


def test_an_unknown_way_to_deflate_is_refused() -> None:
    with pytest.raises(TemplateError, match="zlib"):
        Template(LONG, deflate="gzip")


@pytest.mark.parametrize("deflate", ["zlib", "isal", "zlib-ng"])
def test_all_ways_to_deflate_give_the_same_parts(deflate: str) -> None:
    pytest.importorskip({"zlib": "zlib", "isal": "isal", "zlib-ng": "zlib_ng"}[deflate])
    facts = {"title": "甲", "lines": ["乙"] * 300}
    assert unpack(Template(LONG, deflate="zlib").render(facts)) == unpack(Template(LONG, deflate=deflate).render(facts))


def test_rich_text_stands_where_runs_stand() -> None:
    made = Template(build(para("前{{r x }}后"))).render({"x": RichText("红", bold=True)})
    assert "前红后" == text(made)
    assert "<w:b/>" in xml(made)


STRAIGHT = build(
    para("{{ title }}，{{ n }}票") + para("{{p body }}") + para("{{ title }}"),
    footer=para("{{ n }}"),
    core={"title": "{{ title }}"},
)
BODY = '<w:p xml:space="preserve"><w:r><w:t>甲&amp;乙</w:t></w:r></w:p>'


def _by_code(template: Template) -> Template:
    """Return `template`, made to run the code of every part."""
    programs = tuple(program._replace(straight=()) for program in template._engine.programs)
    template._engine = template._engine._replace(programs=programs)
    return template


@given(
    st.one_of(st.text(max_size=8), st.integers(), st.floats(), st.booleans(), st.none(), st.just(["甲"])),
    st.one_of(st.text(max_size=3), st.integers(), st.just(Xml("<w:p/>"))),
)
def test_markup_and_names_need_no_code(title: object, number: object) -> None:
    assert all(program.straight for program in Template(STRAIGHT)._engine.programs)
    facts = {"title": title, "n": number, "body": EncodedXml([BODY.encode()])}
    ours, theirs = (_outcome(template, facts) for template in (Template(STRAIGHT), _by_code(Template(STRAIGHT))))
    assert ours == theirs


def _outcome(template: Template, facts: dict[str, object]) -> bytes | str:
    try:
        return template.render(facts)
    except TemplateError as error:
        return str(error)


def test_a_name_that_nobody_gives_is_missed_all_the_same() -> None:
    with pytest.raises(TemplateProblemsError, match="body"):
        Template(STRAIGHT).render({"title": "甲", "n": 1})


def test_what_a_part_of_markup_and_names_may_write_is_limited() -> None:
    with pytest.raises(OverBudgetError):
        Template(STRAIGHT, limits=Limits(output=1000)).render({"title": "甲" * 1000, "n": 1, "body": Xml("")})


@pytest.mark.parametrize(
    "body",
    [
        para("{{p body }}"),
        para("{% if body %}{{ title }}{% endif %}") + para("{{p body }}"),
        para("{%p for one in [1] %}") + para("{{p body }}") + para("{%p endfor %}"),
        para("{%p block b %}") + para("{{p body }}") + para("{%p endblock %}"),
        para("{%p autoescape title == '甲' %}") + para("{{p body }}") + para("{%p endautoescape %}"),
        para("{%p set kept %}") + para("{{p body }}") + para("{%p endset %}") + para("{{p kept }}"),
    ],
)
def test_markup_may_be_encoded_already(body: str) -> None:
    template = Template(build(body))
    made = [template.render({"title": "甲", "body": kind}) for kind in (Xml(BODY), EncodedXml([BODY.encode()]))]
    assert made[0] == made[1]
    assert "甲&amp;乙" in xml(made[0])


def test_encoded_markup_is_no_text() -> None:
    with pytest.raises(TemplateProblemsError, match="不能放在文字当中"):
        Template(build(para("前{{ body }}后"))).render({"body": EncodedXml([b"<w:p/>"])})


@pytest.mark.parametrize("size", [10, 8000, 9000, 40_000])
@pytest.mark.parametrize("name", ["zlib", "isal", "zlib-ng"])
def test_what_is_deflated_is_inflated(name: str, size: int) -> None:
    pytest.importorskip({"isal": "isal", "zlib-ng": "zlib_ng"}.get(name, "zlib"))
    data = b"".join(f"{number:x}会议".encode() for number in range(size))[:size]
    assert zlib.decompress(deflate_named(name)(data), -15) == data
    stream = stream_named(name)
    assert zlib.decompress(stream.compress(data) + stream.flush(), -15) == data
