"""Word templates: `.docx` files with docxtpl's tags, filled from Python values."""

from draftkit.template.rendering import Template

__all__ = ["Template"]
