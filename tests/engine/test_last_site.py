"""A build takes over what it may from the last site, and equals a build from nothing byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.building import built, tree
from tests.site.projects import ROOT, copy_project

DAY = "2026-11-23"
DECISION = "decisions/2024/rus-genomforande-2024-2025.yml"
PAGE = "beslut/2024/rus-genomforande-2024-2025/index.html"


@pytest.fixture
def real_project(tmp_path: Path) -> Path:
    copy_project(ROOT, tmp_path / "project", "https://beslut.example/")
    return tmp_path / "project"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def override_theme(project: Path) -> None:
    (project / "overrides/partials").mkdir(parents=True)
    (project / "overrides/partials/copyright.html").write_text("<p>Region A</p>", "utf-8")
    append(project / "mkdocs.yml", "theme:\n  name: material\n  custom_dir: overrides\n")


def empty(page: Path) -> None:
    page.write_bytes(b"")


def change_address_late(project: Path) -> None:
    (project / "hook.py").write_text("def on_config(config):\n    config.site_url = 'https://b.example/'\n", "utf-8")
    append(project / "mkdocs.yml", "hooks: [hook.py]\n")


def link_away(page: Path) -> None:
    target = page.with_name("elsewhere")
    page.rename(target)
    page.symlink_to(target)


OF_SOURCES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda project: None,  # noqa: ARG005 - one of several
    "decision": lambda project: replace(project / DECISION, "title: ", "title: Nytt "),
    "register": lambda project: replace(project / "decisions/registers/organisations.yml", "name: ", "name: Nya "),
    "options": lambda project: replace(project / "inherited.yml", "name: Regional utveckling", "name: Regionen"),
    "navigation": lambda project: replace(project / "inherited.yml", "Statistik: stat", "Siffror: stat"),
    "hand-written page": lambda project: append(project / "docs/om/index.md", "\nEn rad till.\n"),
    "address": lambda project: replace(project / "mkdocs.yml", "beslut.example/", "beslut.example/under/"),
    "theme": override_theme,
    "name": lambda project: replace(project / "inherited.yml", "site_name: Region", "site_name: Nya region"),
    "address by a hook": change_address_late,
}
DAMAGES: tuple[Callable[[Path], None], ...] = (
    lambda page: append(page, "<p>ändrad"),
    empty,
    Path.unlink,
    link_away,
    lambda page: page.chmod(0o600),
)


def test_every_build_equals_one_from_nothing(real_project: Path) -> None:
    site = built(real_project, FUNDING_TODAY=DAY)
    for name, edit in OF_SOURCES.items():
        edit(real_project)
        built(real_project, FUNDING_TODAY=DAY)
        clean = clean_build(real_project, DAY)
        assert (modes(site), tree(site)) == (modes(clean), tree(clean)), name
    pages = sorted((site / "beslut").glob("2*/*/index.html"))
    for damage, page in zip(DAMAGES, pages[: len(DAMAGES)], strict=True):
        damage(page)
        assert stored(page) != stored(clean / page.relative_to(site)), page
    built(real_project, FUNDING_TODAY=DAY)
    assert (modes(site), tree(site)) == (modes(clean), tree(clean))
    shutil.rmtree(site)
    built(real_project, FUNDING_TODAY=DAY)
    assert (modes(site), tree(site)) == (modes(clean), tree(clean))
    built(real_project, FUNDING_TODAY="2026-11-24")
    assert tree(site) == tree(clean_build(real_project, "2026-11-24"))


def test_only_what_changed_is_written_again(real_project: Path) -> None:
    site = built(real_project, FUNDING_TODAY=DAY)
    before = inodes(site)
    replace(real_project / DECISION, "title: ", "title: Nytt ")
    built(real_project, FUNDING_TODAY=DAY)
    after = inodes(site)
    kept = {path for path, inode in before.items() if after.get(path) == inode}
    decisions = {path for path in before if path.startswith(("beslut/2", "api/v1/decisions/")) and path.count("/") > 2}
    assert PAGE not in kept
    assert len(decisions - kept) < len(decisions) / 4
    assert kept


def clean_build(project: Path, day: str) -> Path:
    """Build a copy of a project from nothing, at the same place in another folder."""
    copy = project.parent / "clean" / project.name
    shutil.rmtree(copy.parent, ignore_errors=True)
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("site", ".cache"))
    return built(copy, FUNDING_TODAY=day)


def modes(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.lstat().st_mode for path in sorted(site.rglob("*"))}


def stored(path: Path) -> tuple[int, bytes] | None:
    """Give the mode and the bytes of a file, nothing where it is gone."""
    return (path.lstat().st_mode, path.read_bytes()) if path.exists() else None


def inodes(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*") if path.is_file()}
