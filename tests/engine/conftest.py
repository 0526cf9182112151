"""The small project, built once for all tests that only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.building import built, copy_project


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site of the small project."""
    return built(copy_project(tmp_path_factory.mktemp("engine") / "project"), "--strict")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a copy of the small project to change."""
    return copy_project(tmp_path / "project")
