"""A decision that has faults, judged as far as that is possible without what they may mean.

A rule says what it can find without asking for a key that is left open, and no more: no problem is told that would be
gone when the fault is mended, whatever the mend.
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.check.running import run, until_open
from funding.judging.pointers import Pointer, families_of
from funding.model.facts import Acknowledgement
from funding.problem import Finding, Severity
from funding.register import Record
from funding.rules import LATER_RULES, RECORD_RULES


def judged_partly(record: Record, before: list[Finding]) -> tuple[list[Finding], tuple[Pointer, ...]]:
    """Give everything that is wrong with a partial decision and not acknowledged, and where it points.

    ``before`` is what was found already, by reading and typing.
    """
    found = [
        finding for rule in (*RECORD_RULES, *LATER_RULES) for finding in until_open(run((rule,), record, record.path))
    ]
    pointers = tuple(pointer for family in families_of(record) for pointer in until_open(family))
    acknowledged = _acknowledged(record)
    if acknowledged is None:
        found = [finding for finding in found if finding.severity is Severity.ERROR]
    silent = {(Severity.WARNING, code) for code in acknowledged or ()}
    return [finding for finding in (*before, *found) if (finding.severity, finding.code) not in silent], pointers


def _acknowledged(record: Record) -> frozenset[str] | None:
    """Give the codes that a file acknowledges; ``None`` where nobody can read them."""
    given = list(until_open(_given(record)))
    return frozenset(entry.code for entry in given[0]) if given else None


def _given(record: Record) -> Iterator[tuple[Acknowledgement, ...]]:
    yield record.original.acknowledged or ()
