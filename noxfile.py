"""The checks, one session each; `.ci/run` runs them all.

`nox -s lint types` runs two of them, each in an environment of its own. With `--no-venv --no-install`
they run in the environment that is active, which then has to have what they need.
"""

import shutil
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
DEV = nox.project.dependency_groups(PROJECT, "dev")
DOCS = nox.project.dependency_groups(PROJECT, "docs")

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["lint", "types", "imports", "tests", "docs", "wheel"]


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests, the doctests, and the code blocks of the documents."""
    session.install("-e", ".[test,fast]", "hatchling")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the code's rules and its format."""
    session.install(*[name for name in DEV if name.startswith("ruff")])
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, strictly."""
    session.install("-e", ".[test]", *DEV)
    session.run("mypy", *session.posargs)


@nox.session
def imports(session: nox.Session) -> None:
    """Check that imports run downwards only."""
    session.install("-e", ".", *[name for name in DEV if name.startswith("import-linter")])
    session.run("lint-imports", "--no-logo", "--no-cache")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documents; a warning is an error."""
    session.install("-e", ".", *DOCS)
    session.run("sphinx-build", "-q", "-W", "--keep-going", "-n", "-b", "html", "docs", "docs/_build/html")


@nox.session
def page(session: nox.Session) -> None:
    """Measure rendered pages: needs LibreOffice and the fonts that CONTRIBUTING.md names."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", "tests/page", *session.posargs, env={"DRAFTKIT_NO_SKIP": "1"})


@nox.session(venv_backend="none")
def wheel(session: nox.Session) -> None:
    """Build the wheel and run the tests against it, where neither `src` nor `templates` can be seen."""
    folder = Path(session.create_tmp()).absolute()
    shutil.rmtree(folder)
    away = folder / "away"
    for name in ("tests", "docs", "examples"):
        shutil.copytree(ROOT / name, away / name, ignore=shutil.ignore_patterns("__pycache__", "_build", "output"))
    for name in ("conftest.py", "pyproject.toml", "README.md", "README.zh-CN.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, away)

    session.run(sys.executable, "-m", "venv", str(folder / "venv"))
    python = str(folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    session.run(python, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(folder), ".")
    (built,) = folder.glob("draftkit-*.whl")
    session.run(python, "-m", "pip", "install", "-q", f"{built}[test,fast]")
    corpus = ROOT.parent / "shared" / "corpus"
    session.chdir(away)
    session.run(
        python,
        *("-m", "pytest", "-q", "tests"),
        # What builds the wheel, and what needs LibreOffice, is tested from the checkout.
        *("--ignore=tests/test_packaging.py", "--ignore=tests/page"),
        *session.posargs,
        env={"DRAFTKIT_CORPUS": str(corpus)} if corpus.is_dir() else {},
    )
