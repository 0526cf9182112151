"""The live preview: what grows with the number of decisions is rendered when somebody asks for it.

MkDocs' development server serves files of a folder and puts its reload script into them; a page is written
there just before it is served.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from funding.engine.contents import folder_products, place_of
from funding.pages.page import DataFolder

ATTEMPTS = 3
"""How often a page is asked for while rebuilds empty the folder under it."""


class Preview:
    """Wraps the server's application; closed while a rebuild is under way."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._makers: dict[str, Callable[[], bytes]] = {}
        self._folders: dict[str, DataFolder] = {}
        self._filling = threading.Lock()
        self._folder: Path | None = None

    def close(self) -> None:
        """Let requests wait: the site is being rebuilt."""
        self._open.clear()

    def open(self, folder: Path, makers: dict[str, Callable[[], bytes]], folders: Iterable[DataFolder]) -> None:
        """Answer from ``folder``, and make there what is missing; all of ``folders`` once one file is asked for."""
        self._folder = folder
        self._makers = makers
        self._folders = {inner.url: inner for inner in folders}
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
        self._fill(url)
        for place in (place_of(url), f"{url}/index.html"):
            if place in self._makers and self._folder is not None:
                target = self._folder / place
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(self._makers[place]())
                return True
        return False

    def _fill(self, url: str) -> None:
        """Learn what is in the folder that an address lies in, if that is not known yet; others wait meanwhile."""
        folders = self._folders
        with self._filling:
            for begins in [begins for begins in folders if url.startswith(begins)]:
                self._makers.update({product.place: product.make for product in folder_products(folders.pop(begins))})


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
