"""A later decision is called a change of something that it leaves as it was.

PASS:
    recipient: orebro-kommun
    amendments: [{date: 2024-05-02, kind: recipient, reason: Ny ägare., set: {recipient: kumla-kommun}}]
FAIL:
    recipient: orebro-kommun
    amendments: [{date: 2024-05-02, kind: recipient, reason: Ny ägare.}]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from funding.judging.amendments import of_kind
from funding.judging.rule import Fault, Rule
from funding.model.decision import Decision
from funding.model.part import stated
from funding.model.vocabulary import AmendmentKind
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every such kind; what is absent or not stated before or after is skipped."""
    for kind, (key, value) in _OF_KIND.items():
        for where, later in of_kind(record, kind):
            before, after = value(later.before), value(later.after)
            if before and before == after:
                yield Fault(where, {"kind": kind.value, "key": key})


def _met(decision: Decision) -> list[object]:
    return [condition.met for condition in decision.conditions or ()]


_OF_KIND: Final[Mapping[AmendmentKind, tuple[str, Any]]] = MappingProxyType(
    {
        AmendmentKind.RECIPIENT: ("recipient", lambda decision: stated(decision.recipient)),
        AmendmentKind.PARTNER: ("partners", lambda decision: decision.partners),
        AmendmentKind.FINANCING: ("financing", lambda decision: decision.financing),
        AmendmentKind.REPORTING_PERIOD: ("reports", lambda decision: decision.reports),
        AmendmentKind.CONDITION_MET: ("conditions", _met),
    }
)

RULE = Rule("kind-without-change", Severity.ERROR, check)
