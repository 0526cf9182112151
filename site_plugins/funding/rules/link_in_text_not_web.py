"""A link in a long text leads to something that is no web address.

PASS:
    rationale: Se [strategin](https://example.org/strategi).
FAIL:
    rationale: Se [strategin](javascript:alert(1)).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule, Whole
from funding.judging.texts import links_of
from funding.problem import Severity

_WEB: Final = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def check(whole: Whole) -> Iterator[Fault]:
    """Find every link that does not begin with http:// or https://."""
    for path, where, target in links_of(whole):
        if not _WEB.match(target):
            yield Fault(where, {"given": target}, path=path)


RULE = Rule("link-in-text-not-web", Severity.ERROR, check)
