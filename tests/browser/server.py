"""Serves a built site on this machine as a static host does, at the path that it was built for.

A site that tells its host of headers gets them, so that every test in the browser runs under them.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from bench.searching.host import part_of
from tests.site.built import BuiltSite
from tests.site.hosts import Answering, no_headers, of_headers_file

EMPTY = "/.empty"
"""Where every site has an empty page beside its own: a window waits there between two tests."""


class _StaticHost(SimpleHTTPRequestHandler):
    """Answers below ``prefix`` with the site's files, and with its 404 page where it has none."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """Head and body of an answer are sent apart: otherwise each waits 40 ms for an acknowledgement."""

    def __init__(
        self, *args: object, site: BuiltSite, answering: Answering, sends_parts: bool, **kwargs: object
    ) -> None:
        self.site, self.answering, self.sends_parts = site, answering, sends_parts
        super().__init__(*args, directory=str(site.folder), **kwargs)  # type: ignore[arg-type]  # the server's own

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == EMPTY:
            self._send_page(200, b"")
            return
        inside = path.startswith(self.site.prefix)
        self.path = "/" + path.removeprefix(self.site.prefix) if inside else "/nothing-here"
        super().do_GET()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        part = part_of(path, self.headers.get("Range")) if self.sends_parts and path.is_file() else None
        if part is None:
            return super().send_head()
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(part.content)))
        self.send_header("Content-Range", part.place)
        self.end_headers()
        return io.BytesIO(part.content)

    def end_headers(self) -> None:
        for name, value in self.answering(self.path.partition("?")[0]).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.site.folder / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self._send_page(code, page.read_bytes())

    def _send_page(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Keep quiet: what is asked for is recorded in the browser."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: object) -> None:
        """Keep quiet when the browser hangs up on a page that it no longer needs."""


def put(path: Path, content: bytes | str) -> None:
    """Put a file into a site that is served, whole at once, as hosts do: a page may be asking for it at that moment.

    Of a file that is written over, an answer tells the length of what was there and sends what is.
    """
    beside = path.with_name(f".{path.name}")
    beside.write_bytes(content if isinstance(content, bytes) else content.encode())
    beside.replace(path)


@contextmanager
def serving(site: BuiltSite, answering: Answering | None = None, *, sends_parts: bool = True) -> Iterator[str]:
    """Serve a site on a free port of 127.0.0.1 and give the address of its root, with a slash at the end.

    ``answering`` gives the headers by the path below the site's root; without it the site's ``_headers`` does.
    ``sends_parts`` is whether parts of files may be asked for, as of most hosts.
    """
    told = site.folder / "_headers"
    answer = answering or (of_headers_file(told.read_text("utf-8")) if told.is_file() else no_headers)
    with _Server(
        ("127.0.0.1", 0), partial(_StaticHost, site=site, answering=answer, sends_parts=sends_parts)
    ) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{site.prefix}"
        finally:
            server.shutdown()
            thread.join()
