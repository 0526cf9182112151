"""Every rule about what may not change in silence, one a file, listed here and nowhere else.

A rule looks at a pair (one decision that was published at a revision, and what it is today) or at all that was
published. They are asked by ``funding check --against`` alone; files that are the same as then break none of them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from funding.against.rules import (
    amendment_vanished,
    changed_in_silence,
    correction_unlike_before,
    decision_hidden,
    decision_vanished,
    moved_without_redirect,
    redirect_dropped,
    removed_in_silence,
    standard_condition_changed,
    status_not_a_step,
)
from funding.against.since import Pair, Since
from funding.judging.rule import Rule
from funding.problem import Severity

PAIR_RULES: Final[tuple[Rule[Pair], ...]] = (
    amendment_vanished.RULE,
    changed_in_silence.RULE,
    correction_unlike_before.RULE,
    removed_in_silence.RULE,
    status_not_a_step.RULE,
)

SINCE_RULES: Final[tuple[Rule[Since], ...]] = (
    decision_hidden.RULE,
    decision_vanished.RULE,
    moved_without_redirect.RULE,
    redirect_dropped.RULE,
    standard_condition_changed.RULE,
)

AGAINST_SEVERITIES: Final[Mapping[str, Severity]] = MappingProxyType(
    {rule.code: rule.severity for rule in PAIR_RULES} | {rule.code: rule.severity for rule in SINCE_RULES}
)
"""How much each rule weighs, by its code."""
