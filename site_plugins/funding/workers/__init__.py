"""Work over many batches on all cores: the only door to processes of our own.

The workers are forks of this process, so what they work with is there without being copied: only the numbers of
batches and the results travel. Where nothing can be forked (no Linux, one core, other threads) the same work is done
in this process, with the same results.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from funding.workers.crew import Crew, LostWorkerError
from funding.workers.errand import Errand
from funding.workers.messages import FailedWorkError
from funding.workers.strip import Strip

__all__ = ["Errand", "FailedWorkError", "LostWorkerError", "Strip", "aside", "batches_of", "spread", "usable_workers"]

Batch = TypeVar("Batch")
Result = TypeVar("Result")
Item = TypeVar("Item")

MOST_WORKERS: Final = 8
"""More results than these make nobody can take in one process; each worker costs memory."""

_beside = False
"""Whether this process is one that works beside another."""


def batches_of(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Cut items into batches of ``size``, in their order; the last may be shorter."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def usable_workers(batches: int) -> int:
    """Tell how many workers some batches are worth: one a core that this process may use, 1 for no forking.

    A process with several threads is not forked, because a lock that another thread holds would be held for ever.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    cores = len(os.sched_getaffinity(0))
    return min(max(1, cores // 2) if _beside else cores, MOST_WORKERS, batches)


def aside(work: Callable[[], Result]) -> Errand[Result]:
    """Begin some work beside this process, with half of the cores; where it cannot be forked it waits to be asked for.

    It writes nothing that this process reads before it has the result.
    """

    def done() -> Result:
        global _beside  # noqa: PLW0603 - of the fork alone
        _beside = True
        return work()

    forked = usable_workers(2) > 1
    return Errand(done if forked else work, forked=forked)


def spread(
    function: Callable[[Batch], Result], batches: Sequence[Batch], workers: int | None = None
) -> Iterator[Result]:
    """Give the result of a function for each batch, in the order of the batches.

    ``function`` and ``batches`` are never copied or pickled; results are. What the function changes stays in its
    worker, and may be gone before the next batch. ``workers`` is for a caller that knows better than
    :func:`usable_workers`. No more than some batches are worked on ahead of the one that is given, so memory is bounded
    where the results are.

    Raises:
        LostWorkerError: if a worker is killed.
        Exception: what the function raises; its traceback is in the notes.
    """
    count = usable_workers(len(batches)) if workers is None else workers
    if count > 1:
        crew = Crew(function, batches)
        try:
            crew.hire(count)
            if crew.workers:
                yield from crew.results()
                return
        finally:
            crew.dismiss()
    yield from map(function, batches)
