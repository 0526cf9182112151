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

from funding.judging.rule import Fault, Rule
from funding.judging.texts import links_of
from funding.problem import Severity
from funding.register import Record

_WEB: Final = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def check(record: Record) -> Iterator[Fault]:
    """Find every link that does not begin with http:// or https://."""
    for where, target in links_of(record):
        if not _WEB.match(target):
            yield Fault(where, {"given": target})


RULE = Rule("link-in-text-not-web", Severity.ERROR, check)
