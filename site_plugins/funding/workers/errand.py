"""One piece of work that goes on beside this process, until its result is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from funding.workers.crew import Crew

Result = TypeVar("Result")


class Errand(Generic[Result]):
    """Work that a fork of this process has begun; what it changes stays there, but for its result and what it writes.

    One that is not ``forked`` is done when its result is asked for, as is one that the system has no process for.
    """

    def __init__(self, work: Callable[[], Result], *, forked: bool) -> None:
        self._work = work
        self._crew: Crew[None, Result] | None = Crew(lambda _: work(), [None]) if forked else None
        if self._crew:
            self._crew.hire(1)
            self._crew.begin()

    def result(self) -> Result:
        """Wait for the result; to be asked for once.

        Raises:
            LostWorkerError: if the fork is killed.
            Exception: what the work raises.
        """
        try:
            if self._crew and self._crew.workers:
                return next(self._crew.results())
        finally:
            self.dismiss()
        return self._work()

    def dismiss(self) -> None:
        """End the fork, whatever it is doing, and leave none behind; may be called again."""
        crew, self._crew = self._crew, None
        if crew:
            crew.dismiss()
