"""The plugin in real builds and a real live preview of this project's own decisions."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.building import build, built, tree
from tests.engine.serving import previewing

ROOT = Path(__file__).parents[1]
DAY = {"FUNDING_TODAY": "2026-11-23"}
PAPER = "decisions/2024/rus-genomforande-2024-2025.yml"
PAGE = "beslut/2024/rus-genomforande-2024-2025/"


def copy_project(folder: Path) -> Path:
    for name in ("decisions", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def edit(file: Path, change: Callable[[str], str]) -> None:
    old = file.read_text("utf-8")
    new = change(old)
    assert new != old
    file.write_text(new, "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of this project."""
    return built(copy_project(tmp_path_factory.mktemp("plugin") / "project"), "--strict", **DAY)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a copy of this project to change."""
    return copy_project(tmp_path / "project")


AT_THE_END = """
import atexit, gc, sys
from mkdocs.__main__ import cli
atexit.register(lambda: print(gc.get_freeze_count(), len(gc.get_objects())))
cli(["build", "--quiet"])
"""


def break_paper(project: Path) -> None:
    edit(project / PAPER, lambda text: text.replace("title:", "tittle:", 1))


def test_every_decision_has_a_page(site: Path) -> None:
    decisions = [path.stem for path in (ROOT / "decisions/2024").glob("*.yml")]
    assert decisions
    for slug in decisions:
        assert (site / f"beslut/2024/{slug}/index.html").is_file()


def test_error_in_a_decision_is_printed_and_nothing_is_published(project: Path) -> None:
    old = tree(built(project, **DAY))
    break_paper(project)
    done = build(project, **DAY)
    assert done.returncode == 1
    assert f"{PAPER}:" in done.stdout
    assert "tittle" in done.stdout
    assert "Ingenting publiceras" in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(project / "site") == old
    assert not list(project.glob(".site*"))


def test_build_with_errors_puts_back_the_site_that_a_kill_left_beside(project: Path) -> None:
    old = tree(built(project, **DAY))
    (project / "site").rename(project / ".site-old")
    (project / ".site-lock").touch()
    (project / ".site-new/beslut").mkdir(parents=True)
    break_paper(project)
    done = build(project, **DAY)
    assert done.returncode == 1
    assert "tittle" in done.stdout
    assert tree(project / "site") == old
    assert not list(project.glob(".site*"))


@pytest.mark.parametrize("folder", ["decisions", "decisions/2024", "docs", "."])
def test_site_is_never_built_over_what_it_is_made_from(project: Path, folder: str) -> None:
    edit(project / "mkdocs.yml", lambda text: f"{text}site_dir: {folder}\n")
    old = tree(project)
    done = build(project, **DAY)
    assert done.returncode == 1
    assert "site_dir" in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(project) == old


def test_warning_in_the_data_never_stops_a_build(project: Path) -> None:
    edit(project / PAPER, lambda text: "\ufeff" + text)
    done = build(project, "--strict", **DAY)
    assert done.returncode == 0, done.stdout
    assert "1 varning i uppgifterna" in done.stdout


@pytest.mark.parametrize("command", ["mkdocs", "properdocs"])
def test_same_data_and_day_give_the_same_bytes(site: Path, tmp_path: Path, command: str) -> None:
    project = copy_project(tmp_path / "another folder" / "å")
    there = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
    assert tree(built(project, command=command, **there, **DAY)) == tree(site)


WHOLE = """
from dataclasses import replace
from funding import plugin
from funding.pages.page import PageSource, Section

joined_site = plugin.site_pages

def whole_site(*args, **kwargs):
    site = joined_site(*args, **kwargs)
    listed = [one for section in site.sections for one in section.listed]
    whole = [one for one in listed if isinstance(one, PageSource) and one.url != "404.html"]
    rest = [one for one in listed if one not in whole]
    return replace(site, overviews=(*site.overviews, *whole), sections=(Section("", lambda: rest),))

def on_startup(command, dirty):
    plugin.site_pages = whole_site
"""


def test_joined_page_equals_the_page_rendered_whole(site: Path, project: Path) -> None:
    (project / "whole.py").write_text(WHOLE, "utf-8")
    edit(project / "mkdocs.yml", lambda text: text + "hooks:\n  - whole.py\n")
    assert tree(built(project, **DAY)) == tree(site)


def test_site_works_under_a_path(project: Path) -> None:
    edit(project / "mkdocs.yml", lambda text: text.replace(".example/\n", ".example/under/path/\n", 1))
    page = (built(project, "--strict", **DAY) / PAGE / "index.html").read_text("utf-8")
    assert 'href="/' not in page
    assert f".example/under/path/{PAGE}" in page


@pytest.mark.parametrize(
    ("before", "after", "option"),
    [
        ("organisation: region-orebro-lan", "", "organisation"),
        ("organisation: region-orebro-lan", "organisation: region-orebro-lan\n      colour: red", "colour"),
        ("conformance: full", "conformance: perhaps", "accessibility.conformance"),
        ("        updated: 2026-11-23\n", "", "accessibility.updated"),
    ],
)
def test_fault_in_an_option_names_it(project: Path, before: str, after: str, option: str) -> None:
    edit(project / "mkdocs.yml", lambda text: text.replace(before, after, 1))
    done = build(project, **DAY)
    assert done.returncode == 1
    assert f"Plugin 'funding' option '{option}'" in done.stdout
    assert "Traceback" not in done.stdout
    assert not (project / "site").exists()


def test_day_that_is_none_is_named(project: Path) -> None:
    done = build(project, FUNDING_TODAY="yesterday")
    assert done.returncode == 1
    assert "yesterday" in done.stdout
    assert "Traceback" not in done.stdout


def test_preview_shows_a_saved_decision_and_lists_a_broken_one(project: Path) -> None:
    paper = project / PAPER
    sound = paper.read_text("utf-8")
    title = next(line for line in sound.splitlines() if line.startswith("title:"))
    with previewing(project) as preview:
        assert preview.get(PAGE)[0] == 200
        paper.write_text(sound.replace(title, "title: Ett helt nytt namn"), "utf-8")
        preview.wait_for(PAGE, lambda page: "Ett helt nytt namn</h1>" in page)
        paper.write_text("title: [\n", "utf-8")
        page = preview.wait_for("", lambda page: 'aria-labelledby="__problems"' in page)
        assert f"<code>{PAPER}:" in page
        assert preview.get(PAGE)[0] == 404
        paper.write_text(sound, "utf-8")
        page = preview.wait_for(PAGE, lambda page: "</h1>" in page and "__problems" not in page)
        assert "Traceback" not in preview.output.read_text("utf-8")


def test_preview_keeps_what_it_showed_while_our_own_organisation_cannot_be_read(project: Path) -> None:
    organisations = project / "decisions/registers/organisations.yml"
    sound = organisations.read_text("utf-8")
    with previewing(project) as preview:
        organisations.write_text("a: [\n", "utf-8")
        page = preview.wait_for(PAGE, lambda page: 'aria-labelledby="__problems"' in page)
        assert "<code>decisions/registers/organisations.yml:" in page
        assert "2 544 984 kr" in page
        organisations.write_text(sound, "utf-8")
        preview.wait_for(PAGE, lambda page: "</h1>" in page and "__problems" not in page)
        assert "Traceback" not in preview.output.read_text("utf-8")


def test_build_without_our_own_organisation_says_why(project: Path) -> None:
    (project / "decisions/registers/organisations.yml").write_text("a: [\n", "utf-8")
    done = build(project, **DAY)
    assert done.returncode == 1
    assert "organisations.yml:1:" in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize("emptied", ["decisions", "decisions/registers", "decisions/registers/organisations.yml"])
def test_project_without_its_own_organisation_says_so_and_can_be_previewed(project: Path, emptied: str) -> None:
    if (project / emptied).is_dir():
        shutil.rmtree(project / emptied)
    else:
        (project / emptied).unlink()
    done = build(project, **DAY)
    assert done.returncode == 1
    assert "region-orebro-lan" in done.stdout
    assert "Traceback" not in done.stdout
    with previewing(project) as preview:
        status, page = preview.get("")
        assert (status, 'aria-labelledby="__problems"' in page) == (200, True)
        assert "<code>mkdocs.yml:" in page
        for url in ("beslut/", "mottagare/", "statistik/", "om/"):
            assert preview.get(url)[0] == 200
        assert "Traceback" not in preview.output.read_text("utf-8")


def test_the_collector_looks_at_nothing_when_a_build_ends(project: Path) -> None:
    """Python asks it several times more at the end, which takes a second at 10 000 decisions."""
    done = subprocess.run([sys.executable, "-c", AT_THE_END], cwd=project, capture_output=True, text=True, check=True)
    dismissed, left = map(int, done.stdout.split())
    assert left * 10 < dismissed
