"""The site's own organisation, an option in ``mkdocs.yml``, stands in no register.

PASS:
    plugins: [{funding: {organisation: region-orebro-lan}}]
FAIL:
    plugins: [{funding: {organisation: region-örebro}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.options import CONFIG_NAME
from funding.problem import Severity
from funding.source import RegisterName


def check(whole: Whole) -> Iterator[Fault]:
    """Tell whether the site knows whose it is: every page of it says so, also before there is any decision."""
    known = whole.known.get(RegisterName.ORGANISATIONS)
    own = whole.options.organisation
    if known is not None and own not in known:
        near = whole.spellings[RegisterName.ORGANISATIONS].near(own)
        yield Fault((), {"given": own, "known": near}, path=CONFIG_NAME)


RULE = Rule("own-organisation-unknown", Severity.ERROR, check)
