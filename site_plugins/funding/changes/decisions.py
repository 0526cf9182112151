"""One changed decision in words: what became of it, and each key before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.changes.fields import FieldChange, field_changes
from funding.changes.gathering import DecisionChange, What
from funding.changes.later import later_lines
from funding.changes.markdown import Markdown, code, heading, item, joined, plain
from funding.changes.teller import Teller
from funding.model.kinds import decision_kind
from funding.pages.links import Kind
from funding.personal import redact_path

_TOLD_APART: Final = frozenset({"amendments", "corrections"})
_IN_HEADING: Final = "title"
_IDENTIFYING: Final = frozenset({"status", "recipient", "grant.amount", "decision.date", "decision.paragraph"})


def decision_lines(teller: Teller, change: DecisionChange) -> Iterator[Markdown]:
    """Tell all about one decision."""
    yield Markdown("")
    yield heading(4, plain(change.title))
    yield Markdown("")
    what = joined(", ", (teller.say(f"what.{what.value}") for what in change.what))
    place = teller.address(Kind.DECISION, change.id, code(redact_path(change.id)))
    yield joined(" · ", (what, place, *_notices(teller, change)))
    yield Markdown("")
    yield from _history(teller, change)
    then, now = change.records
    saying = teller.saying(change)
    for field in change.fields:
        kind = decision_kind(field.path)
        if not _is_plain(change, field) and (field.path not in _TOLD_APART or now is None):
            yield from saying.lines(kind, field)
    if now:
        yield from later_lines(saying, then, now)


def _is_plain(change: DecisionChange, field: FieldChange) -> bool:
    """Tell whether a value of a new decision goes without saying: the heading says it, or it is what is usual."""
    return change.then is None and (field.path == _IN_HEADING or field.new == decision_kind(field.path).usual)


def _history(teller: Teller, change: DecisionChange) -> Iterator[Markdown]:
    """Say where a decision was before, why it is taken down, and of one that is gone what it said."""
    if change.was_id:
        yield item(teller.say("was_id", id=code(redact_path(change.was_id))))
    grave = teller.changes.sides.now.tombstones.get(change.id)
    if grave and What.TAKEN_DOWN in change.what:
        yield item(teller.say("removed", day=grave.removal.date.isoformat(), reason=plain(grave.removal.reason)))
    if change.broken:
        yield item(teller.say("unreadable"))
    if change.then and not change.fields and not (change.now and change.now.record):
        yield from _said_before(teller, change)


def _said_before(teller: Teller, change: DecisionChange) -> Iterator[Markdown]:
    """Say the least that tells which decision it was."""
    saying, long = teller.saying(change), change.then.long if change.then else None
    said = [
        teller.say("inner", label=saying.label(kind), said=saying.value(kind, field.new))
        for field in field_changes({}, long or {})
        if field.path in _IDENTIFYING and (kind := decision_kind(field.path))
    ]
    if said:
        yield item(teller.say("said_before", said=joined("; ", said)))


def _notices(teller: Teller, change: DecisionChange) -> Iterator[Markdown]:
    now = change.now
    if now and now.draft:
        yield teller.say("draft")
    if now and now.record and now.record.hidden_on(teller.changes.sides.today):
        publication = now.record.original.publication
        if publication and publication.embargo:
            yield teller.say("embargo", day=publication.embargo.isoformat())
