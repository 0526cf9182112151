"""Work over many batches on all cores: the only door to processes of our own.

The workers are forks of this process, so what they work with is there without being copied: only the numbers of
batches and the results travel. Where nothing can be forked (no Linux, one core, other threads) the same work is done
in this process, with the same results.
"""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Any, Final, Generic, NoReturn, TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")
Item = TypeVar("Item")

MOST_WORKERS: Final = 8
"""More results than these make nobody can take in one process; each worker costs memory."""

_AHEAD: Final = 3
"""How many batches a worker are handed out beyond the one that is waited for; it bounds what is kept."""

_END_WITH_PARENT: Final = 1
"""``PR_SET_PDEATHSIG`` of prctl(2)."""

_ENDS: Final = (signal.SIGINT, signal.SIGTERM)
"""Signals that wait while a worker is begun: in the midst of a fork they would be lost, or leave a worker behind."""

_TICKET: Final = Struct("=I")
_HEAD: Final = Struct("=IQ?")
"""What stands before a result: the number of its batch, its length, and whether it is an exception."""


class LostWorkerError(RuntimeError):
    """The system ended a worker in the midst of its work, most likely because memory ran out.

    ``signal`` is the number of the signal that ended it, 0 where it left by itself.
    """

    def __init__(self, number: int = 0) -> None:
        super().__init__(f"a worker process was ended by signal {number}")
        self.signal = number


class FailedWorkError(RuntimeError):
    """A worker raised what cannot be sent from one process to another; the message is what it said."""


def batches_of(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Cut items into batches of ``size``, in their order; the last may be shorter."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def usable_workers(batches: int) -> int:
    """Tell how many workers some batches are worth: one a core that this process may use, 1 for no forking.

    A process with several threads is not forked, because a lock that another thread holds would be held for ever.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_WORKERS, batches)


def spread(
    function: Callable[[Batch], Result], batches: Sequence[Batch], workers: int | None = None
) -> Iterator[Result]:
    """Give the result of a function for each batch, in the order of the batches.

    ``function`` and ``batches`` are never copied or pickled; results are. What the function changes stays in its
    worker. ``workers`` is for a caller that knows better than :func:`usable_workers`. No more than some batches are
    worked on ahead of the one that is given, so memory is bounded where the results are.

    Raises:
        LostWorkerError: if a worker is killed.
        Exception: what the function raises; its traceback is in the notes.
    """
    count = usable_workers(len(batches)) if workers is None else workers
    if count > 1:
        crew = _Crew(function, batches)
        try:
            crew.hire(count)
            if crew.workers:
                yield from crew.results()
                return
        finally:
            crew.dismiss()
    yield from map(function, batches)


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process, and the pipe that its results come through."""

    pid: int
    pipe: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a batch: its result, or the exception that was raised instead."""

    value: Any
    failed: bool


class _Crew(Generic[Batch, Result]):
    """The workers of one run. Tickets, the numbers of batches, lie in one pipe and each worker takes the next."""

    def __init__(self, function: Callable[[Batch], Result], batches: Sequence[Batch]) -> None:
        self.workers: list[_Worker] = []
        self._function = function
        self._batches = batches
        self._parent = os.getpid()
        self._taken, self._given = os.pipe()
        self._handed_out = 0

    def hire(self, count: int) -> None:
        """Fork so many workers, or as many as the system allows; what is in memory now stays shared with them."""
        gc.freeze()
        try:
            for _ in range(count):
                self._fork()
        except OSError:
            return
        finally:
            gc.unfreeze()

    def results(self) -> Iterator[Result]:
        """Give the results in order, and hand out another batch for each that is taken."""
        ready: dict[int, _Outcome] = {}
        poll = select.poll()
        for worker in self.workers:
            poll.register(worker.pipe, select.POLLIN)
        self._hand_out(_AHEAD * len(self.workers))
        for number in range(len(self._batches)):
            while number not in ready:
                ready.update(self._receive(pipe) for pipe, _ in poll.poll())
            outcome = ready.pop(number)
            if outcome.failed:
                raise outcome.value
            yield outcome.value
            self._hand_out(1)

    def dismiss(self) -> None:
        """End every worker, whatever it is doing, and leave none behind."""
        os.close(self._given)
        os.close(self._taken)
        for worker in self.workers:
            os.close(worker.pipe)
            os.kill(worker.pid, signal.SIGKILL)
        for worker in self.workers:
            _wait_for(worker)

    def _fork(self) -> None:
        inward, outward = os.pipe()
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)
        try:
            pid = os.fork()
            if not pid:
                self._work(outward, [inward, *(worker.pipe for worker in self.workers)], heard)
            self.workers.append(_Worker(pid, inward))
        except OSError:
            os.close(inward)
            raise
        finally:
            os.close(outward)
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)

    def _work(self, outward: int, others: list[int], heard: set[int]) -> NoReturn:
        """Be a worker: until no ticket comes any more, which is also so when the parent is gone.

        Nothing of the parent's runs here: no handler of a signal, nothing that waits for the end of the program.
        """
        try:
            _end_with(self._parent)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)
            for pipe in (self._given, *others):
                os.close(pipe)
            while ticket := os.read(self._taken, _TICKET.size):
                number = _TICKET.unpack(ticket)[0]
                content, failed = _outcome(self._function, self._batches[number])
                _write(outward, _HEAD.pack(number, len(content), failed))
                _write(outward, content)
        finally:
            os._exit(0)

    def _hand_out(self, count: int) -> None:
        for number in range(self._handed_out, min(self._handed_out + count, len(self._batches))):
            os.write(self._given, _TICKET.pack(number))
            self._handed_out = number + 1

    def _receive(self, pipe: int) -> tuple[int, _Outcome]:
        head = _read(pipe, _HEAD.size)
        if len(head) < _HEAD.size:
            raise self._lost(pipe)
        number, length, failed = _HEAD.unpack(head)
        content = _read(pipe, length)
        if len(content) < length:
            raise self._lost(pipe)
        return number, _Outcome(pickle.loads(content), failed)  # noqa: S301 - our own worker wrote it

    def _lost(self, pipe: int) -> LostWorkerError:
        worker = next(worker for worker in self.workers if worker.pipe == pipe)
        self.workers.remove(worker)
        os.close(pipe)
        status = _wait_for(worker)
        return LostWorkerError(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)


def _end_with(parent: int) -> None:
    """Ask Linux to end this process when its parent ends, so that nothing is written for a build that was killed."""
    ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


def _wait_for(worker: _Worker) -> int:
    """Let the system forget an ended worker, and give how it ended; 0 where somebody else has asked already."""
    try:
        return os.waitpid(worker.pid, 0)[1]
    except ChildProcessError:
        return 0


def _outcome(function: Callable[[Batch], Result], batch: Batch) -> tuple[bytes, bool]:
    """Give a batch's result as bytes, or what was raised instead."""
    try:
        return pickle.dumps(function(batch), pickle.HIGHEST_PROTOCOL), False
    except BaseException as error:  # noqa: BLE001 - it is raised again where somebody waits for it
        error.add_note("".join(traceback.format_exception(error)))
        return _sendable(error), True


def _sendable(error: BaseException) -> bytes:
    """Pickle an exception, or where it does not survive that, one that says the same."""
    try:
        content = pickle.dumps(error)
        pickle.loads(content)  # noqa: S301 - made on the line above
    except Exception:  # noqa: BLE001 - whatever an exception's own class does here
        return pickle.dumps(FailedWorkError("".join(traceback.format_exception(error))))
    return content


def _write(pipe: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(pipe, left) :]


def _read(pipe: int, length: int) -> bytearray:
    """Read so many bytes, or fewer where the other end was closed."""
    content = bytearray(length)
    view = memoryview(content)
    got = 0
    while got < length:
        count = os.readv(pipe, [view[got:]])
        if not count:
            view.release()
            del content[got:]
            return content
        got += count
    return content
