"""A published decision points at a draft; its page shows nothing there until the draft is published.

PASS:
    related: 2024/ett-beviljat-projekt
FAIL:
    related: 2024/ett-utkast
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.relatives import relatives_of
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every id in related, continues and within that belongs to a draft."""
    for record in whole.register.records.values() if whole.drafts else ():
        for where, id_ in relatives_of(record):
            if id_ in whole.drafts:
                yield Fault(where, {"given": id_}, path=record.path)


RULE = Rule("points-at-draft", Severity.WARNING, check)
