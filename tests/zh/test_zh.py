"""The package as a whole: what it hands on, and what it leaves alone."""

import subprocess
import sys

from draftkit import zh

HEAVY = ("babel", "docx", "docxtpl", "lxml", "jinja2")


def test_modules_are_handed_on_sorted() -> None:
    assert zh.__all__ == sorted(zh.__all__)
    assert {getattr(zh, name).__name__ for name in zh.__all__} == {f"draftkit.zh.{name}" for name in zh.__all__}


def test_every_module_sorts_its_names_and_has_them() -> None:
    for name in zh.__all__:
        module = getattr(zh, name)
        assert [one for one in module.__all__ if not hasattr(module, one)] == []
        assert set(module.__all__) >= {one for one in dir(module) if one.startswith(("format_", "parse_"))}


def test_babel_is_not_loaded_by_the_import() -> None:
    command = [sys.executable, "-X", "importtime", "-c", "import draftkit.zh"]
    report = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stderr
    loaded = {line.rpartition("|")[2].strip() for line in report.splitlines()}
    assert "draftkit.zh.figures" in loaded
    assert sorted(name for name in loaded if name.partition(".")[0] in HEAVY) == []
