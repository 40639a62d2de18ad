"""What importing draftkit costs: nothing heavy is loaded before it is needed."""

import subprocess
import sys

import pytest

HEAVY = {"babel", "docx", "docxtpl", "jinja2", "lxml"}


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that `statement` loads in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", statement],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize("module", ["draftkit", "draftkit.errors", "draftkit.tree"])
def test_importing_loads_no_heavy_library(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    assert "draftkit" in loaded
    assert loaded & HEAVY == set()


def test_checking_a_text_loads_no_heavy_library() -> None:
    loaded = loaded_by("import draftkit as dk; dk.check('会议听取了镇长×××的报告。')")
    assert loaded & {*HEAVY, "rich"} == set()


def test_making_a_tree_loads_no_heavy_library() -> None:
    loaded = loaded_by("import draftkit as dk; dk.Document(blocks=[dk.Section('甲', '乙。')]).text()")
    assert loaded & HEAVY == set()


@pytest.mark.parametrize(
    "module", ["zh", "facts", "tree", "phrases", "template", "kinds", "readers", "renderers", "checks", "errors"]
)
def test_every_module_can_be_imported_first(module: str) -> None:
    assert "draftkit" in loaded_by(f"import draftkit.{module}")
