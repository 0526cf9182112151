"""Every fact of the table of real decisions stands where ``facts.yml`` says, read back through the model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.facts.places import TABLE, Project, agrees, find, leaves, project

TOLD = [name for name, entry in TABLE["entries"].items() if "file" in entry]
FIGURES = re.compile(r"\d+(?: \d{3})*")


@pytest.fixture(scope="session")
def rows(shared: Path) -> dict[str, dict[str, str]]:
    """Give the facts of every row by their ways: ``shares.0.percent``. Everything is text."""
    given_rows = yaml.load((shared / "data" / "real_decisions.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - gives text only
    return {row["id"]: dict(leaves(row)) for row in given_rows}


@dataclass(frozen=True)
class Row:
    """One row of the table with the files that tell it."""

    known: Project
    decision: dict[str, Any]
    second: dict[str, Any] | None
    entry: dict[str, Any]

    def faults(self, facts: dict[str, str]) -> list[str]:
        """Name every fact without a place, every place without its fact, and every unused place."""
        places = self.entry.get("facts", {})
        found = [f"{key}: the row has no such fact" for key in places if key not in facts]
        for key, fact in facts.items():
            place = places.get(key, TABLE["usual"].get(key))
            if place is None:
                found.append(f"{key}: no place")
            elif not self.stands(key, fact, place):
                found.append(f"{key}: {fact!r} does not stand at {place}")
        return found

    def stands(self, key: str, fact: str, place: Any) -> bool:
        """Tell whether a fact stands at a place, in any of the forms that ``facts.yml`` explains."""
        match place:
            case {"and_at": way}:
                stands = self.second is not None and self.equals(key, fact, way, self.second)
            case {"at": way, "says": part}:
                stands = part in fact and self.equals(key, part, way, self.decision)
            case {"at": way, "is": value}:
                found = find(self.known, self.decision, way)
                stands = found is True if value == "true" else found == value
            case {"in": way, "as": words}:
                figures = [figure.replace(" ", "") for figure in FIGURES.findall(words)]
                text = str(find(self.known, self.decision, way))
                stands = words.casefold() in text.casefold() and all(figure in fact for figure in figures)
            case {"all": several}:
                stands = all(self.stands(key, fact, one) for one in several)
            case {"left_out": reason}:
                stands = bool(reason)
            case _:
                stands = self.equals(key, fact, place, self.decision)
        return stands

    def equals(self, key: str, fact: str, way: str, decision: dict[str, Any]) -> bool:
        """Tell whether a place holds the fact itself, or the word that the model has for it."""
        value = None if way == "title" and decision["own_title"] else find(self.known, decision, way)
        word = TABLE["words"].get(key, {}).get(fact, fact)
        return agrees(word, value, in_register=" > " in way)


def row(name: str, **changed: str) -> Row:
    """Give a row; ``changed`` values take the place of the file's own, by their ways with ``__`` for the dots."""
    entry = TABLE["entries"][name]
    known = project(entry["file"][0])
    decision = known.decision(entry["file"][1])
    for way, value in changed.items():
        *steps, last = way.split("__")
        target = decision
        for step in steps:
            target = target[int(step) if isinstance(target, list) else step]
        assert last in target
        target[last] = value
    second = known.decision(entry["and_file"][1]) if "and_file" in entry else None
    return Row(known, decision, second, entry)


def test_every_row_is_told_or_left_out_with_a_reason(rows: dict[str, Any]) -> None:
    assert set(TABLE["entries"]) == set(rows)
    assert all(entry["left_out"] for entry in TABLE["entries"].values() if "file" not in entry)


def test_every_decision_tells_a_row() -> None:
    files = [TABLE["entries"][name] for name in TOLD]
    told = {tuple(entry[key]) for entry in files for key in ("file", "and_file") if key in entry}
    assert told == {(name, record) for name in TABLE["projects"] for record in project(name).trees}


@pytest.mark.parametrize("name", TOLD)
def test_each_fact_stands_in_its_place(name: str, rows: dict[str, Any]) -> None:
    assert row(name).faults(rows[name]) == []


@pytest.mark.parametrize(
    ("name", "way", "value", "fact"),
    [
        ("orebro-profibre4am", "grant__amount", 1143819, "amount_max_sek"),
        ("orebro-profibre4am", "period__end", {"date": "2025-06", "as_printed": "2025-06-30"}, "end_as_printed"),
        ("orebro-rena-resan-change-2", "amendments__1__change", 439268, "amount_change_sek"),
        ("orebro-rus-genomforande", "grant__shares", [{"percent": 51, "of": "booked_costs"}], "share_percent"),
        ("orebro-uf-verksamhetsbidrag", "status", "granted", "status"),
        ("gotland-resecentrum", "recipient", ["region-gotland"], "recipient"),
        ("eruf-tekniskt-stod-oms", "period__start", "2014-01-02", "start"),
    ],
)
def test_a_fact_that_is_changed_in_a_decision_is_missed(
    name: str, way: str, value: Any, fact: str, rows: dict[str, Any]
) -> None:
    faults = row(name, **{way: value}).faults(rows[name])
    assert [fault.split(":")[0] for fault in faults] == [fact]
