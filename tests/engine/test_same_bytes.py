"""The same project gives the same bytes, wherever, whenever and by whichever of the two engines it is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.building import built, copy_project, tree


@pytest.mark.parametrize("command", ["mkdocs", "properdocs"])
def test_site_does_not_depend_on_where_and_how_it_is_built(site: Path, tmp_path: Path, command: str) -> None:
    project = copy_project(tmp_path / "another folder" / "å")
    there = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "0",
        "SOURCE_DATE_EPOCH": "86400",
        "HOME": str(tmp_path),
    }
    assert tree(built(project, command=command, **there)) == tree(site)
