"""A part of the grant goes to an organisation that is no recipient of it.

PASS:
    recipient: [orebro-kommun, kumla-kommun]
    grant: {parts: [{recipient: kumla-kommun, amount: 100 000}]}
FAIL:
    recipient: orebro-kommun
    grant: {parts: [{recipient: kumla-kommun, amount: 100 000}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set, typed_at
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every such part, after every later decision too; not where the recipient is not stated."""
    for step in steps_that_set(record, "grant.parts", "recipient"):
        recipients = stated(step.decision.recipient)
        for index, part in enumerate(step.decision.money.parts or ()):
            if recipients and part.recipient and part.recipient not in recipients:
                where = typed_at(record, step, f"grant.parts.{index}.recipient", "grant.parts", "recipient")
                yield Fault(where, {"given": part.recipient})


RULE = Rule("part-recipient-not-recipient", Severity.WARNING, check, about="grant.parts")
