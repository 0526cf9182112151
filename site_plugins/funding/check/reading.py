"""The first half of a check: every file read, typed, and checked by the rules that need nothing else.

One file at a time: its text and tree are let go before the next, so memory does not grow with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from funding.check.running import run
from funding.model.part import Part
from funding.model.reading import read_decision, read_register
from funding.model.registers import Registers
from funding.model.vocabulary import Status
from funding.problem import Finding
from funding.register import Record, Tombstone
from funding.rules import DOCUMENT_RULES, LATER_RULES, RECORD_RULES
from funding.source import Document, RegisterName, list_files, read_document


@dataclass(slots=True)
class Reading:
    """What all files of a project's decisions give, and what is wrong with each.

    ``paths`` are the files that were read, ``unreadable`` those of them that are no mapping of text. ``ids`` are the
    ids of decisions, ``drafts`` those of them that are never published. ``known`` holds the ids of each register, also
    of entries that are faulty; a register whose file cannot be read is not in it. ``texts``
    are those of files with findings.
    """

    paths: list[str] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    drafts: set[str] = field(default_factory=set)
    records: dict[str, Record] = field(default_factory=dict)
    tombstones: list[Tombstone] = field(default_factory=list)
    registers: Registers = field(default_factory=Registers)
    known: dict[RegisterName, frozenset[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def read(root: Path, folder: str) -> Reading:
    """Read every file below the decisions folder; a register without a file is empty."""
    listed = list_files(root, folder)
    reading = Reading(findings=list(listed.findings))
    for file in listed.files:
        add(reading, read_document(root, file))
    if listed.registers_listed:
        present = {file.register for file in listed.files}
        reading.known.update({name: frozenset() for name in RegisterName if name not in present})
    return reading


def add(reading: Reading, document: Document) -> None:
    """Type one file, check it by itself, and add what it gives."""
    known = len(reading.findings)
    reading.paths.append(document.path)
    if document.tree is None:
        reading.unreadable.add(document.path)
    reading.findings.extend(document.findings)
    reading.findings.extend(run(DOCUMENT_RULES, document, document.path))
    if document.file.register:
        _add_register(reading, document.file.register, document)
    elif document.file.id:
        _add_decision(reading, document.file.id, document)
    if len(reading.findings) > known:
        reading.texts[document.path] = document.text


def _add_decision(reading: Reading, id_: str, document: Document) -> None:
    reading.ids.add(id_)
    typed = read_decision(document)
    reading.findings.extend(typed.findings)
    if typed.decision:
        record = reading.records[id_] = Record(id_, document.path, typed.decision, document.digest)
        reading.findings.extend(run(RECORD_RULES, record, record.path))
        if typed.decision.amendments:
            reading.findings.extend(run(LATER_RULES, record, record.path))
    elif typed.tombstone and typed.tombstone.removed:
        redirects = typed.tombstone.redirect_from or ()
        reading.tombstones.append(Tombstone(id_, document.path, typed.tombstone.removed, redirects))
    elif document.tree is not None and document.tree.get("status") == Status.DRAFT:
        reading.drafts.add(id_)


def _add_register(reading: Reading, name: RegisterName, document: Document) -> None:
    entries: dict[str, Part]
    entries, findings = read_register(document)
    getattr(reading.registers, name.value).update(entries)
    reading.findings.extend(findings)
    if document.tree is not None:
        reading.known[name] = frozenset(document.tree)
