"""Decisions point at each other in a circle, or one points at itself.

What follows on something, or is drawn from it, comes after it; ``related`` may go both ways.

PASS:
    continues: 2019/etapp-1
FAIL:
    continues: 2024/etapp-2  # in decisions/2024/etapp-2.yml
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.circles import circles, shown
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import KeyPath, Severity
from funding.register import Record


def check(whole: Whole) -> Iterator[Fault]:
    """Find circles of continues and of within, and decisions that are related to themselves."""
    records = whole.register.records
    for key in ("continues", "within"):
        pointing = {id_: (to,) for id_, record in records.items() if (to := getattr(record.original, key))}
        for circle in circles(pointing):
            yield _fault(records[circle[0]], (key,), shown(circle))
    for record in records.values():
        for index, id_ in enumerate(record.original.related or ()):
            if id_ == record.id:
                yield _fault(record, ("related", index), shown((id_,)))


def _fault(record: Record, where: KeyPath, circle: str) -> Fault:
    return Fault(where, {"circle": circle}, path=record.path)


RULE = Rule("decision-circle", Severity.ERROR, check)
