"""What the whole run shares: the code blocks of the documents are tests, and CI lets nothing be skipped.

In `docs/` and the two READMEs, all blocks of one page run in order, in one namespace and in one
empty folder:

- a `python` block is run; one that begins with `>>>` is a doctest, in which `...` stands for anything;
- an `sh` block is run by bash; .ci/run itself runs those marked `<!-- ci: … -->`;
- a `toml` block must be TOML;
- a `{code-block}` with a `:caption:` is a file: it is saved under that name for the blocks below it;
- `<!-- skip: next -->` above a block leaves it out.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any
from unittest import SkipTest

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.myst.lexers import DirectiveLexer

NO_SKIP = os.environ.get("DRAFTKIT_NO_SKIP") == "1"
CI_MARK = re.compile(r"<!-- ci: [a-z]+ -->\s*\Z")


def _is_file(region: Region) -> bool:
    return "caption" in (region.lexemes.get("options") or {})


def _files(document: Document) -> Iterable[Region]:
    for region in DirectiveLexer("code-block", ".+")(document):
        if _is_file(region):
            region.parsed = (region.lexemes["options"]["caption"], region.lexemes["source"])
            region.evaluator = _save
            yield region


def _save(example: Example) -> None:
    name, text = example.parsed
    Path(name).write_text(text, encoding="utf-8")


def _run_shell(example: Example) -> str | None:
    bash = shutil.which("bash")
    if bash is None:
        raise SkipTest("there is no bash here")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [bash, "-euo", "pipefail", "-c", example.parsed],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        timeout=300,
    )
    return f"exit {done.returncode}\n{done.stdout}{done.stderr}" if done.returncode else None


def _load_toml(example: Example) -> None:
    tomllib.loads(example.parsed)


def _but_files(parser: Callable[[Document], Iterable[Region]]) -> Callable[[Document], Iterable[Region]]:
    def parse(document: Document) -> Iterable[Region]:
        return (
            region
            for region in parser(document)
            if not _is_file(region) and not CI_MARK.search(document.text, 0, region.start)
        )

    return parse


def _enter_folder(namespace: dict[str, Any]) -> None:
    namespace["_left"] = Path.cwd()
    namespace["_folder"] = tempfile.TemporaryDirectory(prefix="draftkit-docs-")
    os.chdir(namespace["_folder"].name)


def _leave_folder(namespace: dict[str, Any]) -> None:
    os.chdir(namespace["_left"])
    namespace["_folder"].cleanup()


pytest_collect_file = Sybil(
    parsers=[
        _files,
        _but_files(PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)),
        _but_files(CodeBlockParser("sh", _run_shell)),
        _but_files(CodeBlockParser("toml", _load_toml)),
        SkipParser(),
    ],
    patterns=["docs/*.md", "docs/*/*.md", "README*.md"],
    setup=_enter_folder,
    teardown=_leave_folder,
).pytest()


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"DRAFTKIT_NO_SKIP=1 lets no test be skipped. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a skipped test where nothing may be skipped, but for those that read the real texts."""
    report = yield
    for_corpus = "corpus" in getattr(item, "fixturenames", ())
    if NO_SKIP and report.skipped and not for_corpus and not hasattr(report, "wasxfail"):
        _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module that skips itself where nothing may be skipped."""
    report = yield
    if NO_SKIP and report.skipped:
        _refuse_skip(report)
    return report
