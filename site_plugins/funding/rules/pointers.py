"""Where a decision points into the registers: every id with its place, for the rules about unknown ids."""

from __future__ import annotations

from collections.abc import Iterator

from funding.model.part import stated
from funding.model.registers import Registers
from funding.problem import KeyPath
from funding.register import Record

Pointer = tuple[KeyPath, str]


def organisations_of(record: Record) -> Iterator[Pointer]:
    """Give every organisation id of a decision and its later decisions."""
    for step in record.steps:
        for index, id_ in enumerate(stated(step.decision.recipient) or ()):
            yield step.at("recipient", index), id_
        for index, id_ in enumerate(step.decision.partners or ()):
            yield step.at("partners", index), id_
        for index, part in enumerate((step.decision.grant.parts if step.decision.grant else None) or ()):
            if part.recipient:
                yield step.at("grant", "parts", index, "recipient"), part.recipient


def points_only_at(record: Record, lists: Registers) -> bool:
    """Tell whether every register entry that a decision points at is there and free of faults."""
    return all(id_ in lists.organisations for _, id_ in organisations_of(record))
