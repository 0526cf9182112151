"""The name of a file holds a personal number, an e-mail address, a telephone or an account number.

PASS:
    decisions/2024/bergs-bageri.yml
FAIL:
    decisions/2024/bergs-bageri-8112189876.yml
    decisions/2024/bankgiro-5050-1055.yml
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.personal import redact_path
from funding.problem import Severity
from funding.source import Document


def check(document: Document) -> Iterator[Fault]:
    """Tell whether the path holds such a number; no output repeats it."""
    if redact_path(document.path) != document.path:
        yield Fault()


RULE = Rule("personal-file-name", Severity.ERROR, check)
