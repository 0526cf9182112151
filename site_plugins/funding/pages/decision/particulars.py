"""The further facts of a decision: whose project, from which money, in which matter, on which ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import escape

from funding.model.decision import Decision
from funding.model.grant import StateAid
from funding.model.parsing import NotStated
from funding.model.vocabulary import BodyType, ReferenceScheme, StateAidType
from funding.pages.format import joined
from funding.pages.parts import Fact, Shown
from funding.pages.wording import Wording
from funding.register import Record


def facts(wording: Wording, record: Record) -> tuple[Fact, ...]:
    """Give the facts that are known, in the order in which they are asked for."""
    groups = (*_who(wording, record), *_matter(wording, record), *_about(wording, record))
    return tuple(Fact(_label(wording, path), values) for path, given in groups if (values := tuple(given)))


_TERMS: Mapping[str, str] = {
    "grant.sources": "appropriation",
    "references": "reference",
    "decision.delegated": "delegation",
}


def _label(wording: Wording, path: str) -> str:
    label = wording.context.words.field(path)
    return wording.context.explained(label, _TERMS[path]) if path in _TERMS else label


def state_aid(wording: Wording, aid: StateAid, decision: Decision) -> tuple[Fact, ...]:
    """Give what is said of state aid."""
    form, words = wording.context.form, wording.context.words
    term = "de_minimis" if aid.type is StateAidType.DE_MINIMIS else "state_aid"
    given: tuple[tuple[str, Shown | None], ...] = (
        ("type", words.value(aid.type)),
        ("amount_gge", None if aid.amount_gge is None else wording.money(aid.amount_gge, decision)),
        ("granting_date", None if aid.granting_date is None else form.day(aid.granting_date)),
        ("nace", aid.nace),
        ("sa_number", aid.sa_number),
        ("registered_date", None if aid.registered_date is None else form.day(aid.registered_date)),
    )
    facts = tuple((words.field(f"state_aid.{name}"), shown) for name, shown in given if shown is not None)
    (label, kind), *others = facts
    return (Fact(wording.context.explained(label, term), (kind,)), *(Fact(name, (shown,)) for name, shown in others))


Group = tuple[str, Iterable[Shown]]


def _who(wording: Wording, record: Record) -> Iterator[Group]:
    form, current = wording.context.form, record.current
    yield "recipient", wording.organisations(current.recipient)
    yield "partners", wording.organisations(current.partners)
    if current.money.sources:
        yield "grant.sources", wording.sources(current.money.sources, current)
    elif not record.status.turned_down:
        yield "grant.sources", (form.say("decision.not_recorded"),)
    if current.total_budget is not None:
        yield "total_budget", (wording.money(current.total_budget, current),)
    if current.applied_amount is not None and not record.status.turned_down:
        yield "applied_amount", (wording.money(current.applied_amount, current),)


def _matter(wording: Wording, record: Record) -> Iterator[Group]:
    form, words, decision = wording.context.form, wording.context.words, record.original.decision
    yield "references", _references(wording, record.original)
    yield "decision.prior_handling", _prior_handling(wording, record.original)
    bodies = wording.context.register.lists.bodies
    if decision.delegated or any(bodies[id_].type is BodyType.DELEGATED_OFFICIAL for id_ in record.bodies):
        yield "decision.delegated", (words.text("decision.yes"),)
    if decision.adjusted_date is not None:
        yield "decision.adjusted_date", (form.day(decision.adjusted_date),)
    yield "legal_basis", record.original.legal_basis or ()


def _about(wording: Wording, record: Record) -> Iterator[Group]:
    current = record.current
    yield "location", wording.places(current.location)
    yield "themes", (wording.links.theme(theme) for theme in current.themes or ())
    yield "also_called", current.also_called or ()


def _references(wording: Wording, decision: Decision) -> tuple[Shown, ...]:
    form, references = wording.context.form, decision.references
    if isinstance(references, NotStated):
        return (form.silent,)
    return tuple(
        entry.value
        if entry.scheme is ReferenceScheme.DNR
        else form.say("decision.reference", value=entry.value, scheme=wording.context.words.value(entry.scheme))
        for entry in references or ()
    )


def _prior_handling(wording: Wording, decision: Decision) -> Iterator[Shown]:
    form, words = wording.context.form, wording.context.words
    for entry in decision.decision.prior_handling or ():
        outcome = words.value(entry.outcome) if entry.outcome else words.text("decision.handled")
        said = form.say("decision.who_did", who=wording.links.body(entry.body), what=outcome)
        details = [form.day(entry.date)] if entry.date is not None else []
        details += [escape(entry.paragraph)] if entry.paragraph else []
        yield form.say("decision.with_details", said=said, details=joined(details)) if details else said
