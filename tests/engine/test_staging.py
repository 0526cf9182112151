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
    return make_site(tmp_path / "public", "old")


def make_site(folder: Path, text: str) -> Path:
    (folder / "assets").mkdir(parents=True)
    (folder / "404.html").write_text(text, "utf-8")
    (folder / "page").write_text(text, "utf-8")
    return folder


def grow(staging: Staging) -> None:
    make_site(staging.folder, "new")


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


def refused(site: Path, *sources: Path) -> str:
    """Give the sentence with which a site is refused; nothing may have changed then."""
    before = sorted(site.parent.rglob("*"))
    with pytest.raises(Fault) as raised:
        Staging(site, sources)
    assert sorted(site.parent.rglob("*")) == before
    return raised.value.key


@pytest.mark.parametrize("name", ["notes.txt", "404.html", "assets/a.css", ".hidden"])
def test_folder_that_is_no_site_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "public" / name).parent.mkdir(parents=True)
    (tmp_path / "public" / name).write_text("mine", "utf-8")
    assert refused(tmp_path / "public") == "engine.site_not_ours"


def test_site_under_version_control_is_refused(site: Path) -> None:
    (site / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert refused(site) == "engine.site_not_ours"


def test_empty_folder_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    staging = Staging(tmp_path / "public")
    grow(staging)
    staging.publish()
    staging.close()
    assert (tmp_path / "public/page").read_text("utf-8") == "new"


@pytest.mark.parametrize("source", ["public", "public/decisions", ".", "public/mkdocs.yml", "link"])
def test_site_that_overlaps_what_it_is_made_from_is_refused(site: Path, source: str) -> None:
    (site.parent / "link").symlink_to(site / "deep")
    assert refused(site, site.parent / "other", site.parent / source) == "engine.site_among_sources"


def test_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("mine", "utf-8")
    assert refused(tmp_path / "public") == "engine.site_is_file"


def test_folder_in_the_place_of_the_lock_is_told(site: Path) -> None:
    (site.parent / ".public-lock").mkdir()
    assert refused(site) == "engine.disk"


@pytest.mark.parametrize("role", ["new", "old"])
def test_what_cannot_be_removed_is_told_and_others_are_let_in(site: Path, role: str) -> None:
    left = site.parent / f".public-{role}"
    left.write_text("a file", "utf-8")
    with pytest.raises(Fault, match=r"engine\.not_removed"):
        Staging(site)
    left.unlink()
    Staging(site).close()


def test_old_site_takes_its_place_again_when_the_new_one_cannot(site: Path) -> None:
    staging = Staging(site)
    with pytest.raises(Fault, match=r"engine\.disk"):
        staging.publish()
    assert (site / "page").read_text("utf-8") == "old"
    staging.close()
    assert beside(site) == {"public"}


# Kills itself after so many renames, as a system has to swap that cannot exchange two folders in one step.
KILLED = """
import os, signal, sys
from pathlib import Path
from funding.engine import staging as module
from funding.engine.staging import Staging
module.exchange = lambda first, second: False
staging = Staging(Path(sys.argv[1]))
(staging.folder / "assets").mkdir(parents=True)
(staging.folder / "404.html").write_text("new", "utf-8")
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
    assert (site / "404.html").is_file()
    assert beside(site) == {"public"}


KILLED_AFTER_EXCHANGE = """
import os, signal, sys
from pathlib import Path
from funding.engine.exchange import exchange
from funding.engine.staging import Staging
staging = Staging(Path(sys.argv[1]))
(staging.folder / "assets").mkdir(parents=True)
(staging.folder / "404.html").write_text("new", "utf-8")
(staging.folder / "page").write_text("new", "utf-8")
assert exchange(staging.folder, staging.site)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_next_start_removes_the_old_site_that_a_kill_left_after_the_exchange(site: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED_AFTER_EXCHANGE, str(site)], check=False)
    assert killed.returncode == -9
    assert (site.parent / ".public-new/page").read_text("utf-8") == "old"
    Staging(site).close()
    assert (site / "page").read_text("utf-8") == "new"
    assert beside(site) == {"public"}
