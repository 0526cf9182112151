"""Two words of a group are the same word to the search, which knows its other forms by itself.

PASS:
    synonyms:
      - [utbildning, kurs]
FAIL:
    synonyms:
      - [utbildning, utbildningar, kurs]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity
from funding.source import SYNONYMS
from funding.swedish import key, tokens


def check(whole: Whole) -> Iterator[Fault]:
    """Find every entry that has the same words as one before it in its group, in whatever forms."""
    for place, group in enumerate(whole.synonyms):
        seen: dict[tuple[str, ...], str] = {}
        for item, entry in enumerate(group):
            words = tuple(map(key, tokens(entry)))
            if words and seen.setdefault(words, entry) != entry:
                yield Fault(("synonyms", place, item), {"given": entry, "other": seen[words]}, path=SYNONYMS)


RULE = Rule("synonym-same", Severity.WARNING, check)
