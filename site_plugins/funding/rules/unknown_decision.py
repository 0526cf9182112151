"""A decision points at another one that is not there.

PASS:
    continues: 2019/fossilfritt-2030-rena-resan
FAIL:
    continues: 2019/rena-resan
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.relatives import relatives_of
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.spelling import Spellings
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every id in related, continues and within that has no file and never had one."""
    records = whole.register.records.values()
    known = whole.ids | {old for record in records for old in record.redirects}
    found = [(record, where, id_) for record in records for where, id_ in relatives_of(record) if id_ not in known]
    spellings = Spellings(whole.ids if found else ())
    for record, where, id_ in found:
        yield Fault(where, {"given": id_, "known": spellings.near(id_)}, path=record.path)


RULE = Rule("unknown-decision", Severity.ERROR, check)
