"""Rules applied to what they look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import TypeVar

from funding.judging.rule import Fault, Rule, Subject
from funding.model.partial import is_open
from funding.problem import Finding
from funding.register import Record
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
                yield _finding(rule, fault, path)
            elif fault.path is None:
                break


def run_each(rules: Iterable[Rule[Record]], judged: Sequence[tuple[Record, list[Finding]]]) -> None:
    """Add what some rules of records find to the findings of each record, rule by rule."""
    for rule in rules:
        for record, findings in asked(rule, judged):
            for fault in islice(rule.check(record), MOST_FINDINGS):
                findings.append(_finding(rule, fault, record.path))


def asked(rule: Rule[Record], judged: Sequence[tuple[Record, Found]]) -> Sequence[tuple[Record, Found]]:
    """Give those records that have what a rule is about, or later decisions, which may set it.

    ``money`` is a decision's grant, an empty one where it has none.
    """
    if not rule.about:
        return judged
    about = attrgetter(rule.about.replace("grant.", "money."))
    return [one for one in judged if about(one[0].original) is not None or one[0].original.amendments]


def until_open(found: Iterable[Found]) -> Iterator[Found]:
    """Give what is found of a partial decision before a key is asked for that is left open.

    What comes before does not depend on that key, and so holds whatever it will be.
    """
    try:
        yield from found
    except AttributeError as error:
        if not is_open(error):
            raise


def _finding(rule: Rule[Subject], fault: Fault, path: str) -> Finding:
    return Finding(rule.code, rule.severity, fault.path or path, fault.where, fault.at_key, fault.span, fault.details)
