"""Work over batches: the same results in order, whoever does it, and a clear end where it cannot be done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from funding.cli.opening import MISUSE, worded
from funding.workers import FailedWorkError, LostWorkerError, batches_of, spread, usable_workers

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere"),
    # newer Pythons warn of forking beside threads, which the tests' own runner has
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning"),
]
PROGRAM = Path(__file__).parent / "endless_workers.py"
BATCHES = batches_of(range(100), 7)
SOME_SECONDS = 20


class StubbornError(Exception):
    """Made from two arguments, but pickled with one."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(f"{what} in {where}")


def raising(error: BaseException, at: int) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == at:
            raise error
        return number

    return work


def at_work(pid: str) -> bool:
    """Tell whether a process has not ended; one that nobody has asked about yet has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(") ")[2][0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_items_are_cut_into_batches() -> None:
    assert batches_of(range(5), 2) == [range(2), range(2, 4), range(4, 5)]
    assert batches_of([], 2) == []


@pytest.mark.parametrize("workers", [None, 1, 2, 5, 40])
def test_results_come_in_order(workers: int | None) -> None:
    def work(batch: Any) -> tuple[int, bytes]:
        return sum(range(1000 * (len(BATCHES) - batch[0] // 7))) + sum(batch), b"x" * 300_000

    assert list(spread(work, BATCHES, workers)) == [work(batch) for batch in BATCHES]


def test_no_batches_have_no_results() -> None:
    assert list(spread(raising(ValueError(), 0), [], 2)) == []
    assert list(spread(raising(ValueError(), 0), [])) == []


def test_workers_are_other_processes_and_are_gone_afterwards() -> None:
    pids = set(spread(lambda _: os.getpid(), range(200), 2))
    assert os.getpid() not in pids
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


def test_one_worker_is_this_process() -> None:
    assert set(spread(lambda _: os.getpid(), range(20), 1)) == {os.getpid()}


def test_a_process_with_threads_is_not_forked() -> None:
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    try:
        assert usable_workers(100) == 1
    finally:
        waiting.set()
        thread.join()


def test_one_batch_is_not_worth_a_worker() -> None:
    assert usable_workers(1) == 1


@pytest.mark.parametrize("workers", [1, 2])
def test_exception_is_raised_after_the_results_before_it(workers: int) -> None:
    given: list[int] = []
    with pytest.raises(ValueError, match="five") as caught:
        given.extend(spread(raising(ValueError("five"), 5), range(20), workers))
    assert given == [0, 1, 2, 3, 4]
    assert workers == 1 or "in work" in caught.value.__notes__[0]


def test_exception_that_cannot_travel_says_what_it_said() -> None:
    with pytest.raises(FailedWorkError, match="fault in file"):
        list(spread(raising(StubbornError("fault", "file"), 3), range(20), 2))


def test_result_that_cannot_travel_is_an_exception() -> None:
    with pytest.raises(Exception, match="pickle"):
        list(spread(lambda _: lambda: None, range(20), 2))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_killed_worker_is_told(number: signal.Signals) -> None:
    def work(batch: int) -> int:
        if batch == 5:
            os.kill(os.getpid(), number)
        return batch

    with pytest.raises(LostWorkerError) as caught:
        list(spread(work, range(20), 2))
    assert caught.value.signal == number


def test_worker_that_leaves_is_told() -> None:
    with pytest.raises(LostWorkerError) as caught:
        list(spread(lambda _: os._exit(0), range(20), 2))
    assert caught.value.signal == 0


@pytest.mark.parametrize(
    ("lang", "sentence"), [("sv", "arbetsprocess (signal 9)"), ("en", "worker process (signal 9)")]
)
def test_command_says_that_a_worker_was_killed(lang: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left, worded(lang):
        raise LostWorkerError(9)
    assert left.value.code == MISUSE
    assert sentence in capsys.readouterr().err


def test_no_more_than_some_batches_are_begun_ahead(tmp_path: Path) -> None:
    def work(batch: int) -> int:
        (tmp_path / str(batch)).touch()
        return batch

    results = spread(work, range(100), 2)
    next(results)
    while len(list(tmp_path.iterdir())) < 6:
        time.sleep(0.01)
    time.sleep(0.1)
    assert len(list(tmp_path.iterdir())) == 6
    assert list(results) == list(range(1, 100))


def test_results_that_nobody_takes_end_the_workers() -> None:
    results = spread(lambda _: os.getpid(), range(100), 2)
    pid = next(results)
    results.close()  # type: ignore[attr-defined]  # a generator has it
    assert not Path(f"/proc/{pid}").exists()


@pytest.mark.parametrize(
    ("number", "everybody"), [(signal.SIGINT, True), (signal.SIGINT, False), (signal.SIGKILL, False)]
)
def test_workers_end_with_their_parent(number: signal.Signals, *, everybody: bool) -> None:
    program = subprocess.Popen(
        [sys.executable, str(PROGRAM)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert program.stdout is not None
    pids = program.stdout.readline().split()
    assert len(pids) == 2
    (os.killpg if everybody else os.kill)(program.pid, number)
    try:
        _, said = program.communicate(timeout=SOME_SECONDS)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
    assert program.returncode != 0
    assert "KeyboardInterrupt" in said or number != signal.SIGINT
    assert "LostWorkerError" not in said
    until = time.monotonic() + SOME_SECONDS
    while any(at_work(pid) for pid in pids):
        assert time.monotonic() < until
        time.sleep(0.01)
