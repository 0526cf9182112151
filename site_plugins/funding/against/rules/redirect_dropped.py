"""An old address that led to a published decision leads nowhere any more.

PASS:
    publication: {redirect_from: [2023/forsta-namnet, 2024/andra-namnet]}
FAIL:
    publication: {redirect_from: 2024/andra-namnet}  # 2023/forsta-namnet was published too
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.since import Since
from funding.judging.rule import Fault, Rule
from funding.problem import Severity


def check(since: Since) -> Iterator[Fault]:
    """Find every old address that no file of today has."""
    for entry in since.published:
        id_ = since.id_now(entry.id)
        for old in entry.redirect_from if id_ else ():
            if since.id_now(old) is None and id_:
                yield Fault(("publication", "redirect_from"), {"id": old}, path=since.now.path_of(id_))


RULE = Rule("redirect-dropped", Severity.ERROR, check)
