"""Everything that a change of the files means, as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from funding.against import Side, Sides, Since
from funding.against.reasons import new_amendments, new_corrections
from funding.changes.fields import FieldChange, field_changes
from funding.changes.found import Found, found_between
from funding.changes.registers import EntryChange, entry_changes
from funding.changes.totals import SumChange, sum_changes
from funding.changes.unusual import Remark, remarks
from funding.changes.versions import Version, version_of
from funding.register import Record


class What(StrEnum):
    """What became of a decision; several may be true."""

    CREATED = "created"
    REMOVED = "removed"
    TAKEN_DOWN = "taken_down"
    RENAMED = "renamed"
    CHANGED = "changed"
    AMENDED = "amended"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """A decision that is not what it was.

    ``id`` is today's, of one that is gone the last; ``was_id`` the former where that is another. ``then`` and ``now``
    are its two versions, ``None`` where there is none. ``fields`` are the keys that differ.
    """

    id: str
    was_id: str | None
    what: tuple[What, ...]
    then: Version | None
    now: Version | None
    fields: tuple[FieldChange, ...]

    @property
    def title(self) -> str:
        """What it is called today, else what it was called, else its id."""
        titles = (version.title for version in (self.now, self.then) if version)
        return next((title for title in titles if title), self.id)

    @property
    def broken(self) -> bool:
        """Whether its file of today cannot be read."""
        return self.now is not None and not self.now.readable

    @property
    def records(self) -> tuple[Record | None, Record | None]:
        """The decision then and now, where it could be typed."""
        return self.then.record if self.then else None, self.now.record if self.now else None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two sides. ``form_only`` are files whose bytes differ and whose values do not."""

    sides: Sides
    decisions: tuple[DecisionChange, ...]
    entries: tuple[EntryChange, ...]
    settings: tuple[FieldChange, ...]
    form_only: tuple[str, ...]
    sums: tuple[SumChange, ...]
    found: Found
    remarks: tuple[Remark, ...]


def gather(sides: Sides) -> Changes:
    """Find all that differs between a revision and the working tree."""
    since = Since(sides)
    decisions = tuple(sorted(_decisions(since), key=lambda change: change.id))
    changed = tuple(change for change in decisions if change.fields or change.what != (What.CHANGED,) or change.broken)
    entries = tuple(entry_changes(sides))
    told = {change.now.path for change in changed if change.now} | {entry.path for entry in entries}
    form_only = tuple(path for path in sorted(sides.now.documents) if path in sides.then.documents and path not in told)
    moved = {change.then.path: change.now.path for change in changed if change.then and change.now}
    settings = tuple(field_changes(_settings(sides.then), _settings(sides.now)))
    pairs = [change.records for change in changed]
    sums = sum_changes(sides) if changed or entries or settings else ()
    return Changes(
        sides,
        changed,
        entries,
        settings,
        form_only,
        tuple(sums),
        found_between(sides, moved),
        tuple(remarks(pairs, entries)),
    )


def _decisions(since: Since) -> Iterator[DecisionChange]:
    then, now = since.then, since.now
    successors = dict(_successors(since))
    for path, document in then.documents.items():
        if document.file.id is None:
            continue
        new = successors.get(document.file.id)
        yield _change(version_of(then, path), version_of(now, now.path_of(new)) if new else None)
    taken = set(successors.values())
    for path, document in now.documents.items():
        if document.file.id is not None and document.file.id not in taken:
            yield _change(None, version_of(now, path))


def _successors(since: Since) -> Iterator[tuple[str, str]]:
    """Give today's id of each file that is not the same: its own, that of one that leads from it, or of one alike."""
    taken: set[str] = set()
    ids = {path: document.file.id for path, document in since.then.documents.items() if document.file.id}
    alike = {path: since.now.documents[new].file.id for path, new in since.likeness.moved.items()}
    for path, id_ in ids.items():
        new = since.id_now(id_) or alike.get(path)
        if new and new not in taken and since.now.path_of(new) in since.now.documents:
            taken.add(new)
            yield id_, new


def _change(then: Version | None, now: Version | None) -> DecisionChange:
    version = now or then
    if version is None:
        raise ValueError("a change has a version on one side at least")
    moved = then is not None and now is not None and then.id != now.id
    return DecisionChange(
        version.id,
        then.id if then and moved else None,
        tuple(_what(then, now)),
        then,
        now,
        tuple(field_changes(*_comparable(then, now))) if now and now.readable and not now.taken_down else (),
    )


def _comparable(then: Version | None, now: Version) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """Give both versions in the same form: the long one where both could be typed, else as they stand in the files."""
    if then is None:
        return {}, now.long if now.long is not None else now.tree
    if then.long is not None and now.long is not None:
        return then.long, now.long
    return then.tree, now.tree


def _what(then: Version | None, now: Version | None) -> Iterator[What]:
    if then is None:
        yield What.CREATED
        return
    if now is None:
        yield What.REMOVED
        return
    if then.id != now.id:
        yield What.RENAMED
    if now.taken_down and not then.taken_down:
        yield What.TAKEN_DOWN
        return
    if then.id == now.id:
        yield What.CHANGED
    if then.record and now.record:
        before, after = then.record.original, now.record.original
        if new_amendments(before, after):
            yield What.AMENDED
        if new_corrections(before, after):
            yield What.CORRECTED


def _settings(side: Side) -> dict[str, object]:
    return side.options.model_dump(mode="json")
