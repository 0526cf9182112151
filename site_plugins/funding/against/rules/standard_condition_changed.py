"""A standard condition that a published decision names has got other words; a new wording is a new id.

PASS:
    fullt-finansierad-2025: {type: full_financing, text: Beslutet gäller först när budgeten är fullt finansierad.}
FAIL:
    fullt-finansierad: {type: full_financing, text: Beslutet gäller först när budgeten är fullt finansierad.}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.protected import text_of
from funding.against.since import Since
from funding.judging.pointers import CONDITION, pointers_of
from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.source import RegisterName, register_path

_WORDS = ("type", "text", "terms")


def check(since: Since) -> Iterator[Fault]:
    """Find every standard condition in use whose type, text or terms are others than then."""
    then, now = since.then.reading.registers.conditions, since.now.reading.registers.conditions
    changed = {
        (id_, word)
        for id_, entry in then.items()
        for word in _WORDS
        if id_ in now and text_of(getattr(entry, word)) not in {None, text_of(getattr(now[id_], word))}
    }
    used = _used(since) if changed else frozenset()
    for id_, word in sorted(changed):
        if id_ in used:
            path = register_path(since.now.options.decisions, RegisterName.CONDITIONS)
            yield Fault((id_, word), {"id": id_}, path=path)


def _used(since: Since) -> frozenset[str]:
    """Give the standard conditions that decisions named which were published then."""
    records = since.then.reading.records.values()
    return frozenset(
        pointer.id
        for record in records
        if not record.hidden_on(since.today)
        for pointer in pointers_of(record)
        if pointer.registers == CONDITION
    )


RULE = Rule("standard-condition-changed", Severity.ERROR, check)
