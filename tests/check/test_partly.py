"""One fault in a decision hides nothing that does not lean on it, and makes nothing look wrong that is right."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from funding.check.picture import picture_of
from funding.model.reading import read_decision
from funding.problem import Finding
from funding.rules import LATER_RULES, RECORD_RULES
from funding.source import Document, SourceFile, document_of
from tests.rules.cases import CASES, lay, run

CODES = {rule.code for rule in (*RECORD_RULES, *LATER_RULES)}
FILE = SourceFile("decisions/2024/fall.yml", id="2024/fall")
FILES = sorted(path for path in CASES.glob("*/*.yml"))
WRONG = [["nobody knows this"]]
NAMES = (None, "", "{}x", "zzz{}")
"""How a key may be wrong: its value, gone, misspelt a little, misspelt a lot."""

Told = tuple[str, tuple[str | int, ...], tuple[tuple[str, str], ...]]


def document(path: Path) -> Document:
    data = path.read_bytes()
    return document_of(FILE, data, len(data))


SOUND = [path for path in FILES if document(path).tree and read_decision(document(path)).decision]
BROKEN_RULES = [path for path in SOUND if path.name.startswith("bad") and path.parent.name in CODES]


def told(findings: tuple[Finding, ...]) -> set[Told]:
    return {(found.code, found.where, tuple(sorted(found.details.items()))) for found in findings}


def of_rules(tree: Any) -> set[Told]:
    """Give what the rules of a single decision find."""
    found = picture_of(Document(FILE, "", tree, (), "")).findings
    return {one for one in told(found) if one[0] in CODES}


def ways(tree: Any, *before: str | int) -> Iterator[tuple[str | int, ...]]:
    """Give the way to every key and every item."""
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in inside:
        yield (*before, step)
        yield from ways(value, *before, step)


def with_faults(tree: Any, way: tuple[str | int, ...], names: tuple[str | None, ...] = NAMES) -> Iterator[Any]:
    """Give a tree with a value that cannot be (no name), without the key, and with the key misspelt."""
    for name in names:
        changed = deepcopy(tree)
        around = changed
        for step in way[:-1]:
            around = around[step]
        if name is None:
            around[way[-1]] = WRONG
        elif isinstance(around, dict):
            value = around.pop(way[-1])
            if name:
                around[name.format(way[-1])] = value
        else:
            continue
        yield changed


@pytest.mark.parametrize("path", SOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_fault_anywhere_makes_no_other_problem(path: Path) -> None:
    tree = document(path).tree
    right = of_rules(tree)
    for number, way in enumerate(ways(tree), len(path.parent.name)):
        for changed in with_faults(tree, way, (NAMES[number % len(NAMES)],)):
            typed = read_decision(Document(FILE, "", changed, (), ""))
            if typed.decision is None:
                assert of_rules(changed) <= right, (way, changed)


@pytest.mark.parametrize("path", BROKEN_RULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_fault_that_a_rule_does_not_look_at_does_not_hide_what_it_finds(path: Path) -> None:
    tree = document(path).tree
    assert tree is not None
    right = of_rules(tree)
    assert right
    assert of_rules({**tree, "remarks": WRONG}) == right


def test_two_faults_of_keys_are_both_told() -> None:
    tree = document(CASES / "parts-do-not-sum/bad.yml").tree
    assert tree is not None
    tree = {**tree, "status": "beviljat", "summary": WRONG, "decision": {**tree["decision"], "datum": "2024-03-06"}}
    found = picture_of(Document(FILE, "", tree, (), "")).findings
    assert {one.code for one in found} == {"unknown-value", "not-a-single-value", "unknown-key", "parts-do-not-sum"}


def test_unknown_id_is_told_beside_a_fault(tmp_path: Path) -> None:
    lay(CASES / "unknown-organisation/bad.yml", tmp_path)
    place = tmp_path / FILE.path
    place.write_text(f"{place.read_text('utf-8')}remarks: [a, b]\n", "utf-8")
    checked = run(tmp_path)
    assert {problem.code for problem in checked.problems} == {"unknown-organisation", "not-a-single-value"}
    assert FILE.id not in checked.register.records
