"""What is normally granted: the middle of amounts and shares, for those who mean to apply."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
from typing import Generic, TypeVar

from markupsafe import Markup

from funding.model.parsing import NotStated
from funding.model.vocabulary import Kind, ShareBase
from funding.pages.context import Context
from funding.register import Record
from funding.register.sums import counted, counts

NameT = TypeVar("NameT", Kind, ShareBase | None)
ENOUGH = 3
"""Of fewer decisions nothing is typical."""


@dataclass(frozen=True, slots=True)
class Typical(Generic[NameT]):
    """The middle, least and most of some numbers: whole kronor, or percent."""

    name: NameT
    count: int
    middle: Decimal
    least: Decimal
    most: Decimal


def typical_amounts(records: Iterable[Record]) -> tuple[Typical[Kind], ...]:
    """Give the amounts granted to each kind, in whole kronor as they stand today.

    Amounts per year are left out: they cannot be compared with amounts for a whole period.
    """
    found: dict[Kind, list[Decimal]] = {kind: [] for kind in Kind}
    for record in records:
        amount = counted(record)
        if amount is not None and not record.current.money.yearly:
            found[record.current.kind].append(Decimal(amount))
    return tuple(_typical(kind, amounts, Decimal(1)) for kind, amounts in found.items() if len(amounts) >= ENOUGH)


def typical_shares(records: Iterable[Record]) -> tuple[Typical[ShareBase | None], ...]:
    """Give the shares granted of each kind of costs, in percent; ``name`` is ``None`` where the costs are not known."""
    found: dict[ShareBase | None, list[Decimal]] = {base: [] for base in (*ShareBase, None)}
    for record in records:
        if counts(record):
            for share in record.current.money.shares or ():
                found[None if isinstance(share.of, NotStated) else share.of].append(share.percent)
    return tuple(_typical(base, shares, Decimal("0.01")) for base, shares in found.items() if len(shares) >= ENOUGH)


@dataclass(frozen=True, slots=True)
class TypicalRow:
    """The middle of some amounts or shares, with least and most."""

    name: str
    count: Markup
    middle: Markup
    least: Markup
    most: Markup


def amount_rows(context: Context, records: Iterable[Record]) -> tuple[TypicalRow, ...]:
    """Write the typical amounts of some decisions."""
    return tuple(_amount(context, typical) for typical in typical_amounts(records))


def share_rows(context: Context, records: Iterable[Record]) -> tuple[TypicalRow, ...]:
    """Write the typical shares of some decisions."""
    return tuple(_share(context, typical) for typical in typical_shares(records))


def _amount(context: Context, typical: Typical[Kind]) -> TypicalRow:
    form = context.form
    numbers = (form.money(int(number)) for number in (typical.middle, typical.least, typical.most))
    return TypicalRow(context.words.value(typical.name), form.number(typical.count), *numbers)


def _share(context: Context, typical: Typical[ShareBase | None]) -> TypicalRow:
    form, words = context.form, context.words
    name = words.value(typical.name) if typical.name else words.text("statistics.costs_unknown")
    numbers = (form.percent(number) for number in (typical.middle, typical.least, typical.most))
    return TypicalRow(name, form.number(typical.count), *numbers)


def _typical(name: NameT, numbers: list[Decimal], step: Decimal) -> Typical[NameT]:
    """Give the typical of some numbers; the middle is rounded half up, as in the list of decisions."""
    middle = Decimal(median(numbers)).quantize(step, ROUND_HALF_UP).normalize()
    return Typical(name, len(numbers), middle, min(numbers), max(numbers))
