"""Makes registers of a few decisions from trees."""

from __future__ import annotations

from typing import Any

from funding.model.decision import Decision
from funding.model.registers import (
    Body,
    FundSource,
    Municipality,
    Organisation,
    Registers,
    StandardCondition,
    Theme,
)
from funding.register import Record, Register

BASE: dict[str, Any] = {
    "title": "Ett projekt",
    "status": "granted",
    "recipient": "a",
    "decision": {"body": "namnden", "date": "2024-03-06"},
    "grant": {"amount": "100"},
}
ORGANISATIONS = {
    "vi": {"name": "Vi"},
    "annan": {"name": "Annan"},
    "a": {"name": "A"},
    "b": {"name": "B"},
    "a-enhet": {"name": "Enheten", "unit_of": "a"},
    "a-grupp": {"name": "Gruppen", "unit_of": "a-enhet"},
}
BODIES = {
    "namnden": {"name": "Nämnden"},
    "chefen": {"name": "Chefen", "organisation": "vi"},
    "andra": {"name": "Andra", "organisation": "annan"},
}
SOURCES = {"fond": {"name": "Fonden"}, "del": {"name": "Delen", "part_of": "fond"}, "egna": {"name": "Egna medel"}}
CONDITIONS = {
    "full": {"type": "full_financing", "text": "Full finansiering."},
    "frivillig": {"type": "eu_grant", "text": "EU.", "precondition": "false", "terms": "T1"},
}


def record(id_: str, /, **keys: Any) -> Record:
    """Make a record from the base with other keys; ``None`` takes a key away."""
    tree = {key: value for key, value in {**BASE, **keys}.items() if value is not None}
    return Record(id_, f"decisions/{id_}.yml", Decision.model_validate(tree), "")


def register(*records: Record) -> Register:
    lists = Registers(
        organisations={id_: Organisation.model_validate(entry) for id_, entry in ORGANISATIONS.items()},
        bodies={id_: Body.model_validate(entry) for id_, entry in BODIES.items()},
        sources={id_: FundSource.model_validate(entry) for id_, entry in SOURCES.items()},
        conditions={id_: StandardCondition.model_validate(entry) for id_, entry in CONDITIONS.items()},
        themes={"tema": Theme(name="Tema")},
        municipalities={code: Municipality(name=code) for code in ("1880", "1881")},
    )
    return Register({made.id: made for made in records}, (), lists, "vi")


def ids(records: tuple[Record, ...]) -> list[str]:
    return [made.id for made in records]
