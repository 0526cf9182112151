"""What the rules about the legal basis share."""

from __future__ import annotations

import re
from typing import Final

from funding.model.decision import Decision

_PROJECT_REGULATION: Final = re.compile(r"2003\s*:\s*596")


def cites_project_regulation(decision: Decision) -> bool:
    """Tell whether a decision names the regulation on project grants (SFS 2003:596) as its legal basis."""
    return any(_PROJECT_REGULATION.search(basis) for basis in decision.legal_basis or ())
