"""Granted money before and after a change: in all, by year and by source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from funding.against import Side, Sides
from funding.register import Register, Total, total
from funding.register.sums import part_of_source


class Selection(StrEnum):
    """What a sum is of."""

    ALL = "all"
    YEAR = "year"
    SOURCE = "source"


SumKey: TypeAlias = tuple[bool, Selection, str]
"""Whether it is money that the site's own organisation granted, what it is of, and which."""


@dataclass(frozen=True, slots=True)
class SumChange:
    """A sum that is another. ``ours`` is money that the site's own organisation granted; else it is others'.

    ``name`` is the year or the id of the source, empty for the sum of all.
    """

    ours: bool
    selection: Selection
    name: str
    then: Total
    now: Total


def sum_changes(sides: Sides) -> Iterator[SumChange]:
    """Give every sum that differs, as readers see the sums on the day of the check."""
    then, now = _sums(sides.then, sides.today), _sums(sides.now, sides.today)
    for key in sorted({*then, *now}, key=lambda key: (not key[0], list(Selection).index(key[1]), key[2])):
        before, after = then.get(key, Total()), now.get(key, Total())
        if _money(before) != _money(after):
            yield SumChange(*key, before, after)


def _money(amount: Total) -> tuple[object, ...]:
    return amount.granted, amount.without_amount, amount.approximate, tuple(amount.foreign.items())


def _sums(side: Side, today: date) -> Mapping[SumKey, Total]:
    register = side.sound.published(today)
    found: dict[SumKey, Total] = {}
    for ours, records in zip((True, False), register.ours_and_others(register.records.values()), strict=True):
        part = Register({record.id: record for record in records}, (), register.lists, register.own)
        found[ours, Selection.ALL, ""] = total(records)
        found |= {(ours, Selection.YEAR, year): total(of_year) for year, of_year in part.by_year.items()}
        for source, of_source in part.by_source.items():
            share = part_of_source(part.with_subfunds(source))
            found[ours, Selection.SOURCE, source] = total(of_source, share)
    return found
