"""What may not live in ``decisions/``, whatever it is called; the sound files beside it are read all the same."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from funding.check import check
from funding.options import Options
from funding.problem import Severity
from funding.project import find_project
from tests.hostile.case import HERE, SOUND, seeds
from tests.hostile.test_hostile import TODAY, UNSEEN, WORDS
from tests.site.projects import ROOT

Maker = Callable[[Path], None]


def make_file(path: Path) -> None:
    path.write_text(SOUND, "utf-8")


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def make_link(path: Path) -> None:
    path.symlink_to(path.parent / "sund.yml")


def make_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.yml")


def make_link_out(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def make_circular_link(path: Path) -> None:
    path.symlink_to(path.name)


def make_link_to_folder(path: Path) -> None:
    path.symlink_to(path.parent)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "decisions/2024").mkdir(parents=True)
    shutil.copytree(HERE / "registers", tmp_path / "decisions/registers")
    make_file(tmp_path / "decisions/2024/sund.yml")
    return tmp_path


@pytest.fixture(scope="module")
def options() -> Options:
    return find_project(ROOT).options.model_copy(update={"organisation": "regionen"})


def codes(root: Path, options: Options) -> list[tuple[str, str]]:
    """Give path and code of every error; the sound decision must stand, and no path may hold what cannot be seen."""
    found = check(root, options, WORDS["sv"], TODAY, cached=False)
    assert "2024/sund" in found.register.records
    assert not any(UNSEEN.search(problem.path) for problem in found.problems)
    return [(problem.path, problem.code) for problem in found.problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("place", "make", "code"),
    [
        ("2024/x.yml", make_folder, "stray-folder"),
        ("2024/x.yml", make_pipe, "special-file"),
        ("2024/x.yml", make_socket, "special-file"),
        ("2024/x.yml", make_link, "symlink"),
        ("2024/x.yml", make_dangling_link, "symlink"),
        ("2024/x.yml", make_link_out, "symlink"),
        ("2024/x.yml", make_circular_link, "symlink"),
        ("2024/x.yml", make_link_to_folder, "symlink"),
        ("2025", make_link_to_folder, "symlink"),
        ("2025", make_file, "stray-file"),
        ("2025", make_pipe, "stray-file"),
        ("x.yml", make_file, "stray-file"),
        ("x.yml", make_link_out, "symlink"),
        ("registers/x.yml", make_file, "unknown-register"),
        ("registers/Organisations.yml", make_file, "unknown-register"),
        ("registers/organisations.yaml", make_file, "unknown-register"),
        ("registers/2024", make_folder, "stray-folder"),
        ("registers/x.yml", make_pipe, "special-file"),
        ("2024/2024", make_folder, "stray-folder"),
    ],
)
def test_what_is_no_decision_file_is_refused(place: str, make: Maker, code: str, root: Path, options: Options) -> None:
    make(root / "decisions" / place)
    assert codes(root, options) == [(f"decisions/{place}", code)]


@pytest.mark.parametrize("name", seeds("file-names"))
def test_name_of_a_decision_file_is_a_slug(name: str, root: Path, options: Options) -> None:
    make_file(root / "decisions/2024" / name)
    [(path, code)] = codes(root, options)
    assert code in {"bad-file-name", "reserved-file-name", "stray-file"}
    assert path.startswith("decisions/2024/")
    assert "\n" not in path


@pytest.mark.parametrize("name", seeds("folder-names"))
def test_name_of_a_folder_is_a_year(name: str, root: Path, options: Options) -> None:
    make_folder(root / "decisions" / name)
    assert [code for _, code in codes(root, options)] == ["stray-folder"]


def test_name_that_is_no_utf8_is_shown_all_the_same(root: Path, options: Options) -> None:
    make_file(Path(os.fsdecode(bytes(root / "decisions/2024/") + b"/\xff\xfe.yml")))
    assert codes(root, options) == [("decisions/2024/\\udcff\\udcfe.yml", "bad-file-name")]


def test_name_of_a_person_is_refused_and_never_shown(root: Path, options: Options) -> None:
    make_file(root / "decisions/2024/811218-9876.yml")
    [(path, _)] = codes(root, options)
    assert "9876" not in path


def test_longest_name_is_read_and_the_next_is_not(root: Path, options: Options) -> None:
    make_file(root / f"decisions/2024/{'a' * 80}.yml")
    assert codes(root, options) == []
    make_file(root / f"decisions/2024/{'a' * 81}.yml")
    assert [code for _, code in codes(root, options)] == ["bad-file-name"]


@pytest.mark.parametrize("make", [make_file, make_pipe, make_dangling_link, make_circular_link])
def test_decisions_is_a_folder_and_no_link(make: Maker, tmp_path: Path, options: Options) -> None:
    make(tmp_path / "decisions")
    found = check(tmp_path, options, WORDS["sv"], TODAY, cached=False)
    assert {problem.code for problem in found.problems if problem.path == "decisions"} & {"stray-file", "symlink"}


def test_missing_folder_is_empty(tmp_path: Path, options: Options) -> None:
    assert check(tmp_path, options, WORDS["sv"], TODAY, cached=False).files == 0


def test_file_that_grows_while_it_is_read_is_refused(root: Path, options: Options) -> None:
    os.truncate(root / "decisions/2024/sund.yml", 300_000)
    found = check(root, options, WORDS["sv"], TODAY, cached=False)
    assert [(problem.code, problem.line) for problem in found.problems if problem.path.endswith("sund.yml")] == [
        ("file-too-large", 1)
    ]
