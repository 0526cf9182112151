"""A later decision is called a change of something that it leaves as it was.

PASS:
    recipient: orebro-kommun
    amendments: [{date: 2024-05-02, kind: recipient, reason: Ny ägare., set: {recipient: kumla-kommun}}]
FAIL:
    recipient: orebro-kommun
    amendments: [{date: 2024-05-02, kind: recipient, reason: Ny ägare.}]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from funding.judging.amendments import of_kind
from funding.judging.rule import Fault, Rule
from funding.model.decision import Decision
from funding.model.part import stated
from funding.model.vocabulary import AmendmentKind
from funding.problem import Severity
from funding.register import Record

_Comparison: TypeAlias = Callable[[Decision, Decision], bool]


def check(record: Record) -> Iterator[Fault]:
    """Find every such kind; what was absent or not stated before is skipped. A condition must be newly met."""
    for kind, (key, is_same) in _OF_KIND.items():
        for where, later in of_kind(record, kind):
            if is_same(later.before, later.after):
                yield Fault(where, {"kind": kind.value, "key": key})


def _same(value: Callable[[Decision], object]) -> _Comparison:
    return lambda before, after: bool(value(before)) and value(before) == value(after)


def _nothing_newly_met(before: Decision, after: Decision) -> bool:
    return bool(before.conditions) and not _met(after) - _met(before)


def _met(decision: Decision) -> Counter[object]:
    return Counter((condition.names, condition.met) for condition in decision.conditions or () if condition.met)


_OF_KIND: Final[Mapping[AmendmentKind, tuple[str, _Comparison]]] = MappingProxyType(
    {
        AmendmentKind.RECIPIENT: ("recipient", _same(lambda decision: stated(decision.recipient))),
        AmendmentKind.PARTNER: ("partners", _same(lambda decision: decision.partners)),
        AmendmentKind.FINANCING: ("financing", _same(lambda decision: decision.financing)),
        AmendmentKind.REPORTING_PERIOD: ("reports", _same(lambda decision: decision.reports)),
        AmendmentKind.CONDITION_MET: ("conditions", _nothing_newly_met),
    }
)

RULE = Rule("kind-without-change", Severity.ERROR, check)
