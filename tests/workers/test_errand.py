"""Work beside this process: its result or what it raises comes back, and nobody is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from funding.workers import Errand, LostWorkerError, aside

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere"),
    # newer Pythons warn of forking beside threads, which the tests' own runner has
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning"),
]
HALF_OF_THE_CORES = """
import os
from funding.workers import aside, usable_workers

print(usable_workers(100), aside(lambda: usable_workers(100)).result())
"""


def children() -> set[str]:
    return set(Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split())


def test_work_goes_on_in_a_process_of_its_own_before_it_is_asked_for(tmp_path: Path) -> None:
    before = children()
    made = tmp_path / "made"

    def work() -> int:
        made.write_text("made", "utf-8")
        return os.getpid()

    errand = Errand(work, forked=True)
    end = time.monotonic() + 60
    while not made.exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    assert errand.result() != os.getpid()
    assert children() == before


def test_work_beside_takes_half_of_the_cores() -> None:
    # in a process without threads, which this one need not be
    told = subprocess.run([sys.executable, "-c", HALF_OF_THE_CORES], check=True, capture_output=True, text=True)
    alone, beside = map(int, told.stdout.split())
    assert beside == max(1, alone // 2)


def test_a_process_with_threads_does_the_work_when_it_is_asked_for() -> None:
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    begun: list[int] = []
    try:
        errand = aside(lambda: begun.append(os.getpid()))
        assert begun == []
        errand.result()
        assert begun == [os.getpid()]
    finally:
        waiting.set()
        thread.join()


def test_what_the_work_raises_is_raised_where_it_is_asked_for() -> None:
    before = children()

    def work() -> None:
        raise ValueError("not this one")

    errand = Errand(work, forked=True)
    with pytest.raises(ValueError, match="not this one"):
        errand.result()
    assert children() == before


def test_killed_work_is_told() -> None:
    before = children()
    this = os.getpid()

    def work() -> None:
        assert os.getpid() != this
        os.kill(os.getpid(), signal.SIGKILL)

    errand = Errand(work, forked=True)
    with pytest.raises(LostWorkerError) as lost:
        errand.result()
    assert lost.value.signal == signal.SIGKILL
    assert children() == before


def test_dismissed_work_is_ended() -> None:
    before = children()
    errand = Errand(lambda: time.sleep(600), forked=True)
    assert len(children() - before) == 1
    errand.dismiss()
    errand.dismiss()
    assert children() == before
