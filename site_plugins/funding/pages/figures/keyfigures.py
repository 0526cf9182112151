"""The few figures that a selection comes to: ours first, what is undecided apart, others' on a row of its own."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from funding.pages.context import Context
from funding.pages.parts import Fact, sum_beside, sum_shown
from funding.register import Record, total
from funding.register.sums import PartOf, counts, whole


def key_figures(
    context: Context, ours: Sequence[Record], others: Sequence[Record], share: PartOf = whole
) -> tuple[Fact, ...]:
    """Give what we granted, in how many decisions, what nobody has decided yet, and what others granted, if anything.

    What is undecided is counted, never added up: it is no granted money. ``share`` gives how much of each decision
    counts. Where only others granted something, their sum follows on our nothing.
    """
    form, granted, elsewhere = context.form, total(ours, share), total(others, share)
    only_others = elsewhere.granting > 0 and not granted.granting
    note = (form.say("keyfigures.all_by_others"),) if only_others else sum_beside(form, granted)
    label = context.words.text("keyfigures.granted", organisation=context.own_name)
    facts = [Fact(label, (sum_shown(form, granted),), note)]
    if not only_others:
        facts.append(Fact(context.words.text("keyfigures.decisions"), (form.number(granted.granting),)))
    if undecided := sum(record.status.undecided for record in ours):
        label = context.words.text("keyfigures.undecided")
        facts.append(Fact(label, (form.number(undecided),), (form.say("keyfigures.undecided_note"),)))
    if elsewhere.granting:
        counted = form.counted("keyfigures.in_decisions", elsewhere.granting)
        notes = (counted, *sum_beside(form, elsewhere), form.say("keyfigures.others_note"))
        beside = Fact(others_label(context, others), (sum_shown(form, elsewhere),), notes)
        facts.insert(1 if only_others else len(facts), beside)
    return tuple(facts)


def others_undecided(context: Context, others: Sequence[Record]) -> Markup | None:
    """Say how many matters of others nobody has decided yet, which are in no figure; None where there are none."""
    undecided = sum(record.status.undecided for record in others)
    return context.form.counted("keyfigures.others_undecided", undecided) if undecided else None


def others_label(context: Context, others: Sequence[Record]) -> str:
    """Say whose the money is that is not ours: others', or that of some it is not stated who granted it."""
    unknown = any(counts(record) and not record.bodies for record in others)
    return context.words.text("keyfigures.others_or_unknown" if unknown else "keyfigures.others")
