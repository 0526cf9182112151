"""What takes long is found out, also where its answer is kept."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import lru_cache

import pytest

from tests.quickness import within

SECONDS = 0.02


def work(text: str) -> str:
    until = time.process_time() + SECONDS
    while time.process_time() < until:
        pass
    return text


class _Worker:
    def work(self, text: str) -> str:
        return work(text)


def test_no_work_takes_no_time() -> None:
    with pytest.raises(AssertionError, match=r"^texten: it takes"):
        within(0, lambda: None, "texten")


@pytest.mark.parametrize("kept", [work, lru_cache(work), lru_cache(4)(_Worker().work)])
def test_slow_work_stays_slow_when_it_is_done_again(kept: Callable[[str], str]) -> None:
    with pytest.raises(AssertionError, match=r"it takes 0\.\d+ s at least"):
        within(SECONDS / 4, lambda: kept("text"))


def test_a_cache_that_the_collector_does_not_look_at_is_emptied_too() -> None:
    kept = lru_cache(work)
    gc.freeze()
    with pytest.raises(AssertionError):
        within(SECONDS / 4, lambda: kept("text"))


def test_what_the_work_gives_is_handed_back() -> None:
    assert within(60, lambda: work("text")) == "text"
