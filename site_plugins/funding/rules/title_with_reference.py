"""A title holds a diary number. It belongs in ``references``, where it is searched in every spelling.

PASS:
    title: Förstudie Hållbart resande
    references: 15RS6022
FAIL:
    title: Förstudie Hållbart resande, 15RS6022
    references: 15RS6022
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record

_FORMS: Final = re.compile(r"\b(?:dnr|diarienummer|diarienr)\b|\b[A-ZÅÄÖ]{2,4} ?\d{4}/\d{2,}", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_SHORTEST: Final = 5


def check(record: Record) -> Iterator[Fault]:
    """Find every title with one of the file's references in it, or with something of such a form."""
    references = [_folded(reference.value) for reference in stated(record.original.references) or ()]
    telling = [reference for reference in references if len(reference) >= _SHORTEST and _DIGIT.search(reference)]
    for step in steps_that_set(record, "title"):
        title = step.decision.title
        if _FORMS.search(title) or any(reference in _folded(title) for reference in telling):
            yield Fault(step.at("title"))


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()


RULE = Rule("title-with-reference", Severity.WARNING, check)
