"""The JSON of a decision: the model's keys in the long form, the same bytes each time, only what is published."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from funding.exports.decision_json import decision_json, long_form
from funding.model.current import current_decision
from funding.model.decision import Decision
from funding.model.money import Amount
from funding.model.registers import Body, Registers
from funding.register import Record, Register
from funding.source import list_files, read_document
from tests.model.trees import decision_trees
from tests.site.projects import ROOT

AS_OF = date(2026, 11, 23)
URL = "https://www.example.se/beslut/2024/x/"
TREE = {
    "title": "Ett projekt",
    "status": "granted",
    "references": ["24RS77", {"value": "0200", "scheme": "case_id"}],
    "recipient": "a",
    "decision": {"body": "namnden", "date": "2024-03"},
    "grant": {"amount": "ca 2 544 984 kr", "ceiling": "true", "shares": {"percent": "33,30", "of": "not_stated"}},
    "total_budget": "100",
    "period": {"start": "2024", "end": {"date": "2025-06", "as_printed": "2025-06-31"}},
    "location": "all",
    "payments": {"date": "2024-05-01", "amount": "10,50"},
    "amendments": {"date": "2025", "kind": "scope", "set": {"title": "Nytt", "grant.per_year.2025": "0"}},
}


def texts(value: Any) -> Any:
    """Write a long form as the text that a file would hold."""
    if isinstance(value, dict):
        return {key: texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [texts(inner) for inner in value]
    return (
        str(value).lower()
        if isinstance(value, bool)
        else f"{Decimal(repr(value)):f}"
        if isinstance(value, float)
        else str(value)
    )


def register(*records: Record) -> Register:
    lists = Registers(
        bodies={"namnden": Body(name="Nämnden"), "annan": Body(name="Annan", organisation="annan-region")}
    )
    return Register({record.id: record for record in records}, (), lists, "vi")


def record(id_: str = "2024/x", /, **keys: Any) -> Record:
    return Record(id_, f"decisions/{id_}.yml", Decision.model_validate({**TREE, **keys}), "")


def data(made: Record, *others: Record) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(decision_json(made, register(made, *others), URL, AS_OF))
    return found


def test_says_what_the_contract_says() -> None:
    found = data(record())
    assert list(found) == ["id", "url", "as_of", "status", "funder", "original", "current"]
    assert found | {"original": 0, "current": 0} == {
        "id": "2024/x",
        "url": URL,
        "as_of": "2026-11-23",
        "status": "granted",
        "funder": ["vi"],
        "original": 0,
        "current": 0,
    }


def test_long_form_spells_out_lists_numbers_dates_and_defaults() -> None:
    assert data(record())["original"] == {
        "title": "Ett projekt",
        "own_title": False,
        "status": "granted",
        "kind": "project",
        "references": [{"value": "24RS77", "scheme": "dnr"}, {"value": "0200", "scheme": "case_id"}],
        "recipient": ["a"],
        "decision": {"body": ["namnden"], "date": "2024-03"},
        "grant": {
            "amount": "ca 2544984",
            "currency": "SEK",
            "ceiling": True,
            "yearly": False,
            "shares": [{"percent": 33.3, "of": "not_stated"}],
        },
        "total_budget": 100,
        "period": {"start": "2024", "end": {"date": "2025-06", "as_printed": "2025-06-31"}},
        "location": "all",
        "payments": [{"date": "2024-05-01", "amount": 10.5, "kind": "claim"}],
        "amendments": [
            {
                "status": "granted",
                "date": "2025",
                "kind": ["scope"],
                "set": {"title": "Nytt", "grant.per_year.2025": 0},
            }
        ],
        "source_kind": "primary",
    }


def test_current_is_the_original_after_its_amendments_and_has_none_left_to_apply() -> None:
    found = data(record())["current"]
    assert found["title"] == "Nytt"
    assert found["grant"]["per_year"] == {"2025": 0}
    assert "amendments" not in found


def test_funder_is_the_organisation_of_the_body() -> None:
    assert data(record(decision={"body": ["annan", "namnden"]}))["funder"] == ["annan-region", "vi"]
    assert data(record(decision={"body": "not_stated"}))["funder"] == "not_stated"


def test_decision_that_is_not_published_is_not_pointed_at() -> None:
    pointing = {"related": ["2024/a", "2024/b"], "continues": "2024/b", "within": "2024/b"}
    found = data(record(**pointing), record("2024/a"))
    for form in ("original", "current"):
        assert found[form]["related"] == ["2024/a"]
        assert not {"continues", "within"} & set(found[form])
    everything = data(record(**pointing), record("2024/a"), record("2024/b"))
    assert everything["current"]["related"] == ["2024/a", "2024/b"]
    assert everything["original"]["within"] == "2024/b"


def test_same_arguments_give_the_same_utf8() -> None:
    made = record(title="Åäö <b>&\u2019")
    first = decision_json(made, register(made), URL, AS_OF)
    assert first == decision_json(record(title="Åäö <b>&\u2019"), register(made), URL, AS_OF)
    assert "Åäö <b>&\u2019" in first.decode("utf-8")
    assert first.endswith(b"}\n")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(decision_trees())
def test_it_is_written_as_the_standard_library_writes_json(tree: Any) -> None:
    pointing_nowhere = {"related": None, "continues": None, "within": None}
    decision = Decision.model_validate({**tree, "decision": {"body": "namnden"}}).model_copy(update=pointing_nowhere)
    for form in (decision, decision.model_copy(update={"amendments": None})):
        made = Record("2024/x", "", form, "")
        written = decision_json(made, register(made), URL, AS_OF).decode()
        assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=1) + "\n"
        assert json.loads(written)["original"] == json.loads(json.dumps(long_form(form)))
        assert json.loads(written)["current"].get("amendments") is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(decision_trees())
def test_long_form_reads_back_as_the_same_decision(tree: Any) -> None:
    decision = Decision.model_validate(tree)
    written = json.loads(json.dumps(long_form(decision)))
    assert Decision.model_validate(texts(written)) == decision
    current = current_decision(decision)
    amount = current.money.amount
    if not isinstance(amount, Amount) or amount.value > 0:  # what a change takes below one krona is an error
        assert Decision.model_validate(texts(json.loads(json.dumps(long_form(current))))) == current


@pytest.mark.parametrize("project", [ROOT, *sorted((ROOT / "tests/regions").iterdir())], ids=lambda path: path.name)
def test_published_decisions_read_back(project: Path) -> None:
    for file in list_files(project, "decisions").files:
        if file.id:
            decision = Decision.model_validate(read_document(project, file).tree)
            assert Decision.model_validate(texts(long_form(decision))) == decision
