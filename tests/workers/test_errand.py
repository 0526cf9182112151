"""Work beside this process: its result or what it raises comes back, and nobody is left behind."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from funding.workers import LostWorkerError, aside, usable_workers

pytestmark = pytest.mark.skipif(
    len(os.sched_getaffinity(0)) < 2,
    reason="on one core nothing is worked on beside",
)


def children() -> str:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text()


def test_work_goes_on_in_a_process_of_its_own_before_it_is_asked_for(tmp_path: Path) -> None:
    made = tmp_path / "made"

    def work() -> int:
        made.write_text("made", "utf-8")
        return os.getpid()

    errand = aside(work)
    end = time.monotonic() + 60
    while not made.exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    assert errand.result() != os.getpid()
    assert not children()


def test_work_beside_takes_half_of_the_cores() -> None:
    assert aside(lambda: usable_workers(100)).result() == max(1, usable_workers(100) // 2)


def test_what_the_work_raises_is_raised_where_it_is_asked_for() -> None:
    def work() -> None:
        raise ValueError("not this one")

    errand = aside(work)
    with pytest.raises(ValueError, match="not this one"):
        errand.result()
    assert not children()


def test_killed_work_is_told() -> None:
    errand = aside(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(LostWorkerError) as lost:
        errand.result()
    assert lost.value.signal == signal.SIGKILL
    assert not children()


def test_dismissed_work_is_ended() -> None:
    errand = aside(lambda: time.sleep(600))
    assert children()
    errand.dismiss()
    errand.dismiss()
    assert not children()
