"""The organisation that decides is also the one that gets the money. It is lawful, and readers should be told.

PASS:
    recipient: orebro-kommun
    decision: {body: regional-tillvaxtnamnd}
FAIL:
    recipient: region-orebro-lan
    decision: {body: regional-tillvaxtnamnd}  # a body of region-orebro-lan
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.funders import known_funders
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every recipient, as it stands today, that is a funder."""
    for record in whole.register.records.values():
        funders = known_funders(whole, record)
        for id_ in record.recipients:
            if id_ in funders:
                yield Fault(("recipient",), {"given": id_}, path=record.path)


RULE = Rule("funder-is-recipient", Severity.NOTE, check)
