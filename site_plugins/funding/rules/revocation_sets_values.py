"""A revocation changes an amount or sets values; it ends the whole grant, so there is nothing to set.

PASS:
    amendments: [{date: 2024-05-02, kind: revocation, reason: Projektet blev inte av.}]
FAIL:
    amendments: [{date: 2024-05-02, kind: revocation, reason: Projektet blev inte av., change: -100 000}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import AmendmentKind
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every set and change of a revocation."""
    for index, amendment in enumerate(record.original.amendments or ()):
        if AmendmentKind.REVOCATION in amendment.kind:
            for key in ("set", "change"):
                if getattr(amendment, key) is not None:
                    yield Fault(("amendments", index, key), {"key": key}, at_key=True)


RULE = Rule("revocation-sets-values", Severity.ERROR, check)
