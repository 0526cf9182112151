"""The mark stands under the fault, whatever the line holds."""

from __future__ import annotations

import unicodedata

import pytest

from funding.problem import Problem, Severity
from funding.reporters.code_frame import WIDEST, Frame, frame, shown_lines


def problem(
    line: int, column: int, end_column: int, end_line: int | None = None, code: str = "unknown-value"
) -> Problem:
    return Problem("x.yml", line, column, code, end_line or line, end_column, Severity.ERROR, "")


def shown(text: str, found: Problem) -> Frame | None:
    return frame(shown_lines(text, [found]), found)


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1 for sign in text)


@pytest.mark.parametrize(
    ("line", "column", "end", "expected", "mark"),
    [
        ("status: beviljad", 9, 17, "status: beviljad", "        ^^^^^^^^"),
        ("namn: åäö fel", 11, 14, "namn: åäö fel", "          ^^^"),
        ("\tbody: x", 1, 2, "    body: x", "^^^^"),
        ("a:\tfel", 4, 7, "a:  fel", "    ^^^"),
        ("t: 🚲🚲 fel", 7, 10, "t: 🚲🚲 fel", "        ^^^"),
        ("t: 🚲", 4, 5, "t: 🚲", "   ^^"),
        ("t: e\u0301t fel", 8, 11, "t: e\u0301t fel", "      ^^^"),
        ("t: a\u200bb", 5, 6, "t: a\ufffdb", "    ^"),
        ("slut", 5, 5, "slut", "    ^"),
        ("slut", 40, 41, "slut", "    ^"),
    ],
)
def test_mark_stands_under_the_fault(line: str, column: int, end: int, expected: str, mark: str) -> None:
    assert shown(line, problem(1, column, end)) == Frame(expected, mark)


def test_fault_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown('a: "b c\n  d"', problem(1, 4, 5, end_line=2)) == Frame('a: "b c', "   ^^^^")


@pytest.mark.parametrize("at", [1, 50, 400, 795, 799])
def test_long_line_is_cut_around_the_fault(at: int) -> None:
    line = "".join(chr(ord("a") + index % 26) for index in range(800))
    framed = shown(line, problem(1, at, at + 1))
    assert framed is not None
    assert columns(framed.line) <= WIDEST
    assert framed.line[len(framed.mark) - 1] == line[at - 1]
    assert framed.line.startswith("…") is (at > 100)
    assert framed.line.endswith("…") is (at < 700)


def test_long_fault_is_marked_as_far_as_it_is_shown() -> None:
    framed = shown("x" * 5000, problem(1, 10, 4000))
    assert framed is not None
    assert len(framed.mark) < len(framed.line) <= WIDEST


def test_endless_line_with_many_faults_is_quick() -> None:
    text = "a, " * 80_000
    faults = [problem(1, 1 + 3 * index, 2 + 3 * index) for index in range(500)]
    lines = shown_lines(text, faults)
    assert all(frame(lines, found) for found in faults)


@pytest.mark.parametrize(("text", "line"), [("", 1), ("\n\n", 2), ("a: b", 7)])
def test_nothing_to_show(text: str, line: int) -> None:
    assert shown(text, problem(line, 1, 1)) is None


def test_personal_data_is_hidden_in_its_place() -> None:
    assert shown("namn: fel # 811218-9876", problem(1, 7, 10)) == Frame("namn: fel # •••••••••••", "      ^^^")


def test_what_an_escape_hid_is_hidden_too() -> None:
    text = 'a: "811218\\u002D9876"'
    found = problem(1, 4, len(text) + 1, code="personal-number")
    other = problem(1, 1, 2)
    lines = shown_lines(text, [found, other])
    assert frame(lines, other) == Frame("a: " + "•" * (len(text) - 3), "^")
