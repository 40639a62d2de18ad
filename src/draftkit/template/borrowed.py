"""docxtpl's patching of a part, run from docxtpl's own source without importing docxtpl.

The import takes longer than all the rest of a short process, and `patch_xml` needs nothing of it: it works on text,
with regular expressions alone. A docxtpl in which that is no longer so is imported.
"""

import importlib.util
import os
import re
import sys
from collections.abc import Callable
from functools import cache
from types import CodeType
from typing import Any, Final

__all__ = ["patched"]

_ALLOWED: Final = frozenset({"re", "sub", "search", "DOTALL", "group", "replace"})
_METHOD: Final = re.compile(r"^    def patch_xml\(self, src_xml\):\n(?:(?: {8}.*)?\n)+", re.MULTILINE)


def patched(xml: str) -> str:
    """Return `xml` patched by docxtpl: tags in one run, `{%p %}` in place of its paragraph."""
    patch = None if "docxtpl" in sys.modules else _patch_xml()
    if patch is not None:
        return patch(None, xml)
    from draftkit.template import patching  # noqa: PLC0415 - docxtpl is slow to import

    return patching.patched(xml)


@cache
def _patch_xml() -> Callable[[object, str], str] | None:
    """Return the function `patch_xml` of the docxtpl that is installed; None where it can't stand alone."""
    found = importlib.util.find_spec("docxtpl")
    if found is None or found.origin is None:
        return None
    path = os.path.join(os.path.dirname(found.origin), "template.py")
    try:
        with open(path, encoding="utf-8") as file:
            method = _METHOD.search(file.read())
    except OSError:
        return None
    if method is None:
        return None
    code = compile(f"class DocxTemplate:\n{method[0]}", path, "exec")
    if not _stands_alone(_function(code)):
        return None
    names: dict[str, Any] = {"re": re}
    exec(code, names)  # noqa: S102 - docxtpl's own code, as importing it would run it
    patch: Callable[[object, str], str] = names["DocxTemplate"].patch_xml
    return patch


def _function(code: CodeType) -> CodeType:
    """Return the code of the function defined in the class that `code` defines."""
    inner: list[CodeType] = [value for value in code.co_consts if isinstance(value, CodeType)]
    return inner[0] if inner[0].co_name == "patch_xml" else _function(inner[0])


def _stands_alone(code: CodeType) -> bool:
    """Return whether a function, and those in it, ask for nothing but texts, matches and regular expressions."""
    inner = [value for value in code.co_consts if isinstance(value, CodeType)]
    return _ALLOWED.issuperset(code.co_names) and "self" not in code.co_cellvars and all(map(_stands_alone, inner))
