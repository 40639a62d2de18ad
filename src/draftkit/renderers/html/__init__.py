"""A paper as one HTML file: to be read on any screen, seen in pages, and printed on A4."""

from draftkit.renderers.html.page import render_html
from draftkit.renderers.html.preview import Preview, preview

__all__ = ["Preview", "preview", "render_html"]
