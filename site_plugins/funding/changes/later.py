"""New, changed and removed later decisions and corrections, in words."""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.amended import paired
from funding.against.protected import text_of
from funding.against.reasons import new_corrections
from funding.changes.fields import field_changes
from funding.changes.markdown import Markdown, item, joined, plain
from funding.changes.saying import Saying
from funding.exports.decision_json import long_form
from funding.model.current import LaterDecision
from funding.model.decision import Decision
from funding.model.facts import Correction
from funding.model.kinds import decision_kind
from funding.model.later import Amendment
from funding.register import Record

_LONGEST_REASON = 300
_NOT_COMPARED = frozenset({"amendments", "corrections"})


def later_lines(saying: Saying, then: Record | None, now: Record) -> Iterator[Markdown]:
    """Say what became of the later decisions and corrections of a file, as items of a list."""
    old, new = (then.original.amendments if then else None) or (), now.original.amendments or ()
    pairs = paired(old, new)
    partners = {after: before for before, after in pairs}
    for index, later in enumerate(now.later):
        before = old[partners[index]] if index in partners else None
        if before is None:
            yield from _new(saying, later)
        elif before != later.amendment:
            yield from _changed(saying, before, later.amendment)
    for index, amendment in enumerate(old):
        if index not in {before for before, _ in pairs}:
            yield item(saying.text("later.gone", when=_when(saying, amendment)))
    yield from _corrections(saying, then.original if then else None, now.original)


def _new(saying: Saying, later: LaterDecision) -> Iterator[Markdown]:
    amendment = later.amendment
    key = "new" if amendment.granted else "new_undecided"
    status = saying.words.value(amendment.status)
    yield item(
        saying.text(f"later.{key}", when=_when(saying, amendment), kinds=_kinds(saying, amendment), status=status)
    )
    for change in field_changes(long_form(later.before), long_form(later.after)):
        if change.path not in _NOT_COMPARED:
            for line in saying.lines(decision_kind(change.path), change):
                yield Markdown(f"  {line}")
    if amendment.voids:
        yield item(saying.text("later.voids", given=amendment.voids), 1)
    if amendment.reason:
        yield item(saying.text("later.reason", reason=plain(amendment.reason, _LONGEST_REASON)), 1)


def _changed(saying: Saying, old: Amendment, new: Amendment) -> Iterator[Markdown]:
    before, after = (one.model_dump(mode="json", by_alias=True, exclude_none=True) for one in (old, new))
    yield item(saying.text("later.changed", when=_when(saying, new)))
    yield item(saying.within(Amendment, before, after), 1)


def _corrections(saying: Saying, then: Decision | None, now: Decision) -> Iterator[Markdown]:
    known = then or now.model_copy(update={"corrections": None})
    for entry in new_corrections(known, now):
        yield item(_correction(saying, "new", entry))
    for entry in new_corrections(now, known):
        yield item(_correction(saying, "gone", entry))


def _correction(saying: Saying, key: str, entry: Correction) -> Markdown:
    field = entry.field.rpartition(".set.")[2] if ".set." in entry.field else entry.field
    label = saying.label(decision_kind(field))
    was, reason = plain(entry.was, _LONGEST_REASON), plain(entry.reason, _LONGEST_REASON)
    return saying.text(f"correction.{key}", day=entry.date.isoformat(), field=label, was=was, reason=reason)


def _when(saying: Saying, amendment: Amendment) -> Markdown:
    day = text_of(amendment.when)
    return plain(day) if day else saying.text("later.undated")


def _kinds(saying: Saying, amendment: Amendment) -> Markdown:
    return joined(", ", (plain(saying.words.value(kind).lower()) for kind in amendment.kind))
