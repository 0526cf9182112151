"""Rules applied to what they look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Final, TypeVar

from funding.judging.rule import Rule, Subject
from funding.model.decision import Decision
from funding.model.partial import is_open
from funding.problem import Finding
from funding.register import Record
from funding.rules import LATER_RULES, RECORD_RULES
from funding.source import MOST_FINDINGS

Found = TypeVar("Found")

_SUBJECTS: Final = tuple(dict.fromkeys(rule.about for rule in RECORD_RULES if rule.about))
"""The keys that rules of records are about."""
_subjects_of: Final = attrgetter(*(path.replace("grant.", "money.") for path in _SUBJECTS))
"""Reads all of them of a decision at once; ``money`` is its grant, an empty one where it has none."""


def rules_of(decision: Decision) -> tuple[Rule[Record], ...]:
    """Give the rules of records that may find something in a decision."""
    if decision.amendments:
        return (*RECORD_RULES, *LATER_RULES)
    return _rules_about(tuple([value is not None for value in _subjects_of(decision)]))


@lru_cache(maxsize=1024)
def _rules_about(given: tuple[bool, ...]) -> tuple[Rule[Record], ...]:
    absent = {path for path, is_given in zip(_SUBJECTS, given, strict=True) if not is_given}
    return tuple([rule for rule in RECORD_RULES if rule.about not in absent])


def run(rules: tuple[Rule[Subject], ...], subject: Subject, path: str) -> Iterator[Finding]:
    """Give what some rules find, of each rule no more in one file than anybody would read.

    ``path`` is the file of a fault that names none.
    """
    found: dict[tuple[str, str], int] = defaultdict(int)
    for rule in rules:
        for fault in rule.check(subject):
            file = fault.path or path
            found[rule.code, file] += 1
            if found[rule.code, file] <= MOST_FINDINGS:
                yield Finding(rule.code, rule.severity, file, fault.where, fault.at_key, fault.span, fault.details)
            elif fault.path is None:
                break


def until_open(found: Iterable[Found]) -> Iterator[Found]:
    """Give what is found of a partial decision before a key is asked for that is left open.

    What comes before does not depend on that key, and so holds whatever it will be.
    """
    try:
        yield from found
    except AttributeError as error:
        if not is_open(error):
            raise
