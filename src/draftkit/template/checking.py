"""What a template asks for, compared with what it will be given: before anything is rendered."""

import difflib
import re
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from draftkit.template.archive import Package
from draftkit.template.fields import Field, steps
from draftkit.template.problems import Problem

__all__ = ["check_fields", "check_styles"]

_STYLE: Final = re.compile(r'<w:style\b(?:(?!</w:style>).)*?<w:name w:val="([^"]*)"', re.DOTALL)
_ITEMS: Final = (list, tuple, set, frozenset, Sequence, Iterable, Iterator)


def check_fields(fields: Iterable[Field], facts: type | Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each field that `facts` doesn't have: a class with typed fields, or types by name."""
    for field in fields:
        lacking = None if field.optional else _lacking(field.path, facts)
        if lacking is None:
            continue
        name, known = lacking
        close = difflib.get_close_matches(name, known, n=1)
        place = field.places[0]
        yield Problem(
            zh=f"模板要用“{field.path}”，但数据没有“{name}”" + (f"，是否应为“{close[0]}”" if close else ""),
            en=f"the template asks for {field.path}, but the data has no {name!r}"
            + (f"; did you mean {close[0]!r}?" if close else ""),
            part=place.part,
            paragraph=place.paragraph,
            snippet=place.snippet,
            field=field.path,
        )


def _lacking(path: str, facts: object) -> tuple[str, list[str]] | None:
    """Return the first step of `path` that isn't there, and what is; None if all are, or can't be told."""
    kinds = [facts]
    for step in steps(path):
        if step == "[]":
            kinds = [item for kind in kinds for item in _items(kind)]
        else:
            known = [_names(kind) for kind in kinds]
            if not kinds or any(names is None for names in known):
                return None
            kinds = [kind for names in known if names is not None for kind in _alternatives(names.get(step, _MISSING))]
            if kinds == [_MISSING] * len(kinds):
                return step, sorted({name for names in known if names is not None for name in names})
        if not kinds:
            return None
    return None


_MISSING: Final = object()


def _names(kind: object) -> Mapping[str, object] | None:
    """Return the names that a value of `kind` has, with their types; None where that can't be told."""
    if isinstance(kind, Mapping):
        return kind
    if not isinstance(kind, type):
        return None
    if attrs.has(kind) or hasattr(kind, "__dataclass_fields__") or typing.is_typeddict(kind):
        hints = typing.get_type_hints(kind)
        public = {name: hint for name, hint in hints.items() if not name.startswith("_")}
        return {name: Any for name in dir(kind) if not name.startswith("_")} | _properties(kind) | public
    return None


def _properties(kind: type) -> dict[str, object]:
    found = {name: value for name, value in vars(kind).items() if isinstance(value, property)}
    return {name: typing.get_type_hints(value.fget).get("return", Any) for name, value in found.items() if value.fget}


def _alternatives(kind: object) -> list[object]:
    """Return the types that a union is made of, None left out; a type alone is its own."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return [one for one in typing.get_args(kind) if one is not type(None)]
    return [kind]


def _items(kind: object) -> list[object]:
    """Return the types of the items of a list's type; none where they can't be told."""
    origin = typing.get_origin(kind)
    if isinstance(origin, type) and issubclass(origin, _ITEMS):
        return [one for arg in typing.get_args(kind) if arg is not Ellipsis for one in _alternatives(arg)]
    return []


def check_styles(package: Package, styles: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each style, by its name, that the template lacks."""
    there: set[str] = set()
    for name in package.related("styles"):
        there |= {found.casefold() for found in _STYLE.findall(package.parts[name].data.decode("utf-8", "replace"))}
    for style in styles:
        if style.casefold() not in there:
            yield Problem(
                zh=f"模板缺少样式“{style}”，请在 Word 里新建或从默认模板复制",
                en=f"the template lacks the style {style!r}: make it in Word, or copy it from the default template",
            )
