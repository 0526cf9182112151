"""The rows of decisions: each stands in a dozen lists, and nothing in it depends on the list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from markupsafe import Markup

from funding.workers import Strip

Halves: TypeAlias = tuple[Markup, Markup]
"""The HTML of a row before and after what the subject of the list is to the decision."""


class KeptRows:
    """Rows by the ids of their decisions, about a kilobyte each.

    Those that are set aside are read by all workers; a row that a worker keeps is its own.
    """

    def __init__(self) -> None:
        self._own: dict[str, Halves] = {}
        self._numbers: dict[str, int] = {}
        self._strip: Strip | None = None

    def get(self, id_: str) -> Halves | None:
        """Give a row, if it was made before."""
        number = self._numbers.get(id_)
        if number is None or self._strip is None:
            return self._own.get(id_)
        before, after = self._strip.pieces(range(number, number + 2))
        return Markup(before.decode()), Markup(after.decode())  # noqa: S704 - was such when it was set aside

    def keep(self, id_: str, row: Halves) -> None:
        """Keep a row in this process."""
        self._own[id_] = row

    def set_aside(self, rows: Iterable[tuple[str, Halves]]) -> None:
        """Keep rows for workers that are forked later, in place of what was kept before."""
        strip, numbers = Strip(), {}
        for id_, halves in rows:
            numbers[id_] = len(strip)
            strip.add(half.encode() for half in halves)
        self._strip, self._numbers = strip, numbers
        self._own.clear()
