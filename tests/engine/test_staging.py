"""The swap of folders: whole before, whole after, mended when killed between."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from funding.engine.fault import Fault
from funding.engine.staging import Staging


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "page").write_text("old", "utf-8")
    return folder


def grow(staging: Staging) -> None:
    staging.folder.mkdir()
    (staging.folder / "page").write_text("new", "utf-8")


def beside(site: Path) -> set[str]:
    return {path.name for path in site.parent.iterdir()}


def test_published_site_takes_the_place_of_the_old_one(site: Path) -> None:
    staging = Staging(site)
    grow(staging)
    assert (site / "page").read_text("utf-8") == "old"
    staging.publish()
    staging.close()
    assert (site / "page").read_text("utf-8") == "new"
    assert beside(site) == {"public"}


def test_first_site_needs_no_folder(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "deep/er/public")
    grow(staging)
    staging.publish()
    staging.close()
    assert (tmp_path / "deep/er/public/page").read_text("utf-8") == "new"


def test_unpublished_site_is_removed(site: Path) -> None:
    staging = Staging(site)
    grow(staging)
    staging.close()
    staging.close()
    assert (site / "page").read_text("utf-8") == "old"
    assert beside(site) == {"public"}


def test_second_build_is_refused_until_the_first_ends(site: Path) -> None:
    staging = Staging(site)
    with pytest.raises(Fault, match=r"engine\.busy"):
        Staging(site)
    staging.close()
    Staging(site).close()


def test_site_behind_a_link_is_swapped_where_it_lies(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link"
    link.parent.mkdir()
    link.symlink_to(site)
    staging = Staging(link)
    grow(staging)
    staging.publish()
    staging.close()
    assert link.is_symlink()
    assert (site / "page").read_text("utf-8") == "new"


# Kills itself after so many renames.
KILLED = """
import os, signal, sys
from pathlib import Path
from funding.engine.staging import Staging
staging = Staging(Path(sys.argv[1]))
staging.folder.mkdir()
(staging.folder / "page").write_text("new", "utf-8")
renames = 0
rename = Path.rename
def counted(self, target):
    global renames
    rename(self, target)
    renames += 1
    if renames == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
Path.rename = counted
if sys.argv[2] == "0":
    os.kill(os.getpid(), signal.SIGKILL)
staging.publish()
"""


@pytest.mark.parametrize(("renames", "left"), [(0, "old"), (1, "old"), (2, "new")])
def test_next_start_mends_what_a_kill_left(site: Path, renames: int, left: str) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(site), str(renames)], check=False)
    assert killed.returncode == -9
    Staging(site).close()
    assert (site / "page").read_text("utf-8") == left
    assert beside(site) == {"public"}
