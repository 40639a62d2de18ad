"""What is shipped: the wheel carries the templates and the phrases, the sdist all that makes a wheel."""

import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="hatchling builds the wheel")

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names of the files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def sdist(root: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names of the files in the sdist, without its top folder."""
    folder = tmp_path_factory.mktemp("sdist")
    (built,) = SdistBuilder(str(root)).build(directory=str(folder), versions=["standard"])
    with tarfile.open(built) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def files_under(folder: Path) -> set[str]:
    """Return the paths of the files under `folder`, relative to it."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_wheel_carries_every_template_and_phrase(wheel: set[str], root: Path) -> None:
    shipped = {name.removeprefix("draftkit/templates/") for name in wheel if name.startswith("draftkit/templates/")}
    assert shipped == files_under(root / "templates")


@pytest.mark.parametrize(("folder", "suffix"), [("gbt9704", ".docx"), ("phrases", ".toml")])
def test_wheel_has_a_house_style_and_phrases(wheel: set[str], folder: str, suffix: str) -> None:
    assert [name for name in wheel if name.startswith(f"draftkit/templates/{folder}/") and name.endswith(suffix)]


def test_wheel_carries_every_module_and_its_types(wheel: set[str], root: Path) -> None:
    assert {f"draftkit/{name}" for name in files_under(root / "src/draftkit")} <= wheel
    assert "draftkit/py.typed" in wheel


def test_wheel_holds_nothing_but_the_package(wheel: set[str]) -> None:
    assert {name.partition("/")[0].partition("-")[0] for name in wheel} == {"draftkit"}


def test_sdist_holds_what_the_wheel_is_made_of(sdist: set[str], root: Path) -> None:
    wanted = {f"{folder}/{name}" for folder in ("src", "templates") for name in files_under(root / folder)}
    assert wanted <= sdist
    assert {"pyproject.toml", "README.md", "LICENSE"} <= sdist
