"""What one file gives: a pure function of its path and its bytes.

Nothing here is told what stands in another file, what the options are or what day it is, so what a picture says holds
as long as the file is the same; that is what lets pictures be kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from funding.cache import Row
from funding.check.partly import judged_partly
from funding.check.running import run, run_each
from funding.judging.pointers import Pointer, pointers_of
from funding.judging.texts import links_in
from funding.model.decision import Decision
from funding.model.part import Part
from funding.model.reading import TypedDecision, read_decision, read_register
from funding.model.vocabulary import Status
from funding.problem import Finding, KeyPath
from funding.register import Record, Tombstone
from funding.rules import DOCUMENT_RULES, LATER_RULES, RECORD_RULES
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


@dataclass(slots=True)
class _Sketch:
    """What is known of a file so far. ``record`` is that of a decision, a partial one where it is not ``sound``."""

    document: Document
    findings: list[Finding]
    typed: TypedDecision | None = None
    record: Record | None = None
    sound: bool = False
    aims: tuple[str, ...] = ()
    links: tuple[tuple[KeyPath, str], ...] = ()
    pointers: tuple[Pointer, ...] = ()


def picture_of(document: Document) -> Picture:
    """Type one file and check it by the rules that need nothing else."""
    return pictures_made((document,))[0]


def pictures_made(documents: Sequence[Document]) -> list[Picture]:
    """Type some files and check them by the rules that need nothing else.

    Each step is taken with all of them before the next: its code and what it goes by stay at hand for the processor,
    which takes a sixth less time than going through all steps file by file.
    """
    sketches = [_Sketch(document, list(document.findings)) for document in documents]
    for step in (_look_at_text, _type, _follow_pointers):
        for sketch in sketches:
            step(sketch)
    _judge(sketches)
    return [_of_register(sketch) if sketch.document.file.register else _of_decision(sketch) for sketch in sketches]


def _look_at_text(sketch: _Sketch) -> None:
    sketch.findings.extend(run(DOCUMENT_RULES, sketch.document, sketch.document.path))


def _type(sketch: _Sketch) -> None:
    document = sketch.document
    if document.file.id:
        sketch.typed = read_decision(document)
        sketch.findings.extend(sketch.typed.findings)
        sketch.sound = sketch.typed.decision is not None
        decision = sketch.typed.decision or sketch.typed.partial
        sketch.record = Record(document.file.id, document.path, decision, document.digest) if decision else None
    elif not document.file.register:
        raise ValueError(f"{document.path}: neither a decision nor a register")


def _follow_pointers(sketch: _Sketch) -> None:
    if sketch.record and sketch.sound:
        sketch.aims = tuple(dict.fromkeys([pointer.aim for pointer in pointers_of(sketch.record)]))
        sketch.links = tuple(links_in(sketch.record))


def _judge(sketches: Sequence[_Sketch]) -> None:
    judged = [(sketch.record, sketch.findings) for sketch in sketches if sketch.record and sketch.sound]
    run_each(RECORD_RULES, judged)
    run_each(LATER_RULES, [(record, findings) for record, findings in judged if record.original.amendments])
    for sketch in sketches:
        if sketch.record and not sketch.sound:
            sketch.findings, sketch.pointers = judged_partly(sketch.record, sketch.findings)


def _of_decision(sketch: _Sketch) -> Picture:
    document, typed, tree = sketch.document, sketch.typed, sketch.document.tree
    removed = typed.tombstone if typed and not sketch.record else None
    tombstone: Tombstone | None = None
    if removed and removed.removed and document.file.id:
        tombstone = Tombstone(document.file.id, document.path, removed.removed, removed.redirect_from or ())
    is_draft = not sketch.record and not tombstone and tree is not None and tree.get("status") == Status.DRAFT
    return Picture(
        document.file,
        document.digest,
        tree is not None,
        tuple(sketch.findings),
        decision=typed.decision if typed else None,
        tombstone=tombstone,
        draft=is_draft,
        aims=sketch.aims,
        links=sketch.links,
        pointers=sketch.pointers,
        remains=document.remains.text if document.remains else "",
    )


def _of_register(sketch: _Sketch) -> Picture:
    document = sketch.document
    entries, found = read_register(document)
    return Picture(
        document.file,
        document.digest,
        document.tree is not None,
        (*sketch.findings, *found),
        entries=entries,
        known=tuple(document.tree or ()),
        remains=document.remains.text if document.remains else "",
    )
