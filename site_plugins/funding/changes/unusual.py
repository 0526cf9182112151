"""What is no error and yet rarely meant: a reviewer is asked whether it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from funding.changes.registers import EntryChange
from funding.model.dates import PartialDate
from funding.model.decision import Decision
from funding.model.facts import Period
from funding.model.money import Amount
from funding.model.vocabulary import Status
from funding.register import Record
from funding.source import RegisterName

Records: TypeAlias = tuple[Record | None, Record | None]

_TENFOLD: Final = 10
_MANY: Final = 50
_LONG_MOVE: Final = 2 * 365
"""Days; a project that is moved by as much is another project, or its year is misspelt."""

_WITH_FORMER_NAMES: Final = frozenset({RegisterName.ORGANISATIONS, RegisterName.SOURCES})
_ENDED: Final = frozenset({Status.COMPLETED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to ask about: ``code`` names the question, ``id`` the decision or entry, ``details`` fill it."""

    code: str
    id: str
    details: Mapping[str, str | int] = field(default_factory=dict)


def remarks(pairs: Sequence[Records], entries: Iterable[EntryChange]) -> Iterator[Remark]:
    """Give every question about changed decisions, given then and now, and about changed entries."""
    if len(pairs) > _MANY:
        yield Remark("many", "", {"count": len(pairs)})
    for then, now in pairs:
        if then and now:
            yield from _of_pair(then, now)
    for entry in entries:
        yield from _of_entry(entry)


def _of_pair(then: Record, now: Record) -> Iterator[Remark]:
    before, after = _amount(then.current), _amount(now.current)
    if before and after and not before < after * _TENFOLD < before * _TENFOLD**2:
        yield Remark("tenfold", now.id, {"was": before, "now": after})
    yield from _moved_dates(then, now)
    if then.original.recipient != now.original.recipient and then.status is now.status:
        yield Remark("recipient", now.id)
    stepped = then.status is Status.GRANTED and now.status in _ENDED
    if stepped and _amount(then.original) != _amount(now.original):
        yield Remark("amount_with_end", now.id)
    if then.decided and not now.decided:
        yield Remark("undated", now.id)


def _moved_dates(then: Record, now: Record) -> Iterator[Remark]:
    if then.decided and now.decided and _far(then.decided, now.decided):
        yield Remark("decided", now.id, {"was": then.decided.iso, "now": now.decided.iso})
    before, after = then.current.period, now.current.period
    if not isinstance(before, Period) or not isinstance(after, Period):
        return
    for code, old, new in (("start", before.start, after.start), ("end", before.end, after.end)):
        if isinstance(old, PartialDate) and isinstance(new, PartialDate) and _far(old, new):
            yield Remark(code, now.id, {"was": old.iso, "now": new.iso})


def _of_entry(entry: EntryChange) -> Iterator[Remark]:
    paths = {change.path for change in entry.fields}
    if entry.created or entry.removed:
        return
    if "name" in paths and entry.register in _WITH_FORMER_NAMES and "former_names" not in paths:
        yield Remark("former_name", entry.id, {"count": entry.decisions})
    if any(change.path == "organisation_number" and change.old for change in entry.fields):
        yield Remark("number", entry.id, {"count": entry.decisions})


def _far(old: PartialDate, new: PartialDate) -> bool:
    return abs((new.first - old.first).days) >= _LONG_MOVE


def _amount(decision: Decision) -> int | None:
    amount = decision.money.whole
    return amount.value if isinstance(amount, Amount) else None
