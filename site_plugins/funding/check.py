"""Everything that can be wrong with a project's decisions, found in one run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from funding.labels import Words
from funding.model.part import Part
from funding.model.reading import TypedDecision, read_decision, read_register
from funding.model.registers import Registers
from funding.options import Options
from funding.personal import redact
from funding.problem import Finding, Problem, Severity
from funding.register import Record, Register, Tombstone
from funding.rules import DOCUMENT_RULES, RECORD_RULES, WHOLE_RULES, Rule, Whole
from funding.rules.pointers import points_only_at
from funding.rules.rule import Subject
from funding.source import Document, Places, RegisterName, list_files, read_document

_LONGEST_DETAIL = 80


class OutsideProjectError(ValueError):
    """A path that was asked about is not there, or lies outside the project."""

    def __init__(self, path: Path, *, missing: bool) -> None:
        super().__init__(str(path))
        self.path = path
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check.

    ``problems`` are sorted; ``paths`` are the files that were read, from the project's root with ``/``; ``register``
    holds what is free of errors; ``texts`` are the texts of the files that have problems, for showing the place.
    """

    problems: tuple[Problem, ...]
    paths: tuple[str, ...]
    register: Register
    texts: Mapping[str, str]

    @property
    def files(self) -> int:
        """How many files were read."""
        return len(self.paths)

    def count(self, severity: Severity) -> int:
        """Count the problems of one severity."""
        return sum(problem.severity is severity for problem in self.problems)

    def only(self, root: Path, paths: Iterable[Path]) -> Checked:
        """Give what concerns some files and folders of the project; no paths means everything.

        Raises:
            OutsideProjectError: if a path is not there or not in the project.
        """
        wanted = [_within(root, path) for path in paths]
        if not wanted:
            return self
        problems = tuple(problem for problem in self.problems if _below(problem.path, wanted))
        return replace(self, problems=problems, paths=tuple(path for path in self.paths if _below(path, wanted)))


@dataclass(slots=True)
class _Reading:
    documents: list[Document]
    typed: dict[str, TypedDecision]
    lists: Registers
    known: dict[RegisterName, frozenset[str]]
    findings: list[Finding]


def check(root: Path, options: Options, words: Words, today: date) -> Checked:
    """Read and check every file of a project's decisions.

    ``root`` is the project's folder. Nothing is printed or raised for what the files hold.
    """
    reading = _read(root, options.decisions)
    records = {
        doc.file.id: Record(doc.file.id, doc.path, typed.decision)
        for doc in reading.documents
        if doc.file.id and (typed := reading.typed[doc.path]).decision
    }
    tombstones = tuple(_tombstones(reading))
    register = Register(records, tombstones, reading.lists, options.organisation)
    ids = frozenset(doc.file.id for doc in reading.documents if doc.file.id)
    whole = Whole(register, reading.known, ids, options, today, root)
    findings = [
        *reading.findings,
        *(found for doc in reading.documents for found in _run(DOCUMENT_RULES, doc, doc.path)),
        *(found for record in records.values() for found in _run(RECORD_RULES, record, record.path)),
        *_run(WHOLE_RULES, whole, options.decisions),
    ]
    findings = [finding for finding in findings if not _acknowledged(finding, reading.typed)]
    texts = {doc.path: doc.text for doc in reading.documents}
    problems = tuple(sorted(_worded(findings, texts, words)))
    shown = {problem.path: texts[problem.path] for problem in problems if problem.path in texts}
    paths = tuple(doc.path for doc in reading.documents)
    return Checked(problems, paths, _sound(register, findings), shown)


def _read(root: Path, folder: str) -> _Reading:
    listed = list_files(root, folder)
    reading = _Reading([], {}, Registers(), {}, list(listed.findings))
    for file in listed.files:
        document = read_document(root, file)
        reading.documents.append(document)
        reading.findings.extend(document.findings)
        if file.register:
            entries, found = read_register(document)
            _fill(reading, file.register, document, entries)
            reading.findings.extend(found)
        else:
            typed = read_decision(document)
            reading.typed[document.path] = typed
            reading.findings.extend(typed.findings)
    present = {document.file.register for document in reading.documents}
    reading.known.update({name: frozenset() for name in RegisterName if name not in present})
    return reading


def _fill(reading: _Reading, name: RegisterName, document: Document, entries: dict[str, Part]) -> None:
    getattr(reading.lists, name.value).update(entries)
    if document.tree is not None:
        reading.known[name] = frozenset(document.tree)


def _tombstones(reading: _Reading) -> Iterator[Tombstone]:
    for document in reading.documents:
        typed = reading.typed.get(document.path)
        if document.file.id and typed and typed.tombstone and typed.tombstone.removed:
            redirects = typed.tombstone.redirect_from or ()
            yield Tombstone(document.file.id, document.path, typed.tombstone.removed, redirects)


def _run(rules: tuple[Rule[Subject], ...], subject: Subject, path: str) -> Iterator[Finding]:
    for rule in rules:
        for fault in rule.check(subject):
            yield Finding(rule.code, rule.severity, fault.path or path, fault.where, fault.at_key, None, fault.details)


def _acknowledged(finding: Finding, typed: Mapping[str, TypedDecision]) -> bool:
    file = typed.get(finding.path)
    if finding.severity is not Severity.WARNING or file is None or file.decision is None:
        return False
    return any(entry.code == finding.code for entry in file.decision.acknowledged or ())


def _worded(findings: Iterable[Finding], texts: Mapping[str, str], words: Words) -> Iterator[Problem]:
    places: dict[str, Places] = {}
    unique = {(f.code, f.path, f.where, f.at_key, f.span): f for f in findings}
    for found in unique.values():
        span = found.span
        if span is None:
            if found.path not in places:
                places[found.path] = Places(texts.get(found.path, ""))
            span = places[found.path].locate(found.where, at_key=found.at_key)
        details = {name: _shown(name, value) for name, value in found.details.items()}
        message, hint = words.problem(found.code, details)
        yield Problem(
            found.path,
            span.line,
            span.column,
            found.code,
            span.end_line,
            span.end_column,
            found.severity,
            message,
            hint,
        )


def _within(root: Path, path: Path) -> str:
    """Give a path from the project's root; a link is not followed, because it is itself what may be wrong."""
    if not os.path.lexists(path):
        raise OutsideProjectError(path, missing=True)
    place = path.parent.resolve() / path.name if path.name not in {"", ".."} else path.resolve()
    if not place.is_relative_to(root.resolve()):
        raise OutsideProjectError(path, missing=False)
    return place.relative_to(root.resolve()).as_posix()


def _below(path: str, folders: Iterable[str]) -> bool:
    return any(folder in {".", path} or path.startswith(f"{folder}/") for folder in folders)


def _shown(name: str, value: str) -> str:
    if name == "known":
        return value
    clean = redact(value)
    return clean if len(clean) <= _LONGEST_DETAIL else f"{clean[:_LONGEST_DETAIL]}…"


def _sound(register: Register, findings: Iterable[Finding]) -> Register:
    broken = {finding.path for finding in findings if finding.severity is Severity.ERROR}
    records = {
        id_: record
        for id_, record in register.records.items()
        if record.path not in broken and points_only_at(record, register.lists)
    }
    return Register(records, register.tombstones, register.lists, register.own)
