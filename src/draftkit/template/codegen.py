"""The Python that a template is compiled to: Jinja's own, with our output, look-ups and loops in it.

Which of the output functions a tag gets depends on where it stands in the XML, which
`draftkit.template.structure` writes on the nodes as `dk_output`.
"""

from collections.abc import Callable, Iterable, MutableMapping
from types import CodeType
from typing import Any, Final

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst

from draftkit.template import output
from draftkit.template.output import ordered
from draftkit.template.weights import collected, weigh

__all__ = ["CompiledTemplate", "Generator", "ProbingGenerator"]


def _loop(context: Any, items: Any, weight: int) -> Any:  # noqa: ANN401 - a template's values are of any type
    output = context.output
    if items.__class__ is not list and output.strict:
        items = ordered(items)
    return output.budget.loop(items, weight)


def _spread(context: Any, items: Any) -> Any:  # noqa: ANN401
    """Return the items that stand for the arguments of a call, weighed."""
    found = collected(items, context.output.budget, strict=context.output.strict)
    weigh(found)
    return found


def _built(value: Any) -> Any:  # noqa: ANN401
    """Return `value`, a list or dict that the template made, if it isn't out of all measure."""
    weigh(value)
    return value


_LONG: Final = 1_000


def _tied(context: Any, values: tuple[Any, ...]) -> tuple[Any, ...]:  # noqa: ANN401
    """Return what `~` joins, if the text isn't out of all measure."""
    length = weigh(values, printed=True, strict=context.output.strict)
    if length > _LONG:
        context.output.budget.write(length)
    return values


def _sliced(context: Any, value: Any) -> Any:  # noqa: ANN401
    """Return a part of a value, which is a copy."""
    context.output.budget.made(value)
    return value


def _probe(context: Any, number: int, expression: Callable[[], Any]) -> Any:  # noqa: ANN401
    return context.probe(number, expression)


_HELPERS: Final = {
    "dk_text": output.text,
    "dk_escape": output.escape,
    "dk_buffered": output.buffered,
    "dk_whole": output.whole,
    "dk_encoded": output.encoded,
    "dk_raw": output.raw,
    "dk_property": output.property_text,
    "dk_loop": _loop,
    "dk_built": _built,
    "dk_sliced": _sliced,
    "dk_spread": _spread,
    "dk_tied": _tied,
    "dk_probe": _probe,
}


_DICT_NAMES: Final = frozenset(dir(dict))


def _function(node: nodes.Expr, frame: Frame) -> str:
    """Return the name of the function that an output is written by."""
    name: str = getattr(node, "dk_output", "dk_text")
    if name == "dk_property":
        return name
    return name if frame.eval_ctx.volatile or frame.eval_ctx.autoescape else "dk_raw"


class _Written(str):
    """A name that Python would fold into another, under the name that it has in the code."""

    __slots__ = ()

    def __format__(self, _spec: str) -> str:
        """Return the name with its characters as numbers."""
        return "名" + "_".join(f"{ord(character):x}" for character in self)


def _kept_apart(name: str) -> str:
    """Return `name`, which Python's own names fold: Ａ is A there, and must stay what it is here.

    >>> _kept_apart("Ａ") == "Ａ", f"l_0_{_kept_apart('Ａ')}", f"l_0_{_kept_apart('甲')}"
    (True, 'l_0_名ff21', 'l_0_甲')
    """
    if name.isascii():
        return name
    import unicodedata  # noqa: PLC0415 - for names that aren't ASCII only

    return name if unicodedata.is_normalized("NFKC", name) else _Written(name)


class CompiledTemplate(Template):
    """A compiled template whose code finds our functions among its globals."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's own name
        uptodate: Callable[[], bool] | None = None,
    ) -> "CompiledTemplate":
        """Return the template of `code`."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(_HELPERS, dk_get=environment.field)  # type: ignore[attr-defined]
        return template  # type: ignore[return-value]


class Generator(CodeGenerator):
    """Jinja's code generator with our output functions, field look-ups and charged loops.

    Outside of macros and other buffers a template yields bytes: its own text is encoded once,
    when it is compiled, and what is left to encode in a render are the values.
    """

    inline = True
    """Whether the short ways of outputs and look-ups are written out, without a call."""

    _bytes = False
    _encoded = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Begin with no code."""
        super().__init__(*args, **kwargs)
        self._again: list[int] = []
        """The weights of the loops around that call themselves."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write the template; one with blocks of other kinds yields text, as Jinja's own code for them does."""
        self._bytes = self.inline and not getattr(node, "dk_text_only", True)
        named: Iterable[Any] = node.find_all((nodes.Name, nodes.NSRef, nodes.Macro))
        for one in named:
            if not one.name.isascii():
                one.name = _kept_apart(one.name)
        super().visit_Template(node, frame)

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Write `node`, charged to the budget where it is what a loop runs over."""
        if getattr(node, "dk_spread", False):
            node.dk_spread = False  # type: ignore[attr-defined]
            self.write("dk_spread(context, ")
            self.visit(node, *args, **kwargs)
            self.write(")")
            return None
        weight = getattr(node, "dk_loop", None)
        if weight is None:
            return super().visit(node, *args, **kwargs)
        self.write("dk_loop(context, ")
        super().visit(node, *args, **kwargs)
        self.write(f", {weight})")
        return None

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write a look-up that takes the short way for dicts and declared fields."""
        if self.inline and node.attr not in _DICT_NAMES:
            name = self.temporary_identifier()
            self.write(f"({name}[{node.attr!r}] if ({name} := ")
            self.visit(node.node, frame)
            self.write(f").__class__ is dict and {node.attr!r} in {name} else dk_get({name}, {node.attr!r}))")
            return
        self.write("dk_get(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        """Write a loop; one that may call itself is charged for what it is called with each time."""
        if not node.recursive:
            super().visit_For(node, frame)
            return
        self._again.append(getattr(node.iter, "dk_loop", 0))
        node.iter.dk_loop = None  # type: ignore[attr-defined]
        super().visit_For(node, frame)
        self._again.pop()

    def write(self, x: str) -> None:
        """Write code; `reciter` is what Jinja calls the items of a loop that calls itself."""
        super().write(f"dk_loop(context, {x}, {self._again[-1]})" if x == "reciter" else x)

    def signature(self, node: nodes.Call | nodes.Filter | nodes.Test, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Write the arguments of a call; those behind a `*` are weighed."""
        if node.dyn_args is not None:
            node.dyn_args.dk_spread = True  # type: ignore[attr-defined]
        super().signature(node, *args, **kwargs)

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write a look-up; a slice is charged for its length."""
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("dk_sliced(context, ")
        super().visit_Getitem(node, frame)
        self.write(")")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write an output, as bytes where nothing but the document takes it."""
        self._encoded = self._bytes and frame.buffer is None
        super().visit_Output(node, frame)

    def _output_const_repr(self, group: Iterable[Any]) -> str:
        if self._encoded:
            return repr("".join(group).encode())
        return super()._output_const_repr(group)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002
        name = _function(node, frame)
        if name == "dk_text" and self._encoded:
            self.write("(dk_escape(dk_v).encode() if (dk_v := ")
            return
        if self._whole_encoded(name, frame):
            name = "dk_encoded"
        elif frame.eval_ctx.volatile and name != "dk_property":
            name = f"({name} if context.eval_ctx.autoescape else dk_raw)"
        self.write(f"{name}(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002
        name = _function(node, frame)
        if name == "dk_text" and self._encoded:
            self.write(").__class__ is str and dk_v.isprintable() else dk_text(dk_v, context).encode())")
            return
        self.write(", context).encode()" if self._encoded and not self._whole_encoded(name, frame) else ", context)")

    def _whole_encoded(self, name: str, frame: Frame) -> bool:
        """Return whether whole paragraphs or runs are written, as bytes: a value may be encoded already."""
        return name == "dk_whole" and self._encoded and not frame.eval_ctx.volatile

    def _built(self, node: nodes.Expr, frame: Frame) -> None:
        """Write a list, dict or joined text, weighed: one made of others could hold more than it looks."""
        self.write("dk_built(")
        getattr(super(), f"visit_{type(node).__name__}")(node, frame)
        self.write(")")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """Write a list."""
        self._built(node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        """Write a tuple; one that is assigned to stays as it is."""
        if node.ctx == "load":
            self._built(node, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Write a dict."""
        self._built(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Write texts joined by `~`, weighed before they are joined."""
        func = "markup_join" if frame.eval_ctx.autoescape else "str_join"
        if frame.eval_ctx.volatile:
            func = "(markup_join if context.eval_ctx.autoescape else str_join)"
        self.write(f"{func}(dk_tied(context, (")
        for item in node.nodes:
            self.visit(item, frame)
            self.write(", ")
        self.write(")))")


class ProbingGenerator(Generator):
    """A generator whose code goes on behind an error: each numbered expression is tried by itself."""

    inline = False
    _probing: nodes.Node | None = None

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Write `node`; one that is numbered is tried by the context's probe."""
        number = getattr(node, "dk_probe", None)
        if number is None or self._probing is node or isinstance(node, nodes.Output):
            return super().visit(node, *args, **kwargs)
        self._probing = node
        self.write(f"dk_probe(context, {number}, lambda: ")
        self.visit(node, *args, **kwargs)
        self.write(")")
        return None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        # The whole of an output is tried, what it is written by included.
        self.write(f"dk_probe(context, {node.dk_probe}, lambda: ")  # type: ignore[attr-defined]
        self._probing = node
        super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        super()._output_child_post(node, frame, finalize)
        self.write(")")
