"""``delegated`` says something else than the type of the deciding body.

PASS:
    decision: {body: utvecklingsdirektor, delegated: true}  # type: delegated_official
FAIL:
    decision: {body: utvecklingsdirektor, delegated: false}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.model.part import stated
from funding.model.vocabulary import BodyType
from funding.problem import KeyPath, Severity
from funding.register import Record


def check(whole: Whole) -> Iterator[Fault]:
    """Find every typed ``delegated`` that disagrees with the types of all its bodies, of later decisions too."""
    bodies = whole.register.lists.bodies
    for record in whole.register.records.values():
        for where, typed, ids in _typed(record):
            types = [bodies[id_].type for id_ in ids if id_ in bodies]
            known = [type_ is BodyType.DELEGATED_OFFICIAL for type_ in types if type_ is not None]
            if typed is not None and known and typed not in known:
                yield Fault(where, {"body": ", ".join(ids)}, path=record.path)


def _typed(record: Record) -> Iterator[tuple[KeyPath, bool | None, tuple[str, ...]]]:
    yield ("decision", "delegated"), record.original.decision.delegated, record.bodies
    for index, amendment in enumerate(record.original.amendments or ()):
        ids = amendment.body or stated(record.original.decision.body) or ()
        yield ("amendments", index, "delegated"), amendment.delegated, ids


RULE = Rule("delegated-unlike-body", Severity.ERROR, check)
