"""Rules applied to what they look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from funding.judging.rule import Rule, Subject
from funding.model.partial import is_open
from funding.problem import Finding
from funding.source import MOST_FINDINGS

Found = TypeVar("Found")


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
