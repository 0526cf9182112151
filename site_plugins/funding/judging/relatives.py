"""What the rules about other decisions share: where a decision names one."""

from __future__ import annotations

from collections.abc import Iterator

from funding.problem import KeyPath
from funding.register import Record


def relatives_of(record: Record) -> Iterator[tuple[KeyPath, str]]:
    """Give the id of every other decision that one names, with its place."""
    decision = record.original
    for index, id_ in enumerate(decision.related or ()):
        yield ("related", index), id_
    if decision.continues:
        yield ("continues",), decision.continues
    if decision.within:
        yield ("within",), decision.within
