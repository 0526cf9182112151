"""Serves folders on this machine as common hosts do: text is packed on its way, and of files parts may be asked for."""

from __future__ import annotations

import gzip
import io
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

UNPACKED: Final = "unpacked-length"
"""The header that says how many bytes a packed answer is when it is not packed."""
_TYPES: Final = {".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm"}
_PACKED: Final = frozenset({".html", ".css", ".js", ".json", ".svg"})
"""What common hosts pack by themselves, by gzip at its usual level."""
_PART: Final = re.compile(r"bytes=(\d+)-(\d+)")


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

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        asked = Path(self.translate_path(self.path))
        path = asked / "index.html" if self.path.partition("?")[0].endswith("/") else asked
        if not path.is_file():
            return super().send_head()
        if part := part_of(path, self.headers.get("Range")):
            return self._answer(path, part.content, 206, {"Content-Range": part.place})
        if path.suffix not in _PACKED:
            return super().send_head()
        told = {"Content-Encoding": "gzip", UNPACKED: str(path.stat().st_size)}
        return self._answer(path, _packed(path), 200, told)

    def _answer(self, path: Path, content: bytes, status: int, told: Mapping[str, str]) -> io.BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(content)

    def log_message(self, *args: object) -> None:
        """Keep quiet: bytes are counted in the browser."""


class Part(NamedTuple):
    """Part of a file, and its place there as the header ``Content-Range`` says it."""

    content: bytes
    place: str


def part_of(path: Path, asked: str | None) -> Part | None:
    """Give the part of a file that the header ``Range`` asks for; none if it asks for none, or for several."""
    found = _PART.fullmatch(asked or "")
    if found is None:
        return None
    first, last = int(found[1]), int(found[2])
    with path.open("rb") as file:
        file.seek(first)
        content = file.read(last + 1 - first)
    return Part(content, f"bytes {first}-{first + len(content) - 1}/{path.stat().st_size}")


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: object) -> None:
        """Keep quiet when the browser hangs up."""


@contextmanager
def hosting(folders: Mapping[str, Path]) -> Iterator[str]:
    """Serve folders by name on a free port of 127.0.0.1 and give the address, with a slash at the end.

    The files may not change while they are served: each is packed once.
    """
    _packed.cache_clear()
    with _Server(("127.0.0.1", 0), partial(_Handler, folders=folders)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
