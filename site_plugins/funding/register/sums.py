"""Granted money: what counts, what is counted beside, and a source's or recipient's part of it.

One rule for every sum on the site: the grant as it stands today, of what is granted, completed or cancelled,
in SEK, and never a framework, because the decisions drawn from it are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from funding.model.money import OUR_CURRENCY, Amount, added
from funding.model.vocabulary import Kind
from funding.register.record import Record


@dataclass(frozen=True, slots=True)
class Total:
    """A sum and what stands beside it.

    ``granted`` is whole kronor. ``records`` is every decision of the selection, ``granting`` those that count as
    granted, ``without_amount`` those among them whose amount is not known, ``foreign`` the sums in other currencies.
    """

    granted: int = 0
    records: int = 0
    granting: int = 0
    without_amount: int = 0
    approximate: bool = False
    foreign: dict[str, int] = field(default_factory=dict)


class Term(NamedTuple):
    """What a decision that counts as granted is in a sum: its amount, where it is known."""

    amount: Amount | None
    currency: str


PartOf = Callable[[Record], Amount | None]


def counts(record: Record) -> bool:
    """Tell whether a decision is granted money: its status says so, and it is no framework."""
    return record.status.counts and record.current.kind is not Kind.FRAMEWORK


def whole(record: Record) -> Amount | None:
    """Give the whole amount as it stands today, where it is known."""
    amount = record.current.money.whole
    return amount if isinstance(amount, Amount) else None


def counted(record: Record) -> int | None:
    """Give what a decision is in a sum, in whole kronor; ``None`` where it adds nothing that is known."""
    amount = whole(record)
    ours = counts(record) and record.current.money.currency == OUR_CURRENCY
    return amount.value if amount and ours else None


def part_of_source(sources: frozenset[str]) -> PartOf:
    """Make the function that gives the part from some sources: the stated part, else the whole."""

    def part(record: Record) -> Amount | None:
        named = [s for s in record.current.money.sources or () if s.source in sources]
        amounts = [s.amount for s in named if s.amount is not None]
        return added(amounts) if named and len(amounts) == len(named) else whole(record)

    return part


def part_of_recipient(recipients: frozenset[str]) -> PartOf:
    """Make the function that gives the part of some recipients: the stated parts, else the whole.

    A former recipient has nothing: after a change of recipient the amount counts at the current one.
    """

    def part(record: Record) -> Amount | None:
        if recipients.isdisjoint(record.recipients):
            return Amount(0)
        named = [p for p in record.current.money.parts or () if p.recipient in recipients]
        amounts = [p.amount for p in named if p.amount is not None]
        return added(amounts) if named and len(amounts) == len(named) else whole(record)

    return part


def has_parts(record: Record) -> bool:
    """Tell whether the part of a source or recipient that a decision names may be another than the whole."""
    money = record.current.money
    return bool(money.parts) or any(source.amount is not None for source in money.sources or ())


def total(records: Iterable[Record], share: PartOf = whole) -> Total:
    """Add up granted money over some decisions, each once; ``share`` gives how much of each."""
    return added_up(term(record, share) for record in records)


def term(record: Record, share: PartOf = whole) -> Term | None:
    """Give what a decision is in a sum; ``None`` where it does not count as granted."""
    return Term(share(record), record.current.money.currency) if counts(record) else None


def added_up(terms: Iterable[Term | None]) -> Total:
    """Add up what some decisions are in a sum."""
    granted = found = granting = without = 0
    approximate = False
    foreign: dict[str, int] = {}
    for one in terms:
        found += 1
        if one is None:
            continue
        granting += 1
        amount, currency = one
        if amount is None:
            without += 1
        elif currency == OUR_CURRENCY:
            granted += amount.value
            approximate = approximate or amount.about is not None
        elif amount.value:
            foreign[currency] = foreign.get(currency, 0) + amount.value
    return Total(granted, found, granting, without, approximate, dict(sorted(foreign.items())))
