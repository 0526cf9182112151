"""Every form of report says the same: path, place, severity, code, sentence, advice and address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from funding.check import Checked
from funding.labels import Words
from funding.model.registers import Registers
from funding.problem import Problem, Severity
from funding.register import Register
from funding.reporters import REPORTERS
from funding.reporters.step_summary import report as step_summary
from tests.reporters.reading_back import READERS, Entry, summary_entries
from tests.rules.cases import case_files, lay, run

WORDS = Words("sv")
URL = "https://beslut.example/om/regler/unknown-value/?a=1&b=%20"
HOSTILE: list[str] = json.loads(Path(__file__).with_name("hostile.json").read_text("utf-8"))
PATHS = ("decisions/2024/a:b, c=%41 😀.yml", "decisions/2024/x\n::error::y.yml", "decisions/2024/\udcff.yml")
TEXT = 'åäö😀: "😀😀"\nåäö 😀 e\u0301 😀 fel\n'
SHOWN_ON_LINES = ("gitlab",)


def hostile(path: str) -> Checked:
    """Give a check of one file, its problems at all places and with all texts that may break a report."""
    places = ((1, 1, 1, 1), (1, 5, 1, 6), (1, 9, 1, 11), (2, 5, 2, 6), (2, 12, 2, 15), (1, 8, 2, 9), (2, 90, 2, 91))
    severities = list(Severity)
    problems = [
        Problem(path, line, column, "unknown-value", end_line, end_column, severities[index % 3], text, hint, url)
        for index, text in enumerate(HOSTILE)
        for line, column, end_line, end_column in places
        for hint, url in ((None, None), (HOSTILE[index - 1], None), (None, URL), (text, URL))
    ]
    return Checked(tuple(sorted(problems, key=order)), (path,), Register({}, (), Registers(), "x"), {path: TEXT})


def order(problem: Problem) -> list[str]:
    return [repr(value) for value in asdict(problem).values()]


def expected(checked: Checked, form: str) -> list[Entry]:
    """Give what a form must say, by the problems themselves."""
    entries = [asdict(problem) for problem in checked.problems]
    for entry in entries:
        if form == "gitlab" or (form == "github" and entry["line"] != entry["end_line"]):
            del entry["column"], entry["end_column"]
        if form in {"text", "summary"}:
            del entry["end_line"], entry["end_column"]
        if form == "junit":
            entry |= {name: writable(value) for name, value in entry.items() if isinstance(value, str)}
        if form == "summary":
            entry |= {name: " ".join(entry[name].split()) for name in ("path", "message", "hint") if entry[name]}
    return entries


def writable(text: str) -> str:
    """Mark what XML 1.0 cannot hold, and the return that its readers change."""
    return "".join(
        sign
        if sign in "\t\n" or " " <= sign <= "\ud7ff" or "\ue000" <= sign <= "\ufffd" or sign > "\uffff"
        else "\ufffd"
        for sign in text
    )


def sorted_entries(entries: Iterable[Entry]) -> list[str]:
    return sorted(repr(sorted((name, str(value)) for name, value in entry.items())) for entry in entries)


@pytest.mark.parametrize("case", case_files("bad"), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_every_form_says_the_same_of_every_bad_case(case: Path, tmp_path: Path) -> None:
    lay(case, tmp_path)
    found = run(tmp_path)
    checked = replace(found, problems=tuple(replace(problem, url=URL) for problem in found.problems))
    assert checked.problems
    for form, reader in READERS.items():
        told = reader(REPORTERS[form](checked, WORDS), WORDS, checked.texts)
        assert sorted_entries(told) == sorted_entries(expected(checked, form)), form
    assert sorted_entries(summary_entries(step_summary(checked, WORDS), WORDS)) == sorted_entries(
        expected(checked, "summary")
    )


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("form", sorted(READERS.keys() - {"text"}))
def test_no_text_and_no_path_breaks_a_form(form: str, path: str) -> None:
    checked = hostile(path)
    told = READERS[form](REPORTERS[form](checked, WORDS), WORDS, checked.texts)
    assert sorted_entries(told) == sorted_entries(expected(checked, form))


@pytest.mark.parametrize("path", PATHS)
def test_no_text_and_no_path_breaks_the_step_summary(path: str) -> None:
    checked = hostile(path)
    told = summary_entries(step_summary(checked, WORDS), WORDS)
    assert sorted_entries(told) == sorted_entries(expected(checked, "summary"))


def test_every_form_has_a_reader() -> None:
    assert READERS.keys() == REPORTERS.keys()


def test_no_line_but_a_command_of_ours_is_one() -> None:
    lines = re.split("\r\n|\r|\n", REPORTERS["github"](hostile(PATHS[1]), WORDS))
    commands = [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    assert all(re.match("::(error|warning|notice) file=decisions/2024/x%0A%3A%3Aerror", line) for line in commands)
    assert len(commands) == len(hostile(PATHS[1]).problems)
