"""Workers that are forks of this process, the batches that they take, and the results that they send."""

from __future__ import annotations

import ctypes
import gc
import os
import resource
import select
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Final, Generic, NoReturn, TypeVar

from funding.workers.messages import Outcome, receive, send_farewell, send_outcome

Batch = TypeVar("Batch")
Result = TypeVar("Result")

_AHEAD: Final = 3
"""How many batches a worker are handed out beyond the one that is waited for; it bounds what is kept."""

_MOST_COPIED: Final = 90_000_000
"""How many bytes a worker may make its own, about, before another takes its place.

What it only reads it shares with its parent, until it counts a reference to it: the counts stand beside the values, so
the more a worker has looked at the more is copied for it. All of that is given back when it ends.
"""

_END_WITH_PARENT: Final = 1
"""``PR_SET_PDEATHSIG`` of prctl(2)."""

_ENDS: Final = (signal.SIGINT, signal.SIGTERM)
"""Signals that wait while a worker is begun: in the midst of a fork they would be lost, or leave a worker behind."""

_TICKET: Final = Struct("=I")


class LostWorkerError(RuntimeError):
    """The system ended a worker in the midst of its work, most likely because memory ran out.

    ``signal`` is the number of the signal that ended it, 0 where it left by itself.
    """

    def __init__(self, number: int = 0) -> None:
        super().__init__(f"a worker process was ended by signal {number}")
        self.signal = number


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process, and the pipe that its results come through."""

    pid: int
    pipe: int


class Crew(Generic[Batch, Result]):
    """The workers of one run. Tickets, the numbers of batches, lie in one pipe and each worker takes the next."""

    def __init__(self, function: Callable[[Batch], Result], batches: Sequence[Batch]) -> None:
        self.workers: list[_Worker] = []
        self._function = function
        self._batches = batches
        self._parent = os.getpid()
        self._taken, self._given = os.pipe()
        self._handed_out = 0
        self._poll = select.poll()

    def hire(self, count: int) -> None:
        """Fork so many workers, or as many as the system allows; what is in memory now stays shared with them."""
        try:
            for _ in range(count):
                self._fork()
        except OSError:
            return

    def begin(self) -> None:
        """Let the first batch be worked on before its result is asked for."""
        self._hand_out(1)

    def results(self) -> Iterator[Result]:
        """Give the results in order, and hand out another batch for each that is taken.

        Raises:
            LostWorkerError: if a worker is killed, or cannot be replaced.
            Exception: what the function raises.
        """
        ready: dict[int, Outcome] = {}
        self._hand_out(_AHEAD * len(self.workers))
        for number in range(len(self._batches)):
            while number not in ready:
                for pipe, _ in self._poll.poll():
                    outcome = self._receive(pipe)
                    if outcome.batch is not None:
                        ready[outcome.batch] = outcome
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
        gc.freeze()
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)
        try:
            pid = os.fork()
            if not pid:
                self._work(outward, [inward, *(worker.pipe for worker in self.workers)], heard)
            self.workers.append(_Worker(pid, inward))
            self._poll.register(inward, select.POLLIN)
        except OSError:
            os.close(inward)
            raise
        finally:
            os.close(outward)
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)
            gc.unfreeze()

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
            most = _copied() + _MOST_COPIED
            while _copied() < most and (ticket := os.read(self._taken, _TICKET.size)):
                number = _TICKET.unpack(ticket)[0]
                send_outcome(outward, number, lambda: self._function(self._batches[number]))  # noqa: B023 - called at once
            send_farewell(outward)
        finally:
            os._exit(0)

    def _hand_out(self, count: int) -> None:
        for number in range(self._handed_out, min(self._handed_out + count, len(self._batches))):
            os.write(self._given, _TICKET.pack(number))
            self._handed_out = number + 1

    def _receive(self, pipe: int) -> Outcome:
        """Take what a worker sends; one that leaves is replaced, while the system takes back what was its own."""
        outcome = receive(pipe)
        if outcome is None:
            raise LostWorkerError(self._let_go(pipe))
        if outcome.batch is None:
            try:
                self._fork()
            except OSError as error:
                raise LostWorkerError from error
            self._let_go(pipe)
        return outcome

    def _let_go(self, pipe: int) -> int:
        """Forget a worker that has ended, and give the number of the signal that ended it, 0 where it was none."""
        worker = next(worker for worker in self.workers if worker.pipe == pipe)
        self.workers.remove(worker)
        self._poll.unregister(pipe)
        os.close(pipe)
        status = _wait_for(worker)
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def _copied() -> int:
    """Give how many bytes the system has given this process since it began, about: each page costs it one fault."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt * resource.getpagesize()


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
