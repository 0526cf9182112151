"""How far long work has come, for whoever waits at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final, TextIO, TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Takes how much is done and how much there is in all; may be called as often as anybody likes."""

_FIRST_AFTER: Final = 0.5
_THEN_EVERY: Final = 0.1
"""Seconds. What is done before the first of them needs no comfort."""

_CLEAR: Final = "\r\033[K"


def silent(done: int, total: int) -> None:
    """Say nothing."""


@contextmanager
def shown(stream: TextIO, sentence: Callable[[str, str], str]) -> Iterator[Progress]:
    """Give a progress that is shown on one line of a terminal and is gone at the end; elsewhere it is silent.

    ``sentence`` makes the line from how much is done and how much there is, both with thousands apart.
    """
    if not stream.isatty():
        yield silent
        return
    line = _Line(stream, sentence)
    try:
        yield line.show
    finally:
        line.clear()


class _Line:
    """The last line of a terminal, written again and again, at most ten times a second."""

    def __init__(self, stream: TextIO, sentence: Callable[[str, str], str]) -> None:
        self._stream = stream
        self._sentence = sentence
        self._next = monotonic() + _FIRST_AFTER
        self._written = False

    def show(self, done: int, total: int) -> None:
        """Write how far it has come, if it is time for it."""
        now = monotonic()
        if now >= self._next:
            self._next = now + _THEN_EVERY
            self._written = True
            self._stream.write(_CLEAR + self._sentence(_grouped(done), _grouped(total)))
            self._stream.flush()

    def clear(self) -> None:
        """Leave the line as it was before."""
        if self._written:
            self._stream.write(_CLEAR)
            self._stream.flush()


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")
