"""From a tree of text to typed values; every fault becomes a finding at its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from funding.model.decision import Decision
from funding.model.facts import Publication
from funding.model.later import Changes
from funding.model.part import Part
from funding.model.registers import ENTRY_TYPES
from funding.model.vocabulary import Status
from funding.problem import Finding, KeyPath, Severity
from funding.source import Document

P = TypeVar("P", bound=Part)
_SHAPES = {"model_type": "not-a-group", "model_attributes_type": "not-a-group", "dict_type": "not-a-group"}
_MOST_FINDINGS = 100
"""Findings of one file that are kept; a file with more has one cause, not a hundred."""


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
    incomplete = document.tree.get("status") == Status.DRAFT or _is_removed(document.tree)
    decision, findings = _typed(Decision, document.tree, document, ())
    if incomplete:
        findings = [finding for finding in findings if finding.code != "missing-key" or finding.where]
    if not _is_removed(document.tree):
        is_draft = document.tree.get("status") == Status.DRAFT
        return TypedDecision(None if is_draft else decision, None, tuple(findings))
    tombstone, _ = _typed(Publication, document.tree["publication"], document, ("publication",))
    return TypedDecision(None, tombstone, tuple(findings))


def read_register(document: Document) -> tuple[dict[str, Part], tuple[Finding, ...]]:
    """Type one register file: its entries by id, without those that are faulty."""
    if document.tree is None or document.file.register is None:
        return {}, ()
    entry_type = ENTRY_TYPES[document.file.register]
    entries: dict[str, Part] = {}
    findings: list[Finding] = []
    for key, tree in document.tree.items():
        entry, found = _typed(entry_type, tree, document, (key,))
        findings.extend(found)
        if entry is not None:
            entries[key] = entry
    return entries, tuple(findings[:_MOST_FINDINGS])


def _is_removed(tree: dict[str, Any]) -> bool:
    publication = tree.get("publication")
    return isinstance(publication, dict) and "removed" in publication


def _typed(part: type[P], tree: Any, document: Document, prefix: KeyPath) -> tuple[P | None, list[Finding]]:
    try:
        return part.model_validate(tree), []
    except ValidationError as error:
        empty = {finding.where for finding in document.findings if finding.code == "empty-value"}
        found = [_finding(fault, part, document.path, prefix) for fault in error.errors(include_url=False)]
        kept = [finding for finding in found if (*finding.where, finding.details.get("key", "")) not in empty]
        return None, kept[:_MOST_FINDINGS]


def _finding(fault: ErrorDetails, part: type[Part], path: str, prefix: KeyPath) -> Finding:
    loc = tuple(step for step in fault["loc"] if not (isinstance(step, str) and step.startswith("(")))
    at_key = loc[-1:] == ("[key]",)
    where = (*prefix, *(loc[:-1] if at_key else loc))
    code = fault["type"]
    details = {name: str(value) for name, value in fault.get("ctx", {}).items()}
    if code == "missing":
        return Finding("missing-key", Severity.ERROR, path, where[:-1], details={"key": str(where[-1])})
    if code == "extra_forbidden":
        known = _keys_at(part, loc[:-1])
        name = "unknown-path" if loc[-2:-1] == ("set",) else "unknown-key"
        return Finding(
            name, Severity.ERROR, path, where, at_key=True, details={"key": str(loc[-1]), "known": ", ".join(known)}
        )
    if code == "unknown-key":
        return Finding(code, Severity.ERROR, path, (*where, details["key"]), at_key=True, details=details)
    return Finding(_SHAPES.get(code, code), Severity.ERROR, path, where, at_key=at_key, details=details)


def _keys_at(part: type[Part], loc: KeyPath) -> list[str]:
    types = [part]
    for step in loc:
        if isinstance(step, int):
            continue
        fields = [
            field for owner in types for name, field in owner.model_fields.items() if (field.alias or name) == step
        ]
        types = [found for field in fields for found in _parts_in(field.annotation)]
    return [
        field.alias or name
        for owner in types
        for name, field in owner.model_fields.items()
        if not (owner is Changes and name.startswith("item_"))
    ]


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts_in(argument)
