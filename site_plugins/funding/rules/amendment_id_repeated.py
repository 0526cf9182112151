"""Two later decisions have one id, so nothing can point at either.

PASS:
    amendments:
      - {id: forlangning-1, date: 2023-05-02, kind: extension, reason: Förseningar.}
      - {id: forlangning-2, date: 2024-05-02, kind: extension, reason: Förseningar.}
FAIL:
    amendments:
      - {id: forlangning, date: 2023-05-02, kind: extension, reason: Förseningar.}
      - {id: forlangning, date: 2024-05-02, kind: extension, reason: Förseningar.}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.repeats import repeated
from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every id that an earlier one has."""
    named = ((entry.id, index) for index, entry in enumerate(record.original.amendments or ()) if entry.id)
    for index, first in repeated(named):
        given = (record.original.amendments or ())[first].id or ""
        yield Fault(("amendments", index, "id"), {"given": given})


RULE = Rule("amendment-id-repeated", Severity.ERROR, check)
