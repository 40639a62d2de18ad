"""Fixtures that more than one test file uses."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

# A busy machine is no reason to fail; under CI the profile for it lies below this one.
settings.register_profile("draftkit", settings(), deadline=None)
settings.load_profile("draftkit")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of real papers, which the repository doesn't hold: `docs/` and `gold/` are in it."""
    folder = Path(os.environ.get("DRAFTKIT_CORPUS") or ROOT.parent / "shared" / "corpus")
    if not folder.is_dir():
        pytest.skip(f"the real papers are not at {folder}; DRAFTKIT_CORPUS may name their folder")
    return folder
