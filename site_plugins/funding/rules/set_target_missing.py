"""A later decision sets something of a part or condition that the decision does not have.

PASS:
    conditions: [eu-stod]
    amendments: [{date: 2024-05-02, kind: condition_met, reason: Klart., set: {conditions.eu-stod.met: 2024-05-02}}]
FAIL:
    conditions: [fullt-finansierad]
    amendments: [{date: 2024-05-02, kind: condition_met, reason: Klart., set: {conditions.eu-stod.met: 2024-05-02}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.set_targets import targets
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every path to an item that is not there."""
    for target in targets(record):
        if not target.found:
            details = {"given": target.name, "known": ", ".join(dict.fromkeys(target.known))}
            yield Fault(target.where, details, at_key=True)


RULE = Rule("set-target-missing", Severity.ERROR, check)
