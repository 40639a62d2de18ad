"""How a value becomes XML: escaped, checked, never dropped.

A character that XML can't hold is refused by name; a line break of any system is one break.
Each function takes the value and the render's context, and is called once for each output of
a template: a plain string of printable characters, which is what most values are, goes the
short way.
"""

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final
from xml.parsers import expat

import markupsafe
from jinja2 import Undefined

from draftkit._characters import FORBIDDEN, FORBIDDEN_BUT_BREAKS
from draftkit.errors import TemplateError
from draftkit.template.budget import Budget

__all__ = [
    "EncodedXml",
    "NeedsDocxtplError",
    "Output",
    "RefusedValueError",
    "Xml",
    "buffered",
    "encoded",
    "ordered",
    "property_text",
    "raw",
    "refuse_no_text",
    "straight",
    "text",
    "unescaped",
    "whole",
]

escape: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda value: str(markupsafe.escape(value)))

# None is compiled before it is needed: most papers are made without.
_RETURN: Final = "\r\n?"
_BREAKS: Final = "[\n\t\a\f]"
_ENTITY: Final = r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)"


class RefusedValueError(TemplateError):
    """A value that can't be written where the template asks for it."""


class NeedsDocxtplError(Exception):
    """A value that only docxtpl can place: a picture, a sub-document. Never leaves the engine."""


class Xml(str):
    """WordprocessingML that the program made itself: whole paragraphs or runs, written as they are.

    >>> Xml("<w:p/>").__html__()
    '<w:p/>'
    """

    __slots__ = ()

    def __html__(self) -> str:
        """Return the markup."""
        return str(self)


class EncodedXml:
    """WordprocessingML that the program made itself, encoded as it will stand in the file.

    It is long as a rule, so nothing looks at it again: whoever makes it leaves out what XML can't hold.

    Args:
        pieces: The markup, in UTF-8, as the pieces it was made of: they are joined once, with what stands around them.
    """

    __slots__ = ("pieces",)

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces = tuple(pieces)

    def __html__(self) -> str:
        """Return the markup."""
        return b"".join(self.pieces).decode()


_OURS: Final = (Xml, EncodedXml)


class Output:
    """What one render finds out about its values while it writes them.

    Args:
        budget: The budget of the render.
        strict: Whether values that docxtpl would print or lose in silence are refused.
        docxtpl: The docxtpl template that places pictures, when one does.
    """

    __slots__ = ("budget", "docxtpl", "listing", "strict", "unproved")

    def __init__(self, budget: Budget, *, strict: bool, docxtpl: object = None) -> None:
        """Start with nothing found."""
        self.budget = budget
        self.strict = strict
        self.docxtpl = docxtpl
        self.listing = False
        """Whether a value holds line breaks, tabs, or breaks of paragraphs and pages."""
        self.unproved = False
        """Whether markup of unknown origin was written, so that the result must be parsed."""


def text(value: Any, context: Any) -> str:  # noqa: ANN401 - a template's values are of any type
    """Return `value` as text of a run, or of an attribute."""
    if value.__class__ is str and value.isprintable():
        return escape(value)
    if value.__class__ is int:
        return str(value)
    output: Output = context.output
    if output.strict and (value.__class__ in _OURS or _of_docxtpl(value, "RichText", "RichTextParagraph")):
        raise RefusedValueError(
            "RichText 和 Xml 不能放在文字当中，节用 {{r x }}，段落用 {{p x }}",
            "RichText and Xml can't stand inside a text: write {{r x }} for runs, {{p x }} for paragraphs",
        )
    return _other(value, output)


def straight(pieces: Iterable[bytes | tuple[str, bool]], names: Mapping[str, Any]) -> bytes:
    """Return markup with plain values in the place of names; nothing where a value is missing or not plain.

    Args:
        pieces: Markup, and each name with whether whole paragraphs or runs stand in its place.
        names: The values by name.
    """
    found: list[bytes] = []
    for piece in pieces:
        if isinstance(piece, bytes):
            found.append(piece)
            continue
        name, is_whole = piece
        value = names.get(name)
        if is_whole and value.__class__ is EncodedXml:
            found += value.pieces
        elif not is_whole and value.__class__ is str and value.isprintable():
            found.append(escape(value).encode())
        elif not is_whole and value.__class__ is int:
            found.append(str(value).encode())
        else:
            return b""
    return b"".join(found)


def buffered(value: Any, context: Any) -> str:  # noqa: ANN401
    """Return `value` as `text` does, charged for its length: it goes into a macro's buffer."""
    output: Output = context.output
    found = _other(value, output)
    output.budget.write(len(found))
    return found


def whole(value: Any, context: Any) -> str:  # noqa: ANN401
    """Return `value` where whole paragraphs or runs must stand: `{{p x }}`, `{{r x }}`."""
    output: Output = context.output
    if output.strict and not isinstance(value, Undefined) and not hasattr(value, "__html__"):
        raise RefusedValueError(
            f"此处应为成段或成节的内容（RichText、RichTextParagraph、Xml），而不是{_kind(value)}；文字请用 {{{{ x }}}}",
            f"whole paragraphs or runs are expected here, not {type(value).__name__}; for text write {{{{ x }}}}",
        )
    return _other(value, output)


def encoded(value: Any, context: Any) -> bytes:  # noqa: ANN401
    """Return `value` as `whole` does, encoded."""
    return b"".join(value.pieces) if value.__class__ is EncodedXml else whole(value, context).encode()


def raw(value: Any, context: Any) -> str:  # noqa: ANN401
    """Return `value` where docxtpl doesn't escape: markup as it is, text that isn't markup escaped."""
    output: Output = context.output
    if value.__class__ is str:
        found = value
    elif hasattr(value, "__html__") and (
        isinstance(value, markupsafe.Markup) or _of_docxtpl(value, *_PLACED, *_MARKUP)
    ):
        return _markup(value, output)
    else:
        found = str(value)
    if not found.isprintable():
        found = checked(found, output)
    if "&" not in found and "<" not in found:
        return found
    if not is_markup(found):
        return escape(found)
    output.unproved = output.unproved or "<" in found
    return found


def property_text(value: Any, context: Any) -> str:  # noqa: ANN401
    """Return `value` as a core property, which is text and nothing else."""
    output: Output = context.output
    if output.strict:
        return text(value, context)
    return escape(checked(str(value), output, FORBIDDEN))


def unescaped(value: Any) -> Any:  # noqa: ANN401
    """Return `value` for docxtpl to print unescaped: text that isn't markup is escaped, all else left as it is."""
    if isinstance(value, Undefined) or hasattr(value, "__html__"):
        return value
    found = str(value)
    return escape(found) if ("&" in found or "<" in found) and not is_markup(found) else found


def _other(value: Any, output: Output) -> str:  # noqa: ANN401
    if value.__class__ is str:
        return escape(checked(value, output))
    if hasattr(value, "__html__"):
        return _markup(value, output)
    return escape(checked(_string(value, output), output))


def _string(value: Any, output: Output) -> str:  # noqa: ANN401
    if hasattr(value, "__html__"):
        return _markup(value, output)
    if output.strict:
        _refuse_unprintable(value)
    return str(value)


def _refuse_unprintable(value: object) -> None:
    if value is None:
        raise RefusedValueError("值为空（None），请给出内容或写 {{ x or '' }}", "None: give a value or write x or ''")
    if isinstance(value, (list, tuple, dict, set, frozenset)):
        raise RefusedValueError(
            f"{_kind(value)}不能直接写出，请用循环或 {{{{ x|join('、') }}}}",
            f"a {type(value).__name__} can't be written as text: loop over it, or join it",
        )
    refuse_no_text(value)
    if type(value).__str__ is object.__str__ and type(value).__repr__ is object.__repr__:
        raise _no_text(value)


_TEXTS: Final = (str, int, float, complex, BaseException)
_MACHINERY: Final = frozenset({"builtins", "collections", "functools", "itertools", "types"})
"""Where Python keeps what is no value of a paper: functions, generators, views of dicts, bytes."""
_HOLDERS: Final = (list, tuple, dict, type(None))


def refuse_no_text(value: object) -> None:
    """Refuse what would be written as its place in memory, or in no order: functions, generators, bytes, sets.

    Raises:
        RefusedValueError: It is one of these.
    """
    kind = type(value)
    if kind in _PLAIN or kind.__module__ not in _MACHINERY:
        if isinstance(value, (set, frozenset)) or (kind.__module__ in _OF_JINJA and not isinstance(value, Undefined)):
            raise _no_text(value)
        return
    if not isinstance(value, (*_TEXTS, *_HOLDERS)):
        raise _no_text(value)


_PLAIN: Final = frozenset({str, int, float, bool, list, tuple, dict, type(None)})
_OF_JINJA: Final = frozenset({"jinja2.runtime", "jinja2.utils"})


def _no_text(value: object) -> RefusedValueError:
    return RefusedValueError(
        f"{_kind(value)}没有文字形式，请写出它的字段，方法请加括号",
        f"{type(value).__name__} has no text: name one of its fields, or call it",
    )


def ordered(value: Any) -> Any:  # noqa: ANN401
    """Return a set as the list of what it holds, in order; any other value as it is.

    Raises:
        RefusedValueError: What it holds has no order: the next process would write another paper.

    >>> ordered({"b", "a"})
    ['a', 'b']
    """
    if not isinstance(value, (set, frozenset)):
        return value
    try:
        if not any(isinstance(item, (set, frozenset)) for item in value):
            return sorted(value)
    except TypeError as error:
        raise _unordered() from error
    raise _unordered()


def _unordered() -> RefusedValueError:
    return RefusedValueError("集合没有次序，每次写出的先后可能不同，请改成列表", "a set has no order: make it a list")


_KINDS: Final[dict[type, str]] = {
    str: "文字",
    list: "列表",
    tuple: "列表",
    dict: "字典",
    set: "集合",
    frozenset: "集合",
}


def _kind(value: object) -> str:
    return _KINDS.get(type(value), f" {type(value).__name__} ")


def checked(value: str, output: Output, pattern: str | None = None) -> str:
    r"""Return `value` with its line breaks made `\n`, if XML can hold all of it.

    Raises:
        RefusedValueError: It holds a control character, half a surrogate pair, U+FFFE or U+FFFF.
    """
    pattern = pattern or (FORBIDDEN if output.strict else FORBIDDEN_BUT_BREAKS)
    if found := re.search(pattern, value):
        code = f"U+{ord(found[0]):04X}"
        hint = "；分段、分页请用 Listing" if found[0] in "\a\f" else ""
        raise RefusedValueError(
            f"第{found.start() + 1}个字符是 Word 不能保存的控制字符 {code}，请删去{hint}",
            f"character {found.start() + 1} is {code}, which XML can't hold: take it out",
        )
    if "\r" in value:
        value = re.sub(_RETURN, "\n", value)
    if re.search(_BREAKS, value):
        output.listing = True
    return value


def _markup(value: Any, output: Output) -> str:  # noqa: ANN401
    if output.strict and _of_docxtpl(value, "Subdoc"):
        raise RefusedValueError(
            "子文档属于生成它的 DocxTemplate，只能由它来写；请改用 draftkit.template.DocxTemplate",
            "a sub-document belongs to the DocxTemplate that made it: use draftkit.template.DocxTemplate",
        )
    if _of_docxtpl(value, *_PLACED):
        return _placed(value, output)
    markup = str(value.__html__())
    if value.__class__ not in _OURS and not _of_docxtpl(value, *_MARKUP):
        output.unproved = True
    output.budget.write(len(markup))
    if value.__class__ not in _OURS:
        markup = re.sub(_RETURN, "\n", markup)
        if output.strict and "<w:rPr>" in markup:
            from draftkit.template.order import runs_ordered  # noqa: PLC0415 - for rich text only

            markup = runs_ordered(markup)
    if not markup.isprintable():
        if re.search(FORBIDDEN_BUT_BREAKS, markup):
            checked(markup, output)
        output.listing = output.listing or re.search(_BREAKS, markup) is not None
    return markup


_PLACED: Final = ("InlineImage", "Subdoc")
_MARKUP: Final = ("RichText", "RichTextParagraph", "Listing")


def _of_docxtpl(value: object, *names: str) -> bool:
    module = sys.modules.get("docxtpl")
    if module is None:
        return False
    # docxtpl leaves Subdoc out where docxcompose isn't installed.
    kinds = tuple(kind for name in names if (kind := getattr(module, name, None)) is not None)
    return isinstance(value, kinds)


def _placed(value: Any, output: Output) -> str:  # noqa: ANN401
    if output.docxtpl is None:
        raise NeedsDocxtplError
    output.unproved = True
    from copy import copy  # noqa: PLC0415 - for pictures only

    placed = copy(value)
    placed.tpl = output.docxtpl
    return str(placed)


_AROUND: Final = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>"
_AROUND_ENDS: Final = "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


def is_markup(value: str) -> bool:
    """Return whether `value` is well-formed inside a cell's text, as markup that breaks out of it may be too.

    >>> is_markup("A &amp; B"), is_markup("A & B"), is_markup("a < b")
    (True, False, False)
    >>> is_markup("</w:t><w:br/><w:t>")
    True
    """
    if re.search(_ENTITY, value):
        return False
    return _parses(f"{_AROUND}{value}{_AROUND_ENDS}")


def _parses(xml: str) -> bool:
    try:
        expat.ParserCreate().Parse(re.sub(_BREAKS, " ", xml).encode(), True)  # noqa: FBT003 - expat takes no keyword
    except (expat.ExpatError, UnicodeEncodeError):
        return False
    return True
