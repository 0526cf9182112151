"""The list of rules, their files, manuals, texts and cases agree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from funding import rules
from funding.against.rules import AGAINST_SEVERITIES
from funding.check.acknowledging import WARNINGS
from funding.labels import Words
from funding.options import LANGUAGES
from funding.problem import Severity
from funding.rules import DOCUMENT_RULES, LATER_RULES, LONE_RULES, RECORD_RULES, SEVERITIES, WHOLE_RULES
from funding.source import load_texts
from funding.source.yaml_text import parse
from tests.rules.cases import CASES, PROJECT, run

PACKAGE = Path(rules.__file__).parents[1]
MODULES = {path.stem for path in (PACKAGE / "rules").glob("*.py") if "\nRULE = " in path.read_text("utf-8")}
MAKERS = {"refuse", "Finding", "_refused", "_refuse", "_at", "_unread"}
BUILT_IN_TESTS = {"file-too-large", "too-many-values", "special-file", "unreadable-file", "unreadable-folder"}
"""What no file in git can show; test_unstorable.py makes it. Rules about two versions have cases in tests/against."""


def texts(lang: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = load_texts(PACKAGE / "locales" / lang / "problems.yml")
    return found


def trees() -> Iterator[ast.Module]:
    for part in ("source", "model", "check"):
        for path in sorted((PACKAGE / part).rglob("*.py")):
            yield ast.parse(path.read_text("utf-8"))


def emitted() -> set[str]:
    """Give every code that reading, typing and acknowledging name where they make a finding."""
    calls = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Call))
    made = (call for call in calls if (getattr(call.func, "id", None) or getattr(call.func, "attr", None)) in MAKERS)
    constants = (next((arg.value for arg in call.args if isinstance(arg, ast.Constant)), None) for call in made)
    return {value for value in constants if isinstance(value, str) and re.fullmatch("[a-z0-9]+(-[a-z0-9]+)+", value)}


def literals() -> set[str]:
    return {
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def blanks(entry: dict[str, str]) -> set[str]:
    return {name for text in entry.values() for _, name, _, _ in Formatter().parse(text) if name}


def test_every_rule_has_a_file_of_its_name() -> None:
    listed = [rule.code for rule in DOCUMENT_RULES]
    listed += [rule.code for rule in (*RECORD_RULES, *LATER_RULES)]
    listed += [rule.code for rule in (*WHOLE_RULES, *LONE_RULES)]
    assert len(listed) == len(set(listed)) == len(SEVERITIES)
    assert {code.replace("-", "_") for code in listed} == MODULES
    assert all(import_module(f"funding.rules.{name}").RULE.code == name.replace("_", "-") for name in MODULES)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_manual_says_what_passes_and_what_fails(name: str) -> None:
    manual = import_module(f"funding.rules.{name}").__doc__ or ""
    says, passing, failing = re.fullmatch(r"(.*?)\nPASS:\n(.*?)FAIL:\n(.*)", manual, re.DOTALL).groups()  # type: ignore[union-attr]  # fails the test where there is none
    assert says.strip().endswith(".")
    for example in (passing, failing):
        lines = [line.removeprefix("    ") for line in example.splitlines()]
        if not name.endswith("file_name"):
            tree, findings = parse(name, "\n".join(lines))
            assert tree, findings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_texts_and_every_text_a_code(lang: str) -> None:
    found = set(texts(lang))
    assert SEVERITIES.keys() | AGAINST_SEVERITIES.keys() | emitted() <= found
    assert found <= SEVERITIES.keys() | AGAINST_SEVERITIES.keys() | literals()
    assert found == Words(lang).codes


def test_texts_of_both_languages_have_the_same_blanks() -> None:
    swedish, english = texts("sv"), texts("en")
    assert {code: blanks(entry) for code, entry in swedish.items()} == {
        code: blanks(entry) for code, entry in english.items()
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_says_how_to_mend_it(lang: str) -> None:
    for code, entry in texts(lang).items():
        assert {"message", "hint"} <= set(entry) <= {"message", "hint", "hint_nearest"}, code
        assert entry["message"].endswith("."), code


def test_every_code_has_a_bad_and_a_good_case() -> None:
    codes = Words("sv").codes - BUILT_IN_TESTS - AGAINST_SEVERITIES.keys()
    assert {path.name for path in CASES.iterdir()} == codes
    assert {path.parent.name for path in CASES.glob("*/bad*")} == codes
    assert {path.parent.name for path in CASES.glob("*/good*")} == codes


def test_what_may_be_acknowledged_is_every_warning_about_a_decision() -> None:
    assert {code for code, severity in SEVERITIES.items() if severity is Severity.WARNING} < WARNINGS
    assert WARNINGS - SEVERITIES.keys() == {"byte-order-mark"}


def test_project_of_the_cases_has_no_problem_itself() -> None:
    assert run(PROJECT).problems == ()
