"""The conditions of a decision as they are shown: type, whether all hangs on it, how it stands, its words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from funding.model.vocabulary import FactSource, Status
from funding.pages.links import Kind, Link
from funding.pages.parts import Shown
from funding.pages.prose import prose
from funding.pages.wording import Wording
from funding.register import Record
from funding.register.register import WordedCondition


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. ``state`` is met, failed, pending or nothing; ``state_text`` says it with its day."""

    type: Link
    precondition: bool
    state: str | None
    state_text: Markup | None
    due: Markup | None
    words: Markup | None
    terms: Shown | None


def terms(wording: Wording, record: Record) -> tuple[Term, ...]:
    """Give today's conditions of a record in the order of its file."""
    return tuple(_term(wording, record.status, condition) for condition in wording.context.register.conditions(record))


def retold(record: Record) -> bool:
    """Tell whether the words of the conditions are not the decision's own."""
    return record.original.source_kind is not FactSource.PRIMARY


def _term(wording: Wording, status: Status, condition: WordedCondition) -> Term:
    form, stated = wording.context.form, condition.stated
    state, text = _state(wording, status, condition)
    return Term(
        type=wording.links.link(Kind.CONDITION, condition.type, wording.context.words.value(condition.type)),
        precondition=condition.precondition,
        state=state,
        state_text=text,
        due=form.say("decision.condition_due", day=form.day(stated.due)) if stated.due is not None else None,
        words=prose(condition.text),
        terms=_general_terms(wording, condition.terms) if condition.terms else None,
    )


def _state(wording: Wording, status: Status, condition: WordedCondition) -> tuple[str | None, Markup | None]:
    """Say how a condition stands; one that nothing waits for, or of what is not decided, has no state."""
    form, stated = wording.context.form, condition.stated
    if stated.failed is not None:
        return "failed", form.say("decision.condition_failed", day=form.day(stated.failed))
    if stated.met is not None:
        return "met", form.say("decision.condition_met", day=form.day(stated.met))
    waits = condition.precondition or stated.due is not None
    return ("pending", form.say("decision.condition_pending")) if waits and status.counts else (None, None)


def _general_terms(wording: Wording, number: str) -> Shown:
    entry, form = wording.context.register.lists.terms[number], wording.context.form
    link = Link(entry.title, entry.url)
    if entry.adopted is None:
        return form.say("decision.terms", title=link, number=number)
    return form.say("decision.terms_adopted", title=link, number=number, day=form.day(entry.adopted))
