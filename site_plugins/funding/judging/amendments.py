"""What the rules about later decisions share."""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import exact
from funding.model.current import LaterDecision
from funding.model.vocabulary import AmendmentKind
from funding.problem import KeyPath
from funding.register import Record


def of_kind(record: Record, *kinds: AmendmentKind) -> Iterator[tuple[KeyPath, LaterDecision]]:
    """Give every later decision of some kinds, once for each, with the place of the kind."""
    for index, later in enumerate(record.later):
        for place, kind in enumerate(later.amendment.kind):
            if kind in kinds:
                yield ("amendments", index, "kind", place), later


def amount_moved(later: LaterDecision) -> int | None:
    """Give by how much the whole grant rises or falls where both amounts are exact, else the stated change."""
    before, after = exact(later.before.money.whole), exact(later.after.money.whole)
    if before is not None and after is not None:
        return after - before
    return later.amendment.change.value if later.amendment.change else None


def revocations(record: Record) -> list[int]:
    """Give the indexes of the later decisions that revoke a decision and stand."""
    return [
        index
        for index, later in enumerate(record.later)
        if AmendmentKind.REVOCATION in later.amendment.kind and later.amendment.granted and not later.voided
    ]
