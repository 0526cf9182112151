"""The live preview: what grows with the number of decisions is rendered when somebody asks for it.

MkDocs' development server serves files of a folder and puts its reload script into them; a page is written
there just before it is served.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from funding.engine.contents import Room, place_of
from funding.pages.page import NOT_FOUND

ATTEMPTS = 3
"""How often a page is asked for while rebuilds empty the folder under it."""


class Preview:
    """Wraps the server's application; closed while a rebuild is under way."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._makers: dict[str, Callable[[], bytes]] = {}
        self._rooms: list[Room] = []
        self._looking = threading.Lock()
        self._folder: Path | None = None

    def close(self) -> None:
        """Let requests wait: the site is being rebuilt."""
        self._open.clear()

    def open(self, folder: Path, rooms: Iterable[Room]) -> None:
        """Answer from ``folder``, and make there what is missing; a room is looked into once it may hold what is."""
        with self._looking:
            self._folder = folder
            self._makers = {}
            self._rooms = list(rooms)
        self._write(NOT_FOUND)
        self._open.set()

    def wrap(self, application: WSGIApplication, mount: str) -> WSGIApplication:
        """Give an application that makes a page before ``application`` serves it below ``mount``."""

        def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
            for _ in range(ATTEMPTS):
                made = path.startswith(mount) and self._make(path.removeprefix(mount))
                answer = _Answer()
                body = application(environ, answer)
                if answer.found or not made:
                    break
            start_response(*answer.given)
            return body

        return serve

    def _make(self, url: str) -> bool:
        self._open.wait()
        return self._write(url)

    def _write(self, url: str) -> bool:
        place, make = self._find(url)
        if make is None or self._folder is None:
            return False
        target, content = self._folder / place, make()
        with suppress(FileNotFoundError):  # a rebuild that begins empties the folder; the page is asked for once more
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return True

    def _find(self, url: str) -> tuple[str, Callable[[], bytes] | None]:
        """Find what stands at an address and how it is made; others wait while a room is looked into."""
        places = (place_of(url), f"{url}/index.html")
        with self._looking:
            while True:
                for place in places:
                    if place in self._makers:
                        return place, self._makers[place]
                room = next((room for room in self._rooms if url.startswith(room.url)), None)
                if room is None:
                    return places[0], None
                self._makers.update(room.makers())
                self._rooms.remove(room)


class _Answer:
    """Keeps how an application answers until we know whether to ask again."""

    given: tuple[str, list[tuple[str, str]]]

    def __call__(
        self,
        status: str,
        headers: list[tuple[str, str]],
        exc_info: Any = None,  # noqa: ARG002 - WSGI's signature (PEP 3333)
        /,
    ) -> Callable[[bytes], object]:
        self.given = (status, headers)
        return lambda _: None

    @property
    def found(self) -> bool:
        return not self.given[0].startswith("404")
