"""Recorded changes of real repositories, and the comment that a reviewer gets for each.

``cases/<name>/then`` and ``now`` are laid over a small project; ``expected.md`` is the comment, in which the name of
the commit is told as ``REVISION``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from funding.against import read_both
from funding.changes import Changes, comment, data, gather
from funding.labels import Words
from funding.project import find_project
from tests.repository import commit, exchange
from tests.rules.cases import PROJECT, TODAY

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir())
PREVIEW = "https://preview.example.org/7"


def changes(case: Path, root: Path) -> Changes:
    shutil.copytree(PROJECT, root, dirs_exist_ok=True)
    shutil.copytree(case / "then", root, dirs_exist_ok=True)
    commit(root)
    exchange(root, case / "then", case / "now")
    return gather(read_both(root, find_project(root).options, "HEAD", TODAY))


@pytest.mark.parametrize("name", NAMES)
def test_comment_is_the_recorded_one(name: str, tmp_path: Path) -> None:
    found = changes(CASES / name, tmp_path)
    written = comment(found, Words("sv"), PREVIEW).replace(found.sides.revision.short, "REVISION")
    assert written == (CASES / name / "expected.md").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_english_comment_says_as_much(name: str, tmp_path: Path) -> None:
    found = changes(CASES / name, tmp_path)
    swedish, english = comment(found, Words("sv")), comment(found, Words("en"))
    assert len(swedish.splitlines()) == len(english.splitlines())
    assert swedish.count("`") == english.count("`")


@pytest.mark.parametrize("name", NAMES)
def test_data_is_json_in_both_languages(name: str, tmp_path: Path) -> None:
    found = changes(CASES / name, tmp_path)
    assert data(found, Words("sv")).startswith('{\n  "version": 1,\n')
    assert data(found, Words("en"))
