"""Where in a text personal data stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sighting:
    """A stretch of a text, in code points from 0; the end is exclusive."""

    start: int
    end: int
