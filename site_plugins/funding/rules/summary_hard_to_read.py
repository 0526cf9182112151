"""A summary is very hard to read by its LIX: the words of a sentence, and the percentage of words over six letters.

Above 60 a Swedish text counts as very hard (Björnsson, Läsbarhet, 1968). Names make a short text look harder than it
is, so only what is above 65 is said; and above 90 it is no prose, but a list of names or another language, of which
the measure says nothing (språklagen 2009:600, 11 §: public language is to be plain).

PASS:
    summary: Kommunen bygger två cykelvägar, så att fler kan cykla till skolan och till stationen.
FAIL:
    summary: >
      Infrastrukturinvesteringar genomförs i kommunen avseende cykelvägsförbindelser för hållbart vardagsresande
      mellan utbildningslokaler och resecentrum.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record

_HARD: Final = 65
_NO_PROSE: Final = 90
_LONG: Final = 6
_FEWEST: Final = 12
"""Words; of fewer the measure says nothing."""

_AROUND: Final = ".,:;!?()”“\"'–-"
_ENDS: Final = tuple(".!?:")


def check(record: Record) -> Iterator[Fault]:
    """Tell whether the summary is prose and very hard."""
    summary = record.original.summary
    lix = _lix(summary) if summary else 0
    if _HARD < lix <= _NO_PROSE:
        yield Fault(("summary",), {"lix": str(lix), "limit": str(_HARD)})


def _lix(text: str) -> int:
    words = text.split()
    if len(words) < _FEWEST:
        return 0
    sentences = sum(word.endswith(_ENDS) for word in words) or 1
    long = sum(len(word) > _LONG and len(word.strip(_AROUND)) > _LONG for word in words)
    return round(len(words) / sentences + 100 * long / len(words))


RULE = Rule("summary-hard-to-read", Severity.NOTE, check, about="summary")
