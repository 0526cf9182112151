"""What a later decision may change: how it is compared, and how it is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from funding.model.decision import Decision
from funding.model.parsing import NOT_STATED, NotStated
from funding.model.part import stated
from funding.pages.format import joined
from funding.pages.parts import Shown
from funding.pages.wording import Wording

Said = Callable[[Wording, Decision], tuple[Shown, ...]]


@dataclass(frozen=True, slots=True)
class Changeable:
    """Something that a later decision may change: what to compare, and how it is said."""

    value: Callable[[Decision], Any]
    said: Said


def _end_of(name: str) -> Callable[[Decision], Any]:
    """Give a day of the period, or nothing: of a period that is not stated neither end is."""
    return lambda decision: stated(getattr(stated(decision.period), name, None))


def _said_end(name: str) -> Said:
    def said(wording: Wording, decision: Decision) -> tuple[Shown, ...]:
        period = decision.period
        day = NOT_STATED if isinstance(period, NotStated) else getattr(period, name, None)
        return () if day is None else (wording.context.form.day(day),)

    return said


def _of_grant(name: str) -> Callable[[Decision], Any]:
    return lambda decision: getattr(decision.money, name)


def _amount_said(wording: Wording, decision: Decision) -> tuple[Shown, ...]:
    return (wording.amount(decision),)


def _months_said(wording: Wording, decision: Decision) -> tuple[Shown, ...]:
    months = _end_of("months")(decision)
    return (wording.context.form.counted("decision.months", months),) if isinstance(months, int) else ()


def _years_said(wording: Wording, decision: Decision) -> tuple[Shown, ...]:
    years = decision.money.per_year or {}
    say = wording.context.form.say
    return tuple(
        say("decision.year_amount", year=year, amount=wording.money(amount, decision)) for year, amount in years.items()
    )


def _conditions_said(wording: Wording, decision: Decision) -> tuple[Shown, ...]:
    register, form = wording.context.register, wording.context.form
    said: list[Shown] = []
    for condition in decision.conditions or ():
        kind = wording.context.words.value(register.worded(condition).type)
        states = {"met": condition.met, "failed": condition.failed, "due": condition.due}
        known = [form.say(f"decision.condition_{name}", day=form.day(day)) for name, day in states.items() if day]
        said.append(form.say("decision.condition_state", kind=kind, state=joined(known)) if known else kind)
    return tuple(said)


CHANGEABLE: Mapping[str, Changeable] = {
    "title": Changeable(lambda decision: decision.title, lambda _, decision: (decision.title,)),
    "recipient": Changeable(
        lambda decision: decision.recipient, lambda wording, decision: wording.organisations(decision.recipient)
    ),
    "partners": Changeable(
        lambda decision: decision.partners, lambda wording, decision: wording.organisations(decision.partners)
    ),
    "grant.amount": Changeable(lambda decision: (decision.money.whole, decision.money.ceiling), _amount_said),
    "grant.shares": Changeable(_of_grant("shares"), lambda wording, decision: wording.shares(decision.money.shares)),
    "grant.sources": Changeable(
        _of_grant("sources"), lambda wording, decision: wording.sources(decision.money.sources, decision)
    ),
    "grant.per_year": Changeable(_of_grant("per_year"), _years_said),
    "grant.parts": Changeable(
        _of_grant("parts"), lambda wording, decision: wording.parts(decision.money.parts, decision)
    ),
    "total_budget": Changeable(
        lambda decision: decision.total_budget,
        lambda wording, decision: (wording.money(decision.total_budget, decision),),
    ),
    "financing": Changeable(
        lambda decision: decision.financing, lambda wording, decision: wording.financing(decision.financing, decision)
    ),
    "period.start": Changeable(_end_of("start"), _said_end("start")),
    "period.end": Changeable(_end_of("end"), _said_end("end")),
    "period.months": Changeable(_end_of("months"), _months_said),
    "location": Changeable(
        lambda decision: decision.location, lambda wording, decision: wording.places(decision.location)
    ),
    "themes": Changeable(
        lambda decision: decision.themes,
        lambda wording, decision: tuple(wording.links.theme(theme) for theme in decision.themes or ()),
    ),
    "conditions": Changeable(lambda decision: decision.conditions, _conditions_said),
    "reports": Changeable(
        lambda decision: decision.reports,
        lambda wording, decision: tuple(wording.report(report) for report in decision.reports or ()),
    ),
}
"""Everything that a later decision may change, by its path, in the order of a file."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs between two forms of a decision; each side may have several lines, or none."""

    label: str
    before: tuple[Shown, ...]
    after: tuple[Shown, ...]


def differences(
    wording: Wording, before: Decision, after: Decision, touched: tuple[str, ...] = ()
) -> tuple[Change, ...]:
    """Give what differs between two forms of a decision, in the order of a file.

    What the paths of ``touched`` name is told also where both forms are equal: that an end is not stated after an
    extension is news, though none was known before.
    """
    field = wording.context.words.field
    found: list[Change] = []
    for path, changeable in CHANGEABLE.items():
        differs = changeable.value(before) != changeable.value(after)
        if differs or any(_within(one, path) for one in touched):
            was, became = changeable.said(wording, before), changeable.said(wording, after)
            if differs or was or became:
                found.append(Change(field(path), was, became))
    return tuple(found)


def _within(one: str, other: str) -> bool:
    """Tell whether one of two paths holds the other, or they are the same."""
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(f"{short}.")
