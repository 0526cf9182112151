"""What the rules about documents share: every file that a decision or a later one names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.model.facts import DOCUMENTS_FOLDER, PublishedDocument
from funding.problem import KeyPath
from funding.register import Record

FOLDER: Final = ("docs", DOCUMENTS_FOLDER)
"""Where files lie, from the project's root."""


def files_of(record: Record) -> Iterator[tuple[KeyPath, str]]:
    """Give the place and the name of every file."""
    yield from _files(("documents",), record.original.documents)
    for index, amendment in enumerate(record.original.amendments or ()):
        yield from _files(("amendments", index, "documents"), amendment.documents)


def stays_inside(name: str) -> bool:
    """Tell whether a name means a file below the folder: no way up, no root, no other system's signs."""
    steps = name.split("/")
    return "\\" not in name and ":" not in name and all(step and not step.startswith((".", "~")) for step in steps)


def _files(where: KeyPath, documents: tuple[PublishedDocument, ...] | None) -> Iterator[tuple[KeyPath, str]]:
    for index, document in enumerate(documents or ()):
        if document.file is not None:
            yield (*where, index, "file"), document.file
