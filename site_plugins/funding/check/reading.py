"""The first half of a check: every file read and typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from funding.model.part import Part
from funding.model.reading import TypedDecision, read_decision, read_register
from funding.model.registers import Registers
from funding.model.vocabulary import Status
from funding.problem import Finding
from funding.register import Record, Tombstone
from funding.source import Document, RegisterName, list_files, read_document


@dataclass(slots=True)
class Reading:
    """All files of a project's decisions, as text and typed, and what was wrong with them on the way.

    ``known`` holds the ids of each register, also of entries that are faulty; a register whose file cannot be read
    is not in it. ``drafts`` are the ids of decisions that are never published.
    """

    documents: list[Document] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    tombstones: tuple[Tombstone, ...] = ()
    registers: Registers = field(default_factory=Registers)
    known: dict[RegisterName, frozenset[str]] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    findings: list[Finding] = field(default_factory=list)


def read(root: Path, folder: str) -> Reading:
    """Read every file below the decisions folder; a register without a file is empty."""
    listed = list_files(root, folder)
    reading = Reading(findings=list(listed.findings))
    for file in listed.files:
        document = read_document(root, file)
        reading.documents.append(document)
        reading.findings.extend(document.findings)
        if file.register:
            _add_register(reading, file.register, document)
        elif file.id:
            _add_decision(reading, file.id, document)
    present = {document.file.register for document in reading.documents}
    reading.known.update({name: frozenset() for name in RegisterName if name not in present})
    return reading


def _add_decision(reading: Reading, id_: str, document: Document) -> None:
    typed: TypedDecision = read_decision(document)
    reading.findings.extend(typed.findings)
    if typed.decision:
        reading.records[id_] = Record(id_, document.path, typed.decision)
    elif typed.tombstone and typed.tombstone.removed:
        redirects = typed.tombstone.redirect_from or ()
        reading.tombstones += (Tombstone(id_, document.path, typed.tombstone.removed, redirects),)
    elif document.tree is not None and document.tree.get("status") == Status.DRAFT:
        reading.drafts |= {id_}


def _add_register(reading: Reading, name: RegisterName, document: Document) -> None:
    entries: dict[str, Part]
    entries, findings = read_register(document)
    getattr(reading.registers, name.value).update(entries)
    reading.findings.extend(findings)
    if document.tree is not None:
        reading.known[name] = frozenset(document.tree)
