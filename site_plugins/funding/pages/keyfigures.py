"""The few figures that a selection comes to: ours first, what is undecided apart, others' on a row of its own."""

from __future__ import annotations

from collections.abc import Sequence

from funding.pages.context import Context
from funding.pages.parts import Fact, sum_beside, sum_shown
from funding.register import Record, total
from funding.register.sums import PartOf, counts, whole


def key_figures(
    context: Context, ours: Sequence[Record], others: Sequence[Record], share: PartOf = whole
) -> tuple[Fact, ...]:
    """Give what we granted, in how many decisions, what nobody has decided yet, and what others granted, if anything.

    What is undecided is counted, never added up: it is no granted money. ``share`` gives how much of each decision
    counts.
    """
    form, granted = context.form, total(ours, share)
    facts = [
        Fact(
            context.words.text("keyfigures.granted", organisation=context.own_name),
            (sum_shown(form, granted),),
            sum_beside(form, granted),
        ),
        Fact(context.words.text("keyfigures.decisions"), (form.number(granted.granting),)),
    ]
    if undecided := sum(record.status.undecided for record in ours):
        label = context.words.text("keyfigures.undecided")
        facts.append(Fact(label, (form.number(undecided),), (form.say("keyfigures.undecided_note"),)))
    elsewhere = total(others, share)
    if elsewhere.granting:
        counted = form.counted("keyfigures.in_decisions", elsewhere.granting)
        notes = (counted, *sum_beside(form, elsewhere), form.say("keyfigures.others_note"))
        facts.append(Fact(others_label(context, others), (sum_shown(form, elsewhere),), notes))
    return tuple(facts)


def others_label(context: Context, others: Sequence[Record]) -> str:
    """Say whose the money is that is not ours: others', or that of some it is not stated who granted it."""
    unknown = any(counts(record) and not record.bodies for record in others)
    return context.words.text("keyfigures.others_or_unknown" if unknown else "keyfigures.others")
