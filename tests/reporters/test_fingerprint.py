"""A problem keeps its fingerprint while its line moves, and shares it with no other."""

from __future__ import annotations

from dataclasses import replace

from funding.check import Checked
from funding.model.registers import Registers
from funding.problem import Problem, Severity
from funding.register import Register
from funding.reporters.fingerprint import with_fingerprints

PLACE = "decisions/2024/x.yml"
TEXT = "status: beviljad\namount: 1\ngrant:\n  amount: 1\nkontakt: 811218-9876\n"
PLACES = ((1, "unknown-value"), (2, "unknown-key"), (4, "unknown-key"), (4, "amount-not-positive"), (5, "stray"))


def checked(text: str, down: int = 0, path: str = PLACE, message: str = "Fel.") -> Checked:
    problems = tuple(
        Problem(path, line + down, 1, code, line + down, 2, Severity.ERROR, message) for line, code in PLACES
    )
    return Checked(problems, (path,), Register({}, (), Registers(), "x"), {path: text})


def fingerprints(found: Checked) -> list[str]:
    return [fingerprint for _, fingerprint in with_fingerprints(found)]


def test_no_two_are_alike() -> None:
    assert len(set(fingerprints(checked(TEXT)))) == len(PLACES)


def test_lines_above_change_nothing() -> None:
    assert fingerprints(checked("# två\n# rader\n" + TEXT, down=2)) == fingerprints(checked(TEXT))


def test_language_changes_nothing() -> None:
    assert fingerprints(checked(TEXT, message="Wrong.")) == fingerprints(checked(TEXT))


def test_another_file_or_line_is_another_problem() -> None:
    assert not set(fingerprints(checked(TEXT, path="decisions/2024/y.yml"))) & set(fingerprints(checked(TEXT)))
    assert fingerprints(checked(TEXT.replace("beviljad", "avslagen")))[0] != fingerprints(checked(TEXT))[0]


def test_what_is_personal_is_in_no_fingerprint() -> None:
    other = TEXT.replace("811218-9876", "640823-3234")
    assert fingerprints(checked(other)) == fingerprints(checked(TEXT))


def test_a_file_without_text_has_fingerprints_too() -> None:
    assert len(set(fingerprints(replace(checked(TEXT), texts={})))) == len(PLACES)
