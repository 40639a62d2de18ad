"""The tables of a settings file made into what they stand for, and what is said of a wrong form."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from draftkit.checks.finding import Severity
from draftkit.checks.rule import RuleError

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["is_text", "known", "listed", "severity_of", "table_of", "tables_of"]


def known(what: str, data: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    """Refuse a key of `data` that isn't one of `keys`."""
    for key in data:
        if key not in keys:
            raise RuleError(
                f"{what}里没有“{key}”这一项，可写：{'、'.join(sorted(keys))}",
                f"no setting {key!r}; there are {', '.join(sorted(keys))}",
            )


def listed(name: str, value: object) -> tuple[str, ...]:
    """Return a list of texts; a text alone would be taken letter by letter."""
    found = tuple(value) if isinstance(value, Iterable) and not isinstance(value, (str, Mapping)) else (None,)
    if all(isinstance(each, str) for each in found):
        return found
    raise RuleError(
        f'{name} 应为列表，写在方括号里，如 {name} = ["……"]，而不是 {value!r}',
        f'{name} must be a list of texts, such as {name} = ["…"], not {value!r}',
    )


def severity_of(name: str, value: object) -> Severity:
    """Return the severity that `value` names."""
    every = [each.value for each in Severity]
    if value in every:
        return Severity(str(value))
    raise RuleError(
        f"{name} 的轻重不能是 {value!r}，可写：{'、'.join(every)}",
        f"{name} can't weigh {value!r}; there are {', '.join(every)}",
    )


def table_of(name: str, value: object) -> Mapping[str, Any]:
    """Return a table of the file."""
    if isinstance(value, Mapping):
        return value
    raise RuleError(f"{name} 应写成一节 [{name}]，而不是 {value!r}", f"{name} must be a table [{name}], not {value!r}")


def tables_of(
    name: str, value: object, required: tuple[str, ...], more: tuple[str, ...]
) -> Iterator[Mapping[str, Any]]:
    """Yield the tables of a list of them, each with all the keys `required` and none but these and `more`."""
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        raise RuleError(
            f"{name} 应写成一节或几节 [[{name}]]（两层方括号）",
            f"{name} must be one or more tables [[{name}]], in double brackets",
        )
    for each in value:
        known(f"[[{name}]]", each, (*required, *more))
        for key in required:
            if key not in each:
                raise RuleError(f"[[{name}]] 缺 {key}，请补上", f"a [[{name}]] needs {key}")
        yield each


def is_text(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Refuse a value of a field that isn't text."""
    if not isinstance(value, str):
        raise RuleError(
            f"{attribute.name} 应为文字，加引号，而不是 {value!r}", f"{attribute.name} must be text, not {value!r}"
        )
