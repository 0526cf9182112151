"""One file as it was read: its text, its tree of text, and what was wrong with either."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from funding.problem import Finding, KeyPath, Severity
from funding.source.characters import LARGEST_FILE, decode
from funding.source.files import SourceFile
from funding.source.yaml_text import Tree, parse


@dataclass(frozen=True, slots=True)
class Document:
    """A file of ``decisions/``. ``tree`` is ``None`` where the file cannot be read as a mapping of text."""

    file: SourceFile
    text: str
    tree: Tree | None
    findings: tuple[Finding, ...]

    @property
    def path(self) -> str:
        """The file from the project's root with ``/``."""
        return self.file.path

    def scalars(self) -> Iterator[tuple[KeyPath, str]]:
        """Give every value of the file with its way, in the order of the file."""
        stack: list[tuple[KeyPath, Tree]] = [((), self.tree)] if self.tree is not None else []
        while stack:
            where, value = stack.pop()
            if isinstance(value, dict):
                stack.extend(((*where, key), child) for key, child in reversed(value.items()))
            elif isinstance(value, list):
                stack.extend(((*where, index), child) for index, child in reversed(list(enumerate(value))))
            else:
                yield where, value


def read_document(root: Path, file: SourceFile) -> Document:
    """Read one file. Whatever is wrong with it becomes findings; nothing is raised for the content."""
    try:
        data = _read_regular(root / file.path)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        return Document(file, "", None, (_unreadable(file.path, reason),))
    text, findings = decode(file.path, data)
    if text is None:
        return Document(file, data.decode("utf-8", "replace"), None, tuple(findings))
    tree, refused = parse(file.path, text)
    return Document(file, text, tree, (*findings, *refused))


def _unreadable(path: str, reason: str) -> Finding:
    return Finding("unreadable-file", Severity.ERROR, path, details={"reason": reason})


def _read_regular(path: Path) -> bytes:
    """Read at most one byte more than a file may have; a link is not followed."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read(LARGEST_FILE + 1)
