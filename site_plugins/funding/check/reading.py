"""The first half of a check: what every file gives by itself, put together."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from funding.cache import Cache
from funding.check.picture import Picture, picture_of
from funding.check.pictures import Memory, pictures_of
from funding.check.running import run
from funding.judging.pointers import Pointer
from funding.model.reading import read_synonyms
from funding.model.registers import Registers
from funding.problem import Finding, KeyPath
from funding.progress import Progress
from funding.register import Record, Tombstone
from funding.rules import DOCUMENT_RULES
from funding.source import SYNONYMS, Document, RegisterName, SourceFile, list_files, read_document


@dataclass(slots=True)
class Reading:
    """What all files of a project's decisions give, and what is wrong with each.

    ``paths`` are the files that were read, ``unreadable`` those of them that are no mapping of text, each with the text
    of what can be read of it all the same. ``ids`` are the ids of decisions, ``drafts`` those of them that are never
    published. ``known`` holds the ids of each register, also of entries that are faulty; a register whose file cannot
    be read is not in it. ``aims`` are those of all pointers of decisions, ``links`` the links in their texts with file
    and place, ``pointers`` those of faulty decisions with their file. ``synonyms`` are
    none where their file is faulty. ``texts`` are those of files with findings, where they cannot be read from the
    project once more.
    """

    paths: list[str] = field(default_factory=list)
    unreadable: dict[str, str] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    drafts: set[str] = field(default_factory=set)
    records: dict[str, Record] = field(default_factory=dict)
    tombstones: list[Tombstone] = field(default_factory=list)
    registers: Registers = field(default_factory=Registers)
    known: dict[RegisterName, frozenset[str]] = field(default_factory=dict)
    aims: set[str] = field(default_factory=set)
    links: list[tuple[str, KeyPath, str]] = field(default_factory=list)
    pointers: list[tuple[str, Pointer]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    synonyms: tuple[tuple[str, ...], ...] = ()
    texts: dict[str, str] = field(default_factory=dict)


def read(root: Path, folder: str, cache: Cache | None, progress: Progress, memory: Memory | None = None) -> Reading:
    """Read every file below the decisions folder; a register without a file is empty.

    What ``cache`` or ``memory`` holds of files that are the same is taken from it; all files are opened all the same.
    """
    listed = list_files(root, folder)
    reading = Reading(findings=list(listed.findings))
    for picture in pictures_of(root, listed.files, cache, progress, memory):
        _add(reading, picture, memory)
    if listed.registers_listed:
        present = {file.register for file in listed.files}
        reading.known.update({name: frozenset() for name in RegisterName if name not in present})
    if os.path.lexists(root / SYNONYMS):
        _add_synonyms(reading, read_document(root, SourceFile(SYNONYMS)))
    return reading


def add(reading: Reading, document: Document) -> None:
    """Type one document, check it by itself, and add what it gives."""
    picture = picture_of(document)
    _add(reading, picture)
    if picture.findings:
        reading.texts[document.path] = document.text


def _add(reading: Reading, picture: Picture, memory: Memory | None = None) -> None:
    file = picture.file
    reading.paths.append(file.path)
    reading.findings.extend(picture.findings)
    if not picture.readable:
        reading.unreadable[file.path] = picture.remains
    if file.register:
        getattr(reading.registers, file.register.value).update(picture.entries)
        if picture.readable:
            reading.known[file.register] = frozenset(picture.known)
    elif file.id:
        _add_decision(reading, file.id, picture, memory)


def _add_synonyms(reading: Reading, document: Document) -> None:
    reading.paths.append(document.path)
    if document.tree is None:
        reading.unreadable[document.path] = document.remains.text if document.remains else ""
    typed, findings = read_synonyms(document)
    reading.synonyms = typed.synonyms if typed else ()
    reading.findings += [*document.findings, *run(DOCUMENT_RULES, document, document.path), *findings]


def _add_decision(reading: Reading, id_: str, picture: Picture, memory: Memory | None) -> None:
    reading.ids.add(id_)
    if picture.pointers:
        reading.pointers.extend((picture.file.path, pointer) for pointer in picture.pointers)
    record = memory.record(id_, picture) if memory else picture.record(id_)
    if record:
        reading.records[id_] = record
        reading.aims.update(picture.aims)
        if picture.links:
            reading.links.extend((record.path, where, target) for where, target in picture.links)
    elif picture.tombstone:
        reading.tombstones.append(picture.tombstone)
    elif picture.draft:
        reading.drafts.add(id_)
