"""A word or expression among synonyms has nothing that can be searched for: only signs, or only small words.

PASS:
    synonyms:
      - [bredband, fiber]
FAIL:
    synonyms:
      - [bredband, "–"]
      - [och, samt]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity
from funding.source import SYNONYMS
from funding.swedish import fits, stop_words, tokens


def check(whole: Whole) -> Iterator[Fault]:
    """Find every entry without a word that the search asks for."""
    for place, group in enumerate(whole.synonyms):
        for item, entry in enumerate(group):
            if all(any(fits(word, stop) for stop in stop_words()) for word in tokens(entry)):
                yield Fault(("synonyms", place, item), {"given": entry}, path=SYNONYMS)


RULE = Rule("synonym-says-nothing", Severity.ERROR, check)
