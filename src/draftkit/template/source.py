"""A part of a template made a program: guarded, patched, parsed, studied, compiled. Once."""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any, Final, NamedTuple, TypeVar

from jinja2 import TemplateSyntaxError, nodes

from draftkit.errors import TemplateError
from draftkit.template.codegen import CompiledTemplate
from draftkit.template.problems import Problem
from draftkit.template.sandbox import EngineEnvironment
from draftkit.template.structure import Structure, study
from draftkit.template.tag import LINE_FEED, Tag

__all__ = ["Source", "compiled", "of_kind", "parse", "too_deep"]

_BRACES: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""How a template writes braces that are no tag."""


class Source(NamedTuple):
    """A part's XML as Jinja source, with what stands around it.

    Args:
        name: The part's name.
        head: What stands before the source, never a tag.
        text: The source.
        tail: What stands behind it.
        tags: The tags, in order: line n of the source is tag n.
        feed: What stands for a line feed of the template itself, where line feeds number the tags.
    """

    name: str
    head: str
    text: str
    tail: str
    tags: tuple[Tag, ...]
    feed: str = LINE_FEED

    @property
    def is_main(self) -> bool:
        """Whether it is the document itself, whose tables and drawings docxtpl puts right."""
        return bool(self.tail)

    def tag(self, line: int) -> Tag:
        """Return the tag on a line of the source."""
        if not self.tags:
            return Tag(text="", paragraph=0)
        return self.tags[min(max(line, 1), len(self.tags)) - 1]

    def problem(self, line: int, zh: str, en: str) -> Problem:
        """Return a problem of the tag on a line of the source."""
        tag = self.tag(line)
        return Problem(zh=zh, en=en, part=self.name, paragraph=tag.paragraph, snippet=tag.text)


def parse(source: Source, environment: EngineEnvironment) -> nodes.Template:
    """Return the syntax tree of `source`, its texts as they will be written.

    Raises:
        jinja2.TemplateSyntaxError: A tag isn't Jinja.
        TemplateError: Tags are nested too deeply.
    """
    try:
        tree = environment.parse(source.text, source.name)
        texts = of_kind(tree, nodes.TemplateData)
    except RecursionError:
        raise too_deep(source.name) from None
    except ValueError as error:
        # Python reads no number of more than 4,300 digits.
        raise TemplateSyntaxError(str(error), _line_of_number(source.text), source.name) from None
    for data in texts:
        data.data = _static(data.data, source.feed)
    return tree


def too_deep(name: str) -> TemplateError:
    """Return the error for a part, called `name`, whose tags nothing can follow any deeper."""
    return TemplateError(
        "标签嵌套过深，或一个标签里的运算过多",
        "the tags are nested too deeply, or one of them computes too much",
        where=name,
    )


_LONG_NUMBER: Final = re.compile(r"\d[\d_]{4000}")


def _line_of_number(text: str) -> int:
    found = _LONG_NUMBER.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


_TEXT_ONLY: Final[tuple[type[nodes.Stmt], ...]] = (
    nodes.Block,
    nodes.CallBlock,
    nodes.FilterBlock,
    nodes.ScopedEvalContextModifier,
)
"""Nodes for which Jinja's own code yields text, not bytes."""

Node = TypeVar("Node", bound=nodes.Node)


def of_kind(tree: nodes.Template, kind: type[Node]) -> list[Node]:
    """Return the nodes of a kind in a syntax tree, in their order; the tree is walked once for all kinds."""
    found: dict[type, list[Any]] | None = getattr(tree, "dk_kinds", None)
    if found is None:
        found = tree.dk_kinds = _by_kind(tree)  # type: ignore[attr-defined]
    return found.get(kind, [])


_DEEPEST: Final = 100
"""So many nodes may stand in one another; Python takes seconds over twice as many filters in a row."""


def _by_kind(tree: nodes.Template) -> dict[type, list[Any]]:
    """Return the nodes by kind, in their order.

    Raises:
        RecursionError: One stands too deeply in others.
    """
    found: dict[type, list[Any]] = {}
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth:
            found.setdefault(type(node), []).append(node)
        inner = [(child, depth + 1) for child in node.iter_child_nodes()]
        if inner and depth >= _DEEPEST:
            raise RecursionError
        waiting += reversed(inner)
    return found


def _static(text: str, feed: str) -> str:
    text = text.replace("\n", "").replace(feed, "\n")
    if "_" in text:
        for marker, braces in _BRACES:
            text = text.replace(marker, braces)
    return text


class Program(NamedTuple):
    """A compiled part.

    Args:
        source: Its source.
        code: Returns the template of its code, which is compiled when it is first asked for where that is `straight`.
        structure: What was found out about its XML.
        listing: Whether its own text holds tabs or line breaks that docxtpl makes breaks of.
        head: What stands before what the code writes, encoded.
        tail: What stands behind it.
        plain: Whether what the code writes is the part, but for what its values ask for.
        straight: What the part is in order, where it is markup and names only: bytes, and each name with whether
            whole paragraphs or runs stand in its place; empty for other parts.
    """

    source: Source
    code: Callable[[], CompiledTemplate]
    structure: Structure
    listing: bool
    head: bytes
    tail: bytes
    plain: bool
    straight: tuple[bytes | tuple[str, bool], ...] = ()


def compiled(source: Source, tree: nodes.Template, environment: EngineEnvironment) -> Program:
    """Return the program of `source`, of which `tree` is the syntax tree.

    Raises:
        TemplateError: Tags are nested too deeply.
    """
    try:
        return _compiled(source, tree, environment)
    except (RecursionError, MemoryError) as error:
        # Python's own compiler runs out of memory, as it calls it, where `elif` follows `elif` too often.
        raise too_deep(source.name) from error


def _compiled(source: Source, tree: nodes.Template, environment: EngineEnvironment) -> Program:
    structure = study(tree)
    static = "".join(data.data for data in of_kind(tree, nodes.TemplateData))
    listing = any(mark in static for mark in "\n\t\a\f")
    plain = structure.plain and not listing
    straight = _straight(source, tree) if plain and environment.strict and environment.autoescape else ()
    code = cache(partial(_code, source.name, tree, environment))
    if not straight:
        code()
    return Program(
        source=source,
        code=code,
        structure=structure,
        listing=listing,
        head=source.head.encode(),
        tail=source.tail.encode(),
        plain=plain,
        straight=straight,
    )


def _code(name: str, tree: nodes.Template, environment: EngineEnvironment) -> CompiledTemplate:
    tree.dk_text_only = any(of_kind(tree, kind) for kind in _TEXT_ONLY) or any(  # type: ignore[attr-defined]
        loop.recursive for loop in of_kind(tree, nodes.For)
    )
    try:
        code = environment.compile(tree, name, name)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise too_deep(name) from error
    return environment.template_class.from_code(environment, code, environment.globals)


def _straight(source: Source, tree: nodes.Template) -> tuple[bytes | tuple[str, bool], ...]:
    """Return the part's markup and names in order; nothing if there is more in it than these."""
    found: list[bytes | tuple[str, bool]] = [source.head.encode()]
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            return ()
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                found.append(child.data.encode())
            elif isinstance(child, nodes.Name):
                found.append((child.name, child.dk_output == "dk_whole"))  # type: ignore[attr-defined]
            else:
                return ()
    return (*found, source.tail.encode())
