"""A new decision and the organisation that it names, both on the disk or neither."""

from __future__ import annotations

from pathlib import Path

from funding.source import Document
from funding.source.document import digest_of
from funding.writing.disk import create_file, read_bytes, replace_file


def save(root: Path, path: str, text: str, register: tuple[Document, str] | None) -> None:
    """Write the file of a decision, after the register that it points into where that has something new.

    An interruption between the two leaves a valid project, with an organisation that nothing points at yet; a decision
    that cannot be written takes the register back.

    Raises:
        FileExistsError: if the decision's file is there already.
        MeanwhileError: if the register is no longer what was read.
        OSError: if the disk refuses.
    """
    if (root / path).exists():
        raise FileExistsError(path)
    if register is None:
        create_file(root, path, text.encode())
        return
    before, after = register
    old = read_bytes(root, before.path) if before.digest else None
    if before.digest:
        replace_file(root, before.path, after.encode(), before.digest)
    else:
        create_file(root, before.path, after.encode())
    try:
        create_file(root, path, text.encode())
    except BaseException:
        _take_back(root, before.path, old, after.encode())
        raise


def _take_back(root: Path, path: str, before: bytes | None, after: bytes) -> None:
    if before is None:
        (root / path).unlink()
    else:
        replace_file(root, path, before, digest_of(after))
