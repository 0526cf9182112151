"""A reference stands there twice, in two spellings that are searched as one.

References are matched without spaces, case and zero padding, because papers spell the same number in several ways.

PASS:
    references: KS2005/0344-14
FAIL:
    references: [KS2005/0344-14, KS 2005/344-14]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.judging.repeats import repeated
from funding.judging.rule import Fault, Rule
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record

_PADDING: Final = re.compile(r"(?<!\d)0+(?=\d)")


def check(record: Record) -> Iterator[Fault]:
    """Find every reference that an earlier one matches; the same spelling twice is ``listed-twice``."""
    given = [reference.value for reference in stated(record.original.references) or ()]
    if len(given) > 1:
        for index, first in repeated((_matched(value), index) for index, value in enumerate(given)):
            if given[index] not in given[:index]:
                yield Fault(("references", index), {"given": given[index], "other": given[first]})


def _matched(reference: str) -> str:
    return _PADDING.sub("", re.sub(r"\s", "", reference).casefold())


RULE = Rule("reference-spelled-twice", Severity.WARNING, check, about="references")
