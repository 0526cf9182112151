"""A decision at a glance: how much, at most what share, when, and decided by whom or plainly not decided."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from funding.model.decision import Decision
from funding.model.vocabulary import FactSource, Kind, ShareBase, Status
from funding.pages.format import joined
from funding.pages.parts import Fact, Shown
from funding.pages.wording import Wording
from funding.register import Record

Said = Callable[[Decision], Markup]


def key_figures(wording: Wording, record: Record) -> tuple[Fact, ...]:
    """Give the large figures of a decision as it stands today, the original beside each that has changed."""
    figures = [
        Fact(_amount_label(wording, record), (amount(wording, record),), _amount_notes(wording, record)),
        *_share(wording, record),
        Fact(
            _period_label(wording, record),
            (wording.period(record.current),),
            _originally(wording, record, wording.period),
        ),
        Fact(_decision_label(wording, record), (_decided(wording, record),), _decision_notes(wording, record)),
    ]
    return tuple(figures)


def amount_label(wording: Wording, record: Record) -> str:
    """Say what the amount of a decision is: asked for, proposed, granted, a frame."""
    return wording.context.words.text(f"decision.amount.{standing(record)}")


def _amount_label(wording: Wording, record: Record) -> str:
    label = amount_label(wording, record)
    if standing(record) == "framework":
        return wording.context.explained(label, "framework")
    return wording.context.explained(label, "ceiling") if record.current.money.ceiling else label


def _decision_label(wording: Wording, record: Record) -> str:
    label = wording.context.words.field("decision")
    terms = {Status.PROPOSED: "proposal", Status.PRIORITISED: "prioritised"}
    return wording.context.explained(label, terms[record.status]) if record.status in terms else label


def standing(record: Record) -> str:
    """Name what the texts about an amount go by: the decision's status, or that it is a framework."""
    framed = record.current.kind is Kind.FRAMEWORK and record.status.counts
    return "framework" if framed else record.status.value


def _period_label(wording: Wording, record: Record) -> str:
    words, operating = wording.context.words, record.current.kind is Kind.OPERATING_GRANT
    return (
        words.text("decision.operating_period")
        if operating
        else wording.context.explained(words.field("period"), "period")
    )


def amount(wording: Wording, record: Record) -> Markup:
    """Say the amount that a decision is about; where nothing was granted, what was asked for."""
    if record.status.turned_down:
        return wording.money(record.current.applied_amount, record.current)
    return wording.amount(record.current)


def _amount_notes(wording: Wording, record: Record) -> tuple[Shown, ...]:
    form = wording.context.form
    notes: list[Shown] = []
    if not record.status.counts:
        notes.append(form.say(f"decision.stands.{record.status}"))
    elif record.current.kind is Kind.FRAMEWORK:
        notes.append(form.say("decision.stands.framework"))
    if record.original.source_kind is not FactSource.PRIMARY:
        notes.append(form.say(f"origin.beside.{record.original.source_kind}"))
    if not record.status.turned_down:
        notes.extend(_originally(wording, record, wording.amount))
    return tuple(notes)


def _share(wording: Wording, record: Record) -> tuple[Fact, ...]:
    def said(decision: Decision) -> Markup:
        return joined(wording.shares(decision.money.shares))

    form, words, shares = wording.context.form, wording.context.words, record.current.money.shares
    if not shares:
        return ()
    booked = any(share.of is ShareBase.BOOKED_COSTS for share in shares)
    label = wording.context.explained(words.text("decision.highest_share"), "booked_costs" if booked else "share")
    was = _originally(wording, record, said) if record.original.money.shares else ()
    if len(shares) == 1:
        only = shares[0]
        return (Fact(label, (wording.percent(only),), (wording.costs(only), *was)),)
    percents = tuple(wording.percent(share) for share in shares)
    return (Fact(label, percents, (*wording.shares(shares), form.say("decision.lowest_pays"), *was)),)


def _originally(wording: Wording, record: Record, said: Said) -> tuple[Shown, ...]:
    """Give the original beside what is another today."""
    if not record.later:
        return ()
    before = said(record.original)
    return () if before == said(record.current) else (wording.context.form.say("decision.originally", was=before),)


def _decided(wording: Wording, record: Record) -> Markup:
    form, date = wording.context.form, record.original.decision.date
    if record.status.undecided or date is None:
        return form.say(f"decision.decided.{record.status}")
    return form.day(date)


def _decision_notes(wording: Wording, record: Record) -> tuple[Shown, ...]:
    form, decision = wording.context.form, record.original.decision
    notes: list[Shown] = []
    if record.status.undecided and decision.meeting_date is not None:
        past = record.meeting is not None and record.meeting.last < wording.context.today
        key = "decision.meeting_passed" if past else "decision.meeting"
        notes.append(form.say(key, day=form.day(decision.meeting_date)))
    if record.status is Status.PRIORITISED and decision.date is not None:
        notes.append(form.say("decision.prioritised_on", day=form.day(decision.date)))
    by = form.say(f"decision.by.{record.status}", who=joined(wording.bodies(decision.body)))
    notes.append(
        form.say("decision.with_paragraph", said=by, paragraph=decision.paragraph) if decision.paragraph else by
    )
    return tuple(notes)
