"""One file as it was read: its text, its tree of text, and what was wrong with either."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from funding.problem import Finding, Severity, Span
from funding.source.characters import decode
from funding.source.files import REGISTERS, SourceFile
from funding.source.recovery import Remains, recover
from funding.source.tree import Tree
from funding.source.yaml_text import parse

LARGEST_FILE = 256_000
"""Bytes; a decision is some three thousand."""
LARGEST_REGISTER = 1_000_000
"""Bytes; the four thousand organisations of a hundred thousand decisions are some 650 000."""

_DIGEST_SIZE = 16
"""Bytes; nobody finds two files of one digest by chance, nor one on purpose for a file that is there."""


@dataclass(frozen=True)
class Document:
    """A file of ``decisions/``.

    ``text`` is what stands in it, with plain line feeds, empty where it was not read. ``tree`` is ``None`` where it
    cannot be read as a mapping of text; then ``remains`` is what can be read of it, where that is something. Every
    finding has its span. ``digest`` is that of its bytes, in hexadecimal, empty where they were not read or are too
    many.
    """

    file: SourceFile
    text: str
    tree: Tree | None
    findings: tuple[Finding, ...]
    digest: str
    remains: Remains | None = None

    @property
    def legible(self) -> Tree | None:
        """The tree, or of a file that cannot be read what remains of it."""
        return self.remains.tree if self.remains else self.tree

    @property
    def path(self) -> str:
        """The file from the project's root with ``/``."""
        return self.file.path


def read_document(root: Path, file: SourceFile) -> Document:
    """Read one file. Whatever is wrong with it becomes findings; nothing is raised for the content."""
    content = _content(root, file)
    return content if isinstance(content, Document) else document_of(file, *content)


def read_changed(root: Path, file: SourceFile, digest: str | None) -> Document | None:
    """Read one file as :func:`read_document` does; ``None`` where its bytes have a digest that is known already."""
    content = _content(root, file)
    if isinstance(content, Document):
        return content
    return None if digest_of(content[0]) == digest else document_of(file, *content)


def document_of(file: SourceFile, data: bytes, size: int) -> Document:
    """Make the document of a file from its bytes; where they are too many to be given, ``size`` tells how many."""
    limit = LARGEST_REGISTER if file.register else LARGEST_FILE
    if size > limit:
        return _unread(file, "file-too-large", size=_kilobytes(size), limit=_kilobytes(limit))
    text, findings = decode(file.path, data)
    if text is None:
        shown = data.decode("utf-8", "replace")
        remains, findings = recover(file.path, _plain(shown), findings, trusted=False)
        return Document(file, shown, None, tuple(findings), digest_of(data), remains)
    tree, refused = parse(file.path, text)
    if tree is None:
        remains, refused = recover(file.path, text, refused)
        return Document(file, text, None, (*findings, *refused), digest_of(data), remains)
    return Document(file, text, tree, (*findings, *refused), digest_of(data))


def digest_of(data: bytes) -> str:
    """Give the digest of a file's bytes, in hexadecimal: the same bytes, the same digest."""
    return blake2b(data, digest_size=_DIGEST_SIZE).hexdigest()


def read_text(root: Path, path: str) -> str:
    """Read the text of a file once more, to show a place in it; empty where it is not to be read."""
    try:
        data, size = _read_regular(f"{root}/{path}")
    except OSError:
        return ""
    limit = LARGEST_REGISTER if path.split("/")[-2:-1] == [REGISTERS] else LARGEST_FILE
    text, _ = decode(path, data)
    return "" if size > limit else data.decode("utf-8", "replace") if text is None else text


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _content(root: Path, file: SourceFile) -> tuple[bytes, int] | Document:
    """Give a file's bytes and how many they are, or the document that says why they cannot be had."""
    try:
        return _read_regular(f"{root}/{file.path}")
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        return _unread(file, "unreadable-file", reason=reason)


def _unread(file: SourceFile, code: str, **details: str) -> Document:
    finding = Finding(code, Severity.ERROR, file.path, span=Span(1, 1, 1, 1), details=details)
    return Document(file, "", None, (finding,), digest="")


def _kilobytes(size: int) -> str:
    return f"{-(-size // 1000)} kB"


def _read_regular(path: str) -> tuple[bytes, int]:
    """Read at most one byte more than a file may have, and tell how many it has; a link is not followed."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        data, size = b"", os.fstat(descriptor).st_size
        while more := os.read(descriptor, min(max(size, len(data)), LARGEST_REGISTER) + 1 - len(data)):
            data += more
            if len(data) == size:
                break
        return data, max(size, len(data))
    finally:
        os.close(descriptor)
