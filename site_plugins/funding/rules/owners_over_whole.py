"""The owners of an organisation own more than all of it together.

PASS:
    almi-malardalen: {name: Almi Mälardalen, part_owned_by: [{owner: almi, percent: 51}, {owner: region, percent: 49}]}
FAIL:
    almi-malardalen: {name: Almi Mälardalen, part_owned_by: [{owner: almi, percent: 51}, {owner: region, percent: 59}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule, Whole
from funding.model.money import grouped
from funding.problem import Severity
from funding.source import RegisterName

_WHOLE: Final = 100


def check(whole: Whole) -> Iterator[Fault]:
    """Find every organisation whose owners' shares are more than a hundred percent."""
    for id_, entry in whole.register.lists.organisations.items():
        total = sum(owner.percent for owner in entry.part_owned_by or () if owner.percent is not None)
        if total > _WHOLE:
            path = whole.path_of(RegisterName.ORGANISATIONS)
            yield Fault((id_, "part_owned_by"), {"total": grouped(total)}, at_key=True, path=path)


RULE = Rule("owners-over-whole", Severity.ERROR, check)
