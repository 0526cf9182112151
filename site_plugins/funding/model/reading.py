"""From a tree of text to typed values; every fault becomes a finding at its key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from funding.model.dates import AS_PRINTED, PrintedDate
from funding.model.decision import Decision
from funding.model.facts import Publication
from funding.model.keys import parts_in
from funding.model.parsing import INTERNAL, NOT_STATED_TEXT
from funding.model.part import Part
from funding.model.registers import ENTRY_TYPES
from funding.model.vocabulary import Status
from funding.problem import Finding, KeyPath, Severity
from funding.source import MOST_FINDINGS, REFUSED, Document, RegisterName, is_slug

P = TypeVar("P", bound=Part)
_SHAPES = {"model_type": "not-a-group", "dataclass_type": "not-a-group", "dict_type": "not-a-group"}
_UNKNOWN_KEY = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
"""What pydantic calls it, of its models and of dataclasses."""
_KEY_ITSELF = "[key]"
_MUNICIPALITY_CODE = re.compile("[0-9]{4}")


@dataclass(frozen=True, slots=True)
class TypedDecision:
    """What a decision file gives: a decision, or a tombstone, or (a draft, a broken file) neither."""

    decision: Decision | None
    tombstone: Publication | None
    findings: tuple[Finding, ...]


def read_decision(document: Document) -> TypedDecision:
    """Type one decision file. A draft or a tombstone may be incomplete; only its form is checked."""
    if document.tree is None:
        return TypedDecision(None, None, ())
    decision, findings = _typed(Decision, document.tree, document, ())
    draft, removed = document.tree.get("status") == Status.DRAFT, _is_removed(document.tree)
    if draft or removed:
        findings = [found for found in findings if not _may_wait(found)]
    tombstone = _typed(Publication, document.tree["publication"], document, ("publication",))[0] if removed else None
    return TypedDecision(None if draft or removed else decision, tombstone, tuple(findings))


def read_register(document: Document) -> tuple[dict[str, Part], tuple[Finding, ...]]:
    """Type one register file: its entries by id, without those that are faulty."""
    register = document.file.register
    if document.tree is None or register is None:
        return {}, ()
    entries: dict[str, Part] = {}
    findings: list[Finding] = []
    for id_, tree in document.tree.items():
        entry, found = _typed(ENTRY_TYPES[register], tree, document, (id_,))
        if not _may_be_id(register, id_):
            entry = None
            findings.append(
                Finding("bad-id", Severity.ERROR, document.path, (id_,), at_key=True, details={"given": id_})
            )
        findings.extend(found)
        if entry is not None:
            entries[id_] = entry
    return entries, tuple(findings[:MOST_FINDINGS])


def _may_be_id(register: RegisterName, id_: str) -> bool:
    """Tell whether an entry may have an id: terms go by diary numbers, municipalities by codes, the rest by slugs."""
    if register is RegisterName.MUNICIPALITIES:
        return bool(_MUNICIPALITY_CODE.fullmatch(id_))
    return register is RegisterName.TERMS or is_slug(id_)


def _may_wait(found: Finding) -> bool:
    """Tell whether a finding is no fault of an incomplete file: it lacks what a decision must have."""
    return found.code == "missing-key" and found.where in {(), ("decision",)}


def _is_removed(tree: dict[str, Any]) -> bool:
    publication = tree.get("publication")
    return isinstance(publication, dict) and "removed" in publication


def _typed(part: type[P], tree: Any, document: Document, prefix: KeyPath) -> tuple[P | None, list[Finding]]:
    try:
        return part.model_validate(tree), []
    except ValidationError as error:
        faults = (fault for fault in error.errors(include_url=False) if not _reported(fault))
        return None, [_finding(fault, part, document.path, prefix) for fault in islice(faults, MOST_FINDINGS)]


def _reported(fault: ErrorDetails) -> bool:
    """Tell whether the reader has refused the value already; that its key is unknown is news all the same."""
    return bool(fault["input"] == REFUSED and fault["type"] not in _UNKNOWN_KEY)


def _finding(fault: ErrorDetails, part: type[Part], path: str, prefix: KeyPath) -> Finding:
    code, loc = fault["type"], fault["loc"]
    if code in _UNKNOWN_KEY:
        return _unknown(part, loc, path, prefix)
    at_key = loc[-1:] == (_KEY_ITSELF,)
    where = (*prefix, *_in_file(loc[:-1] if at_key else loc))
    details = {name: str(value) for name, value in fault.get("ctx", {}).items()}
    if code == "missing":
        return Finding("missing-key", Severity.ERROR, path, where[:-1], details={"key": str(where[-1])})
    if code == "missing-key" and where[-1:] == (details["key"],):
        where = where[:-1]
    if code in _SHAPES:
        code = "not-stated-not-allowed" if fault["input"] == NOT_STATED_TEXT else _SHAPES[code]
    return Finding(code, Severity.ERROR, path, where, at_key=at_key, details=details)


def _unknown(part: type[Part], loc: KeyPath, path: str, prefix: KeyPath) -> Finding:
    code = "unknown-path" if loc[-2:-1] == ("set",) else "unknown-key"
    details = {"key": str(loc[-1]), "known": ", ".join(_keys_at(part, loc[:-1]))}
    return Finding(code, Severity.ERROR, path, (*prefix, *_in_file(loc)), at_key=True, details=details)


def _in_file(loc: KeyPath) -> KeyPath:
    return tuple(step for step in loc if not str(step).startswith(INTERNAL))


def _keys_at(part: type[Part], loc: KeyPath) -> Iterator[str]:
    """Give the keys that may stand in the part that lies at ``loc`` below another."""
    for step in loc:
        names = {field.alias or name: field for name, field in part.model_fields.items()}
        if step == AS_PRINTED:
            part = PrintedDate
        elif step in names:
            part = next(parts_in(names[str(step)].annotation), part)
    names = {field.alias or name: field for name, field in part.model_fields.items()}
    return (name for name in names if not name.startswith(INTERNAL))
