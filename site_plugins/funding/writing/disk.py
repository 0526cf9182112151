"""The door to the disk: a file of ``decisions/`` is replaced whole or not at all, and never over somebody's change."""

from __future__ import annotations

import os
import stat
from itertools import count
from pathlib import Path
from typing import Final

from funding.cache import FOLDER
from funding.source.document import digest_of

_numbers: Final = count()


class MeanwhileError(Exception):
    """A file is no longer what was read: changed, gone, or no ordinary file any more."""


def replace_file(root: Path, path: str, content: bytes, digest: str) -> None:
    """Write a file of a project in the place of what stands there, with the mode that it has.

    ``path`` is from the project's root; ``digest`` is that of the bytes that were read. The new file is made whole in
    the project's cache before it takes the old one's place in one step, so an interruption leaves the old one, and no
    file that does not belong among the decisions.

    Raises:
        MeanwhileError: if the file is no longer what was read, or is a link.
        OSError: if the disk refuses.
    """
    target = root / path
    mode = _mode_if_unchanged(target, digest)
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    made = folder / f"written-{os.getpid()}-{next(_numbers)}"
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        _mode_if_unchanged(target, digest)
        made.replace(target)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def read_bytes(root: Path, path: str) -> bytes:
    """Read a file of a project; a link is not followed.

    Raises:
        MeanwhileError: if it is gone, or is a link.
    """
    return _read(root / path)[0]


def _mode_if_unchanged(target: Path, digest: str) -> int:
    content, mode = _read(target)
    if digest_of(content) != digest:
        raise MeanwhileError
    return mode


def _read(target: Path) -> tuple[bytes, int]:
    try:
        descriptor = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise MeanwhileError from error
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read(), stat.S_IMODE(os.fstat(descriptor).st_mode)
