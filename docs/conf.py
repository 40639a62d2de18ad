"""Sphinx settings: Chinese pages in MyST Markdown, the reference from the docstrings, no network."""

from typing import TYPE_CHECKING

from docutils.nodes import Element

import draftkit

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "draftkit"
author = "The draftkit developers"
copyright = "2026, The draftkit developers"
version = release = draftkit.__version__
language = "zh_CN"  # jieba then cuts the words for the search

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
python_use_unqualified_type_names = True

nitpicky = True
# The names of other libraries would need their inventories, and with them the network.
nitpick_ignore_regex = [("py:.*", r"(?!draftkit).*")]

html_theme = "furo"
html_title = f"draftkit {release}"
html_copy_source = False


def find_public(app: "Sphinx", env: "BuildEnvironment", node: "pending_xref", content: Element) -> Element | None:
    """Return a link to where a name is documented: `draftkit.tree.nodes.Section` in `draftkit.tree`."""
    parts = node.get("reftarget", "").split(".")
    if node.get("refdomain") != "py" or parts[0] != "draftkit":
        return None
    domain = env.domains.python_domain
    for last in range(len(parts) - 2, 0, -1):
        target = ".".join([*parts[:last], parts[-1]])
        if target in domain.objects:
            return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", target, node, content)
    return None


def setup(app: "Sphinx") -> None:
    """Connect what this file adds."""
    app.connect("missing-reference", find_public)
