"""The conditions of a decision as they are shown: type, whether all hangs on it, how it stands, its words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from funding.model.vocabulary import ConditionState, FactSource
from funding.pages.links import Kind, Link
from funding.pages.parts import Shown
from funding.pages.prose import prose
from funding.pages.wording import Wording
from funding.register import Record
from funding.register.register import WordedCondition


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. ``state_text`` says its state in words, with the day where that is known."""

    type: Link
    precondition: bool
    state: ConditionState
    state_text: Shown
    due: Markup | None
    words: Markup | None
    terms: Shown | None


def terms(wording: Wording, record: Record) -> tuple[Term, ...]:
    """Give today's conditions of a record in the order of its file."""
    return tuple(_term(wording, condition) for condition in wording.context.register.conditions(record))


def retold(record: Record) -> bool:
    """Tell whether the words of the conditions are not the decision's own."""
    return record.original.source_kind is not FactSource.PRIMARY


def _term(wording: Wording, condition: WordedCondition) -> Term:
    form, stated = wording.context.form, condition.stated
    return Term(
        type=wording.links.link(Kind.CONDITION, condition.type, wording.context.words.value(condition.type)),
        precondition=condition.precondition,
        state=condition.state,
        state_text=_state(wording, condition),
        due=form.say("decision.condition_due", day=form.day(stated.due)) if stated.due is not None else None,
        words=prose(condition.text),
        terms=_general_terms(wording, condition.terms) if condition.terms else None,
    )


def _state(wording: Wording, condition: WordedCondition) -> Shown:
    form, stated = wording.context.form, condition.stated
    if stated.failed is not None:
        return form.say("decision.condition_failed", day=form.day(stated.failed))
    if stated.met is not None:
        return form.say("decision.condition_met", day=form.day(stated.met))
    return wording.context.words.value(condition.state)


def _general_terms(wording: Wording, number: str) -> Shown:
    entry, form = wording.context.register.lists.terms[number], wording.context.form
    link = Link(entry.title, entry.url)
    if entry.adopted is None:
        return form.say("decision.terms", title=link, number=number)
    return form.say("decision.terms_adopted", title=link, number=number, day=form.day(entry.adopted))
