"""A folder beside the site's, in which a build grows and from which it takes the site's place in one go.

The build that fails or is killed leaves the old site whole. Beside ``site`` on the same file system lie
``.site-new`` (growing), ``.site-old`` (for the moment of the swap) and ``.site-lock``, all gone when it is done.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path
from typing import IO

from funding.engine.fault import Fault


class Staging:
    """The site's folder during one build; open from the beginning until :meth:`close`.

    Raises:
        Fault: if another process builds the same site.
    """

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()
        self.folder = self._beside("new")
        self._old = self._beside("old")
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock = self._take_lock()
        self._mend()

    def publish(self) -> None:
        """Let the new site take the place of the old one."""
        if self.site.exists():
            self.site.rename(self._old)
        self.folder.rename(self.site)
        self._remove(self._old)

    def close(self) -> None:
        """Remove what was not published and let other builds in; may be called again."""
        if not self._lock.closed:
            self._remove(self.folder)
            self._beside("lock").unlink()
            self._lock.close()

    def _beside(self, role: str) -> Path:
        return self.site.with_name(f".{self.site.name}-{role}")

    def _take_lock(self) -> IO[str]:
        path = self._beside("lock")
        while True:
            lock = path.open("w")
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
        self._remove(self._old)
        self._remove(self.folder)

    def _remove(self, folder: Path) -> None:
        if folder.exists():
            shutil.rmtree(folder)


def _stands_at(file: IO[str], path: Path) -> bool:
    """Tell whether ``path`` is still this file: who held the lock before us has removed it."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
