"""Templates that cover docxtpl's documented language, each with its data."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from attrs import field, frozen
from docxtpl import Listing, R, RichText, RichTextParagraph

from tests.template.building import PNG, bookmark, build, cell, drawing, para, paras, run, table


@frozen(kw_only=True)
class Case:
    """A template and its data, made anew for each use.

    Args:
        name: What it shows.
        template: The template.
        context: The data.
        plain: Whether it comes out the same without escaping.
        audited: Whether what it makes is valid, as openxml-audit sees it.
    """

    name: str
    template: bytes = field(repr=False)
    context: Callable[[], dict[str, Any]] = dict
    plain: bool = True
    audited: bool = True


@frozen
class Item:
    """An object with fields."""

    name: str
    count: int = 1


PEOPLE = [
    {"name": "李明", "posts": ["主席", "代表"], "votes": 85},
    {"name": "王芳", "posts": ["副主席"], "votes": 83},
    {"name": "张伟", "posts": [], "votes": 40},
]


def _context(**values: Any) -> Callable[[], dict[str, Any]]:  # noqa: ANN401
    return lambda: {"people": PEOPLE, "title": "工作报告", "flag": True, "empty": [], "n": 7, **values}


def _body(name: str, body: str, *, plain: bool = True, audited: bool = True, **values: Any) -> Case:  # noqa: ANN401
    return Case(name=name, template=build(body), context=_context(**values), plain=plain, audited=audited)


def rich_runs() -> RichText:
    """Return runs of several looks."""
    rich = RichText("斜", italic=True)
    rich.add("线", underline=True, size=32, font="eastAsia:黑体")
    rich.add("上", superscript=True)
    return rich


BOLD = "<w:b/>"
ITALIC = "<w:i/>"
SPELLING = '<w:proofErr w:type="spellStart"/>'

CASES = (
    _body("a variable", para("关于{{ title }}的决议")),
    _body("a variable without spaces", para("{{title}}")),
    _body("two variables in a run", para("{{ title }}，{{ n }}票")),
    _body("a field of an object", para("{{ item.name }}{{ item.count }}"), item=Item("甲", 3)),
    _body("an element by key and by number", para("{{ people[0]['name'] }}{{ people.1.name }}{{ people[-1].votes }}")),
    _body("a tag split into runs", para("{{ ti", "tle", " }}") + para("前{", "{ title }", "}后")),
    _body("a tag split into runs of several looks", para(run("甲{{ ", BOLD), run("title"), run(" }}乙", ITALIC))),
    _body("a tag split by a proofing mark", para(run("{{ title"), '<w:proofErr w:type="spellStart"/>', run(" }}"))),
    _body(
        "a tag split behind its prefix", para("{%", "p", " if flag %}") + para("{{ n }}") + para("{", "%p", " endif %}")
    ),
    _body(
        "row and cell tags split by a proofing mark",
        table(
            ("甲", "乙"),
            (para("{%", SPELLING, "t", "r", SPELLING, " for p in people %}"), ""),
            ("{{ p.name }}", "{{ p.votes }}"),
            (para("{%t", "r endfor %}"), ""),
        )
        + table((para("{%", "tc", " for p in people %}"), "{{ p.name }}", para("{%t", "c endfor %}"))),
    ),
    _body(
        "a minus sign split from its tag",
        paras("甲") + para("{%", "-", " if flag %}乙{% endif ", "-", "%}") + paras("丙"),
    ),
    _body("rich text whose r is split off", para("{{", "r", " rich }}"), rich=RichText("红", color="ff0000")),
    _body("the look of the first run", para(run("{{ title }}", BOLD + ITALIC), run("后"))),
    _body("escaped text", para("{{ text|e }}"), text="A&B<C>", plain=True),
    _body("escaped by autoescape", para("{{ text }}"), text="A&B<C>\"'", plain=False),
    _body("markup marked as safe", para("{{ text|safe }}"), text="&amp;&lt;"),
    _body("a number, a float, a truth", para("{{ n }}{{ 1.5 }}{{ flag }}")),
    _body("a date", para("{{ day }}{{ day.year }}"), day=dt.date(2025, 1, 14)),
    _body(
        "filters",
        para("{{ title|upper }}{{ people|length }}{{ missing|default('无') }}{{ title|replace('工', '公') }}"),
    ),
    _body("a filter with arguments", para("{{ people|map(attribute='name')|join('、') }}")),
    _body("sorted and grouped", para("{% for p in people|sort(attribute='votes') %}{{ p.name }}{% endfor %}")),
    _body("arithmetic", para("{{ n + 1 }}{{ n * 2 }}{{ n // 2 }}{{ n - 9 }}{{ (n / 2)|round(1) }}{{ n ** 2 }}")),
    _body("joined texts", para("{{ title ~ n ~ '号' }}")),
    _body("a comparison", para("{% if n > 5 and n < 9 %}中{% endif %}{{ n >= 7 }}{{ n != 7 }}")),
    _body("an expression with if", para("{{ '通过' if n > 5 else '未通过' }}{{ 'x' if empty else '空' }}")),
    _body("tests", para("{{ n is odd }}{{ title is defined }}{{ missing is defined }}{{ 'a' in 'abc' }}")),
    _body("if, elif, else in a run", para("{% if n > 9 %}多{% elif n > 5 %}中{% else %}少{% endif %}")),
    _body("if across runs", para("甲{% if flag %}", run("乙", BOLD), "{% endif %}丙")),
    _body("if across paragraphs", paras("甲{% if flag %}乙", "丙", "丁{% endif %}戊")),
    _body("if that is false across paragraphs", paras("甲{% if empty %}乙", "丙", "丁{% endif %}戊")),
    _body("a conditional paragraph", paras("甲", "{%p if flag %}", "乙", "{%p endif %}", "丙")),
    _body("a paragraph left out", paras("甲", "{%p if empty %}", "乙", "{%p else %}", "丙", "{%p endif %}")),
    _body("a loop over paragraphs", paras("{%p for p in people %}", "{{ p.name }}{{ p.votes }}票", "{%p endfor %}")),
    _body("a loop in a run", para("{% for p in people %}{{ p.name }}{% if not loop.last %}、{% endif %}{% endfor %}")),
    _body(
        "a loop with its index", para("{% for p in people %}{{ loop.index }}{{ loop.first }}{{ p.name }}{% endfor %}")
    ),
    _body("a loop over nothing", paras("{%p for p in empty %}", "{{ p }}", "{%p else %}", "没有", "{%p endfor %}")),
    _body("a loop with a condition", para("{% for p in people if p.votes > 50 %}{{ p.name }}{% endfor %}")),
    _body(
        "a loop in a loop",
        paras(
            "{%p for p in people %}",
            "{{ p.name }}",
            "{%p for q in p.posts %}",
            "{{ q }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ),
    ),
    _body("a loop over a dict", para("{% for k, v in d.items() %}{{ k }}{{ v }}{% endfor %}"), d={"甲": 1, "乙": 2}),
    _body(
        "a recursive loop",
        para("{% for x in tree recursive %}{{ x.n }}{{ loop(x.c) }}{% endfor %}"),
        tree=[{"n": "甲", "c": [{"n": "乙", "c": []}]}],
    ),
    _body(
        "cycle and changed",
        para("{% for p in people %}{{ loop.cycle('单', '双') }}{{ loop.changed(p.votes > 50) }}{% endfor %}"),
    ),
    _body("a variable set", para("{% set x = n + 1 %}{{ x }}") + para("{{ x }}")),
    _body("a set paragraph", paras("{%p set x = title %}", "{{ x }}")),
    _body("a block set", para("{% set x %}甲{{ n }}{% endset %}{{ x }}{{ x }}")),
    _body(
        "a namespace",
        para("{% set ns = namespace(t=0) %}{% for p in people %}{% set ns.t = ns.t + p.votes %}{% endfor %}{{ ns.t }}"),
    ),
    _body("a with block", para("{% with x = n %}{{ x }}{% endwith %}")),
    _body("a macro", para("{% macro m(a, b='票') %}{{ a }}{{ b }}{% endmacro %}{{ m(n) }}{{ m(title, '。') }}")),
    _body("a call block", para("{% macro m() %}（{{ caller() }}）{% endmacro %}{% call m() %}{{ n }}{% endcall %}")),
    _body("a filter block", para("{% filter upper %}abc{{ title }}{% endfilter %}")),
    _body("a raw block", para("{% raw %}{{ title }}{% endraw %}")),
    _body("a comment", para("甲{# 说明 {{ title }} #}乙")),
    _body("a paragraph of comment", paras("甲", "{#p 说明 #}", "乙")),
    _body("braces that are no tag", para("{_{ title }_} {_% if %_}")),
    _body("runs by r", para("甲", "{%r if flag %}", run("乙", BOLD), "{%r endif %}", "丙")),
    _body("rich text", para("甲{{r rich }}乙"), rich=RichText("红&字", color="ff0000", bold=True)),
    _body("rich text of several looks", para("{{r rich }}"), rich=rich_runs()),
    _body("paragraphs of rich text", paras("甲", "{{p rich }}", "乙"), rich=RichTextParagraph("段", parastyle="a")),
    _body("a listing", para("{{ text }}"), text=Listing("一行\n二行\t三\a新段<&>")),
    _body("a listing with a page break", para("{{ text }}"), text=Listing("前\f后")),
    _body(
        "line breaks and tabs in text",
        para(run("{{ text }}", BOLD), properties='<w:jc w:val="center"/>'),
        text="一\n二\t三",
    ),
    _body("rich text with line breaks", para("{{r rich }}"), rich=R("一\n二\a三", bold=True)),
    _body("text merged with the paragraph before", paras("甲", "{%- if flag %}乙{% endif %}")),
    _body("text merged with the paragraph behind", paras("甲{% if flag -%}", "乙{% endif %}")),
    _body("typographic quotes in a tag", para("{{ people|map(attribute=‘name’)|join(“、”) }}")),
    _body("spaces kept", para("  {{ title }}  {{ n }} ")),
    _body("a w:t without space kept", "<w:p><w:r><w:t>甲 {{ title }} </w:t></w:r></w:p>"),
    _body("text with Chinese marks", para("“{{ title }}”——（{{ n }}％）《{{ title }}》…")),
    _body("a table", table(("姓名", "票数"), ("{{ people[0].name }}", "{{ people[0].votes }}"))),
    _body(
        "a loop over rows",
        table(
            ("姓名", "票数"), ("{%tr for p in people %}", ""), ("{{ p.name }}", "{{ p.votes }}"), ("{%tr endfor %}", "")
        ),
    ),
    _body("rows left out", table(("甲", "乙"), ("{%tr if empty %}", ""), ("丙", "丁"), ("{%tr endif %}", ""))),
    _body(
        "rows in two loops",
        table(
            ("名", "职"),
            ("{%tr for p in people %}", ""),
            ("{%tr for q in p.posts %}", ""),
            ("{{ p.name }}", "{{ q }}"),
            ("{%tr endfor %}", ""),
            ("{%tr endfor %}", ""),
        ),
    ),
    _body("a comment row", table(("甲", "乙"), ("{#tr 说明 #}", ""), ("丙", "丁"))),
    _body(
        "a loop over cells",
        table(
            ("名", "{%tc for p in people %}", "{{ p.name }}", "{%tc endfor %}"),
            ("票", "{%tc for p in people %}", "{{ p.votes }}", "{%tc endfor %}"),
        ),
    ),
    _body("fewer cells than columns", table(("名", "{%tc for p in people[:1] %}", "{{ p.name }}", "{%tc endfor %}"))),
    _body("cells left out", table(("甲", "{%tc if empty %}", "乙", "{%tc endif %}", "丙"))),
    _body("a comment cell", table(("甲", "{#tc 说明 #}", "乙"), ("丙", "丁", "戊"))),
    _body("colspan", table(("{% colspan n - 5 %}甲",), ("乙", "丙"), columns=2)),
    _body("cell background", table(("{% cellbg color %}甲", "乙")), color="FFFF00"),
    _body(
        "cells merged down",
        table(("名", "职"), ("{%tr for p in people %}", ""), ("{% vm %}合并", "{{ p.name }}"), ("{%tr endfor %}", "")),
    ),
    _body(
        "cells merged across",
        table(
            ("{%tc for p in people %}", "{% hm %}合并", "{%tc endfor %}"),
            ("{%tc for p in people %}", "{{ p.name }}", "{%tc endfor %}"),
        ),
    ),
    _body("a table in a table", table((cell(table(("{{ title }}",)) + para("尾")), "乙"))),
    _body("a loop in a cell", table((cell(paras("{%p for p in people %}", "{{ p.name }}", "{%p endfor %}")), "乙"))),
    _body(
        "a table in a loop",
        paras("{%p for p in people %}") + table(("{{ p.name }}", "{{ p.votes }}")) + paras("{%p endfor %}"),
    ),
    _body("a bookmark", para(bookmark(1, "place", run("{{ title }}")))),
    Case(
        name="a header and a footer",
        template=build(para("{{ title }}"), header=para("页眉{{ title }}"), footer=para("页脚{{ n }}")),
        context=_context(),
    ),
    Case(
        name="a loop in a header",
        template=build(para("甲"), header=paras("{%p for p in people %}", "{{ p.name }}", "{%p endfor %}")),
        context=_context(),
    ),
    Case(name="a footnote", template=build(para("正文"), footnotes=para("注：{{ title }}\n")), context=_context()),
    Case(
        name="core properties",
        template=build(para("甲"), core={"title": "{{ title }}", "creator": "{{ people[0].name }}", "subject": "固定"}),
        context=_context(),
    ),
    Case(
        name="pictures",
        template=build(para(drawing(1)) + para("{{ title }}") + para(drawing(1)), media={"image1.png": PNG}),
        context=_context(),
    ),
    Case(
        name="pictures in a conditional paragraph",
        template=build(
            paras("{%p if flag %}") + para(drawing(5)) + paras("{%p endif %}") + para(drawing(6)),
            media={"image1.png": PNG},
        ),
        context=_context(),
    ),
    Case(
        name="two sections", template=build(para("{{ title }}"), header=para("{{ n }}"), sections=2), context=_context()
    ),
    Case(name="nothing but text", template=build(para("甲"), header=para("乙")), context=_context()),
)
