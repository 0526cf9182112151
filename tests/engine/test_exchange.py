"""Two folders change places in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.engine.exchange import exchange
from funding.engine.staging import Staging


def _folder(path: Path, text: str) -> Path:
    (path / "assets").mkdir(parents=True)
    (path / "404.html").write_text(text)
    return path


def test_folders_change_places(tmp_path: Path) -> None:
    first, second = _folder(tmp_path / "a", "a"), _folder(tmp_path / "b", "b")
    assert exchange(first, second)
    assert [(folder / "404.html").read_text() for folder in (first, second)] == ["b", "a"]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchange(_folder(tmp_path / "a", "a"), tmp_path / "none")


def test_the_published_site_replaces_the_old_one_and_nothing_is_left_beside(tmp_path: Path) -> None:
    site = _folder(tmp_path / "site", "old")
    staging = Staging(site)
    _folder(staging.folder, "new")
    staging.publish()
    staging.close()
    assert (site / "404.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
