"""The door to git, held against real repositories: any file name, any kind of clone, any name of a revision."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from funding.history import HistoryError, open_revision
from tests.repository import commit, git

ODD_NAMES = [
    "å ä ö.yml",
    'with "quotes".yml',
    "line\nbreak.yml",
    "tab\there.yml",
    "-option.yml",
    ":(top)magic.yml",
    "*.yml",
]


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())


def refused(root: Path, name: str = "HEAD") -> str:
    with pytest.raises(HistoryError) as raised:
        open_revision(root, name)
    return raised.value.text


def test_files_are_those_of_the_folder_and_the_revision(tmp_path: Path) -> None:
    write(tmp_path, {"decisions/2024/ett.yml": "ett", "decisions/tva.yml": "två", "docs/index.md": "nej"})
    first = commit(tmp_path)
    write(tmp_path, {"decisions/2024/ett.yml": "ett till", "decisions/tre.yml": "tre"})
    commit(tmp_path)
    revision = open_revision(tmp_path, first).below("decisions")
    assert list(revision.files) == ["decisions/2024/ett.yml", "decisions/tva.yml"]
    assert revision.read(revision.files) == {
        "decisions/2024/ett.yml": (b"ett", 3),
        "decisions/tva.yml": ("två".encode(), 4),
    }
    assert revision.same(["decisions/2024/ett.yml", "decisions/tva.yml", "decisions/tre.yml"]) == {"decisions/tva.yml"}


def test_any_file_name_can_be_read(tmp_path: Path) -> None:
    contents = {f"decisions/{name}": name for name in ODD_NAMES}
    write(tmp_path, contents)
    commit(tmp_path)
    revision = open_revision(tmp_path, "HEAD").below("decisions")
    assert revision.files.keys() == contents.keys()
    assert {path: data.decode() for path, (data, _) in revision.read(contents).items()} == contents
    assert revision.same(contents) == contents.keys()


def test_folder_name_is_no_pattern(tmp_path: Path) -> None:
    write(tmp_path, {"*/ett.yml": "ett", "decisions/tva.yml": "två"})
    commit(tmp_path)
    assert list(open_revision(tmp_path, "HEAD").below("*").files) == ["*/ett.yml"]


def test_line_ends_of_another_system_are_no_change(tmp_path: Path) -> None:
    write(tmp_path, {"decisions/ett.yml": "title: ett\nstatus: granted\n"})
    commit(tmp_path)
    write(tmp_path, {"decisions/ett.yml": "title: ett\r\nstatus: granted\r\n"})
    assert open_revision(tmp_path, "HEAD").below("decisions").same(["decisions/ett.yml"])


def test_links_are_no_files(tmp_path: Path) -> None:
    write(tmp_path, {"decisions/ett.yml": "ett"})
    (tmp_path / "decisions/lank.yml").symlink_to("ett.yml")
    commit(tmp_path)
    revision = open_revision(tmp_path, "HEAD").below("decisions")
    assert list(revision.files) == ["decisions/ett.yml"]
    assert revision.others == {"decisions/lank.yml"}
    assert not revision.same(["decisions/lank.yml"])


def test_what_is_very_large_is_measured_and_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"decisions/stor.yml": "x" * 4_000_001})
    commit(tmp_path)
    revision = open_revision(tmp_path, "HEAD").below("decisions")
    assert revision.read(revision.files) == {"decisions/stor.yml": (b"", 4_000_001)}


def test_same_content_in_many_files_is_read_once_and_given_to_each(tmp_path: Path) -> None:
    write(tmp_path, {f"decisions/{number}.yml": "lika" for number in range(300)})
    commit(tmp_path)
    revision = open_revision(tmp_path, "HEAD").below("decisions")
    assert revision.read(revision.files) == dict.fromkeys(revision.files, (b"lika", 4))


def test_project_may_lie_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path, {"site/decisions/ett.yml": "ett", "decisions/annat.yml": "nej", "bas.yml": "lang: sv"})
    commit(tmp_path)
    revision = open_revision(tmp_path / "site", "HEAD").below("decisions")
    assert list(revision.files) == ["decisions/ett.yml"]
    assert revision.text_of(tmp_path / "bas.yml") == "lang: sv"
    with pytest.raises(FileNotFoundError):
        revision.text_of(tmp_path / "site/mkdocs.yml")


def test_worktree_is_a_repository_too(tmp_path: Path) -> None:
    write(tmp_path / "main", {"decisions/ett.yml": "ett"})
    first = commit(tmp_path / "main")
    git(tmp_path / "main", "worktree", "add", "--quiet", "../other", "-b", "other")
    revision = open_revision(tmp_path / "other", "main").below("decisions")
    assert revision.commit == first
    assert revision.same(["decisions/ett.yml"])


def test_repository_may_name_contents_by_sha256(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256")
    write(tmp_path, {"decisions/ett.yml": "ett"})
    commit(tmp_path)
    revision = open_revision(tmp_path, "HEAD").below("decisions")
    assert revision.same(["decisions/ett.yml"])
    assert revision.read(revision.files) == {"decisions/ett.yml": (b"ett", 3)}


def test_variables_of_a_hook_of_another_repository_are_nothing_to_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "ours", {"decisions/ett.yml": "ett"})
    first = commit(tmp_path / "ours")
    write(tmp_path / "theirs", {"decisions/tva.yml": "två"})
    commit(tmp_path / "theirs")
    monkeypatch.setenv("GIT_DIR", os.fspath(tmp_path / "theirs/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert open_revision(tmp_path / "ours", "HEAD").commit == first


def test_where_a_branch_parted_is_a_revision(tmp_path: Path) -> None:
    write(tmp_path, {"decisions/ett.yml": "ett"})
    parting = commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "branch")
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "main")
    write(tmp_path, {"decisions/tva.yml": "två"})
    newest = commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "branch")
    assert open_revision(tmp_path, "main").commit == newest
    assert open_revision(tmp_path, "main...").commit == parting


def test_nothing_of_the_repository_is_run(tmp_path: Path) -> None:
    write(tmp_path, {"decisions/ett.yml": "ett", ".gitattributes": "*.yml filter=spy diff=spy\n"})
    commit(tmp_path)
    spy = tmp_path / "spy.sh"
    spy.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n")
    spy.chmod(0o755)
    for name in ("core.pager", "core.fsmonitor", "filter.spy.smudge", "filter.spy.clean", "diff.spy.textconv"):
        git(tmp_path, "config", name, os.fspath(spy))
    revision = open_revision(tmp_path, "HEAD").below("decisions")
    assert revision.read(revision.files)
    assert revision.same(revision.files)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "name",
    [
        "nope",
        "",
        "-h",
        "--help",
        "--all",
        "HEAD:decisions",
        "main..HEAD",
        "HEAD\nHEAD",
        "...",
        "a...",
        "\0",
        "HEAD HEAD",
    ],
)
def test_what_is_no_revision_is_unknown(name: str, tmp_path: Path) -> None:
    write(tmp_path, {"decisions/ett.yml": "ett"})
    commit(tmp_path)
    assert refused(tmp_path, name) == "revision.unknown"


def test_shallow_clone_says_so(tmp_path: Path) -> None:
    write(tmp_path / "origin", {"decisions/ett.yml": "ett"})
    first = commit(tmp_path / "origin")
    write(tmp_path / "origin", {"decisions/ett.yml": "ett till"})
    commit(tmp_path / "origin")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}/origin", "clone")
    assert open_revision(tmp_path / "clone", "HEAD").below("decisions").files
    assert refused(tmp_path / "clone", first) == "revision.shallow"


def test_repository_without_a_commit_has_no_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert refused(tmp_path) == "revision.unknown"


def test_folder_outside_any_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(tmp_path.parent))
    assert refused(tmp_path) == "revision.no_repository"


def test_machine_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert refused(tmp_path) == "revision.no_git"


def test_content_that_a_clone_lacks_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"decisions/ett.yml": "ett"})
    commit(tmp_path)
    revision = open_revision(tmp_path, "HEAD").below("decisions")
    id_ = revision.files["decisions/ett.yml"]
    (tmp_path / ".git/objects" / id_[:2] / id_[2:]).unlink()
    with pytest.raises(HistoryError) as raised:
        revision.read(revision.files)
    assert raised.value.text == "revision.incomplete"


def test_repository_that_git_refuses_is_told_with_its_reason(tmp_path: Path) -> None:
    commit(tmp_path)
    (tmp_path / ".git/config").write_text("[core\n")
    assert refused(tmp_path) == "revision.refused"
