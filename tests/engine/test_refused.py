"""What a disk or the project refuses becomes one sentence, and what stood there stays whole."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.engine.building import BIN, build, built, environment, tree

ORDINARY = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
"""Takes root's right to write everywhere from a build, so that these tests say the same to everybody."""

MEDDLING = """from pathlib import Path

def on_post_build(config):
    project = Path(config.config_file_path).parent
    (project / "site").rename(project / "elsewhere")
    (project / "site").symlink_to("nowhere")
"""

SMALL_FILES = ("prlimit", "--fsize=20000")


def build_with(wrapper: tuple[str, ...], project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Build a project by a command that takes something away from the build; its settings can be read from stdin."""
    return subprocess.run(
        [*wrapper, str(BIN / "mkdocs"), "build", *arguments],
        input=(project / "mkdocs.yml").read_text("utf-8"),
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )


def test_disk_that_takes_no_more_leaves_the_old_site_whole(project: Path) -> None:
    old = tree(built(project))
    (project / "decisions/four.txt").write_text("Fjärde beslutet\n", "utf-8")
    done = build_with(SMALL_FILES, project)
    assert done.returncode == 1
    assert "Bygget avbröts och den gamla webbplatsen är orörd." in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(project / "site") == old
    assert not list(project.glob(".site*"))


def test_read_only_project_is_told(project: Path) -> None:
    old = tree(built(project))
    project.chmod(0o555)
    done = build_with(ORDINARY, project)
    project.chmod(0o755)
    assert done.returncode == 1
    assert f"{project}/.site-lock: Permission denied." in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(project / "site") == old


def test_disk_that_refuses_the_swap_is_told(project: Path) -> None:
    """While the pages are made somebody moves the old site away and leaves a link that leads nowhere."""
    old = tree(built(project))
    (project / "meddle.py").write_text(MEDDLING, "utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("hooks:\n", "hooks:\n  - meddle.py\n"), "utf-8")
    done = build(project)
    assert done.returncode == 1
    assert f"{project}/.site-new: Not a directory." in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(project / "elsewhere") == old
    assert not list(project.glob(".site*"))


def test_read_only_old_site_is_replaced(project: Path) -> None:
    site = built(project)
    for folder in (*(path for path in site.rglob("*") if path.is_dir()), site):
        folder.chmod(0o555)
    (project / "decisions/four.txt").write_text("Fjärde beslutet\n", "utf-8")
    done = build_with(ORDINARY, project)
    assert done.returncode == 0, done.stdout
    assert (site / "beslut/2024/four/index.html").is_file()
    assert not list(project.glob(".site*"))


@pytest.mark.parametrize("folder", ["decisions", "decisions/deeper", ".", "..", "theirs", ".cache/site", ".git/site"])
def test_site_in_a_wrong_folder_is_refused(project: Path, folder: str) -> None:
    (project / "theirs").mkdir()
    (project / "theirs/note.txt").write_text("mine", "utf-8")
    old = tree(project)
    done = build(project, "-d", str((project / folder).resolve()))
    assert done.returncode == 1, done.stdout
    assert "site_dir" in done.stdout
    assert "Traceback" not in done.stdout
    assert {path: data for path, data in tree(project).items() if "__pycache__" not in path} == old


def test_settings_without_a_file_are_refused(project: Path) -> None:
    old = tree(project)
    done = build_with((), project, "-f", "-")
    assert done.returncode == 1
    assert "-f mkdocs.yml" in done.stdout
    assert "Traceback" not in done.stdout
    assert {path: data for path, data in tree(project).items() if "__pycache__" not in path} == old


def test_site_that_stock_mkdocs_made_is_replaced(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text("site_name: Stock\ntheme: {name: material}\nplugins: []\n", "utf-8")
    site = built(project)
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    built(project)
    assert (site / "beslut/2024/three/index.html").is_file()
