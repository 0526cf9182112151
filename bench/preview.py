"""How long a live preview takes from the moment when MkDocs sees a saved file until the decision's page is shown."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

from bench.measure import Run, memory_of
from bench.place import Place

_MKDOCS: Final = Path(sys.executable).with_name("mkdocs")
_SEEN: Final = "Detected file changes"
"""What MkDocs says when it has seen that something is saved."""
_EPOCH: Final = re.compile(r"livereload\((\d+), \d+\);")
"""By what a page of a preview is told apart from the same page after a rebuild."""
_PATIENCE: Final = 600.0
"""Seconds until a preview that shows nothing new counts as stuck."""
_PAUSE: Final = 0.005


@dataclass(frozen=True, slots=True)
class _Preview:
    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, url: str) -> str:
        with urlopen(self.address + url, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())

    def is_up(self) -> bool:
        try:
            return bool(self.get(""))
        except URLError:
            return False

    def times_seen(self) -> int:
        return self.log.read_text("utf-8", "replace").count(_SEEN)

    def cpu(self) -> float:
        """Give the CPU seconds that it has used, with what it has started and what of that has ended (proc(5))."""
        figures = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, figures[11:15])) / os.sysconf("SC_CLK_TCK")


def saved_file(place: Place, turn: int, environment: Mapping[str, str]) -> Run:
    """Save a decision while a browser shows its page, and measure until it is shown again.

    ``memory`` is what the preview holds then.

    Raises:
        ValueError: if the page never shows what was saved.
    """
    log = place.root / "preview.log"
    with _previewing(place.project, log, environment) as preview:
        _wait(preview.is_up, log)
        url = f"beslut/{place.changed}/"
        epoch = _epoch(preview.get(url))
        seen = preview.times_seen()
        said = place.edit(turn, "Förhandsvisning")
        _wait(lambda: preview.times_seen() > seen, log)
        start, used = time.perf_counter(), preview.cpu()
        _wait(lambda: int(preview.get(f"livereload/{epoch}/{turn}")) > epoch, log)
        page = preview.get(url)
        run = Run(0, time.perf_counter() - start, preview.cpu() - used, memory_of(preview.process.pid), "")
    if said not in page:
        raise ValueError(f"the page does not show what was saved:\n{log.read_text('utf-8', 'replace')[-2000:]}")
    return run


@contextmanager
def _previewing(project: Path, log: Path, environment: Mapping[str, str]) -> Iterator[_Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{free.getsockname()[1]}"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [str(_MKDOCS), "serve", "--livereload", "--dev-addr", at],
            cwd=project,
            env={**os.environ, **environment},
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
        )
    try:
        yield _Preview(f"http://{at}/", process, log)
    finally:
        process.terminate()
        process.wait()


def _epoch(page: str) -> int:
    found = _EPOCH.search(page)
    if found is None:
        raise ValueError("the page is none of a live preview")
    return int(found[1])


def _wait(until: Callable[[], bool], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not until():
        if time.monotonic() > deadline:
            raise ValueError(f"the preview never came so far:\n{log.read_text('utf-8', 'replace')[-2000:]}")
        time.sleep(_PAUSE)
