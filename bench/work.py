"""A piece of work that is measured, ours or a peer's, and what is told where a peer is not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Work:
    """One command. ``before`` makes ready for a run and is not measured; it is given which run it is.

    ``output`` is what it writes; it goes after each run unless a later work needs it (``keep``).
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    before: Callable[[int], object]
    output: Path | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that this machine lacks, and how to install it."""

    name: str
    install: str


@dataclass(frozen=True, slots=True)
class TooLarge:
    """A peer that is not run at this size, and why."""

    name: str
    reason: str
