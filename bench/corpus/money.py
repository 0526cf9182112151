"""The money of an invented decision: grant, budget and others' financing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from bench.corpus.facts import REFUSED, Facts, ids, long_tailed, recipients_until
from bench.corpus.yaml_lines import money

_BASES: Final = ("booked_costs",) * 12 + (
    "eligible_costs",
    "approved_costs",
    "actual_costs",
    "total_costs",
    "not_stated",
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How the money is stated. ``plain`` means one amount that nothing else must add up to."""

    stated: bool
    by_source: bool
    by_year: bool
    by_part: bool

    @property
    def plain(self) -> bool:
        """Whether a later decision may change the amount alone."""
        return self.stated and not (self.by_source or self.by_year or self.by_part)


def shape(facts: Facts, chance: Random) -> Shape:
    """Draw how the money of a decision is stated."""
    stated = chance.random() > 0.015 or facts.kind == "framework"
    by_part = stated and len(facts.recipients) > 1 and chance.random() < 0.5
    return Shape(
        stated=stated,
        by_source=stated and len(facts.sources) > 1,
        by_year=stated and not by_part and facts.kind == "project" and chance.random() < 0.06,
        by_part=by_part,
    )


def grant(facts: Facts, chance: Random, form: Shape) -> Iterator[str]:
    """Give the grant, or what was applied for where nothing was granted."""
    if facts.status in REFUSED:
        yield f"applied_amount: {money(facts.amount)}"
        return
    yield "grant:"
    yield f"  amount: {money(facts.amount) if form.stated else 'not_stated'}"
    if chance.random() < 0.8:
        yield f"  ceiling: {'true' if chance.random() < 0.9 else 'false'}"
    if facts.kind == "operating_grant":
        yield "  yearly: true"
    else:
        yield "  shares:"
        yield f"    - {{percent: {facts.percent}, of: {chance.choice(_BASES)}}}"
    yield "  sources:"
    yield from _sources(facts, form)
    if form.by_year:
        yield "  per_year:"
        yield from _years(facts)
    if form.by_part:
        yield "  parts:"
        yield from _parts(facts)


def _split(amount: int, count: int) -> list[int]:
    part = amount // count
    return [amount - part * (count - 1), *[part] * (count - 1)]


def _sources(facts: Facts, form: Shape) -> Iterator[str]:
    amounts = _split(facts.amount, len(facts.sources))
    for source, amount in zip(facts.sources, amounts, strict=True):
        stated = f", amount: {money(amount)}" if form.by_source else ""
        yield f"    - {{source: {source}{stated}}}"


def _years(facts: Facts) -> Iterator[str]:
    years = range(facts.start.year, facts.end.year + 1)
    for year, amount in zip(years, _split(facts.amount, len(years)), strict=True):
        yield f"    {year}: {money(amount)} kr"


def _parts(facts: Facts) -> Iterator[str]:
    for recipient, amount in zip(facts.recipients, _split(facts.amount, len(facts.recipients)), strict=True):
        yield f"    - {{recipient: {recipient}, amount: {money(amount)}}}"


def budget(facts: Facts, chance: Random) -> Iterator[str]:
    """Give the whole budget and, for one in three, others' money in it."""
    if facts.kind == "framework":
        return
    about = "drygt " if chance.random() < 0.02 else ""
    yield f"total_budget: {about}{money(facts.budget)}"
    left = facts.budget - facts.amount
    if chance.random() < 0.35 and left > 0:
        yield "financing:"
        pool = recipients_until(facts.number)
        others = ids([long_tailed(chance, pool) for _ in range(chance.randint(1, 3))])
        for financier in others:
            status = chance.choice(("applied", "confirmed"))
            yield f"  - {{financier: {financier}, amount: {money(left // (len(others) + 1))}, status: {status}}}"
