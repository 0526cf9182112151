"""A command run on a real terminal, answered line by line as an editor would."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

_PATIENCE = 20
"""Seconds without a sign from the command after which the test fails."""

_OF_THIS_TERMINAL = """
import fcntl, termios
from funding.cli import main
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
main()
"""
"""Makes the terminal the one whose Ctrl-C reaches the command."""

_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\r|\x07")


class Terminal:
    """``funding`` with some arguments in a folder; ``shown`` is all that has stood on the terminal."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        self._run = subprocess.Popen(
            [sys.executable, "-c", _OF_THIS_TERMINAL, *arguments],
            cwd=root,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "dumb", "COLUMNS": "200", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
        os.close(theirs)
        self._bytes = b""
        self._read = 0

    @property
    def shown(self) -> str:
        """Everything so far, without what moves the cursor."""
        return _CONTROLS.sub("", self._bytes.decode("utf-8", "replace"))

    def answer(self, question: str, answer: str) -> None:
        """Wait for a question, then type an answer to it."""
        while question not in self.shown[self._read :]:
            assert self._more(), self.shown
        self._read = self.shown.index(question, self._read) + len(question)
        os.write(self._ours, f"{answer}\n".encode())

    def end(self) -> int:
        """Wait for the end and give the code that the command ends with."""
        while self._more():
            pass
        return self._run.wait(_PATIENCE)

    def _more(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], _PATIENCE)
        assert ready, self.shown
        try:
            got = os.read(self._ours, 65536)
        except OSError:  # what Linux says when the other side is closed
            return False
        self._bytes += got
        return bool(got)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._run.kill()
        self._run.wait()
        os.close(self._ours)
