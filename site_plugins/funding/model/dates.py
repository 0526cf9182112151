"""Dates as sources give them: a day, a month or a year, and wordings that are no date at all."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, TypeAlias

from funding.model.parsing import NotStated, OrNotStated, Parsed, refuse, require_text

_DATE = re.compile(r"((?:1[89]|2[01])[0-9]{2})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LONGEST_WORDING = 100
_MONTHS = 12


@dataclass(frozen=True)
class PartialDate:
    """A date that is exact to the day, the month or the year.

    It stands for every day from ``first`` to ``last``. ``as_printed`` is the source's own wording where that is
    impossible or inexact.
    """

    year: int
    month: int | None = None
    day: int | None = None
    as_printed: str | None = None

    @cached_property
    def first(self) -> date:
        """The first day that it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @cached_property
    def last(self) -> date:
        """The last day that it may mean."""
        month = self.month or _MONTHS
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """``2025-06-30``, ``2025-06`` or ``2025``."""
        parts = (f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    def surely_before(self, other: PartialDate) -> bool:
        """Tell whether every reading of this lies before every reading of the other."""
        return self.last < other.first


@dataclass(frozen=True, slots=True)
class UnreadableDate:
    """A source's wording that gives no date: as not stated, but shown as printed."""

    as_printed: str


StatedDate: TypeAlias = PartialDate | UnreadableDate


def parse_date(value: object) -> StatedDate:
    """Read a date, or ``{date, as_printed}`` where the source's wording is impossible or inexact.

    Raises:
        PydanticCustomError: ``date-not-readable`` or ``impossible-date``.
    """
    if isinstance(value, dict):
        return _printed(value)
    return _partial(require_text(value))


def parse_day(value: object) -> date:
    """Read a date that must be exact to the day.

    Raises:
        PydanticCustomError: ``date-not-readable``, ``impossible-date`` or ``date-not-exact``.
    """
    text = require_text(value)
    partial = _partial(text)
    if partial.day is None:
        raise refuse("date-not-exact", given=text)
    return partial.first


def _partial(text: str) -> PartialDate:
    match = _DATE.fullmatch(text)
    if not match:
        raise refuse("date-not-readable", given=text)
    year, month, day = (int(part) if part else None for part in match.groups())
    partial = PartialDate(year or 0, month, day)
    try:
        partial.first  # noqa: B018 - the calendar is asked
    except ValueError:
        raise refuse("impossible-date", given=text) from None
    return partial


def _printed(value: dict[str, object]) -> StatedDate:
    unknown = sorted(set(value) - {"date", "as_printed"})
    if unknown:
        raise refuse("unknown-key", key=unknown[0], known="date, as_printed")
    if "as_printed" not in value:
        raise refuse("missing-key", key="as_printed")
    wording = require_text(value["as_printed"])
    if len(wording) > _LONGEST_WORDING:
        raise refuse("text-too-long", length=str(len(wording)), limit=str(_LONGEST_WORDING))
    if "date" not in value:
        return UnreadableDate(wording)
    partial = _partial(require_text(value["date"]))
    return PartialDate(partial.year, partial.month, partial.day, wording)


def _write(value: StatedDate) -> object:
    if isinstance(value, UnreadableDate):
        return {"as_printed": value.as_printed}
    return {"date": value.iso, "as_printed": value.as_printed} if value.as_printed else value.iso


_TEXT = {"type": "string", "pattern": rf"^\s*{_DATE.pattern}\s*$"}
_YEAR = {"type": "integer", "minimum": 1800, "maximum": 2199}
_PRINTED = {
    "type": "object",
    "properties": {"date": {"anyOf": [_TEXT, _YEAR]}, "as_printed": {"type": ["string", "number"]}},
    "required": ["as_printed"],
    "additionalProperties": False,
}
Date: TypeAlias = Annotated[StatedDate, Parsed(parse_date, {"anyOf": [_TEXT, _YEAR, _PRINTED]}, _write)]
DateOrNotStated: TypeAlias = Annotated[Date | NotStated, OrNotStated()]
_DAY_PATTERN = r"^\s*(?:1[89]|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}\s*$"
Day: TypeAlias = Annotated[date, Parsed(parse_day, {"type": "string", "pattern": _DAY_PATTERN}, date.isoformat)]
