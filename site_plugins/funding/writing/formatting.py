"""A project's files brought into their canonical form, on all cores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from funding.check.collector import collector_paused
from funding.problem import Finding
from funding.progress import Progress, silent
from funding.source import SourceFile, read_document
from funding.source.document import digest_of
from funding.workers import batches_of, spread
from funding.writing.forming import form

_BATCH: Final = 100


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A file that is not in its canonical form: ``after`` is that form, ``before`` its text with plain line feeds.

    ``after`` is ``None`` where the file is left alone; ``findings`` say why, and none that it cannot be written anew
    for certain. ``digest`` is that of the bytes that were read.
    """

    path: str
    before: str
    after: str | None
    digest: str
    findings: tuple[Finding, ...]


def rewritings(root: Path, files: Sequence[SourceFile], progress: Progress = silent) -> Iterator[Rewriting]:
    """Give what is to be written anew of some files, in their order; what is in its canonical form gives nothing.

    Nothing is written. ``root`` is the project's folder; ``progress`` is told how many files are done.
    """
    with collector_paused():
        batches = batches_of(files, _BATCH)
        for number, found in enumerate(spread(partial(_rewritings, root), batches), 1):
            yield from found
            progress(min(number * _BATCH, len(files)), len(files))


def _rewritings(root: Path, files: Sequence[SourceFile]) -> list[Rewriting]:
    found = []
    for file in files:
        document = read_document(root, file)
        formed = form(document)
        if formed.text is None or digest_of(formed.text.encode()) != document.digest:
            found.append(Rewriting(file.path, document.text, formed.text, document.digest, formed.findings))
    return found
