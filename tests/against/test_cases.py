"""Every rule against silent changes has cases in real repositories that break it, and some that do not.

``cases/<code>/bad*/`` and ``good*/`` hold the files of a project ``then/`` and ``now/``; ``# expect: code`` stands
beside the faulty line of today, and ``expected.txt`` tells what is wrong with files that are gone.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from funding.against import check_against, read_both
from funding.against.rules import AGAINST_SEVERITIES
from funding.check import Checked
from funding.labels import Words
from funding.project import find_project
from tests.repository import commit, exchange
from tests.rules.cases import PROJECT, TODAY, expectations, missed

CASES = Path(__file__).parent / "cases"


def cases(kind: str) -> list[Path]:
    return sorted(CASES.glob(f"*/{kind}*"))


def name(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


def lay(case: Path, root: Path) -> None:
    """Commit a project with the files of then, and leave those of now in the working tree."""
    shutil.copytree(PROJECT, root, dirs_exist_ok=True)
    shutil.copytree(case / "then", root, dirs_exist_ok=True)
    commit(root)
    exchange(root, case / "then", case / "now")


def against(root: Path, lang: str = "sv", revision: str = "HEAD", today: date = TODAY) -> Checked:
    options = find_project(root).options
    return check_against(read_both(root, options, revision, today), Words(lang))


@pytest.mark.parametrize("case", cases("bad"), ids=name)
def test_bad_case_has_the_expected_problems_and_no_other(case: Path, tmp_path: Path) -> None:
    lay(case, tmp_path)
    files = {path.relative_to(case / "now").as_posix(): path for path in (case / "now").rglob("*.yml")}
    expected = expectations(case, files)
    assert case.parent.name in {one.code for one in expected}
    for lang in ("sv", "en"):
        found = [problem for problem in against(tmp_path, lang).problems if problem.code in AGAINST_SEVERITIES]
        assert missed(expected, found) == ([], [])
        assert all(problem.hint for problem in found)


@pytest.mark.parametrize("case", cases("good"), ids=name)
def test_good_case_breaks_no_rule(case: Path, tmp_path: Path) -> None:
    lay(case, tmp_path)
    checked = against(tmp_path)
    assert [problem for problem in checked.problems if problem.code in AGAINST_SEVERITIES] == []


@pytest.mark.parametrize("case", [*cases("bad"), *cases("good")], ids=name)
def test_untouched_repository_is_never_red(case: Path, tmp_path: Path) -> None:
    lay(case, tmp_path)
    commit(tmp_path)
    found = {problem.code for problem in against(tmp_path, today=date(2030, 1, 1)).problems}
    assert found.isdisjoint(AGAINST_SEVERITIES)


def test_every_rule_has_cases_of_both_kinds() -> None:
    assert {path.parent.name for path in cases("bad")} == AGAINST_SEVERITIES.keys()
    assert {path.parent.name for path in cases("good")} == AGAINST_SEVERITIES.keys()
