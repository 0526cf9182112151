"""What a live preview stands on: an address of its own, and an eye on what the site is made from.

The development server's own observer cannot begin with a folder that is missing, gives up one that disappears, and
takes a fifth of a processor for ten thousand files. Ours looks too, because that works on every disk: no system tells a
program what others change on a network disk, or from outside a container.
"""

from __future__ import annotations

import os
import socket
import stat
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from funding.engine.fault import Fault

INTERVAL = 0.5
"""Seconds between two looks, as long as the development server's own."""

MOST_OF_A_CORE = 0.1
"""How much of a processor may go into looking: where there are very many files it is done less often.

On a slow disk, where a look waits more than it works, no more than half of the time goes into looking.
"""

Traits: TypeAlias = tuple[int, ...]
"""By what a file is seen to be another: when it was written, when it was changed in any way, its size.

A folder has none: what changes in it is seen by what is in it.
"""


def require_free(server: LiveReloadServer) -> None:
    """Look whether another has the address that ``server`` is about to take, which MkDocs tells as a traceback.

    Raises:
        Fault: if it is.
    """
    address = server.server_address[:2]
    with socket.socket(server.address_family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            taken = ":".join(map(str, address))
            raise Fault("engine.port_taken", address=taken, reason=error.strerror or "") from error


class Watcher(threading.Thread):
    """Sees when a file is saved, moved or removed in some folders, which may be missing for a while.

    It stands in the place of the development server's observer, and can what the server asks of one.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._seen: dict[str, dict[str, Traits | None]] = {}
        self._handlers: list[FileSystemEventHandler] = []
        self._ended = threading.Event()
        self._awake = threading.Event()
        self._awake.set()

    def begin(self, places: Iterable[Path]) -> None:
        """Watch some files and folders too: what is saved in them from now on is told once somebody listens."""
        for path in map(os.path.abspath, places):
            if path not in self._seen:
                self._seen[path] = look(path)

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> str:  # noqa: ARG002 - as an observer's
        """Watch a file or folder too, and tell whoever listens."""
        self.begin([Path(path)])
        self._handlers.append(handler)
        return path

    def run(self) -> None:
        """Look until it is told to stop."""
        pause = INTERVAL
        while not self._ended.wait(pause):
            self._awake.wait()
            start, used = time.perf_counter(), time.thread_time()
            for path, before in list(self._seen.items()):
                now = look(path)
                if now != before:
                    self._seen[path] = now
                    self._tell(path)
            used = time.thread_time() - used
            pause = max(INTERVAL, used / MOST_OF_A_CORE, time.perf_counter() - start)

    def rest(self) -> None:
        """Leave the processor to a rebuild; what is saved meanwhile is seen after it."""
        self._awake.clear()

    def go_on(self) -> None:
        """Look again."""
        self._awake.set()

    def stop(self) -> None:
        """End the looking."""
        self._ended.set()
        self._awake.set()

    def _tell(self, path: str) -> None:
        for handler in self._handlers:
            handler.dispatch(FileModifiedEvent(path))


def watch(server: LiveReloadServer, watcher: Watcher, places: Iterable[Path]) -> None:
    """Let ``server``, which does not serve yet, rebuild when ``watcher`` sees something in some files and folders.

    What the server watches already goes on under the observer that it has, which is started here in its place.
    """
    server.observer.start()
    server.observer = watcher  # type: ignore[assignment]  # it can what MkDocs asks of an observer
    for place in places:
        server.watch(str(place))


def look(path: str) -> dict[str, Traits | None]:
    """Look at a file, or at all that is in a folder; what cannot be looked at is as if it were not there."""
    found: dict[str, Traits | None] = {path: _traits(partial(os.stat, path))}
    folders = [path]
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    found[entry.path] = _traits(entry.stat)
        except OSError:
            continue
    return found


def _traits(stat_of: Callable[[], os.stat_result]) -> Traits | None:
    try:
        status = stat_of()
    except OSError:
        return None
    return () if stat.S_ISDIR(status.st_mode) else (status.st_mtime_ns, status.st_ctime_ns, status.st_size)
