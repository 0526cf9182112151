"""An id that must stand in the register of organisations does not.

PASS:
    recipient: region-orebro-lan
FAIL:
    recipient: region-örebro-län
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.problem import Severity
from funding.rules.pointers import organisations_of
from funding.rules.rule import Fault, Rule, Whole
from funding.source import RegisterName


def check(whole: Whole) -> Iterator[Fault]:
    """Find every organisation that a decision names and no register holds."""
    known = whole.known.get(RegisterName.ORGANISATIONS)
    if known is None:
        return
    for record in whole.register.records.values():
        for where, id_ in organisations_of(record):
            if id_ not in known:
                yield Fault(where, {"given": id_, "known": ", ".join(sorted(known))}, path=record.path)


RULE = Rule("unknown-organisation", Severity.ERROR, check)
