"""The steps that some parts need behind Jinja: breaks in texts, table grids, ids, a look at the XML."""

import re
from itertools import count
from types import ModuleType
from typing import TYPE_CHECKING, Final

from draftkit.template.output import Output
from draftkit.template.problems import Problem, TemplateProblemsError
from draftkit.template.source import Program

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["finished"]

_DRAWING: Final = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*(")')
_BOOKMARK: Final = re.compile(r"<w:bookmark(?:Start|End)\b[^>]*>")
_ID: Final = re.compile(r'(\sw:id=")([^"]*)(")')
_NAME: Final = re.compile(r'(\sw:name=")([^"]*)(")')
_SPLITS: Final = re.compile("[\a\f]")
"""Breaks of paragraphs and pages: where a paragraph can't be split, as in a content control, the XML breaks."""
_IN_COMMENT: Final = re.compile(r"<!--(?:(?!-->).)*?\{\{.*?\}\}", re.DOTALL)
_FIRST_DRAWING: Final = 1001
"""Where docxtpl begins to number drawings."""
_LONGEST_NAME: Final = 40
"""Word cuts a bookmark's name at 40 characters (ECMA-376-1, 17.13.6.2)."""


def finished(program: Program, xml: str, output: Output, *, recover: bool = False) -> str:
    """Return the whole XML of a part, with done what its structure and its values need.

    Raises:
        TemplateProblemsError: It isn't well-formed, and `recover` is off.
    """
    structure = program.structure
    splits = _SPLITS.search(xml)
    if program.listing or output.listing:
        xml = _patching().listing(xml)
    if output.unproved or not structure.balanced or splits:
        xml = _looked_at(program, xml, recover=recover)
    if program.source.is_main and (structure.tables or (output.unproved and "<w:tbl" in xml)):
        xml = _declared(program, _patching().grids(xml))
    if program.source.is_main and (structure.drawings or output.unproved):
        xml = _numbered(xml)
    if structure.bookmarks:
        xml = _renamed(xml)
    return xml


def _patching() -> ModuleType:
    from draftkit.template import patching  # noqa: PLC0415 - docxtpl is slow to import

    return patching


def _looked_at(program: Program, xml: str, *, recover: bool) -> str:
    if recover:
        return _declared(program, _patching().parsed(xml, recover=True))
    try:
        bare, nested = _patching().misplaced(xml)
    except SyntaxError as error:
        raise TemplateProblemsError([_broken(program, error)]) from error
    problems = [
        *(_misplaced(program, text, *_BARE) for text in bare),
        *(_misplaced(program, text, *_NESTED) for text in nested),
    ]
    if problems:
        raise TemplateProblemsError(problems)
    return xml


_BARE: Final = (
    "这些文字没有放在段落里，会丢失；{{p x }} 处应为整段的内容，文字请用 {{ x }}",
    "this text stands outside of any paragraph and would be lost: {{p x }} takes whole paragraphs, {{ x }} takes text",
)
_NESTED: Final = (
    "整段的内容不能放在文字当中，请用 {{p x }} 让它单独占一段",
    "whole paragraphs can't stand inside a text: write {{p x }} in a paragraph of its own",
)
_SNIPPET: Final = 40


def _misplaced(program: Program, text: str, zh: str, en: str) -> Problem:
    return Problem(zh=zh, en=en, part=program.source.name, snippet=text[:_SNIPPET])


def _broken(program: Program, error: SyntaxError) -> Problem:
    """Return the problem of XML that isn't well-formed."""
    text = program.source.text
    if "omment" in (error.msg or "") and (found := _IN_COMMENT.search(text)):
        return program.source.problem(
            text.count("\n", 0, found.end()) + 1,
            "标签在 XML 注释里，注释中的值不能有“--”，请删去注释",
            "the tag stands in an XML comment, where no value may have '--': take the comment out",
        )
    return Problem(
        zh="标签跨越了段落、单元格或表格行，生成的文档不完整；条件和循环的开始与结束请各占一段（{%p … %}）",
        en=f"the tags cut across paragraphs, cells or rows, and the XML is broken: {error.msg}",
        part=program.source.name,
    )


def _declared(program: Program, xml: str) -> str:
    """Return `xml` with the declaration that lxml leaves out."""
    if xml.startswith("<?xml"):
        return xml
    head = program.source.head
    return head[: head.index("\n") + 1] + xml


def _numbered(xml: str) -> str:
    """Return `xml` with its drawings numbered as docxtpl numbers them."""
    numbers = count(_FIRST_DRAWING)
    return _DRAWING.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", xml)


def _renamed(xml: str) -> str:
    """Return `xml` with every bookmark but the first of its id and name numbered anew."""
    used = {found[2] for tag in _BOOKMARK.findall(xml) if (found := _ID.search(tag))}
    free: Iterator[str] = (number for number in map(str, count(1)) if number not in used)
    names: dict[str, int] = {}
    current: dict[str, str] = {}
    seen: set[str] = set()

    def renamed(found: re.Match[str]) -> str:
        tag = found[0]
        old = _ID.search(tag)
        if old is None:
            return tag
        if tag.startswith("<w:bookmarkStart"):
            current[old[2]] = next(free) if old[2] in seen else old[2]
            seen.add(old[2])
            tag = _NAME.sub(lambda name: name[1] + _unused(name[2], names) + name[3], tag)
        return _ID.sub(lambda number: number[1] + current.get(number[2], number[2]) + number[3], tag)

    return _BOOKMARK.sub(renamed, xml)


def _unused(name: str, names: dict[str, int]) -> str:
    names[name] = names.get(name, 0) + 1
    if names[name] == 1:
        return name
    suffix = f"_{names[name]}"
    return name[: _LONGEST_NAME - len(suffix)] + suffix
