"""Measures whole processes: wall time, CPU time and the memory of a process and all that it starts, together."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SAMPLES_A_SECOND: Final = 20
MOST_OF_THE_TIME: Final = 0.1
"""How much of the time may go into looking: where many large processes are slow to look at, it is done less often."""

_KIBIBYTE: Final = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took.

    ``wall`` and ``cpu`` (user and system, with all children) are seconds; ``memory`` is the highest sum of Pss seen,
    in bytes. ``said`` is the end of what it printed.
    """

    exit: int
    wall: float
    cpu: float
    memory: int
    said: str


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run a command in a folder and measure it to its end."""
    log = folder.parent / f"{folder.name}.log"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - the benchmark's own commands
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
        )
        sampler = Sampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        sampler.stop()
    said = log.read_text("utf-8", "replace")[-2000:]
    log.unlink()
    return Run(process.returncode, wall, usage.ru_utime + usage.ru_stime, sampler.highest, said)


class Sampler(threading.Thread):
    """Looks at a process and all below it again and again, and keeps the highest sum of their memory in bytes."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._ended = threading.Event()
        self.highest = 0

    def run(self) -> None:
        """Look until it is told to stop."""
        while True:
            start = time.perf_counter()
            self.highest = max(self.highest, memory_of(self._pid))
            pause = max(1 / SAMPLES_A_SECOND, (time.perf_counter() - start) / MOST_OF_THE_TIME)
            if self._ended.wait(pause):
                return

    def stop(self) -> None:
        """End the looking and wait for it."""
        self._ended.set()
        self.join()


def memory_of(pid: int) -> int:
    """Give the sum of Pss of a process and all below it, in bytes; 0 if it is gone.

    Pss counts a page that several processes share once in all (proc(5), ``smaps_rollup``).
    """
    return sum(_pss(one) for one in _tree(pid))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return
    for task in tasks:
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _tree(int(child))


def _pss(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * _KIBIBYTE for line in rollup.splitlines() if line.startswith("Pss:")), 0)
