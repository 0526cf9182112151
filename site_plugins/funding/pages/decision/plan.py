"""The money of a project as a picture: who pays which part, how the grant is divided, what has been paid."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as Number

from markupsafe import Markup

from funding.model.decision import Decision
from funding.model.grant import PaymentMade
from funding.model.money import Amount
from funding.model.vocabulary import PaymentKind
from funding.pages.decision.glance import standing
from funding.pages.format import joined
from funding.pages.links import Link
from funding.pages.parts import Bar, Shown, bar_length
from funding.pages.wording import Wording
from funding.register import Record


@dataclass(frozen=True, slots=True)
class Plan:
    """The financing plan: a row for each who pays, and the whole where it is known."""

    rows: tuple[Bar, ...]
    whole: Shown | None


@dataclass(frozen=True, slots=True)
class Payments:
    """What has been paid, and what it comes to after what was paid back."""

    rows: tuple[tuple[Shown, ...], ...]
    whole: Markup


def plan(wording: Wording, record: Record) -> Plan | None:
    """Give the financing plan of a project as it stands today; none where nobody else and no budget is known."""
    current, form = record.current, wording.context.form
    if not current.financing and current.total_budget is None:
        return None
    known = _payers(wording, record)
    total = sum(amount.value for _, amount, _ in known if amount)
    budget = current.total_budget.value if current.total_budget else None
    rest = budget - total if budget is not None else 0
    if rest > 0 and current.total_budget:
        about = current.total_budget.about or next((a.about for _, a, _ in known if a and a.about), None)
        key = "plan.rest_unknown" if any(amount is None for _, amount, _ in known) else "plan.rest"
        known.append((form.say(key), Amount(rest, "ca" if about else None), ()))
    largest = max(budget or 0, total)
    whole_known = budget is not None or all(amount for _, amount, _ in known)
    rows = tuple(_row(wording, current, payer, largest, whole_known=whole_known) for payer in known)
    return Plan(rows, wording.money(current.total_budget, current) if current.total_budget else None)


def per_year(wording: Wording, decision: Decision) -> tuple[Bar, ...]:
    """Give the grant year by year."""
    years = decision.money.per_year or {}
    largest = max((amount.value for amount in years.values()), default=0)
    return tuple(
        Bar(str(year), (wording.money(amount, decision),), bar_length(amount.value, largest))
        for year, amount in sorted(years.items())
    )


def parts(wording: Wording, decision: Decision) -> tuple[tuple[Shown, ...], ...]:
    """Give the parts of a grant: whose, how much, at most what share, and on which ground of state aid."""
    words = wording.context.words
    return tuple(
        (
            wording.part(part),
            wording.money(part.amount, decision),
            joined(wording.shares(part.shares)) or "–",
            words.value(part.state_aid.type) if part.state_aid else "–",
        )
        for part in decision.money.parts or ()
    )


def payments(wording: Wording, record: Record) -> Payments | None:
    """Give what has been paid; what was paid back is taken off."""
    made, form = record.original.payments, wording.context.form
    if not made:
        return None
    currency = record.original.money.currency
    rows = tuple(
        (form.day(payment.date), wording.context.words.value(payment.kind), form.money(_signed(payment), currency))
        for payment in made
    )
    return Payments(rows, form.money(sum((_signed(payment) for payment in made), Number()), currency))


def reports(wording: Wording, record: Record) -> tuple[tuple[Shown, ...], ...]:
    """Give the reports and claims: which, when due, when it came."""
    form = wording.context.form
    return tuple(
        (
            Link(wording.context.words.value(report.kind), report.url),
            "–" if report.due is None else form.day(report.due),
            "–" if report.received is None else form.day(report.received),
        )
        for report in record.current.reports or ()
    )


Payer = tuple[Shown, Amount | None, tuple[Shown, ...]]


def _payers(wording: Wording, record: Record) -> list[Payer]:
    """Give who pays: the grant that the page is about, unless there is none, then the others."""
    current, form, words = record.current, wording.context.form, wording.context.words
    payers: list[Payer] = []
    if not record.status.turned_down:
        amount = current.money.whole
        label = form.say(f"plan.this.{standing(record)}")
        payers.append((label, amount if isinstance(amount, Amount) else None, ()))
    for entry in current.financing or ():
        notes: list[Shown] = [words.text("plan.in_kind")] if entry.in_kind else []
        notes += [words.value(entry.status)] if entry.status else []
        payers.append((wording.links.financier(entry.financier), entry.amount, tuple(notes)))
    return payers


def _row(wording: Wording, decision: Decision, payer: Payer, largest: int, *, whole_known: bool) -> Bar:
    """Give a row of the plan; its part of the whole only where the whole is known."""
    form = wording.context.form
    who, amount, notes = payer
    shown = form.say("plan.with_notes", who=who, notes=joined(notes)) if notes else who
    if amount is None:
        return Bar(shown, (form.say("plan.unknown"),), "0")
    money = wording.money(amount, decision)
    if not (whole_known and largest):
        return Bar(shown, (money,), "0")
    percent = form.percent(Number(round(100 * amount.value / largest)))
    return Bar(shown, (money, form.say("plan.of_whole", percent=percent)), bar_length(amount.value, largest))


def _signed(payment: PaymentMade) -> Number:
    return -payment.amount if payment.kind is PaymentKind.RECOVERY else payment.amount
