"""What a live preview stands on: an address of its own, and folders that may be missing for a while.

Folders are watched though they are moved away and back, or not made yet.

The development server's own observer cannot begin with a folder that is missing, and gives up one that disappears.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from funding.engine.fault import Fault

INTERVAL = 0.5
"""Seconds between two looks, as long as the development server's own."""

MISSING = os.stat_result((0,) * 10)
"""What a folder that cannot be looked at counts as: always the same, and with nothing in it."""


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


def watch(server: LiveReloadServer, folders: Iterable[Path]) -> None:
    """Let ``server``, which does not serve yet, rebuild when something below ``folders`` is saved, moved or removed.

    What the server watches already goes on under the observer that it has, which is started here in its place.
    """
    watched = [str(folder.resolve()) for folder in folders]

    def stat(path: str) -> os.stat_result:
        try:
            return Path(path).stat()
        except OSError:
            if path in watched:
                return MISSING
            raise

    server.observer.start()
    server.observer = PollingObserverVFS(  # type: ignore[assignment]  # MkDocs asks for what every observer has
        stat, _entries, polling_interval=INTERVAL
    )
    for folder in watched:
        server.watch(folder)


def _entries(folder: str | None) -> Iterator[os.DirEntry[str]]:
    try:
        yield from os.scandir(folder)
    except OSError:
        return
