"""A decision points at the old address of one that was moved.

PASS:
    related: 2024/nytt-namn
FAIL:
    related: 2024/gammalt-namn  # 2024/nytt-namn has redirect_from: 2024/gammalt-namn
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.relatives import relatives_of
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every id that is only an old address."""
    records = whole.register.records.values()
    moved = {old: record.id for record in records for old in record.redirects}
    for record in records if moved else ():
        for where, id_ in relatives_of(record):
            if id_ in moved and id_ not in whole.ids:
                yield Fault(where, {"given": id_, "right": moved[id_]}, path=record.path)


RULE = Rule("moved-decision", Severity.ERROR, check)
