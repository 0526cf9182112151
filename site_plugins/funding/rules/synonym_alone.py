"""A group of synonyms has only one word, so it says nothing.

PASS:
    synonyms:
      - [bredband, fiber]
FAIL:
    synonyms:
      - [bredband]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity
from funding.source import SYNONYMS


def check(whole: Whole) -> Iterator[Fault]:
    """Find every group in which no word means the same as another one."""
    for place, group in enumerate(whole.synonyms):
        if len({word.casefold() for word in group}) == 1:
            yield Fault(("synonyms", place), {"given": group[0]}, path=SYNONYMS)


RULE = Rule("synonym-alone", Severity.ERROR, check)
