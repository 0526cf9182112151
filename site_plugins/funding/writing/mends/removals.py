"""Mends that take away what says nothing: repetitions, and what is implied by what stands beside it."""

from __future__ import annotations

from datetime import date

from funding.model.dates import PartialDate, parse_date
from funding.model.money import parse_amount
from funding.source.layout import Mapping
from funding.writing.mends.edit import Edits
from funding.writing.mends.removal import without
from funding.writing.mends.spot import Spot, tree_at

_MONTHS = 12


def marked(spot: Spot) -> Edits:
    """Take the marked value or key away."""
    return without(spot.layout, spot.value or spot.keyed)


def entry_of(spot: Spot) -> Edits:
    """Take the group away in which the marked value stands."""
    step = spot.value
    return without(spot.layout, spot.layout.at(*step.where[:-1])) if step else ()


def item_said_before(spot: Spot) -> Edits:
    """Take an item of a list away that says no more than one above it."""
    step = spot.value
    if step is None or isinstance(step.parent, Mapping):
        return ()
    above = [tree_at(item) for item in step.parent.items[: step.index]]
    return without(spot.layout, step) if tree_at(step.node) in above else ()


def years_in_sum(spot: Spot) -> Edits:
    """Take ``yearly`` away where the amount is the sum of the years."""
    grant = spot.layout.at("grant")
    tree = tree_at(grant.node) if grant else {}
    years = tree.get("per_year") if isinstance(tree, dict) else None
    if not isinstance(years, dict) or "amount" not in tree:
        return ()
    try:
        whole, parts = parse_amount(tree["amount"]).value, sum(parse_amount(part).value for part in years.values())
    except ValueError:
        return ()
    return without(spot.layout, spot.layout.at("grant", "yearly")) if whole == parts else ()


def months_of_dates(spot: Spot) -> Edits:
    """Take a length in months away that the dates beside it say too."""
    step = spot.layout.at("period")
    tree = tree_at(step.node) if step else {}
    if not isinstance(tree, dict) or not {"start", "end", "months"} <= tree.keys():
        return ()
    try:
        start, end, months = parse_date(tree["start"]), parse_date(tree["end"]), int(tree["months"])
    except (TypeError, ValueError):
        return ()
    return without(spot.layout, spot.layout.at("period", "months")) if _length(start, end) == months else ()


def _length(start: PartialDate, end: PartialDate) -> int | None:
    """Give the whole months from the first day of one date to the last day of another; nothing where days are left."""
    first, last = start.first, end.last
    until = date.fromordinal(last.toordinal() + 1)
    months = (until.year - first.year) * _MONTHS + until.month - first.month
    return months if until.day == first.day else None
