"""Progress stands on a terminal while it lasts, and nowhere else."""

from __future__ import annotations

import io
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from funding.progress import shown

PROGRAM = """
import sys, time
from funding.progress import shown
with shown(sys.stderr, lambda done, total: f"{done} / {total}") as progress:
    until = time.monotonic() + 0.8
    while time.monotonic() < until:
        progress(3400, 10000)
    if len(sys.argv) > 1:
        raise KeyboardInterrupt
print("done")
"""


class Terminal(io.StringIO):
    """What says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def on_terminal(*arguments: str) -> str:
    """Run the program with a terminal for its errors, and give what was written there."""
    ours, theirs = pty.openpty()
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    said = b""
    while select.select([ours], [], [], 20)[0]:
        try:
            said += os.read(ours, 65536)
        except OSError:
            break
    program.wait()
    os.close(ours)
    return said.decode()


def test_line_is_written_over_and_gone_at_the_end() -> None:
    said = on_terminal()
    lines = said.split("\r\033[K")
    assert lines[0] == lines[-1] == ""
    assert set(lines[1:-1]) == {"3 400 / 10 000"}
    assert 1 <= len(lines[1:-1]) <= 5


def test_line_is_gone_after_an_interruption() -> None:
    said = on_terminal("interrupt")
    assert "3 400 / 10 000\r\033[KTraceback" in said


def test_pipe_stays_silent() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("done\n", "")


def test_what_is_done_at_once_needs_no_comfort() -> None:
    stream = Terminal()
    with shown(stream, lambda done, total: f"{done} {total}") as progress:
        progress(1, 2)
    assert stream.getvalue() == ""


@pytest.mark.parametrize("form", ["text", "json"])
def test_check_says_nothing_in_a_pipe(form: str) -> None:
    project = Path(__file__).parent / "rules/project"
    command = [str(Path(sys.executable).with_name("funding")), "check", "--format", form]
    assert subprocess.run(command, cwd=project, capture_output=True, text=True, check=False).stderr == ""
