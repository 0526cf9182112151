"""Dates as sources give them: a day, a month or a year, and wordings that are no date at all."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from funding.cache import CommonRow
from funding.model.parsing import INTERNAL, NotStated, OrNotStated, Parsed, refuse, require_text
from funding.model.part import Part, part
from funding.model.texts import text_of
from funding.source.files import YEAR

_DATE = re.compile(rf"({YEAR})(?:-([0-9]{{2}})(?:-([0-9]{{2}}))?)?")
_DAY = rf"{YEAR}-[0-9]{{2}}-[0-9]{{2}}"
_IN_LETTERS = re.compile(rf"(?:(?:den )?([0-9]{{1,2}})\.? )?([A-Za-z]{{3,9}})\.? ({YEAR})")
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
"""How the months begin in Swedish."""
_JANUARY, _DECEMBER = 1, 12
_MOST_DATES = 20_000
"""Dates that are kept ready: some fifty years of days."""
AS_TEXT, AS_PRINTED = f"{INTERNAL}text", f"{INTERNAL}printed"
"""The two forms of a date, as steps in the place of an error."""


@dataclass(frozen=True, slots=True)
class PartialDate(CommonRow):
    """A date that is exact to the day, the month or the year.

    It stands for every day from ``first`` to ``last``. ``as_printed`` is the source's own wording where that is
    impossible or inexact.
    """

    year: int
    month: int | None = None
    day: int | None = None
    as_printed: str | None = None

    @property
    def first(self) -> date:
        """The first day that it may mean."""
        return _first(self.year, self.month, self.day)

    @property
    def last(self) -> date:
        """The last day that it may mean."""
        return _last(self.year, self.month, self.day)

    @property
    def iso(self) -> str:
        """``2025-06-30``, ``2025-06`` or ``2025``."""
        parts = (f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    def surely_before(self, other: PartialDate) -> bool:
        """Tell whether every reading of this lies before every reading of the other."""
        return self.last < other.first


@lru_cache(maxsize=_MOST_DATES)
def _first(year: int, month: int | None, day: int | None) -> date:
    return date(year, _JANUARY if month is None else month, 1 if day is None else day)


@lru_cache(maxsize=_MOST_DATES)
def _last(year: int, month: int | None, day: int | None) -> date:
    known = _DECEMBER if month is None else month
    return date(year, known, calendar.monthrange(year, known)[1] if day is None else day)


@dataclass(frozen=True, slots=True)
class UnreadableDate:
    """A source's wording that gives no date: as not stated, but shown as printed."""

    as_printed: str


StatedDate: TypeAlias = PartialDate | UnreadableDate


def parse_date(value: object) -> PartialDate:
    """Read a day, a month or a year.

    Raises:
        PydanticCustomError: ``date-not-readable`` or ``impossible-date``.
    """
    return _parsed(require_text(value))


@lru_cache(maxsize=_MOST_DATES)
def _parsed(text: str) -> PartialDate:
    """Read a date; the same text gives the same object, because thousands of decisions share their days."""
    match = _DATE.fullmatch(text)
    if not match:
        raise refuse("date-not-readable", given=text, **_meant(text))
    year, month, day = match.groups()
    partial = PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    try:
        partial.first  # noqa: B018 - the calendar is asked
    except ValueError:
        raise refuse("impossible-date", given=text) from None
    return partial


def _meant(text: str) -> dict[str, str]:
    """Give a day with a month in letters, as ``6 mars 2024``, the way it must be written; nothing for other texts."""
    match = _IN_LETTERS.fullmatch(text)
    month = next((number for number, name in enumerate(_MONTHS, 1) if match and name == match[2].lower()[:3]), None)
    if match is None or month is None:
        return {}
    day = int(match[1]) if match[1] else None
    exact = day is None or 1 <= day <= calendar.monthrange(int(match[3]), month)[1]
    return {"meant": PartialDate(int(match[3]), month, day).iso} if exact else {}


def parse_day(value: object) -> date:
    """Read a date that must be exact to the day.

    Raises:
        PydanticCustomError: ``date-not-readable``, ``impossible-date`` or ``date-not-exact``.
    """
    partial = parse_date(value)
    if partial.day is None:
        raise refuse("date-not-exact", given=partial.iso)
    return partial.first


def _write(value: StatedDate) -> object:
    if isinstance(value, UnreadableDate):
        return {"as_printed": value.as_printed}
    return {"date": value.iso, "as_printed": value.as_printed} if value.as_printed else value.iso


_TEXT = {"type": "string", "pattern": rf"^\s*{_DATE.pattern}\s*$"}
_YEAR = {"type": "integer", "minimum": 1800, "maximum": 2199}
_Plain: TypeAlias = Annotated[PartialDate, Parsed(parse_date, {"anyOf": [_TEXT, _YEAR]}, _write)]


@part
class PrintedDate(Part):
    """A wording that is no exact or no possible date, and the date that it most likely means."""

    date: _Plain | None = None
    as_printed: Annotated[str, text_of(100)]


@dataclass(frozen=True, slots=True)
class _PlainOrPrinted:
    """Annotation: a date as text, or a :class:`PrintedDate` in its place."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        printed = core_schema.no_info_after_validator_function(_combined, handler.generate_schema(PrintedDate))
        return core_schema.tagged_union_schema(
            {AS_TEXT: handler.generate_schema(_Plain), AS_PRINTED: printed},
            discriminator=lambda value: AS_PRINTED if isinstance(value, dict) else AS_TEXT,
            serialization=core_schema.plain_serializer_function_ser_schema(_write),
        )


def _combined(printed: PrintedDate) -> StatedDate:
    if printed.date is None:
        return UnreadableDate(printed.as_printed)
    return PartialDate(printed.date.year, printed.date.month, printed.date.day, printed.as_printed)


Date: TypeAlias = Annotated[StatedDate, _PlainOrPrinted()]
DateOrNotStated: TypeAlias = Annotated[Date | NotStated, OrNotStated()]
Day: TypeAlias = Annotated[date, Parsed(parse_day, {"type": "string", "pattern": rf"^\s*{_DAY}\s*$"}, date.isoformat)]
