"""Serves folders on this machine as a host does that packs nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

_TYPES: Final = {".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm"}


class _Handler(SimpleHTTPRequestHandler):
    """Answers the first step of a path with the folder of that name."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """The head and the body of an answer are sent apart: otherwise every answer waits 40 ms for an acknowledgement."""
    extensions_map: Final = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # type: ignore[misc]  # ours is fixed

    def __init__(self, *args: object, folders: Mapping[str, Path], **kwargs: object) -> None:
        self._folders = folders
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # the server's own

    def translate_path(self, path: str) -> str:
        name, _, rest = path.partition("?")[0].lstrip("/").partition("/")
        self.directory = str(self._folders.get(name, Path("/nothing-here")))
        return super().translate_path(f"/{rest}")

    def log_message(self, *args: object) -> None:
        """Keep quiet: bytes are counted in the browser."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: object) -> None:
        """Keep quiet when the browser hangs up."""


@contextmanager
def hosting(folders: Mapping[str, Path]) -> Iterator[str]:
    """Serve folders by name on a free port of 127.0.0.1 and give the address, with a slash at the end."""
    with _Server(("127.0.0.1", 0), partial(_Handler, folders=folders)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
