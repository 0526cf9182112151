"""The door to the disk: a file of ``decisions/`` is replaced whole or not at all, and never over somebody's change."""

from __future__ import annotations

import errno
import os
import shutil
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
        _take_place(made, target)
    finally:
        made.unlink(missing_ok=True)


def create_file(root: Path, path: str, content: bytes) -> None:
    """Write a new file of a project, whole or not at all, and never over one that is there.

    ``path`` is from the project's root; its folder is made where it is missing. The file is made whole in the project's
    cache before it gets its name in one step; a disk that cannot give a file a second name gets it written in place.

    Raises:
        FileExistsError: if there is something of that name.
        MeanwhileError: if a folder on the way is a link.
        OSError: if the disk refuses.
    """
    target, folder = root / path, root / FOLDER
    if any(room.is_symlink() for room in (target.parent, target.parent.parent) if room != root):
        raise MeanwhileError
    folder.mkdir(exist_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    made = folder / f"written-{os.getpid()}-{next(_numbers)}"
    try:
        _write_new(made, content)
        try:
            os.link(made, target, follow_symlinks=False)
        except FileExistsError:
            raise
        except OSError:
            _write_new(target, content)
    finally:
        made.unlink(missing_ok=True)


def read_bytes(root: Path, path: str) -> bytes:
    """Read a file of a project; a link is not followed.

    Raises:
        MeanwhileError: if it is gone, or is a link.
    """
    return _read(root / path)[0]


def _take_place(made: Path, target: Path) -> None:
    """Put a file in the place of another; where the cache lies on another disk, by way of a copy beside it."""
    try:
        made.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            shutil.copy2(made, beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def _write_new(target: Path, content: bytes) -> None:
    """Write a file that must not be there; what could not be written whole is taken away."""
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(descriptor)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


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
