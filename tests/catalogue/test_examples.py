"""Every example is true: the wrong one gives its code at the marked line and nothing else, the right one nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.catalogue import CODES, WITHOUT_EXAMPLE, Piece, example_of, severity_of
from funding.check import Checked, check
from funding.labels import Words
from funding.project import find_project
from tests.catalogue.laying import PROJECT, TODAY, lay

SHOWN = sorted({code for codes in CODES.values() for code in codes} - WITHOUT_EXAMPLE)


def half(code: str, name: str) -> tuple[Piece, ...]:
    pieces: tuple[Piece, ...] = getattr(example_of(code), name)
    return pieces


def run(root: Path) -> Checked:
    project = find_project(root)
    return check(project.root, project.options, Words("sv"), TODAY)


@pytest.mark.parametrize("code", SHOWN)
def test_wrong_example_gives_its_code_at_the_marked_line_and_no_other(code: str, tmp_path: Path) -> None:
    marked = lay(half(code, "wrong"), tmp_path)
    problems = run(tmp_path).problems
    assert {(problem.path, problem.line, problem.code) for problem in problems} == {(*place, code) for place in marked}
    assert {problem.severity for problem in problems} == {severity_of(code)}


@pytest.mark.parametrize("code", SHOWN)
def test_right_example_has_no_problem(code: str, tmp_path: Path) -> None:
    assert lay(half(code, "right"), tmp_path) == set()
    assert run(tmp_path).problems == ()


def test_project_under_the_examples_has_no_problem_itself(tmp_path: Path) -> None:
    lay((), tmp_path)
    assert run(tmp_path).problems == ()
    assert (tmp_path / "mkdocs.yml").is_file()
    assert PROJECT.is_dir()
