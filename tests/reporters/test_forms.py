"""What each form has of its own: order, limits, names."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from funding.catalogue import Catalogue
from funding.check import Checked
from funding.labels import Words
from funding.problem import Problem, Severity
from funding.reporters import REPORTERS
from funding.reporters.step_summary import LARGEST
from funding.reporters.step_summary import report as step_summary
from tests.reporters.reading_back import READERS, summary_entries
from tests.reporters.test_reports import NONE, PLACE, SOME

WORDS = Words("sv")
SEVERITIES = list(Severity)


def many(count: int, files: int) -> Checked:
    """Give a check with so many problems in so many files."""
    problems = tuple(
        Problem(
            f"decisions/2024/{number % files:05}.yml", number + 1, 1, "unknown-value", number + 1, 2, severity, "å" * 90
        )
        for number in range(count)
        for severity in (SEVERITIES[number % 3],)
    )
    return replace(NONE, problems=tuple(sorted(problems)))


def test_github_is_given_changed_files_first() -> None:
    told = REPORTERS["github"](replace(many(300, 50), changed=frozenset({"decisions/2024/00049.yml"})), WORDS)
    first = READERS["github"](told, WORDS, {})[:6]
    assert {entry["path"] for entry in first} == {"decisions/2024/00049.yml"}


def test_github_shows_the_first_ten_errors_of_ten_files() -> None:
    entries = READERS["github"](REPORTERS["github"](many(300, 50), WORDS), WORDS, {})
    errors = [entry["path"] for entry in entries if entry["severity"] == "error"]
    assert len(set(errors[:10])) == 10


def test_step_summary_has_every_problem_once() -> None:
    checked = many(3000, 400)
    entries = summary_entries(step_summary(checked, WORDS), WORDS)
    assert len(entries) == len({(entry["path"], entry["line"]) for entry in entries}) == 3000


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_step_summary_is_cut_below_the_limit_and_says_what_is_left_out(lang: str) -> None:
    words = Words(lang)
    checked = many(20_000, 900)
    text = step_summary(checked, words)
    shown = len(summary_entries(text, words))
    assert LARGEST - 1000 < len(text.encode()) <= LARGEST < 1024 * 1024
    assert text.endswith(f"\n{words.text('report.left_out', count=20_000 - shown)}\n")


def test_step_summary_links_to_the_page_of_a_rule() -> None:
    assert "  - Läs mer: <https://example.org/beslut/>\n" in step_summary(SOME, WORDS)


def test_step_summary_of_nothing_says_so() -> None:
    assert step_summary(NONE, WORDS) == "## Kontroll av besluten\n\n0 fel, 0 varningar, 0 upplysningar i 1 fil.\n"


def test_junit_counts_files_without_problems_as_passed() -> None:
    suite = ET.fromstring(REPORTERS["junit"](SOME, WORDS).encode())[0]  # noqa: S314 - our own report
    passed = [case.get("file") for case in suite if len(case) == 0]
    assert passed == ["decisions/2024/y.yml"]
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "5",
        "failures": "2",
        "errors": "0",
        "skipped": "2",
    }


def test_junit_has_no_name_twice_and_none_with_a_line() -> None:
    checked = replace(SOME, problems=tuple(sorted(SOME.problems * 3)))
    moved = replace(checked, problems=tuple(replace(found, line=found.line + 7) for found in checked.problems))
    names, after = (
        [
            (case.get("classname"), case.get("name"))
            for case in ET.fromstring(REPORTERS["junit"](found, WORDS).encode()).iter("testcase")  # noqa: S314 - ours
        ]
        for found in (checked, moved)
    )
    assert max(Counter(names).values()) == 1
    assert names == after


def test_gitlab_has_what_its_reader_requires() -> None:
    found = json.loads(REPORTERS["gitlab"](SOME, WORDS))
    assert all(finding.keys() >= {"description", "fingerprint", "severity", "location"} for finding in found)
    assert json.loads(REPORTERS["gitlab"](NONE, WORDS)) == []


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_sarif_says_of_each_broken_rule_what_it_is_and_how_it_is_mended(lang: str) -> None:
    log = json.loads(REPORTERS["sarif"](SOME, Words(lang)))
    (run,) = log["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert log["version"] == "2.1.0"
    assert run["language"] == lang
    assert rules.keys() == {found.code for found in SOME.problems}
    for code, rule in rules.items():
        told = Catalogue(Words(lang)).told(code)
        assert rule["shortDescription"]["text"] == f"{told.title}."
        assert all(text in rule["help"]["text"] for text in (told.why, told.mend, told.law or ""))
    assert rules["summary-missing"]["helpUri"] == "https://example.org/beslut/"
    assert "helpUri" not in rules["unknown-value"]


def test_sarif_of_nothing_has_a_run_without_results() -> None:
    (run,) = json.loads(REPORTERS["sarif"](NONE, WORDS))["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_sarif_counts_what_lies_beyond_16_bits_twice() -> None:
    text = 'status: "åäö😀" # fel\n'
    found = Problem(PLACE, 1, 17, "unknown-value", 1, 20, Severity.ERROR, "Fel.")
    (run,) = json.loads(REPORTERS["sarif"](replace(SOME, problems=(found,), texts={PLACE: text}), WORDS))["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (18, 21)
