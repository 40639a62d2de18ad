"""Sphinx settings: Chinese pages in MyST Markdown, the reference from the docstrings, no network."""

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

import jieba
from docutils.nodes import Element

import draftkit
from draftkit.checks.pages import pages

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "draftkit"
author = "The draftkit developers"
copyright = "2026, The draftkit developers"
version = release = draftkit.__version__
language = "zh_CN"  # jieba cuts the words for the search
jieba.setLogLevel(logging.WARNING)

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
default_role = "code"  # in a docstring, `name` is code

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
python_use_unqualified_type_names = True

nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(?!draftkit).*"),  # other libraries' names would need their inventories, and with them the network
    ("py:.*", r"draftkit\.(.*\.)?_.*"),  # private modules have no page
    ("py:class", r"draftkit\.tree\..*\.Made"),  # a type variable
]

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


def write_rule_pages(app: "Sphinx") -> None:
    """Write the pages of the rules, which are made from the rules; one that hasn't changed stays as it is."""
    folder = Path(app.srcdir) / "rules"
    folder.mkdir(exist_ok=True)
    made = pages()
    for old in folder.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


class Plain:
    """Keeps napoleon from reading the docstring `The full name: 清溪镇…` as a type and its description."""

    def __init__(self) -> None:
        """Start with no docstring kept."""
        self.kept: dict[str, list[str]] = {}

    def keep(self, _app: "Sphinx", what: str, name: str, _obj: object, _options: object, lines: list[str]) -> None:
        """Keep a value's docstring as it is, before napoleon."""
        if what in {"attribute", "data", "property"}:
            self.kept[name] = list(lines)

    def restore(self, _app: "Sphinx", _what: str, name: str, _obj: object, _options: object, lines: list[str]) -> None:
        """Put it back behind napoleon."""
        lines[:] = self.kept.pop(name, lines)


def show_defaults(
    _app: "Sphinx",
    _what: str,
    _name: str,
    _obj: object,
    _options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str | None, str | None]:
    """Show a default that is computed as …, and none where the value has to be given."""
    if signature is not None:
        signature = re.sub(r" = <object object[^>]*>", "", signature).replace("= NOTHING", "= …")
        signature = re.sub(r"~(?:\w+\.)+", "", signature)  # left where a default can't be read as Python
    return signature, returns


def setup(app: "Sphinx") -> None:
    """Connect what this file adds."""
    plain = Plain()
    app.connect("autodoc-process-docstring", plain.keep, priority=1)
    app.connect("autodoc-process-docstring", plain.restore, priority=999)
    app.connect("autodoc-process-signature", show_defaults)
    app.connect("missing-reference", find_public)
    app.connect("builder-inited", write_rule_pages)
