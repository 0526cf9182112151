"""Two organisations have one name, so one of them may be there twice.

PASS:
    orebro-kommun: {name: Örebro kommun}
FAIL:
    orebro: {name: Örebro kommun}  # orebro-kommun has the name too
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.repeats import repeated
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity
from funding.source import RegisterName


def check(whole: Whole) -> Iterator[Fault]:
    """Find every name that an earlier entry has, whatever its capitals."""
    named = ((entry.name.casefold(), id_) for id_, entry in whole.register.lists.organisations.items())
    for other, first in repeated(named):
        name = whole.register.lists.organisations[other].name
        path = whole.path_of(RegisterName.ORGANISATIONS)
        yield Fault((other, "name"), {"given": name, "other": first}, path=path)


RULE = Rule("organisation-name-shared", Severity.NOTE, check)
