"""An old address that should lead to a decision is taken: by a file, or by another decision.

PASS:
    publication: {redirect_from: [2024/gammalt-namn]}
FAIL:
    publication: {redirect_from: [2024/ett-annat-beslut]}  # decisions/2024/ett-annat-beslut.yml is there
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.repeats import repeated
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import KeyPath, Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every old address that has a file of its own, and every one that an earlier decision has too."""
    redirects = list(_redirects(whole))
    for path, where, old in redirects:
        if old in whole.ids:
            yield Fault(where, {"given": old, "other": old}, path=path)
    for (path, where, old), (first, _, _) in repeated((old, (path, where, old)) for path, where, old in redirects):
        yield Fault(where, {"given": old, "other": first}, path=path)


def _redirects(whole: Whole) -> Iterator[tuple[str, KeyPath, str]]:
    holders = [(record.path, record.redirects) for record in whole.register.records.values()]
    holders += [(tombstone.path, tombstone.redirect_from) for tombstone in whole.register.tombstones]
    for path, olds in holders:
        for index, old in enumerate(olds):
            yield path, ("publication", "redirect_from", index), old


RULE = Rule("redirect-collides", Severity.ERROR, check)
