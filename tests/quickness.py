"""What must never take long, however busy the machine is and whatever the tests before it left in memory."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

TIMES = 3
"""How often work that seems slow is done: what Python cleans up meanwhile is not its fault, half a second at worst."""
OURS = ("funding.", "tests.")
"""Whose caches are emptied before work is done again: what others keep, like a class made once, may have to stay."""
Given = TypeVar("Given")


def within(most: float, work: Callable[[], Given], what: object = "the work") -> Given:
    """Give what some work gives that takes less than ``most`` seconds of the processor at least once.

    Each time after the first begins with nothing kept, or an answer kept from the first would always be quick.

    Raises:
        AssertionError: if it takes longer each time; it says ``what`` does.
    """
    least = float("inf")
    for turn in range(TIMES):
        if turn:
            _keep_nothing()
        started = time.process_time()
        given = work()
        least = min(least, time.process_time() - started)
        if least < most:
            return given
    raise AssertionError(f"{what}: it takes {least:.2f} s at least, {most} s are allowed")


def _keep_nothing() -> None:
    """Empty every cache of our functions, also one that the collector was told not to look at."""
    gc.unfreeze()
    caching = type(lru_cache(len))
    for kept in gc.get_objects():
        if type(kept) is caching and str(kept.__module__).startswith(OURS):
            kept.cache_clear()
    gc.collect()
