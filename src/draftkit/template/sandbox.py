"""What a template may touch: values and their fields, never Python's internals, files or modules."""

import sys
import types
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from jinja2 import StrictUndefined, Undefined
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment, is_internal_attribute
from jinja2.utils import Cycler, Joiner, Namespace

from draftkit.template.budget import refuse_length
from draftkit.template.codegen import CompiledTemplate, Generator
from draftkit.template.guards import GUARDED_FILTERS, LEFT_OUT
from draftkit.template.methods import bounded, refused_method
from draftkit.template.operators import operand, refuse_fields, refuse_operation
from draftkit.template.output import Output, RefusedValueError
from draftkit.template.weights import collected, refuse_items, weigh

__all__ = ["EngineEnvironment", "RenderContext", "is_open"]

_VALUE_MODULES: Final = frozenset({"datetime", "decimal", "fractions", "collections", "uuid"})
_STDLIB: Final = frozenset(sys.stdlib_module_names)
_OPEN_MODULES: Final = frozenset({"argparse", "calendar", "enum", "ipaddress", "re", "statistics", "time", "zoneinfo"})
_BUILTIN_VALUES: Final = (str, int, float, complex, bytes, list, tuple, dict, set, frozenset, range)
_NEVER: Final = frozenset({"docx", "docxtpl", "docxcompose", "lxml"})
_INTERFACE: Final = "draftkit.template.docxtpl_interface"
_JINJA: Final = frozenset({"jinja2.runtime", "jinja2.utils"})
_MAKERS: Final = (Cycler, Joiner, Namespace)
_HOLDING: Final = frozenset(_MAKERS)
_DICT_NAMES: Final = frozenset(dir(dict))


_OURS: Final = ("output", "probe")


class RenderContext(Context):
    """Jinja's context with what the render finds out, and, in a probing render, what went wrong."""

    output: Output
    probe: Callable[[int, Callable[[], Any]], Any]

    def derived(self, locals: dict[str, Any] | None = None) -> "RenderContext":  # noqa: A002 - Jinja's own name
        """Return a context for a block in a scope, part of the same render."""
        made = super().derived(locals)
        made.__dict__.update({name: value for name, value in vars(self).items() if name in _OURS})
        return made  # type: ignore[return-value]


class EngineEnvironment(SandboxedEnvironment):
    """A sandbox with charged loops, guarded filters and short look-ups.

    Args:
        strict: Whether undefined names are errors, values are escaped, and only the methods of
            plain values and of attrs classes and dataclasses may be called.
        filters: Filters of the user's, by name, over ours.
    """

    code_generator_class = Generator
    context_class = RenderContext
    template_class = CompiledTemplate
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, *, strict: bool, autoescape: bool, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Make the sandbox."""
        super().__init__(undefined=StrictUndefined if strict else Undefined, autoescape=autoescape)
        self.strict = strict
        left_out = {} if strict else {name: DEFAULT_FILTERS[name] for name in LEFT_OUT}
        self.filters = {**left_out, **GUARDED_FILTERS, **filters}
        if strict:
            self.globals.pop("lipsum", None)
        self.globals["dict"] = _guarded_dict

    def field(self, value: Any, name: str) -> Any:  # noqa: ANN401 - a template's values are of any type
        """Return `value.name`, the short way for a dict's keys and declared fields."""
        kind = type(value)
        if kind is dict:
            if name not in _DICT_NAMES and name in value:
                return value[name]
        elif name in (_FIELDS.get(kind) or _fields(kind)):
            return getattr(value, name)
        return self.getattr(value, name)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Return whether a template may see `obj.attr`."""
        if not self.strict:
            return is_open(obj, attr, value)
        if not super().is_safe_attribute(obj, attr, value) or not _may_be_seen(obj):
            return False
        if refused_method(obj, attr):
            raise RefusedValueError(
                f"模板里不能用{_named(obj)}的 {attr}：只能读取和整理文字、数字、列表，不能修改数据",
                f"a template can't use {attr} of a {type(obj).__name__}: it may read values, not change them",
            )
        return not _is_static(obj, attr, value)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401
        """Return whether a template may call `obj`."""
        return super().is_safe_callable(obj) and (not self.strict or _may_be_called(obj))

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """Return `obj.attribute`; a mapping that fills itself stays as it is."""
        if self.strict and isinstance(obj, defaultdict) and attribute not in obj and not hasattr(obj, attribute):
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """Return `obj[argument]`; a mapping that fills itself stays as it is."""
        if self.strict and isinstance(obj, defaultdict) and argument not in obj:
            return self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401
        """Return `str.format` made safe, for a format that asks for no great width."""
        found = super().wrap_str_format(value)
        if found is None:
            return None
        is_map = value.__name__ == "format_map"
        if is_map and self.strict:
            raise RefusedValueError("格式请用 format 或 %", "write format or %, not format_map")

        def weighed(*args: Any, **named: Any) -> str:  # noqa: ANN401
            held = args[0] if is_map and args else named
            refuse_fields(value.__self__, () if is_map else args, held, strict=self.strict)
            made = found(*args, **named)
            refuse_length(len(made))
            return made

        return weighed

    def call_binop(self, context: RenderContext, operator: str, left: Any, right: Any) -> Any:  # type: ignore[override]  # noqa: ANN401
        """Return `left operator right`, if that isn't out of all measure."""
        refuse_operation(operator, left, right, strict=self.strict)
        if operator == "%":
            right = operand(right)
        made = super().call_binop(context, operator, left, right)
        if made.__class__ is not int:
            context.output.budget.made(made)
        return made

    def call(self, context: RenderContext, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]  # noqa: ANN401
        """Return what `obj` returns, charged as a turn: a macro may call itself."""
        budget = context.output.budget
        budget.charge(1)
        if obj in _HOLDING if isinstance(obj, type) else obj is _guarded_dict:
            args = tuple(collected(arg, budget, strict=self.strict) for arg in args)
            weigh((args, kwargs))
        else:
            args = bounded(obj, args, kwargs, budget, strict=self.strict)
        made = super().call(context, obj, *args, **kwargs)
        if made.__class__ is list and isinstance(getattr(obj, "__self__", None), str):
            refuse_items(len(made))
        elif made.__class__ is str and isinstance(obj, types.BuiltinMethodType):
            refuse_length(len(made))
        if not isinstance(obj, (Macro, LoopContext)):  # what these return was written once already
            budget.made(made)
        return made


def _named(obj: object) -> str:
    return f" {type(obj).__name__} "


def _guarded_dict(*args: Any, **kwargs: Any) -> dict[Any, Any]:  # noqa: ANN401
    made = dict(*args, **kwargs)
    weigh(made)
    return made


_FIELDS: Final[dict[type, frozenset[str]]] = {}


def _fields(kind: type) -> frozenset[str]:
    declared: Iterable[str] = ()
    if (fields := getattr(kind, "__attrs_attrs__", None)) is not None:
        declared = (field.name for field in fields)
    elif isinstance(names := getattr(kind, "__dataclass_fields__", None), dict):
        declared = names
    found = frozenset(name for name in declared if not name.startswith("_"))
    _FIELDS[kind] = found
    return found


def _may_be_seen(obj: object) -> bool:
    """Return whether `obj` is a value: files, paths, modules and documents are not."""
    kind = type(obj)
    if isinstance(obj, (*_BUILTIN_VALUES, Undefined)) or kind is types.SimpleNamespace:
        return True
    module = kind.__module__.partition(".")[0]
    return module not in _NEVER and (module not in _STDLIB or module in _VALUE_MODULES)


def is_open(obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
    """Return whether a script's own template may see `obj.attr`: any field of the script's own objects.

    Python's internals, files and modules stay out of reach; of a path only what it says is seen,
    of docxtpl's objects only their texts and numbers.
    """
    kind = obj if isinstance(obj, type) else type(obj)
    module = kind.__module__.partition(".")[0] if kind.__module__ != _INTERFACE else "docxtpl"
    if attr.startswith("__") or is_internal_attribute(obj, attr):
        return False
    if module not in _STDLIB | _NEVER | {"jinja2", "markupsafe"}:
        return True
    if attr.startswith("_"):
        return False
    if module in _NEVER:
        return isinstance(value, (str, int))
    # A path's module is slow to import; where there is a path, it is there.
    if (pathlib := sys.modules.get("pathlib")) and isinstance(obj, pathlib.PurePath):
        return hasattr(pathlib.PurePath, attr)
    return _may_be_seen(obj) or isinstance(obj, (BaseException, MappingProxyType)) or module in _OPEN_MODULES


def _is_static(obj: object, attr: str, value: object) -> bool:
    """Return whether `obj.attr` is a function of a plain class of the program's, which may do anything."""
    kind = type(obj)
    return isinstance(value, types.FunctionType) and not _offers_methods(kind) and hasattr(kind, attr)


def _offers_methods(kind: type) -> bool:
    return hasattr(kind, "__attrs_attrs__") or hasattr(kind, "__dataclass_fields__")


def _may_be_called(obj: Any) -> bool:  # noqa: ANN401
    if isinstance(obj, type):
        return obj in _MAKERS
    owner = getattr(obj, "__self__", None)
    if owner is None or isinstance(owner, types.ModuleType):
        return isinstance(obj, types.FunctionType) or type(obj).__module__ in _JINJA
    kind = type(owner)
    return (
        isinstance(owner, _BUILTIN_VALUES)
        or kind.__module__.partition(".")[0] in _VALUE_MODULES
        or kind.__module__ in _JINJA
        or _offers_methods(kind)
    )
