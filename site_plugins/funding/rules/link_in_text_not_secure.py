"""A link in a long text begins with ``http:``; only ``https:`` links are shown as links there.

PASS:
    rationale: Se [strategin](https://example.org/strategi).
FAIL:
    rationale: Se [strategin](http://example.org/strategi).
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.judging.texts import links_of
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every such link."""
    for path, where, target in links_of(whole):
        if target.lower().startswith("http://"):
            yield Fault(where, {"given": target}, path=path)


RULE = Rule("link-in-text-not-secure", Severity.WARNING, check)
