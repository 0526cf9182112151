"""An operating grant names the regulation on project grants as its legal basis.

The regulation is about projects, which are bounded in time and money, and not about running costs (SFS 2003:596, 2 §).

PASS:
    kind: project
    legal_basis: SFS 2003:596
FAIL:
    kind: operating_grant
    legal_basis: SFS 2003:596
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.laws import cites_project_regulation
from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import Kind
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether an operating grant cites it."""
    if record.original.kind is Kind.OPERATING_GRANT and cites_project_regulation(record.original):
        yield Fault(("legal_basis",))


RULE = Rule("operating-grant-cites-project-law", Severity.WARNING, check, about="legal_basis")
