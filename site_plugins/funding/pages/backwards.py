"""What registers and decisions say, read backwards: who belongs to whom, what stands where; made once for a site."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from funding.model.facts import Everywhere
from funding.model.vocabulary import ConditionType
from funding.register import Record, Register

T = TypeVar("T")


@dataclass(frozen=True)
class Backwards:
    """The reverse of what a register says of each entry and each decision."""

    register: Register

    def make_ready(self) -> None:
        """Walk over all decisions before there are workers: one that did so would make the register its own."""
        _ = self.wordings

    @cached_property
    def predecessors(self) -> Mapping[str, tuple[str, ...]]:
        """The organisations that each one came after."""
        entries = self.register.lists.organisations.items()
        return _grouped((entry.succeeded_by, id_) for id_, entry in entries if entry.succeeded_by)

    @cached_property
    def counties(self) -> Mapping[str, str]:
        """The names of the counties by the first two digits of the codes of their municipalities."""
        found: dict[str, str] = {}
        for code, entry in self.register.lists.municipalities.items():
            if entry.county:
                found.setdefault(code[:2], entry.county)
        return found

    @cached_property
    def bodies(self) -> Mapping[str, tuple[str, ...]]:
        """The bodies of each organisation."""
        return _grouped((self.register.owner_of(body), body) for body in self.register.lists.bodies)

    @cached_property
    def for_county(self) -> Mapping[str, tuple[Record, ...]]:
        """The decisions that name a whole county as their place, by its code, newest first."""
        return _grouped(
            (county, record)
            for record in self.register.by_date
            if record.current.location is not None and not isinstance(record.current.location, Everywhere)
            for county in record.current.location.counties or ()
        )

    @cached_property
    def wordings(self) -> Mapping[ConditionType, Counter[str]]:
        """How many decisions use each standard wording today, by the type of condition."""
        found: dict[ConditionType, Counter[str]] = defaultdict(Counter)
        for record in self.register.records.values():
            used = {condition.standard for condition in record.current.conditions or () if condition.standard}
            for standard in used:
                found[self.register.lists.conditions[standard].type][standard] += 1
        return {kind: found[kind] for kind in ConditionType}


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
