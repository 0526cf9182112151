"""A list names the same thing twice.

PASS:
    partners: [biogas-ost, region-sormland]
FAIL:
    partners: [biogas-ost, region-sormland, biogas-ost]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set
from funding.model.decision import Decision
from funding.model.facts import Places
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every recipient, partner, theme, source, place, reference or other decision that stands there before."""
    for path, values in _LISTS.items():
        for step in steps_that_set(record, path):
            given = values(step.decision) or ()
            for index, value in enumerate(given) if len(given) > 1 else ():
                if value in given[:index]:
                    yield Fault(step.at(*path.split("."), index), {"given": value})


def _places(key: str) -> Any:
    return lambda decision: getattr(decision.location, key) if isinstance(decision.location, Places) else None


def _sources(decision: Decision) -> list[str]:
    """Give the sources where none has an amount; with amounts it is ``grant-item-repeated``."""
    sources = decision.money.sources or ()
    return [] if any(entry.amount for entry in sources) else [entry.source for entry in sources]


def _references(decision: Decision) -> list[str]:
    return [reference.value for reference in stated(decision.references) or ()]


_LISTS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "recipient": lambda decision: stated(decision.recipient),
        "partners": lambda decision: decision.partners,
        "references": _references,
        "themes": lambda decision: decision.themes,
        "grant.sources": _sources,
        "location.municipalities": _places("municipalities"),
        "location.counties": _places("counties"),
        "related": lambda decision: decision.related,
    }
)

RULE = Rule("listed-twice", Severity.WARNING, check)
