"""Everything that can be wrong with a project's decisions, found in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from funding.check.acknowledging import without_acknowledged
from funding.check.outcome import Checked, OutsideProjectError
from funding.check.reading import Reading, read
from funding.check.running import run
from funding.check.sound import sound
from funding.check.wording import worded
from funding.labels import Words
from funding.options import Options
from funding.register import Register
from funding.rules import DOCUMENT_RULES, RECORD_RULES, WHOLE_RULES, Whole

__all__ = ["Checked", "OutsideProjectError", "check"]


def check(root: Path, options: Options, words: Words, today: date) -> Checked:
    """Read and check every file of a project's decisions.

    ``root`` is the project's folder. Nothing is printed or raised for what the files hold.
    """
    reading = read(root, options.decisions)
    register = Register(reading.records, reading.tombstones, reading.registers, options.organisation)
    findings = [
        *reading.findings,
        *(found for document in reading.documents for found in run(DOCUMENT_RULES, document, document.path)),
        *(found for record in reading.records.values() for found in run(RECORD_RULES, record, record.path)),
        *run(WHOLE_RULES, _whole(reading, register, options, today, root), options.decisions),
    ]
    findings = list(without_acknowledged(findings, reading.records.values()))
    problems, texts = worded(findings, {document.path: document for document in reading.documents}, words)
    paths = tuple(document.path for document in reading.documents)
    return Checked(problems, paths, sound(register, findings, options.decisions), texts)


def _whole(reading: Reading, register: Register, options: Options, today: date, root: Path) -> Whole:
    ids = frozenset(document.file.id for document in reading.documents if document.file.id)
    return Whole(register, reading.known, ids, reading.drafts, options, today, root)
