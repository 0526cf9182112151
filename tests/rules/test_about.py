"""A rule that is about a key of a decision finds nothing in one without it, so that nothing is missed there."""

from __future__ import annotations

import pytest

from funding.check.running import asked
from funding.judging.rule import Rule
from funding.model.decision import Decision
from funding.model.reading import read_decision
from funding.register import Record
from funding.rules import RECORD_RULES
from funding.source import SourceFile, document_of
from tests.rules.cases import CASES

ABOUT = [rule for rule in RECORD_RULES if rule.about]


def decisions(folder: str) -> list[Decision]:
    """Give the sound decisions of some cases, as if nothing had come later."""
    paths = sorted(CASES.glob(f"{folder}/**/*.yml"))
    typed = (read_decision(document_of(FILE, path.read_bytes(), path.stat().st_size)) for path in paths)
    return [one.decision.model_copy(update={"amendments": None}) for one in typed if one.decision]


FILE = SourceFile("decisions/2024/fall.yml", "2024/fall")
ALL = decisions("*")


def without(decision: Decision, path: str) -> Decision:
    first, _, rest = path.partition(".")
    if not rest:
        return decision.model_copy(update={first: None})
    return decision.model_copy(update={first: decision.grant and decision.grant.model_copy(update={rest: None})})


def record(decision: Decision) -> Record:
    return Record("2024/fall", FILE.path, decision, "")


def found(rule: Rule[Record], decision: Decision) -> bool:
    return bool(list(rule.check(record(decision))))


def is_asked(rule: Rule[Record], decision: Decision) -> bool:
    return bool(asked(rule, [(record(decision), None)]))


@pytest.mark.parametrize("rule", ABOUT, ids=lambda rule: rule.code)
def test_rule_finds_nothing_without_what_it_is_about(rule: Rule[Record]) -> None:
    assert any(found(rule, decision) for decision in ALL)
    for decision in ALL:
        bare = without(decision, rule.about)
        assert not found(rule, bare)
        assert not is_asked(rule, bare)


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.code)
def test_rule_that_finds_something_is_asked(rule: Rule[Record]) -> None:
    assert all(is_asked(rule, decision) for decision in ALL if found(rule, decision))
