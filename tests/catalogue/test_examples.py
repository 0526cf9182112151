"""Every example is true: the wrong one gives its code at the marked line and nothing else, the right one nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.against import check_against, read_both
from funding.catalogue import CODES, WITHOUT_EXAMPLE, ExampleError, Group, example_of, severity_of
from funding.catalogue.example import parse_example
from funding.check import Checked, check
from funding.labels import Words
from funding.project import find_project
from tests.catalogue.laying import TODAY, lay
from tests.repository import commit

SHOWN = sorted({code for codes in CODES.values() for code in codes} - WITHOUT_EXAMPLE)
WIDEST = 76
MOST_LINES = 30


def checked(code: str, half: str, root: Path) -> tuple[set[tuple[str, int]], Checked]:
    """Check one half of an example, against what was published where it says so; give the marked places too."""
    example = example_of(code)
    assert example is not None
    lay(example.then, root)
    if example.then:
        commit(root)
    marked = lay(getattr(example, half), root)
    project, words = find_project(root), Words("sv")
    if example.then:
        return marked, check_against(read_both(root, project.options, "HEAD", TODAY), words)
    return marked, check(root, project.options, words, TODAY, cached=False)


@pytest.mark.parametrize("code", SHOWN)
def test_wrong_example_gives_its_code_at_the_marked_line_and_no_other(code: str, tmp_path: Path) -> None:
    marked, found = checked(code, "wrong", tmp_path)
    assert marked
    places = {(problem.path, problem.line, problem.code) for problem in found.problems}
    assert places == {(*place, code) for place in marked}
    assert {problem.severity for problem in found.problems} == {severity_of(code)}


@pytest.mark.parametrize("code", SHOWN)
def test_right_example_has_no_problem(code: str, tmp_path: Path) -> None:
    marked, found = checked(code, "right", tmp_path)
    assert marked == set()
    assert found.problems == ()


@pytest.mark.parametrize("code", CODES[Group.SILENCE])
def test_what_was_published_before_an_example_has_no_problem(code: str, tmp_path: Path) -> None:
    _, found = checked(code, "then", tmp_path)
    assert found.problems == ()


@pytest.mark.parametrize("code", SHOWN)
def test_example_fits_a_terminal(code: str) -> None:
    example = example_of(code)
    assert example is not None
    lines = [line.text for piece in (*example.then, *example.wrong, *example.right) for line in piece.lines]
    assert [line for line in lines if len(line) > WIDEST] == []
    assert len(lines) <= MOST_LINES


@pytest.mark.parametrize("text", ["", "title: A\n", "wrong\n  title: A\n", "wrong\ntitle: A\nright\n  title: B\n"])
def test_what_is_no_example_is_refused(text: str) -> None:
    with pytest.raises(ExampleError):
        parse_example(text)
