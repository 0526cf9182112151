"""The accessibility statement was updated more than eleven months ago; after twelve its own page says that it is old.

The statement is to be kept up to date (MDFFS 2019:2). Depends on the day, so it is only said.

PASS:
    accessibility: {updated: 2026-05-01}  # on 2026-11-23
FAIL:
    accessibility: {updated: 2025-12-01}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule, Whole
from funding.options import CONFIG_NAME
from funding.problem import Severity

_MONTHS: Final = 11
_OF_YEAR: Final = 12


def check(whole: Whole) -> Iterator[Fault]:
    """Tell whether it is older than eleven months."""
    updated, today = whole.options.accessibility.updated, whole.today
    months = (today.year - updated.year) * _OF_YEAR + today.month - updated.month - (today.day < updated.day)
    if months > _MONTHS or (months == _MONTHS and today.day != updated.day):
        yield Fault((), {"updated": updated.isoformat()}, path=CONFIG_NAME)


RULE = Rule("accessibility-statement-old", Severity.NOTE, check)
