"""Recorded changes of real repositories, and the comment that a reviewer gets for each.

``cases/<name>/then`` and ``now`` are laid over a small project; ``expected.md`` is the comment, in which the name of
the commit is told as ``REVISION``.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Recorded:
    """What changed in the repository of a case, and the comment that it shall have."""

    found: Changes
    expected: str


@pytest.fixture(scope="module", params=NAMES)
def recorded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """Give each case in turn."""
    case, root = CASES / request.param, tmp_path_factory.mktemp(request.param)
    shutil.copytree(PROJECT, root, dirs_exist_ok=True)
    shutil.copytree(case / "then", root, dirs_exist_ok=True)
    commit(root)
    exchange(root, case / "then", case / "now")
    found = gather(read_both(root, find_project(root).options, "HEAD", TODAY))
    return Recorded(found, (case / "expected.md").read_text("utf-8"))


def test_comment_is_the_recorded_one(recorded: Recorded) -> None:
    written = comment(recorded.found, Words("sv"), PREVIEW)
    assert written.replace(recorded.found.sides.revision.short, "REVISION") == recorded.expected


def test_english_comment_says_as_much(recorded: Recorded) -> None:
    swedish, english = comment(recorded.found, Words("sv")), comment(recorded.found, Words("en"))
    assert len(swedish.splitlines()) == len(english.splitlines())
    assert swedish.count("`") == english.count("`")


def test_data_is_json_in_both_languages(recorded: Recorded) -> None:
    assert data(recorded.found, Words("sv")).startswith('{\n  "version": 1,\n')
    assert data(recorded.found, Words("en"))
