"""What a decision is selected, counted and sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from funding.cache import Row as Packed
from funding.model.dates import PartialDate
from funding.model.money import OUR_CURRENCY
from funding.register import Record, Register
from funding.register.register import with_above
from funding.register.sums import counts, whole

FACETS: Final = (
    "status",
    "kind",
    "year",
    "body",
    "funder",
    "source",
    "recipient",
    "municipality",
    "theme",
    "condition",
    "condition_state",
)
SINGLE: Final = frozenset({"status", "kind", "year"})
"""The facets of which every decision has at most one value."""

NOT_COUNTED, COUNTED, WITHOUT_AMOUNT, FOREIGN = range(4)
"""What a decision is in a sum: nothing, its amount, one more without amount, or an amount in another currency."""
APPROXIMATE: Final = 4
OURS: Final = 8

_EPOCH: Final = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Facts(Packed):
    """The facts of one decision.

    ``values`` are those of each facet, in the order of :data:`FACETS`, with all above them. ``amount`` is in whole
    units of ``currency``. ``counting`` is what it is in a sum, with :data:`APPROXIMATE` and :data:`OURS` added.
    ``decided`` is the first day of the decision's date, in days since 1900-01-01, ``span`` the days to its last.
    """

    values: tuple[tuple[str, ...], ...]
    amount: int | None
    currency: str
    counting: int
    decided: int | None
    span: int


def facts_of(record: Record, register: Register) -> Facts:
    """Give the facts of a decision of a register."""
    amount = whole(record)
    day = record.decided
    return Facts(
        _values(record, register),
        amount.value if amount else None,
        record.current.money.currency,
        _counting(record, register),
        (day.first - _EPOCH).days if day else None,
        (day.last - day.first).days if isinstance(day, PartialDate) else 0,
    )


def _values(record: Record, register: Register) -> tuple[tuple[str, ...], ...]:
    decision = record.current
    conditions = register.conditions(record)
    sources = (entry.source for entry in decision.money.sources or ())
    return (
        (record.status.value,),
        (decision.kind.value,),
        (str(record.year),),
        record.bodies,
        register.funders(record),
        tuple(with_above(sources, register.source_parents)),
        tuple(with_above(record.recipients, register.unit_parents)),
        register.municipalities(record),
        decision.themes or (),
        tuple(dict.fromkeys(condition.type.value for condition in conditions)),
        tuple(dict.fromkeys(condition.state.value for condition in conditions)),
    )


def _counting(record: Record, register: Register) -> int:
    ours = OURS if register.ours(record) else 0
    if not counts(record):
        return ours | NOT_COUNTED
    amount = whole(record)
    if amount is None:
        return ours | WITHOUT_AMOUNT
    if record.current.money.currency != OUR_CURRENCY:
        return ours | FOREIGN
    return ours | COUNTED | (APPROXIMATE if amount.about else 0)
