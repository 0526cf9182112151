"""The only clock: the day as of which a site is built or a file is checked."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

DAY_VARIABLE = "FUNDING_TODAY"
ZONE = ZoneInfo("Europe/Stockholm")
"""Where a day begins and ends, whatever the machine's own time zone is."""


class DayError(ValueError):
    """``FUNDING_TODAY`` is set to ``given``, which is no day."""

    def __init__(self, given: str) -> None:
        super().__init__(f"{DAY_VARIABLE}={given}: write the day as YYYY-MM-DD")
        self.given = given


def today() -> date:
    """Give the as-of day: ``FUNDING_TODAY`` (``YYYY-MM-DD``), else the day in Stockholm.

    Raises:
        DayError: if ``FUNDING_TODAY`` is set and is no such day.
    """
    given = os.environ.get(DAY_VARIABLE)
    if not given:
        return datetime.now(ZONE).date()
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise DayError(given) from error
