"""What a published decision may not lose in silence, each value by the path that a correction names it by.

Adding what was absent or not stated is free, and so are the states of conditions, payments, reports, outcome and
documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from funding.model.conditions import Condition
from funding.model.dates import PartialDate, UnreadableDate
from funding.model.decision import Decision
from funding.model.facts import Period
from funding.model.grant import Grant, Share
from funding.model.money import Amount, grouped
from funding.model.parsing import NotStated
from funding.model.part import stated
from funding.problem import KeyPath

Said: TypeAlias = Mapping[str, str]
"""The parts of a value that must stay, each as text by its name; what is absent or not stated is not in it."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """One protected value.

    ``family`` is the dotted path of its key. ``names`` are what it may be called below it, where it is one item of
    several. ``where`` is its place. ``usual`` marks what holds where nothing is said: it is lost only to another value.
    """

    family: str
    said: Said
    where: KeyPath
    names: tuple[str, ...] = ()
    usual: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The paths that a correction may call it by."""
        return tuple(f"{self.family}.{name}" for name in self.names) or (self.family,)

    @property
    def text(self) -> str:
        """What it says, for a sentence about it."""
        return ", ".join(self.said.values())

    def keeps(self, then: Guarded) -> bool:
        """Tell whether it still says all that it said then."""
        return all(self.said.get(name) == text for name, text in then.said.items())


def guarded(decision: Decision) -> Iterator[Guarded]:
    """Give every protected value that a decision has."""
    facts = decision.decision
    plain: dict[str, object] = {
        "recipient": _unordered(stated(decision.recipient)),
        "decision.body": _unordered(stated(facts.body)),
        "decision.date": facts.date,
        "decision.paragraph": facts.paragraph,
        "applied_amount": decision.applied_amount,
    }
    if isinstance(decision.period, Period):
        plain |= {f"period.{name}": getattr(decision.period, name) for name in ("start", "end", "months")}
    yield from _plain(plain)
    if decision.grant:
        yield from _of_grant(decision.grant)
    for index, reference in enumerate(stated(decision.references) or ()):
        spelt = "".join(reference.value.split()).casefold()
        yield Guarded("references", {"value": spelt}, ("references", index), (str(index), reference.value))
    for index, condition in enumerate(decision.conditions or ()):
        yield _condition(condition, index)


def text_of(value: object) -> str | None:
    """Write a value as a file would have it; ``None`` for what is absent, not stated or cannot be read."""
    if value is None or isinstance(value, NotStated | UnreadableDate):
        return None
    if isinstance(value, Amount):
        return f"{value.about} {grouped(value.value)}" if value.about else grouped(value.value)
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return grouped(value)
    return " ".join(str(value).split())


def _of_grant(grant: Grant) -> Iterator[Guarded]:
    yield from _plain({f"grant.{name}": getattr(grant, name) for name in ("amount", "ceiling")})
    for name in ("currency", "yearly"):
        value = getattr(grant, name)
        usual = value == Grant.model_fields[name].default
        yield Guarded(f"grant.{name}", _said({"value": value}), ("grant", name), usual=usual)
    for index, share in enumerate(grant.shares or ()):
        yield Guarded("grant.shares", _share(share), ("grant", "shares", index), (str(index),))
    for index, source in enumerate(grant.sources or ()):
        said = _said({"source": source.source, "amount": source.amount})
        yield Guarded("grant.sources", said, ("grant", "sources", index), (source.source, str(index)))
    for year, amount in (grant.per_year or {}).items():
        yield Guarded("grant.per_year", _said({"amount": amount}), ("grant", "per_year", str(year)), (str(year),))
    for index, part in enumerate(grant.parts or ()):
        shares = {f"share {number}": "; ".join(_share(s).values()) for number, s in enumerate(part.shares or ())}
        said = {**_said({"name": part.name, "amount": part.amount}), **shares}
        yield Guarded("grant.parts", said, ("grant", "parts", index), (part.name, str(index)))


def _condition(condition: Condition, index: int) -> Guarded:
    names = ("standard", "type", "terms", "text")
    said = _said({name: getattr(condition, name) for name in names})
    return Guarded("conditions", said, ("conditions", index), (*condition.names, str(index)))


def _share(share: Share) -> Said:
    return _said({"percent": share.percent, "of": share.of, "ceiling": share.ceiling})


def _plain(values: Mapping[str, object]) -> Iterator[Guarded]:
    for field, value in values.items():
        said = _said({"value": value})
        if said:
            yield Guarded(field, said, tuple(field.split(".")))


def _said(values: Mapping[str, object]) -> Said:
    return {name: text for name, value in values.items() if (text := text_of(value)) is not None}


def _unordered(ids: Iterable[str] | None) -> str | None:
    return None if ids is None else ", ".join(sorted(ids))
