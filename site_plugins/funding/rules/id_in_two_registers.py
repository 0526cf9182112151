"""One id stands both among the organisations and among the sources, so a financier could mean either.

PASS:
    eruf: {name: Europeiska regionala utvecklingsfonden}  # in sources.yml only
FAIL:
    eruf: {name: Europeiska regionala utvecklingsfonden}  # in sources.yml and in organisations.yml
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity
from funding.source import RegisterName


def check(whole: Whole) -> Iterator[Fault]:
    """Find every id of a source that is an organisation's too."""
    organisations = whole.known.get(RegisterName.ORGANISATIONS, frozenset())
    for id_ in sorted(whole.known.get(RegisterName.SOURCES, frozenset()) & organisations):
        yield Fault((id_,), {"given": id_}, at_key=True, path=whole.path_of(RegisterName.SOURCES))


RULE = Rule("id-in-two-registers", Severity.ERROR, check)
