"""A check that remembers the last one in the same process says the same as one that does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from funding.check import Memory, check, pictures
from funding.check.picture import Picture, picture_of
from funding.labels import Words
from funding.project import find_project
from funding.reporters import REPORTERS
from funding.source import Document
from tests.editing import Editor
from tests.rules.cases import TODAY
from tests.site.projects import ROOT

EDITS = 60


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "decisions", tmp_path / "decisions")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


def test_memory_changes_nothing_that_is_said(root: Path) -> None:
    memory, words, editor = Memory(), Words("sv"), Editor(root, seed=2)
    for _ in range(EDITS):
        options = find_project(root).options
        remembering = check(root, options, words, TODAY, cached=False, memory=memory)
        afresh = check(root, options, words, TODAY, cached=False)
        assert REPORTERS["json"](remembering, words) == REPORTERS["json"](afresh, words)
        assert remembering.register == afresh.register
        assert remembering.paths == afresh.paths
        editor.edit()


def test_only_the_changed_file_is_judged_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, words, options = Memory(), Words("sv"), find_project(root).options
    check(root, options, words, TODAY, cached=False, memory=memory)
    judged: list[str] = []

    def noted(document: Document) -> Picture:
        judged.append(document.path)
        return picture_of(document)

    monkeypatch.setattr(pictures, "picture_of", noted)
    changed = min((root / "decisions/2024").iterdir())
    changed.write_text(f"{changed.read_text('utf-8')}# granskad\n", "utf-8")
    check(root, options, words, TODAY, cached=False, memory=memory)
    assert judged == [changed.relative_to(root).as_posix()]
