"""A folder beside the site's, in which a build grows and from which it takes the site's place in one go.

The build that fails or is killed leaves the old site whole. Beside ``site`` on the same file system lie
``.site-new`` (growing; after the swap the old site, until it is removed), ``.site-old`` (only where the system cannot
exchange two folders in one step) and ``.site-lock``, all gone when it is done.

What stands in the site's place is replaced whole, so it must be a site: an empty folder, or one with
``404.html`` and a folder ``assets``, which every site of ours has and any that MkDocs made with Material.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from funding.engine.exchange import exchange
from funding.engine.fault import Fault


class Staging:
    """The site's folder during one build; open from the beginning until :meth:`close`.

    ``sources`` are the files and folders that the site is made from; the site may neither hold them nor lie in them.

    Raises:
        Fault: if another process builds the same site, if what stands in its place is no site, or if the disk
            refuses. Nothing has been changed then.
    """

    def __init__(self, site: Path, sources: Iterable[Path] = ()) -> None:
        self.site = site.resolve()
        self.folder = self._beside("new")
        self._old = self._beside("old")
        if ".git" in self.site.parts:
            raise Fault("engine.site_in_git", folder=str(self.site))
        for source in sources:
            self._require_apart(source)
        with _writing(self.site):
            self.site.parent.mkdir(parents=True, exist_ok=True)
            self._require_site()
            self._lock = self._take_lock()
        try:
            with _writing(self.site):
                self._mend()
        except Fault:
            self._lock.close()
            raise

    def publish(self) -> None:
        """Let the new site take the place of the old one.

        Raises:
            Fault: if the disk refuses; either site is whole in its place then.
        """
        with _writing(self.site):
            if not self.site.exists():
                self.folder.rename(self.site)
            elif not exchange(self.folder, self.site):
                self._rename_twice()
        _remove(self._old)
        _remove(self.folder)

    def close(self) -> None:
        """Remove what was not published and let other builds in; may be called again.

        Raises:
            Fault: if the disk refuses.
        """
        if self._lock.closed:
            return
        with self._lock, _writing(self.site):
            _remove(self.folder)
            self._beside("lock").unlink(missing_ok=True)

    def _rename_twice(self) -> None:
        """Swap where the system cannot exchange; a kill between the renames is mended at the next start."""
        self.site.rename(self._old)
        try:
            self.folder.rename(self.site)
        except OSError:
            self._old.rename(self.site)
            raise

    def _beside(self, role: str) -> Path:
        return self.site.with_name(f".{self.site.name}-{role}")

    def _require_apart(self, source: Path) -> None:
        place = source.resolve()
        if place.is_relative_to(self.site) or self.site.is_relative_to(place):
            raise Fault("engine.site_among_sources", folder=str(self.site), source=str(place))

    def _require_site(self) -> None:
        """Refuse to replace what we did not make."""
        if not self.site.exists():
            return
        if not self.site.is_dir():
            raise Fault("engine.site_is_file", folder=str(self.site))
        made = (self.site / "404.html").is_file() and (self.site / "assets").is_dir()
        if any(self.site.iterdir()) and (not made or (self.site / ".git").exists()):
            raise Fault("engine.site_not_ours", folder=str(self.site))

    def _take_lock(self) -> IO[str]:
        path = self._beside("lock")
        while True:
            lock = path.open("a")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                lock.close()
                raise Fault("engine.busy", folder=str(self.site)) from error
            if _stands_at(lock, path):
                return lock
            lock.close()

    def _mend(self) -> None:
        """Put right what a killed build left: between the two renames the old site is the whole one."""
        if self._old.exists() and not self.site.exists():
            self._old.rename(self.site)
        _remove(self._old)
        _remove(self.folder)


def said_by_disk(error: OSError, site: Path) -> Fault:
    """Turn what the disk refused into what can be said; a full disk does not name the file."""
    return Fault("engine.disk", place=str(error.filename or site), reason=error.strerror or str(error))


@contextmanager
def _writing(site: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise said_by_disk(error, site) from error


def _remove(folder: Path) -> None:
    """Remove a folder of ours, also one that was made read-only.

    Raises:
        Fault: if the disk refuses.
    """
    if not folder.exists():
        return
    try:
        with suppress(PermissionError):
            shutil.rmtree(folder)
            return
        for path, _, _ in os.walk(folder):
            _open_up(Path(path))
        shutil.rmtree(folder)
    except OSError as error:
        raise Fault("engine.not_removed", folder=str(folder), reason=error.strerror or str(error)) from error


def _open_up(folder: Path) -> None:
    mode = folder.lstat().st_mode
    if not mode & 0o200 and not folder.is_symlink():
        folder.chmod(mode | 0o700)


def _stands_at(file: IO[str], path: Path) -> bool:
    """Tell whether ``path`` is still this file: who held the lock before us has removed it."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
