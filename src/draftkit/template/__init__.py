"""Word templates in docxtpl's language: compiled once, safe, rendered many times.

What a process that makes one paper imports is kept small: docxtpl, lxml and attrs are not among it,
so the models here are named tuples.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from draftkit.template.api import Template
    from draftkit.template.budget import OverBudgetError
    from draftkit.template.docxtpl_interface import (
        RP,
        DocxTemplate,
        DocxTemplateError,
        InlineImage,
        Listing,
        R,
        RichText,
        RichTextParagraph,
    )
    from draftkit.template.fields import Field, Place
    from draftkit.template.limits import Limits
    from draftkit.template.output import Xml
    from draftkit.template.problems import Problem, TemplateProblemsError

__all__ = [
    "RP",
    "DocxTemplate",
    "DocxTemplateError",
    "Field",
    "InlineImage",
    "Limits",
    "Listing",
    "OverBudgetError",
    "Place",
    "Problem",
    "R",
    "RichText",
    "RichTextParagraph",
    "Template",
    "TemplateProblemsError",
    "Xml",
]

_DOCXTPL = ("RP", "DocxTemplate", "DocxTemplateError", "InlineImage", "Listing", "R", "RichText", "RichTextParagraph")
_HOMES = dict.fromkeys((*_DOCXTPL, "Subdoc"), "docxtpl_interface") | {
    "Field": "fields",
    "Limits": "limits",
    "OverBudgetError": "budget",
    "Place": "fields",
    "Problem": "problems",
    "Template": "api",
    "TemplateProblemsError": "problems",
    "Xml": "output",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module holds anything
    """Return a public name, imported when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, imported or not."""
    return sorted(__all__)
