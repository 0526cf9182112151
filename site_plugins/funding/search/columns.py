"""The values of all decisions, a file a facet or figure: what is selected, counted and sorted by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

from funding.model.money import OUR_CURRENCY
from funding.search.encoding import json_bytes, uvarints
from funding.search.facts import FACETS, SINGLE, Facts


def columns(facts: Sequence[Facts], facets: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, bytes]]:
    """Give each column's name and payload; ``facets`` are the keys of each facet in the order of choice."""
    for place, name in enumerate(FACETS):
        index = {key: number for number, key in enumerate(facets[name])}
        values = (fact.values[place] for fact in facts)
        yield name, _single(values, index) if name in SINGLE else _several(values, index)
    yield "amount", _amounts([fact.amount for fact in facts])
    yield "counts", bytes([fact.counting for fact in facts])
    yield "decided", _decided(facts)
    if foreign := _foreign(facts):
        yield "foreign", json_bytes(foreign)


def ranks(keys: Sequence[Any]) -> bytes:
    """Write each decision's rank in the order of some keys."""
    order = sorted(range(len(keys)), key=keys.__getitem__)
    found = [0] * len(keys)
    for rank, number in enumerate(order):
        found[number] = rank
    return uvarints(found)


def _single(values: Iterable[Sequence[str]], index: Mapping[str, int]) -> bytes:
    return uvarints(index[value[0]] + 1 if value else 0 for value in values)


def _several(values: Iterable[Sequence[str]], index: Mapping[str, int]) -> bytes:
    numbers: list[int] = []
    for listed in values:
        numbers.append(len(listed))
        numbers += sorted([index[value] for value in listed])
    return uvarints(numbers)


def _amounts(amounts: Sequence[int | None]) -> bytes:
    distinct = sorted({amount for amount in amounts if amount is not None})
    index: dict[int | None, int] = {None: 0, **{amount: number for number, amount in enumerate(distinct, 1)}}
    steps = (amount - before for before, amount in zip([0, *distinct], distinct, strict=False))
    return uvarints([len(distinct)]) + uvarints(steps) + uvarints(index[amount] for amount in amounts)


def _decided(facts: Sequence[Facts]) -> bytes:
    """Write the first day of each dated decision, downwards, and how much longer those that are not exact may be."""
    days = [fact.decided for fact in facts if fact.decided is not None]
    steps = [*days[:1], *(before - day for before, day in pairwise(days))]
    inexact = [number for number, fact in enumerate(facts) if fact.span]
    spans = [(number - before, facts[number].span) for before, number in pairwise([-1, *inexact])]
    return uvarints([len(days), *steps, len(inexact), *chain.from_iterable(spans)])


def _foreign(facts: Sequence[Facts]) -> dict[int, list[Any]]:
    return {
        number: [fact.currency, fact.amount]
        for number, fact in enumerate(facts)
        if fact.amount is not None and fact.currency != OUR_CURRENCY
    }
