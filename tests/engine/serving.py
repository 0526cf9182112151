"""Runs the real live preview of a project on a free port."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from tests.engine.building import BIN, environment

PATIENCE = 30.0
"""Seconds until a preview that shows nothing new counts as stuck."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview: the address of its root, and the file that its output goes to."""

    address: str
    output: Path

    @property
    def port(self) -> int:
        """The port of its address."""
        return urlsplit(self.address).port or 0

    def get(self, url: str) -> tuple[int, str]:
        """Ask for a page: the status, and what was answered."""
        try:
            with urlopen(self.address + url, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def wait_for(self, url: str, shown: Callable[[str], bool]) -> str:
        """Ask for a page until it shows something, as a reader's browser does."""
        deadline = time.monotonic() + PATIENCE
        page = ""
        while time.monotonic() < deadline:
            try:
                page = self.get(url)[1]
            except URLError:
                page = ""
            if shown(page):
                return page
            time.sleep(0.1)
        raise AssertionError(f"{url} never showed it:\n{page[-3000:]}\n{self.output.read_text('utf-8')}")

    def wait_until_said(self, text: str) -> None:
        """Wait until the preview has written something in its window."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.output.read_text("utf-8"):
            assert time.monotonic() < deadline, self.output.read_text("utf-8")
            time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def previewing(
    project: Path, *arguments: str, command: str = "mkdocs", path: str = "/", port: int | None = None
) -> Iterator[Preview]:
    """Serve a project until the block ends; ``path`` is where its ``site_url`` puts it."""
    port = port or _free_port()
    output = project.parent / "output.txt"
    with output.open("w") as log:
        server = subprocess.Popen(
            [str(BIN / command), "serve", "-f", "mkdocs.yml", "-a", f"127.0.0.1:{port}", *arguments],
            cwd=project,
            env=environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            preview = Preview(f"http://127.0.0.1:{port}{path}", output)
            preview.wait_for("", lambda page: "</html>" in page)
            yield preview
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)
