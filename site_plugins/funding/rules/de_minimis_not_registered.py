"""De minimis aid was registered later than twenty working days after it was granted, or not yet.

(EU) 2023/2831 art. 6: aid from 1 January 2026 is entered in the central register within twenty working days. Monday to
Friday count; public holidays are not looked at. Depends on the day, so it is only said.

PASS:
    state_aid: {type: de_minimis, granting_date: 2026-03-02, registered_date: 2026-03-20}
FAIL:
    state_aid: {type: de_minimis, granting_date: 2026-03-02, registered_date: 2026-05-20}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from funding.judging.known import readable
from funding.judging.rule import Fault, Rule, Whole
from funding.model.grant import StateAid
from funding.model.vocabulary import StateAidType
from funding.problem import KeyPath, Severity
from funding.register import Record

_SINCE: Final = date(2026, 1, 1)
_WEEKS: Final = timedelta(weeks=4)
"""Twenty working days."""


def check(whole: Whole) -> Iterator[Fault]:
    """Find all such aid of a granted decision; without a granting date that of the decision counts."""
    for record in whole.register.records.values():
        for where, aid in _aid(record) if record.status.counts else ():
            granted = readable(aid.granting_date) or record.decided
            if aid.type is StateAidType.DE_MINIMIS and granted and granted.first >= _SINCE:
                registered = readable(aid.registered_date)
                if (registered.first if registered else whole.today) > granted.last + _WEEKS:
                    yield Fault(where, {"granted": granted.iso}, path=record.path, at_key=True)


def _aid(record: Record) -> Iterator[tuple[KeyPath, StateAid]]:
    if record.original.state_aid:
        yield ("state_aid",), record.original.state_aid
    for index, part in enumerate(record.original.money.parts or ()):
        if part.state_aid:
            yield ("grant", "parts", index, "state_aid"), part.state_aid


RULE = Rule("de-minimis-not-registered", Severity.NOTE, check)
