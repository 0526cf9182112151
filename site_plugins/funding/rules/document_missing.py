"""A document's file is not there.

PASS:
    documents: [{title: Projektbeskrivning, file: projektbeskrivning.pdf}]
FAIL:
    documents: [{title: Projektbeskrivning, file: projektbeskrivnig.pdf}]
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from funding.judging.documents import FOLDER, files_of, stays_inside
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.spelling import Spellings
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every file that is no ordinary file below ``docs/dokument/``; a link there is none."""
    folder = whole.root.joinpath(*FOLDER)
    for record in whole.register.records.values():
        for where, name in files_of(record):
            if stays_inside(name) and not _is_file(folder, name):
                near = Spellings(_names_beside(folder / name)).near(name)
                yield Fault(where, {"given": name, "known": near}, path=record.path)


def _is_file(folder: Path, name: str) -> bool:
    path = folder / name
    steps = (step for step in (path, *path.parents) if step.is_relative_to(folder))
    try:
        return path.is_file() and not any(step.is_symlink() for step in steps)
    except OSError:  # a name that is longer than names can be
        return False


def _names_beside(path: Path) -> list[str]:
    try:
        return [child.name for child in path.parent.iterdir()]
    except OSError:  # no folder, or one that may not be read
        return []


RULE = Rule("document-missing", Severity.ERROR, check)
