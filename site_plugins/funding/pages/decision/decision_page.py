"""The page of one decision."""

from __future__ import annotations

from funding.model.facts import Impact
from funding.model.part import stated
from funding.model.vocabulary import Kind
from funding.pages import origins
from funding.pages.context import Context
from funding.pages.decision import glance, grant_ld, history, kinship, particulars, plan, terms
from funding.pages.decision.resembling import resembling
from funding.pages.links import DECISIONS
from funding.pages.links import Kind as Entry
from funding.pages.page import Page
from funding.pages.parts import Fact, Shown
from funding.pages.prose import prose
from funding.pages.sheet import Crumb, Sheet, make_page
from funding.pages.wording import Wording
from funding.register import Record


def decision_page(context: Context, record: Record) -> Page:
    """Make the page of a decision: as it stands today, with what it was and how it came to be."""
    sheet = _sheet(context, record)
    wording = Wording(context)
    current = record.current
    return make_page(
        context,
        sheet,
        "decision.html",
        record=record,
        current=current,
        notices=_notices(wording, record),
        figures=glance.key_figures(wording, record),
        facts=particulars.facts(wording, record),
        since=history.since_then(wording, record),
        terms=terms.terms(wording, record),
        terms_retold=terms.retold(record),
        plan=plan.plan(wording, record),
        co_financing=_co_financing(context),
        per_year=plan.per_year(wording, current),
        parts_of_grant=plan.parts(wording, current),
        payments=plan.payments(wording, record),
        reports=plan.reports(wording, record),
        reasons=_reasons(wording, record),
        documents=origins.documents(wording, record.original.documents),
        state_aid=_state_aid(wording, record),
        later=history.later_decisions(wording, record),
        corrections=history.corrections(wording, record),
        relatives=kinship.relatives(wording, record),
        similar=resembling(context, record),
        origin=origins.origin(wording, record),
    )


def _sheet(context: Context, record: Record) -> Sheet:
    url, description = context.addresses.of(Entry.DECISION)[record.id], describe(context, record)
    year = str(record.folder_year)
    trail = (
        Crumb(context.words.text("list.decisions"), DECISIONS),
        Crumb(year, f"{DECISIONS}{year}/"),
        Crumb(record.current.title, url),
    )
    about = grant_ld.describe(context, record, context.absolute(url), description)
    return Sheet(url, context.titles[record.id], description, trail, about)


def describe(context: Context, record: Record) -> str:
    """Give the description of a decision's page: its summary, else a sentence made of its facts."""
    if record.current.summary:
        return record.current.summary
    lists, words = context.register.lists, context.words
    recipients = ", ".join(lists.organisations[id_].name for id_ in record.recipients)
    return words.text(
        "decision.description",
        title=record.current.title,
        status=words.value(record.status),
        recipients=recipients or words.text("decision.no_recipient"),
        year=record.year,
    )


def _notices(wording: Wording, record: Record) -> tuple[tuple[str, Shown], ...]:
    """Give what a reader must not miss, each with its tone: not decided, revoked, funder and recipient the same."""
    form, register = wording.context.form, wording.context.register
    found: list[tuple[str, Shown]] = []
    if record.status.undecided:
        found.append(("open", form.say(f"decision.notice.{record.status}")))
    elif not record.status.counts:
        found.append(("stop", form.say(f"decision.notice.{record.status}")))
    if record.current.kind is Kind.FRAMEWORK:
        found.append(("plain", form.say("decision.notice.framework")))
    funders = set(register.funders(record))
    if funders & set(record.recipients):
        found.append(("plain", form.say("decision.notice.own_project")))
    owned = [id_ for id_ in record.recipients if funders & _owners(wording, id_)]
    found += [
        ("plain", form.say("decision.notice.part_owned", recipient=wording.links.organisation(id_))) for id_ in owned
    ]
    return tuple(found)


def _co_financing(context: Context) -> str | None:
    """Explain what it is that several pay, where the glossary does."""
    word = context.words.text("glossary.word.co_financing")
    said = context.explained(word, "co_financing")
    return None if said == word else said


def _owners(wording: Wording, organisation: str) -> set[str]:
    entry = wording.context.register.lists.organisations[organisation]
    return {owner.owner for owner in entry.part_owned_by or ()}


def _reasons(wording: Wording, record: Record) -> tuple[Fact, ...]:
    """Give the paper's long texts in order: its judgement, the consequences, the economy, what came of it."""
    field, current = wording.context.words.field, record.current
    impact = stated(current.impact)
    texts = (
        ("rationale", current.rationale),
        ("economy", current.economy),
        *((f"impact.{name}", getattr(impact, name) if impact else None) for name in Impact.model_fields),
        ("outcome", current.outcome),
    )
    return tuple(Fact(field(path), (shown,)) for path, text in texts if (shown := prose(text)) is not None)


def _state_aid(wording: Wording, record: Record) -> tuple[Fact, ...]:
    aid = record.current.state_aid
    return particulars.state_aid(wording, aid, record.current) if aid else ()
