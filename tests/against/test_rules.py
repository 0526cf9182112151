"""The rules against silent changes: their files, manuals and texts agree."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from funding.against import rules
from funding.against.rules import AGAINST_SEVERITIES, PAIR_RULES, SINCE_RULES
from funding.labels import Words
from funding.options import LANGUAGES
from funding.problem import Severity
from funding.rules import SEVERITIES

FILES = sorted(path.stem for path in Path(rules.__file__).parent.glob("[a-z]*.py"))


def test_every_rule_has_a_file_of_its_name() -> None:
    listed = [rule.code for rule in PAIR_RULES] + [rule.code for rule in SINCE_RULES]
    assert sorted(code.replace("-", "_") for code in listed) == FILES
    assert all(import_module(f"funding.against.rules.{name}").RULE.code == name.replace("_", "-") for name in FILES)


def test_no_code_has_two_rules() -> None:
    assert AGAINST_SEVERITIES.keys().isdisjoint(SEVERITIES)


@pytest.mark.parametrize("name", FILES)
def test_manual_shows_what_passes_and_what_fails(name: str) -> None:
    manual = import_module(f"funding.against.rules.{name}").__doc__ or ""
    assert re.fullmatch(r".*\.\n+PASS:\n(?:    .*\n)+FAIL:\n(?:    .*\n)+", manual)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_words(lang: str) -> None:
    assert AGAINST_SEVERITIES.keys() <= Words(lang).codes


def test_nothing_that_may_be_acknowledged_needs_a_revision_to_be_seen() -> None:
    assert Severity.WARNING not in AGAINST_SEVERITIES.values()
