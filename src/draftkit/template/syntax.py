"""A template's syntax: every tag that Jinja can't read, every filter that isn't there, at once."""

import re
from collections.abc import Iterator
from typing import Final

from jinja2 import TemplateSyntaxError, nodes

from draftkit.template.problems import Problem
from draftkit.template.sandbox import EngineEnvironment
from draftkit.template.source import Source, of_kind, parse

__all__ = ["check_tree", "parsed"]

_MOST: Final = 50
"""Behind so many syntax errors the rest follow from the first ones."""

_STAND_INS: Final = {"for": "for _ in ()", "if": "if 0", "elif": "elif 0", "set": "set _ = 0", "with": "with"}
_OTHERS: Final[tuple[type[nodes.Stmt], ...]] = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_KEYWORD: Final = re.compile(r"\{%[+-]?\s*(?:(?:p|tr|tc|r)\s)?\s*(\w+)")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_OPENING: Final = frozenset({"for", "if", "macro", "call", "filter", "with", "block", "autoescape", "raw"})
_NO_FILTER: Final = re.compile(r"No (filter|test) named '(.*)'")


def parsed(source: Source, environment: EngineEnvironment) -> tuple[nodes.Template, list[Problem]]:
    """Return the syntax tree of `source`, and what is wrong with its tags.

    A bad tag is set aside and the rest is read on, so that all of them are found.
    """
    problems: dict[int, Problem] = {}
    current = source
    follows = any(not tag.closed and tag.text.startswith("{%") for tag in source.tags)
    for _ in range(2 * _MOST):
        try:
            tree = parse(current, environment)
        except TemplateSyntaxError as error:
            problem, line, structural = _syntax(current, error)
            mended = _set_aside(current.text, line, whole=structural or line in problems)
            # Where the tag that opens or ends a block has no end itself, the other one isn't wrong.
            problems.setdefault(line, problem._replace(zh="") if follows and structural else problem)
            if mended in {None, current.text} or len(problems) >= _MOST:
                break
            current = current._replace(text=mended or "")
        else:
            return tree, [*_told(problems), *check_tree(source, tree, environment)]
    return nodes.Template([], lineno=1), _told(problems)


def _told(problems: dict[int, Problem]) -> list[Problem]:
    return [problem for problem in problems.values() if problem.zh]


def _syntax(source: Source, error: TemplateSyntaxError) -> tuple[Problem, int, bool]:
    """Return the problem of an error, the line of its tag, and whether it is that one of a pair isn't there."""
    message = error.message or ""
    if "end of template" in message or "never closed" in message or "Missing end" in message:
        line = _unclosed(source) or error.lineno
        return source.problem(line, "标签没有对应的结束标签（如 endif、endfor）", "the tag is never ended"), line, True
    line = error.lineno
    alone = "unknown tag 'end" in message or "unknown tag 'el" in message
    if alone:
        zh = "结束标签没有对应的开始标签"
    elif "unknown tag" in message:
        zh = "没有这种标签"
    else:
        zh = "标签的写法有误，请检查引号、括号和运算符"
    return source.problem(line, zh, f"the tag can't be read: {message}"), line, alone


def _unclosed(source: Source) -> int:
    """Return the line of the innermost tag that is never ended, or 0."""
    waiting: list[int] = []
    for line, tag in enumerate(source.tags, start=1):
        found = _KEYWORD.match(tag.text)
        keyword = found[1] if found else ""
        if keyword in _OPENING:
            waiting.append(line)
        elif keyword.startswith("end") and waiting:
            waiting.pop()
    return waiting[-1] if waiting else 0


def _set_aside(text: str, line: int, *, whole: bool) -> str | None:
    """Return `text` with the tag on `line` made harmless, or left out whole; None where it isn't found."""
    at = -1
    for _ in range(line - 1):
        at = text.find("\n", at + 1)
        if at < 0:
            return None
    if at < 0:
        found = _TAG.search(text)
        # Another tag begins with line feeds.
        found = None if found and "\n" in found[0] else found
    else:
        start = text.rfind("{", 0, at)
        found = _TAG.match(text, start - text.startswith("{", start - 1)) if start > 0 else None
    if found is None:
        return None
    keyword = _KEYWORD.match(found[0])
    stand_in = _STAND_INS.get(keyword[1]) if keyword and not whole else None
    feeds = "\n" * found[0].count("\n")
    mended = f"{{%{feeds} {stand_in} %}}" if stand_in else f"{{#{feeds}#}}"
    return text[: found.start()] + mended + text[found.end() :]


def check_tree(source: Source, tree: nodes.Template, environment: EngineEnvironment) -> Iterator[Problem]:
    """Yield what Jinja reads but can't do here: unknown filters and tests, other templates."""
    for node in (*of_kind(tree, nodes.Filter), *of_kind(tree, nodes.Test)):
        known = environment.filters if isinstance(node, nodes.Filter) else environment.tests
        if node.name not in known:
            what = ("过滤器", "filter") if isinstance(node, nodes.Filter) else ("判断", "test")
            yield source.problem(
                node.lineno, f"没有名为“{node.name}”的{what[0]}", f"there is no {what[1]} {node.name!r}"
            )
    for other in (one for kind in _OTHERS for one in of_kind(tree, kind)):
        yield source.problem(
            other.lineno,
            "模板不能读取别的文件（include、import、extends）",
            "a template can't read other files (include, import, extends)",
        )
