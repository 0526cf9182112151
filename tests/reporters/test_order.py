"""Where only the first few are shown, they are the ones that the reader of a change needs."""

from __future__ import annotations

from dataclasses import replace

from funding.check import Checked
from funding.model.registers import Registers
from funding.problem import Problem, Severity
from funding.register import Register
from funding.reporters.order import most_wanted_first


def problem(path: str, line: int, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(path, line, 1, "unknown-value", line, 2, severity, "Fel.")


def shown(checked: Checked) -> list[tuple[str, int]]:
    return [(found.path, found.line) for found in most_wanted_first(checked)]


FOUND = Checked(
    (
        *(problem("a.yml", line) for line in range(1, 4)),
        problem("b.yml", 1, Severity.NOTE),
        problem("b.yml", 2),
        problem("c.yml", 1, Severity.WARNING),
        problem("c.yml", 9),
    ),
    ("a.yml", "b.yml", "c.yml"),
    Register({}, (), Registers(), "x"),
    {},
)


def test_errors_come_first_and_every_file_has_its_turn() -> None:
    assert shown(FOUND) == [
        ("a.yml", 1),
        ("b.yml", 2),
        ("c.yml", 9),
        ("a.yml", 2),
        ("a.yml", 3),
        ("c.yml", 1),
        ("b.yml", 1),
    ]


def test_all_of_a_changed_file_comes_before_errors_elsewhere() -> None:
    changed = replace(FOUND, changed=frozenset({"c.yml", "borta.yml"}))
    assert shown(changed)[:3] == [("c.yml", 9), ("c.yml", 1), ("a.yml", 1)]
    assert sorted(shown(changed)) == sorted(shown(FOUND))
