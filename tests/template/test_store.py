"""What is kept on disk for the next process: text only, used only if it fits, and never needed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from draftkit.errors import TemplateError
from draftkit.template import Limits
from tests.template.building import build, para

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from draftkit.template import Template
sys.stdout.buffer.write(Template(sys.argv[1]).render({"x": "甲"}))
heavy = {"docx", "docxtpl", "lxml"} & set(sys.modules)
sys.stderr.write(f"{'draftkit.template.reading' in sys.modules} {sorted(heavy)}")
"""


def run(template: Path, cache: str) -> tuple[bytes, bool]:
    """Return what a new process makes of a template, and whether it read it anew; it never imports docxtpl or lxml."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "DRAFTKIT_CACHE": cache}
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(template)], env=env, capture_output=True, check=True)
    anew, _, heavy = done.stderr.decode().partition(" ")
    assert heavy == "[]"
    return done.stdout, anew == "True"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "模板.docx"
    path.write_bytes(build(para("{{ x }}"), core={"title": "{{ x }}"}))
    return path


def test_the_next_process_reads_what_was_kept(template: Path, tmp_path: Path) -> None:
    first, second = (run(template, str(tmp_path / "cache")) for _ in range(2))
    assert (first[0], True) == first
    assert (first[0], False) == second


def test_what_is_kept_is_text(template: Path, tmp_path: Path) -> None:
    run(template, str(tmp_path / "cache"))
    (kept,) = (tmp_path / "cache").iterdir()
    assert {"tagged", "rewritten"} == json.loads(kept.read_text()).keys()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"tagged": [{"name": 1}], "rewritten": {}}', "\0"])
def test_what_does_not_fit_is_not_used(template: Path, tmp_path: Path, content: str) -> None:
    expected, _ = run(template, str(tmp_path / "cache"))
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_text(content)
    assert (expected, True) == run(template, str(tmp_path / "cache"))


def test_another_template_is_another_entry(template: Path, tmp_path: Path) -> None:
    run(template, str(tmp_path / "cache"))
    template.write_bytes(build(para("{{ x }}{{ x }}")))
    made, anew = run(template, str(tmp_path / "cache"))
    assert anew
    assert made


def test_nothing_is_kept_when_it_is_off_or_has_no_place(template: Path, tmp_path: Path) -> None:
    expected, _ = run(template, "off")
    assert (expected, True) == run(template, "off")
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert (expected, True) == run(template, str(blocked / "cache"))


def test_a_limit_must_be_above_nothing() -> None:
    with pytest.raises(TemplateError, match="seconds"):
        Limits(seconds=0)
    assert Limits() == Limits()
    assert Limits(turns=3) != Limits()
    assert "turns=3" in repr(Limits(turns=3))
