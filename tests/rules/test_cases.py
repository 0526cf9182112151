"""Every code has a case that shows it, on the right line and nowhere else, and one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.cases import case_files, expectations, lay, missed, run


def name(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


@pytest.mark.parametrize("case", case_files("bad"), ids=name)
def test_bad_case_has_the_expected_problems_and_no_other(case: Path, tmp_path: Path) -> None:
    expected = expectations(case, lay(case, tmp_path))
    assert case.parent.name in {one.code for one in expected}
    for lang in ("sv", "en"):
        checked = run(tmp_path, lang)
        assert missed(expected, checked.problems) == ([], [])
        assert all(problem.hint for problem in checked.problems)


@pytest.mark.parametrize("case", case_files("good"), ids=name)
def test_good_case_has_no_problem(case: Path, tmp_path: Path) -> None:
    lay(case, tmp_path)
    assert run(tmp_path).problems == ()
