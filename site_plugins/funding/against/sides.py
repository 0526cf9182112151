"""A project at a revision and the same project today, both typed and judged; what is the same is typed once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from funding.check.judged import judge
from funding.check.reading import Reading, add
from funding.check.sound import sound
from funding.history import Revision, open_revision
from funding.judging.documents import FOLDER
from funding.options import Options
from funding.problem import Finding
from funding.project import options_at
from funding.register import Register, Tombstone
from funding.rules import document_missing
from funding.source import Document, RegisterName, SourceFile, document_of, read_document
from funding.source.files import SUFFIX, file_at


@dataclass(frozen=True)
class Side:
    """A project at one time: its options, what its files gave, and what was wrong with them.

    ``register`` holds every decision that could be typed. ``documents`` are those files of this side that differ from
    the other, by path.
    """

    options: Options
    reading: Reading
    register: Register
    findings: tuple[Finding, ...]
    documents: Mapping[str, Document]

    @cached_property
    def sound(self) -> Register:
        """What would be on the site: the register without what has an error."""
        return sound(self.register, self.findings, self.options.decisions)

    def path_of(self, id_: str) -> str:
        """Give the file of a decision from the project's root."""
        return f"{self.options.decisions}/{id_}{SUFFIX}"

    @cached_property
    def tombstones(self) -> Mapping[str, Tombstone]:
        """The decisions that are taken down, by id."""
        return {tombstone.id: tombstone for tombstone in self.reading.tombstones}

    @cached_property
    def redirects(self) -> Mapping[str, str]:
        """The ids that decisions had before, with those that they have."""
        lead = {old: grave.id for grave in self.reading.tombstones for old in grave.redirect_from}
        for id_, record in self.reading.records.items():
            lead.update(dict.fromkeys(record.redirects, id_))
        return lead


@dataclass(frozen=True)
class Sides:
    """Both times of a project. ``then`` is the revision, ``now`` the working tree; ``today`` judges both."""

    revision: Revision
    today: date
    then: Side
    now: Side

    @cached_property
    def changed(self) -> frozenset[str]:
        """The paths of today's files that are new or hold something else than then."""
        return frozenset(self.now.documents)


def two_sides(root: Path, options: Options, reading: Reading, name: str, today: date) -> Sides:
    """Hold a project's working tree, which has been read, against a revision.

    Raises:
        HistoryError: if the revision cannot be read.
    """
    revision = open_revision(root, name)
    then_options = options_at(root, revision.text_of) or options
    revision = revision.below(then_options.decisions)
    same = revision.same(reading.paths)
    register, findings = judge(reading, root, options, today)
    changed = [file_at(options.decisions, path) for path in reading.paths if path not in same]
    documents = {file.path: read_document(root, file) for file in changed if file}
    now = Side(options, reading, register, tuple(findings), documents)
    return Sides(revision, today, _then(then_options, revision, now, same, today), now)


def _then(options: Options, revision: Revision, now: Side, same: frozenset[str], today: date) -> Side:
    files = [file for path in revision.files if (file := file_at(options.decisions, path))]
    contents = revision.read(file.path for file in files if file.path not in same)
    reading = Reading(
        findings=[found for found in now.reading.findings if _stood(found, now, revision, same)],
        aims=set(now.reading.aims),  # those of today are no harm: who finds an unknown one looks for who has it
        links=[link for link in now.reading.links if link[0] in same],
        pointers=[pointer for pointer in now.reading.pointers if pointer[0] in same],
    )
    tombstones = {tombstone.path: tombstone for tombstone in now.reading.tombstones}
    documents: dict[str, Document] = {}
    for file in files:
        if file.path in same:
            _take(reading, file, now.reading, tombstones.get(file.path))
        else:
            documents[file.path] = document_of(file, *contents[file.path])
            add(reading, documents[file.path])
    present = {file.register for file in files}
    reading.known.update({name: frozenset() for name in RegisterName if name not in present})
    register, findings = judge(reading, revision.root, options, today)
    return Side(options, reading, register, tuple(_without_papers(findings, revision)), documents)


def _without_papers(findings: list[Finding], revision: Revision) -> Iterator[Finding]:
    """Leave out the papers that are missing today and were there then: the rule looks for them on the disk."""
    missing = any(found.code == document_missing.RULE.code for found in findings)
    there = revision.below("/".join(FOLDER)).files if missing else {}
    for found in findings:
        if found.code != document_missing.RULE.code or "/".join((*FOLDER, found.details["given"])) not in there:
            yield found


def _stood(found: Finding, now: Side, revision: Revision, same: frozenset[str]) -> bool:
    """Tell whether what is wrong with a file by itself, or with a folder, was so then too."""
    if found.path in same:
        return True
    of_folder = found.path not in now.documents
    return of_folder and (found.path in revision.files or found.path in revision.others)


def _take(reading: Reading, file: SourceFile, now: Reading, tombstone: Tombstone | None) -> None:
    """Take over what a file that is the same gave."""
    reading.paths.append(file.path)
    if file.path in now.unreadable:
        reading.unreadable[file.path] = now.unreadable[file.path]
    if file.register:
        entries = getattr(now.registers, file.register.value)
        reading.registers = replace(reading.registers, **{file.register.value: dict(entries)})
        if file.register in now.known:
            reading.known[file.register] = now.known[file.register]
    elif file.id:
        reading.ids.add(file.id)
        if file.id in now.records:
            reading.records[file.id] = now.records[file.id]
        if file.id in now.drafts:
            reading.drafts.add(file.id)
        if tombstone:
            reading.tombstones.append(tombstone)
