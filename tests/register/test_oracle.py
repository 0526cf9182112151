"""The register's counts and sums are those that the examples state, and those that a plain count of the files gives."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from funding.check import check
from funding.labels import Words
from funding.project import find_project
from funding.register import Record, Register, total
from tests.register import naive
from tests.site.projects import ROOT

FACETS: dict[str, Callable[[Record], Iterable[str]]] = {
    "status": lambda record: [record.status.value],
    "year": lambda record: [str(record.year)],
    "source": lambda record: [entry.source for entry in record.current.money.sources or ()],
    "body": lambda record: record.bodies,
    "recipient": lambda record: record.recipients,
    "municipality": lambda record: getattr(record.current.location, "municipalities", None) or (),
    "themes": lambda record: record.current.themes or (),
}
PROJECTS = (ROOT, *sorted(path for path in (ROOT / "tests/regions").iterdir() if path.is_dir()))


def read(root: Path, settings: Path = ROOT) -> Register:
    found = check(root, find_project(settings).options, Words("sv"), date(2026, 11, 23))
    assert [problem for problem in found.problems if problem.severity.value == "error"] == []
    return found.register


def by_facet(register: Register, facet: str) -> dict[str, dict[str, int]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in register.records.values():
        for key in dict.fromkeys(FACETS[facet](record)) or ["none"]:
            groups[key].append(record)
    return {key: {"count": len(found), "granted_sum": total(found).granted} for key, found in groups.items()}


Examples = tuple[Register, dict[str, Any]]


@pytest.fixture(scope="module")
def examples(shared: Path) -> Examples:
    return read(shared / "examples"), json.loads((shared / "examples/sums.json").read_text("utf-8"))


def test_examples_have_the_sums_that_they_state(examples: Examples) -> None:
    register, sums = examples
    whole = total(register.records.values())
    assert (whole.records, whole.granted) == (sums["count"], sums["granted_sum"])
    assert set(sums) == {"count", "granted_sum", *FACETS}


@pytest.mark.parametrize("facet", FACETS)
def test_examples_have_the_sums_of_each_facet(facet: str, examples: Examples) -> None:
    register, sums = examples
    assert by_facet(register, facet) == sums[facet]


@pytest.mark.parametrize("facet", FACETS)
def test_plain_count_of_the_examples_agrees(
    facet: str, shared: Path, examples: tuple[Register, dict[str, Any]]
) -> None:
    plain = {key: asdict(count) for key, count in naive.counted(shared / "examples/decisions", facet).items()}
    assert plain == examples[1][facet]


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_plain_count_of_a_project_agrees(project: Path, facet: str) -> None:
    plain = {key: asdict(count) for key, count in naive.counted(project / "decisions", facet).items()}
    assert by_facet(read(project, project), facet) == plain


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_plain_sum_of_a_project_agrees(project: Path) -> None:
    trees = naive.trees(project / "decisions").values()
    register = read(project, project)
    whole = total(register.records.values())
    assert (whole.records, whole.granted) == (len(trees), sum(map(naive.in_kronor, trees)))
    counted = [tree for tree in trees if tree["status"] in naive.COUNTED and tree.get("kind") != "framework"]
    assert whole.granting == len(counted)
    assert whole.without_amount == sum(naive.amount(tree) is None for tree in counted)
