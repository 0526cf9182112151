"""What one file gives: a pure function of its path and its bytes.

Nothing here is told what stands in another file, what the options are or what day it is, so what a picture says holds
as long as the file is the same; that is what lets pictures be kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from funding.cache import Row
from funding.check.partly import judged_partly
from funding.check.running import rules_of, run
from funding.judging.pointers import Pointer, pointers_of
from funding.judging.texts import links_in
from funding.model.decision import Decision
from funding.model.part import Part
from funding.model.reading import read_decision, read_register
from funding.model.vocabulary import Status
from funding.problem import Finding, KeyPath
from funding.register import Record, Tombstone
from funding.rules import DOCUMENT_RULES
from funding.source import Document, SourceFile

PICTURE_MODULES: Final = (
    __name__,
    "funding.judging.pointers",
    "funding.model.",
    "funding.problem",
    "funding.register.record",
    "funding.source.files",
)
"""Where the classes are defined that a picture is made of."""


@dataclass(frozen=True, slots=True)
class Picture(Row):
    """What one file gives, and what is wrong with it by itself.

    ``digest`` is that of the bytes. ``readable`` tells whether the file is a mapping of text; where it is not,
    ``remains`` is the text of what can be read of it, each line in its place. A decision gives
    ``decision``, or ``tombstone`` where it was taken down, or neither where it is faulty or a ``draft``. ``aims`` and
    ``links`` are what a sound decision points at: ids in registers, and links in its long texts with their places;
    ``pointers`` are those that can be read of a faulty one. A register gives its sound ``entries``, and ``known``: all
    ids that stand in it.
    """

    file: SourceFile
    digest: str
    readable: bool
    findings: tuple[Finding, ...]
    decision: Decision | None = None
    tombstone: Tombstone | None = None
    draft: bool = False
    aims: tuple[str, ...] = ()
    links: tuple[tuple[KeyPath, str], ...] = ()
    pointers: tuple[Pointer, ...] = ()
    entries: Mapping[str, Part] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    remains: str = ""

    def record(self, id_: str) -> Record | None:
        """Give the record of a sound decision."""
        return Record(id_, self.file.path, self.decision, self.digest) if self.decision else None


def picture_of(document: Document) -> Picture:
    """Type one file and check it by the rules that need nothing else."""
    findings = [*document.findings, *run(DOCUMENT_RULES, document, document.path)]
    if document.file.register:
        return _of_register(document, findings)
    if document.file.id:
        return _of_decision(document.file.id, document, findings)
    raise ValueError(f"{document.path}: neither a decision nor a register")


def _of_decision(id_: str, document: Document, findings: list[Finding]) -> Picture:
    typed = read_decision(document)
    findings.extend(typed.findings)
    pointers: tuple[Pointer, ...] = ()
    tombstone: Tombstone | None = None
    draft = False
    aims: tuple[str, ...] = ()
    links: tuple[tuple[KeyPath, str], ...] = ()
    if typed.decision:
        record = Record(id_, document.path, typed.decision, document.digest)
        aims = tuple(dict.fromkeys(pointer.aim for pointer in pointers_of(record)))
        links = tuple(links_in(record))
        findings.extend(run(rules_of(typed.decision), record, record.path))
    elif typed.partial:
        record = Record(id_, document.path, typed.partial, document.digest)
        findings, pointers = judged_partly(record, findings)
    elif typed.tombstone and typed.tombstone.removed:
        redirects = typed.tombstone.redirect_from or ()
        tombstone = Tombstone(id_, document.path, typed.tombstone.removed, redirects)
    elif document.tree is not None:
        draft = document.tree.get("status") == Status.DRAFT
    return Picture(
        document.file,
        document.digest,
        document.tree is not None,
        tuple(findings),
        decision=typed.decision,
        tombstone=tombstone,
        draft=draft,
        aims=aims,
        links=links,
        pointers=pointers,
        remains=document.remains.text if document.remains else "",
    )


def _of_register(document: Document, findings: list[Finding]) -> Picture:
    entries, found = read_register(document)
    return Picture(
        document.file,
        document.digest,
        document.tree is not None,
        (*findings, *found),
        entries=entries,
        known=tuple(document.tree or ()),
        remains=document.remains.text if document.remains else "",
    )
