"""What a decision is after later decisions: the original with each granted amendment's changes, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from funding.model.conditions import Condition
from funding.model.dates import PartialDate
from funding.model.decision import Decision
from funding.model.facts import Period
from funding.model.grant import Grant, GrantPart, SourceAmount
from funding.model.later import Amendment, Changes
from funding.model.money import Amount
from funding.model.parsing import NotStated
from funding.model.part import stated

_WHOLE = (
    "title", "recipient", "partners", "total_budget", "financing", "location", "themes", "conditions", "reports",
    "period",
)  # fmt: skip
_OF_GRANT = ("amount", "ceiling", "shares", "sources", "per_year", "parts")
_MAY_BE_NOT_STATED = frozenset({"recipient", "period", "amount"})


@dataclass(frozen=True, slots=True)
class LaterDecision:
    """One amendment with the decision before it (without what it voids) and after it.

    ``voided`` means that a later granted decision replaced it. For one that is not granted ``after`` is what would be.
    """

    amendment: Amendment
    before: Decision
    after: Decision
    voided: bool


def later_decisions(original: Decision) -> tuple[LaterDecision, ...]:
    """Work out every later decision of a file, in the order of the file."""
    amendments = original.amendments
    if not amendments:
        return ()
    voided = _voided(amendments)
    found: list[LaterDecision] = []
    gone: frozenset[int] = frozenset()
    standing = original
    for index, amendment in enumerate(amendments):
        without = gone | _targets(amendment, amendments)
        before = standing if without == gone else _after(original, amendments[:index], without)
        after = amended(before, amendment)
        found.append(LaterDecision(amendment, before, after, index in voided))
        if amendment.granted:
            gone, standing = without, before if index in without else after
    return tuple(found)


def current_decision(original: Decision) -> Decision:
    """Give the decision as it stands today: after every granted amendment that is not voided.

    What was voided stays voided when its voider is voided.
    """
    amendments = original.amendments
    return _after(original, amendments, _voided(amendments)) if amendments else original


def amended(decision: Decision, amendment: Amendment) -> Decision:
    """Give the decision with what one amendment sets; a change without a set amount is added to a known one."""
    changes = amendment.set or Changes()
    update = {name: _new(changes, name) for name in _WHOLE if name in changes.model_fields_set}
    if changes.item_states:
        conditions = update.get("conditions", decision.conditions)
        update["conditions"] = _with_states(conditions or (), changes)
    period = update.get("period", decision.period)
    if {"period_start", "period_end"} & changes.model_fields_set:
        update["period"] = _with_ends(period, changes)
    grant = _amended_grant(decision.grant, changes, amendment)
    if grant is not None:
        update["grant"] = grant
    return decision.model_copy(update=update) if update else decision


def find_amendment(amendments: tuple[Amendment, ...], pointer: str) -> list[int]:
    """Give the indexes of the amendments that an id or a date points at."""
    by_id = [index for index, a in enumerate(amendments) if a.id == pointer]
    if by_id:
        return by_id
    return [index for index, a in enumerate(amendments) if isinstance(a.when, PartialDate) and a.when.iso == pointer]


def _after(original: Decision, amendments: tuple[Amendment, ...], gone: frozenset[int]) -> Decision:
    decision = original
    for index, amendment in enumerate(amendments):
        if amendment.granted and index not in gone:
            decision = amended(decision, amendment)
    return decision


def _voided(amendments: tuple[Amendment, ...]) -> frozenset[int]:
    return frozenset(target for a in amendments if a.granted for target in _targets(a, amendments))


def _targets(amendment: Amendment, amendments: tuple[Amendment, ...]) -> frozenset[int]:
    return frozenset(find_amendment(amendments, amendment.voids) if amendment.voids else ())


def _new(changes: Changes, name: str) -> Any:
    value = getattr(changes, name)
    return None if isinstance(value, NotStated) and name not in _MAY_BE_NOT_STATED else value


def _with_ends(period: Any, changes: Changes) -> Period:
    known = stated(period) or Period()
    update: dict[str, Any] = {"months": None}
    if "period_start" in changes.model_fields_set:
        update["start"] = changes.period_start
    if "period_end" in changes.model_fields_set:
        update["end"] = changes.period_end
    return known.model_copy(update=update)


def _with_states(conditions: tuple[Condition, ...], changes: Changes) -> tuple[Condition, ...]:
    """Set the states of conditions that an id, a standard's id or a type points at; an id comes first."""
    found = list(conditions)
    by_name = {name: index for index, condition in reversed([*enumerate(found)]) for name in condition.names}
    by_name |= {condition.id: index for index, condition in reversed([*enumerate(found)]) if condition.id}
    for path, day in changes.item_states.items():
        pointer, _, state = path.removeprefix("conditions.").rpartition(".")
        if pointer in by_name:
            index = by_name[pointer]
            found[index] = found[index].model_copy(update={state: stated(day)})
    return tuple(found)


def _amended_grant(grant: Grant | None, changes: Changes, amendment: Amendment) -> Grant | None:
    known = grant or Grant()
    update = {name: _new(changes, name) for name in _OF_GRANT if name in changes.model_fields_set}
    if amendment.change is not None and "amount" not in update and isinstance(known.whole, Amount):
        update["amount"] = Amount(known.whole.value + amendment.change.value, known.whole.about)
    if changes.item_years:
        years = {int(path.rpartition(".")[2]): stated(new) for path, new in changes.item_years.items()}
        merged = {**(update.get("per_year", known.per_year) or {}), **years}
        update["per_year"] = {year: amount for year, amount in sorted(merged.items()) if amount is not None}
    if changes.item_sources:
        update["sources"] = _with_sources(update.get("sources", known.sources) or (), changes)
    if changes.item_parts:
        update["parts"] = _with_parts(update.get("parts", known.parts) or (), changes)
    return known.model_copy(update=update) if update else None


def _with_sources(sources: tuple[SourceAmount, ...], changes: Changes) -> tuple[SourceAmount, ...]:
    found = {source.source: source for source in sources}
    for path, new in changes.item_sources.items():
        name = path.removeprefix("grant.sources.")
        found[name] = SourceAmount.model_construct(source=name, amount=stated(new))
    return tuple(found.values())


def _with_parts(parts: tuple[GrantPart, ...], changes: Changes) -> tuple[GrantPart, ...]:
    found = {part.name: part for part in parts}
    for path, new in changes.item_parts.items():
        name = path.removeprefix("grant.parts.")
        if name in found:
            update = {field: stated(getattr(new, field)) for field in new.model_fields_set}
            found[name] = found[name].model_copy(update=update)
    return tuple(found.values())
