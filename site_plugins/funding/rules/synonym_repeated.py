"""A word stands in two groups of synonyms, so nobody can tell whether the groups mean the same.

PASS:
    synonyms:
      - [bredband, fiber, optofiber]
FAIL:
    synonyms:
      - [bredband, fiber]
      - [fiber, optofiber]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity
from funding.source import SYNONYMS


def check(whole: Whole) -> Iterator[Fault]:
    """Find every word that an earlier group has."""
    seen: dict[str, int] = {}
    for place, group in enumerate(whole.synonyms):
        for item, word in enumerate(group):
            if seen.setdefault(word.casefold(), place) != place:
                yield Fault(("synonyms", place, item), {"given": word}, path=SYNONYMS)


RULE = Rule("synonym-repeated", Severity.ERROR, check)
