"""The names a user meets: each is there, documented, and in its place."""

import ast
import inspect
import re
import tomllib
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

import draftkit


def place(name: str) -> tuple[int, str]:
    """Return what `__all__` is sorted by: constants, classes, functions, each by name."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def imported_for_checkers() -> list[str]:
    """Return the names that type checkers see, from the block under `if TYPE_CHECKING`."""
    source = Path(inspect.getfile(draftkit)).read_text(encoding="utf-8")
    return [
        alias.name
        for block in ast.parse(source).body
        if isinstance(block, ast.If)
        for line in block.body
        if isinstance(line, ast.ImportFrom)
        for alias in line.names
    ]


@pytest.mark.parametrize("name", draftkit.__all__)
def test_public_name_resolves_and_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(draftkit, name))


def test_public_names_stand_in_the_reference(root: Path) -> None:
    page = (root / "docs/api/index.md").read_text(encoding="utf-8")
    assert [name for name in draftkit.__all__ if f".{name}`" not in page] == []


def test_names_are_sorted_and_each_is_there_once() -> None:
    assert draftkit.__all__ == sorted(set(draftkit.__all__), key=place)


def test_type_checkers_see_the_same_names() -> None:
    assert sorted(imported_for_checkers()) == sorted(draftkit.__all__)


def test_dir_lists_the_public_names() -> None:
    assert dir(draftkit) == sorted([*draftkit.__all__, "__version__"])


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Resolutoin'"):
        draftkit.Resolutoin  # noqa: B018 - asking for it is the test


def test_version_is_that_of_the_project(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert draftkit.__version__ == project["version"]


def in_glossary(root: Path) -> list[str]:
    """Return the names that the glossary gives in its columns of code: `Session.number`, `tree.Signature`."""
    page = (root / "docs/glossary.md").read_text(encoding="utf-8")
    return re.findall(r"`([A-Za-z_.]+)`", "".join(row for row in page.splitlines() if row.startswith("|")))


def resolve(name: str) -> object:
    """Return what `name` stands for, counted from `draftkit`."""
    found: object = draftkit
    for part in name.split("."):
        package = found.__name__ if inspect.ismodule(found) and hasattr(found, "__path__") else None
        submodule = f"{package}.{part}"
        found = import_module(submodule) if package and find_spec(submodule) else getattr(found, part)
    return found


def test_every_name_of_the_glossary_is_there(root: Path) -> None:
    names = in_glossary(root)
    assert names
    assert [name for name in names if resolve(name) is None] == []


def test_every_public_class_has_its_chinese_term_in_the_glossary(root: Path) -> None:
    classes = {name for name in draftkit.__all__ if inspect.isclass(getattr(draftkit, name))}
    assert classes - set(in_glossary(root)) == {"DraftError", "DraftWarning"}


def described(module: ModuleType) -> set[str]:
    """Return the values of a module that have a docstring below them, which autodoc shows."""
    body = ast.parse(inspect.getsource(module)).body
    return {
        target.id
        for one, below in pairwise(body)
        if isinstance(one, ast.Assign | ast.AnnAssign)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        for target in (one.targets if isinstance(one, ast.Assign) else [one.target])
        if isinstance(target, ast.Name)
    }


def is_shown(value: object) -> bool:
    """Return whether autodoc shows `value` by itself: a class, a function, one that is cached, a module."""
    return isinstance(value, type | ModuleType) or inspect.isroutine(value) or hasattr(value, "__wrapped__")


def test_every_public_value_has_an_entry_in_the_reference(root: Path) -> None:
    missing = []
    for page in (root / "docs/api").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        for name in re.findall(r"automodule:: (\S+)", text):
            module = import_module(name)
            values = {each for each in getattr(module, "__all__", ()) if not is_shown(getattr(module, each))}
            entries = set(re.findall(rf"py:data:: (\S+)\n +:module: {re.escape(name)}\n", text))
            missing += [f"{name}.{each}" for each in sorted(values - entries - described(module))]
    assert missing == []
