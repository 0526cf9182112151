"""From a tree of text to typed values; every fault becomes a finding at its key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
from funding.model.partial import UNKNOWN_KEY, partial_decision
from funding.model.registers import ENTRY_TYPES
from funding.model.synonyms import Synonyms
from funding.model.vocabulary import Status
from funding.problem import Finding, KeyPath, Severity
from funding.source import MOST_FINDINGS, REFUSED, Document, RegisterName, Remains, is_slug

P = TypeVar("P", bound=Part)
_SHAPES = {"model_type": "not-a-group", "dataclass_type": "not-a-group", "dict_type": "not-a-group"}
_KEY_ITSELF = "[key]"
_MUNICIPALITY_CODE = re.compile("[0-9]{4}")


@dataclass(frozen=True, slots=True)
class TypedDecision:
    """What a decision file gives: a decision, or a tombstone, or (a draft, a broken file) neither.

    ``partial`` is what can be judged of a decision that has faults, see :mod:`funding.model.partial`.
    """

    decision: Decision | None
    tombstone: Publication | None
    findings: tuple[Finding, ...]
    partial: Decision | None = None


def make_ready() -> None:
    """Make what types decisions, once: it takes a while, and each worker that is forked before makes it for itself."""
    _typed(Decision, {})


def read_decision(document: Document) -> TypedDecision:
    """Type one decision file. A draft or a tombstone may be incomplete; only its form is checked."""
    tree, remains = document.legible, document.remains
    if tree is None:
        return TypedDecision(None, None, ())
    decision, faults = _typed(Decision, tree)
    findings = _findings(faults, Decision, document.path, ())
    waiting = tree.get("status") == Status.DRAFT or _is_removed(tree)
    if waiting:
        findings = tuple(found for found in findings if not _may_wait(found))
        return TypedDecision(None, None if remains else _tombstone(tree), findings)
    if remains:
        return TypedDecision(None, None, _of_remains(findings, remains), partial_decision(tree, faults, remains))
    return TypedDecision(decision, None, findings, partial_decision(tree, faults) if faults else None)


def read_register(document: Document) -> tuple[dict[str, Part], tuple[Finding, ...]]:
    """Type one register file: its entries by id, without those that are faulty; none where it cannot be read whole."""
    register = document.file.register
    listed, remains = document.legible, document.remains
    if listed is None or register is None:
        return {}, ()
    entries: dict[str, Part] = {}
    findings: list[Finding] = []
    for id_, tree in listed.items():
        entry, faults = _typed(ENTRY_TYPES[register], tree)
        if not _may_be_id(register, id_):
            entry = None
            findings.append(
                Finding("bad-id", Severity.ERROR, document.path, (id_,), at_key=True, details={"given": id_})
            )
        findings.extend(_findings(faults, ENTRY_TYPES[register], document.path, (id_,)))
        if entry is not None:
            entries[id_] = entry
    if remains:
        return {}, _of_remains(findings, remains)
    return entries, tuple(findings[:MOST_FINDINGS])


def read_synonyms(document: Document) -> tuple[Synonyms | None, tuple[Finding, ...]]:
    """Type the file of synonyms; none where anything in it is faulty."""
    tree, remains = document.legible, document.remains
    if tree is None:
        return None, ()
    typed, faults = _typed(Synonyms, tree)
    findings = _findings(faults, Synonyms, document.path, ())
    return (None, _of_remains(findings, remains)) if remains else (typed, findings)


def _of_remains(findings: Iterable[Finding], remains: Remains) -> tuple[Finding, ...]:
    """Give the findings that do not lie in what is lost, nor complain of what may be there."""
    sure = (
        found
        for found in findings
        if found.where[:1] not in remains.ways_lost
        and not (_may_wait(found) and _may_hold(remains, found.details["key"]))
    )
    return tuple(islice(sure, MOST_FINDINGS))


def _may_hold(remains: Remains, key: str) -> bool:
    """Tell whether what cannot be read of a file may hold a key, or make it needless, as the state of a draft does."""
    return bool(remains.strays) or key in remains.words or "status" in remains.words


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


def _tombstone(tree: dict[str, Any]) -> Publication | None:
    return _typed(Publication, tree["publication"])[0] if _is_removed(tree) else None


def _typed(part: type[P], tree: Any) -> tuple[P | None, list[ErrorDetails]]:
    try:
        return part.model_validate(tree), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _findings(faults: list[ErrorDetails], part: type[Part], path: str, prefix: KeyPath) -> tuple[Finding, ...]:
    news = (fault for fault in faults if not _reported(fault))
    return tuple(_finding(fault, part, path, prefix) for fault in islice(news, MOST_FINDINGS))


def _reported(fault: ErrorDetails) -> bool:
    """Tell whether the reader has refused the value already; that its key is unknown is news all the same."""
    return bool(fault["input"] == REFUSED and fault["type"] not in UNKNOWN_KEY)


def _finding(fault: ErrorDetails, part: type[Part], path: str, prefix: KeyPath) -> Finding:
    code, loc = fault["type"], fault["loc"]
    if code in UNKNOWN_KEY:
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
