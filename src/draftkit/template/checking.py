"""What a template asks for, compared with what it will be given: before anything is rendered."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from draftkit.template.archive import Package
from draftkit.template.fields import Field, steps
from draftkit.template.problems import Problem
from draftkit.template.typed import alternatives, items, names

__all__ = ["check_fields", "check_styles"]

_STYLE: Final = re.compile(r'<w:style\b(?:(?!</w:style>).)*?<w:name w:val="([^"]*)"', re.DOTALL)


def check_fields(fields: Iterable[Field], facts: type | Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each field that `facts` doesn't have: a class with typed fields, or types by name."""
    fields = tuple(fields)
    optional = {field.path for field in fields if field.optional}
    for field in fields:
        lacking = None if field.optional else _lacking(field.path, facts)
        if lacking is None or lacking[0] in optional:
            continue
        _, name, known = lacking
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


def _lacking(path: str, facts: object) -> tuple[str, str, list[str]] | None:
    """Return the path to the first step that isn't there, the step, and what is; None if all are, or can't be told."""
    kinds, behind = alternatives(facts), ""
    for step in steps(path):
        if step == "[]":
            behind += step
            kinds = [one for kind in kinds for item in items(kind) for one in alternatives(item)]
        else:
            known = [there for kind in kinds if (there := names(kind, of_facts=not behind)) is not None]
            if len(known) < len(kinds):
                return None
            behind += f".{step}" if behind else step
            kinds = [one for there in known if step in there for one in alternatives(there[step])]
            if not any(step in there for there in known):
                return behind, step, sorted({str(name) for there in known for name in there})
        if not kinds:
            return None
    return None


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
