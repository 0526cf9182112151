"""The few figures that a selection comes to: ours first, what is undecided apart, others' on a row of its own."""

from __future__ import annotations

from markupsafe import Markup

from funding.pages.context import Context
from funding.pages.parts import Fact, sum_beside, sum_shown
from funding.pages.tallies import Side, Tally


def key_figures(context: Context, tally: Tally) -> tuple[Fact, ...]:
    """Give what we granted, in how many decisions, what nobody has decided yet, and what others granted, if anything.

    What is undecided is counted, never added up: it is no granted money. Where only others granted something, their
    sum follows on our nothing.
    """
    form, granted, elsewhere = context.form, tally.ours.whole, tally.others.whole
    only_others = elsewhere.granting > 0 and not granted.granting
    note = (form.say("keyfigures.all_by_others"),) if only_others else sum_beside(form, granted)
    label = context.words.text("keyfigures.granted", organisation=context.own_name)
    facts = [Fact(label, (sum_shown(form, granted),), note)]
    if not only_others:
        facts.append(Fact(context.words.text("keyfigures.decisions"), (form.number(granted.granting),)))
    if undecided := tally.ours.undecided:
        label = context.words.text("keyfigures.undecided")
        facts.append(Fact(label, (form.number(undecided),), (form.say("keyfigures.undecided_note"),)))
    if elsewhere.granting:
        counted = form.counted("keyfigures.in_decisions", elsewhere.granting)
        notes = (counted, *sum_beside(form, elsewhere), form.say("keyfigures.others_note"))
        beside = Fact(others_label(context, tally.others), (sum_shown(form, elsewhere),), notes)
        facts.insert(1 if only_others else len(facts), beside)
    return tuple(facts)


def others_undecided(context: Context, others: Side) -> Markup | None:
    """Say how many matters of others nobody has decided yet, which are in no figure; None where there are none."""
    return context.form.counted("keyfigures.others_undecided", others.undecided) if others.undecided else None


def others_label(context: Context, others: Side) -> str:
    """Say whose the money is that is not ours: others', or that of some it is not stated who granted it."""
    return context.words.text("keyfigures.others_or_unknown" if others.unstated else "keyfigures.others")
