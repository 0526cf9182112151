"""An organisation is both recipient and partner of one project.

PASS:
    recipient: region-orebro-lan
    partners: biogas-ost
FAIL:
    recipient: region-orebro-lan
    partners: [biogas-ost, region-orebro-lan]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set, typed_at
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every partner that is a recipient, after every later decision too."""
    for step in steps_that_set(record, "partners", "recipient"):
        recipients = stated(step.decision.recipient) or ()
        for index, partner in enumerate(step.decision.partners or ()):
            if partner in recipients:
                yield Fault(typed_at(record, step, f"partners.{index}", "recipient"), {"given": partner})


RULE = Rule("partner-is-recipient", Severity.WARNING, check, about="partners")
