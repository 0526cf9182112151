"""Which keys differ, held against an independent comparison of the files themselves."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from funding.against import read_both
from funding.changes import gather
from funding.changes.fields import FieldChange, field_changes, item_changes
from funding.project import find_project
from tests.repository import commit
from tests.rules.cases import PROJECT

LISTS = frozenset(
    {
        "financing",
        "source_url",
        "acknowledged",
        "themes",
        "redirect_from",
        "partners",
        "references",
        "conditions",
        "prior_handling",
        "related",
        "corrections",
        "shares",
        "amendments",
        "reports",
        "body",
        "parts",
        "also_called",
        "documents",
        "counties",
        "municipalities",
        "legal_basis",
        "payments",
        "sources",
        "recipient",
    }
)
"""Keys whose values are lists, also where one stands alone; written by hand, not taken from the model."""

TEXTS = ("title", "summary", "rationale", "economy", "outcome", "remarks")
OPTIONAL = ("summary", "references", "themes", "remarks", "location", "rationale", "economy", "total_budget", "period")


def leaves(tree: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        if isinstance(value, dict) and key not in LISTS and "as_printed" not in value:
            yield from leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def differing(old: Any, new: Any) -> set[str]:
    before, after = dict(leaves(old)), dict(leaves(new))
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def edit(tree: Any, chance: random.Random) -> None:
    """Change, add or remove something that a decision may say, somewhere in it."""
    choice = chance.randrange(7)
    grant, period = tree.get("grant", {}), tree.get("period", {})
    if choice == 0:
        tree[chance.choice([key for key in TEXTS if key in tree])] += " Och mer."
    elif choice == 1 and grant.get("amount", "x")[-1].isdecimal():
        grant["amount"] = str(chance.randrange(1, 10**9))
    elif choice == 2 and isinstance(period, dict) and isinstance(period.get("end"), str):
        period["end"] = f"20{chance.randrange(40, 60)}-05-31"
    elif choice == 3:
        tree.pop(chance.choice(OPTIONAL), None)
    elif choice == 4:
        tree["remarks"] = f"Anmärkning {chance.random()}."
    elif choice == 5 and isinstance(tree.get("conditions"), list) and len(tree["conditions"]) > 1:
        tree["conditions"].pop(chance.randrange(len(tree["conditions"])))
    else:
        tree["decision"]["paragraph"] = f"§ {chance.randrange(200, 400)}"


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_are_found_and_nothing_else(seed: int, shared: Path, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    shutil.copytree(PROJECT, tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "decisions")
    shutil.copytree(shared / "examples/decisions", tmp_path / "decisions")
    commit(tmp_path)
    expected: dict[str, set[str]] = {}
    for file in sorted((tmp_path / "decisions").glob("[12]*/*.yml")):
        text = file.read_text("utf-8")
        old, new = (yaml.load(text, Loader=yaml.BaseLoader) for _ in range(2))  # noqa: S506 - builds text only
        for _ in range(chance.randrange(3)):
            edit(new, chance)
        file.write_text(yaml.safe_dump(new, allow_unicode=True, sort_keys=chance.random() < 0.5), "utf-8")
        if differing(old, new):
            expected[f"{file.parent.name}/{file.stem}"] = differing(old, new)
    options = find_project(tmp_path).options
    changes = gather(read_both(tmp_path, options, "HEAD", date(2026, 11, 1)))
    assert {change.id: {field.path for field in change.fields} for change in changes.decisions} == expected
    assert len(expected) > 10
    assert changes.form_only


def test_group_that_becomes_a_word_is_one_value() -> None:
    old, new = {"period": {"start": "2024", "end": "2025"}}, {"period": "not_stated"}
    assert list(field_changes(old, new)) == [FieldChange("period", old["period"], "not_stated")]


def test_group_that_is_new_is_told_key_by_key() -> None:
    new = {"period": {"start": "2024", "end": "2025"}}
    assert list(field_changes({}, new)) == [
        FieldChange("period.start", None, "2024"),
        FieldChange("period.end", None, "2025"),
    ]


def test_items_of_one_name_go_together() -> None:
    old = [{"source": "a", "amount": 1}, {"source": "b", "amount": 2}, {"source": "c", "amount": 3}]
    new = [{"source": "c", "amount": 3}, {"source": "a", "amount": 9}, {"source": "d", "amount": 2}]
    assert item_changes(old, new, ("source",)) == [(old[0], new[1]), (old[1], None), (None, new[2])]
