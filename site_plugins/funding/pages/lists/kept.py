"""The rows of decisions: each stands in a dozen lists, and nothing in it depends on the list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from markupsafe import Markup

from funding.register import Record
from funding.workers import Strip

Halves: TypeAlias = tuple[Markup, Markup]
"""The HTML of a row before and after what the subject of the list is to the decision."""
_HALVES: Final = 2
"""How many pieces a row is; what the decision says of itself in short comes after them."""


class KeptRows:
    """Rows by the ids of their decisions, about a kilobyte each, and what a decision says of itself in short.

    Those that are set aside are read by all workers; a row that a worker keeps is its own. A page that shows others'
    decisions asks here, not the decisions themselves: they lie all over the memory, and what is looked at is copied.
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
        before, after = self._strip.pieces(range(number, number + _HALVES))
        return Markup(before.decode()), Markup(after.decode())  # noqa: S704 - was such when it was set aside

    def short(self, record: Record) -> str:
        """Give the title and the summary of a decision in one text."""
        number = self._numbers.get(record.id)
        if number is None or self._strip is None:
            return _short(record)
        return self._strip.piece(number + _HALVES).decode()

    def keep(self, id_: str, row: Halves) -> None:
        """Keep a row in this process."""
        self._own[id_] = row

    def set_aside(self, rows: Iterable[tuple[Record, Halves]]) -> None:
        """Keep rows for workers that are forked later, in place of what was kept before."""
        strip, numbers = Strip(), {}
        for record, halves in rows:
            numbers[record.id] = len(strip)
            strip.add(text.encode() for text in (*halves, _short(record)))
        self._strip, self._numbers = strip, numbers
        self._own.clear()


def _short(record: Record) -> str:
    return f"{record.current.title} {record.current.summary or ''}"
