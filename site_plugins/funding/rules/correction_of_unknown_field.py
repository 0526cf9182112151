"""A correction is about a key that a decision cannot have, or about a later decision that is not in the file.

PASS:
    corrections: [{date: 2024-05-02, field: grant.amount, was: 2 554 984, reason: Omkastade siffror.}]
FAIL:
    corrections: [{date: 2024-05-02, field: grant.belopp, was: 2 554 984, reason: Omkastade siffror.}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, get_args, get_origin

from funding.judging.rule import Fault, Rule
from funding.model.current import find_amendment
from funding.model.decision import Decision
from funding.model.keys import parts_in
from funding.model.later import Amendment
from funding.model.part import Part
from funding.problem import Severity
from funding.register import Record

_AMENDMENTS: Final = "amendments"
_SET: Final = ["set"]


def check(record: Record) -> Iterator[Fault]:
    """Find every field that is no path of keys, each perhaps with the name or number of an item after it."""
    for index, correction in enumerate(record.original.corrections or ()):
        if not _is_field(record, correction.field.split(".")):
            yield Fault(("corrections", index, "field"), {"given": correction.field})


def _is_field(record: Record, steps: list[str]) -> bool:
    if steps[0] != _AMENDMENTS:
        return _leads(Decision, steps)
    which, rest = steps[1:2], steps[2:]
    if not which or not find_amendment(record.original.amendments or (), which[0]):
        return False
    return _leads(Amendment, rest) or _leads(Decision, rest[1:] if rest[:1] == _SET else rest)


def _leads(part: type[Part], steps: list[str]) -> bool:
    """Tell whether steps lead somewhere; an item that has no keys of its own goes by number or year only."""
    parts, item = {part}, False
    for step in steps:
        fields = [field for here in parts for name, field in here.model_fields.items() if (field.alias or name) == step]
        if not fields and not (item and (parts or step.isdecimal())):
            return False
        item = any(_has_items(field.annotation) for field in fields)
        parts = {inner for field in fields for inner in parts_in(field.annotation)} if fields else parts
    return bool(steps)


def _has_items(annotation: Any) -> bool:
    return get_origin(annotation) in {tuple, dict} or any(_has_items(inner) for inner in get_args(annotation))


RULE = Rule("correction-of-unknown-field", Severity.ERROR, check, about="corrections")
