"""The folder of templates is found, and its absence is told."""

from pathlib import Path

import pytest

from draftkit import _resources
from draftkit.errors import TemplateError


def test_it_is_found_at_the_root_of_the_repository_or_in_the_package() -> None:
    assert _resources.templates_dir().name == "templates"


def test_the_package_comes_before_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "draftkit"
    for place in (package / "templates" / "phrases", tmp_path / "templates" / "phrases"):
        place.mkdir(parents=True)
    monkeypatch.setattr(_resources, "_PACKAGE", package)
    assert _resources.templates_dir() == package / "templates"


def test_a_broken_install_is_told_with_the_places_looked_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_resources, "_PACKAGE", tmp_path / "src" / "draftkit")
    with pytest.raises(TemplateError, match="重新安装") as caught:
        _resources.templates_dir()
    assert str(tmp_path / "templates") in str(caught.value)
