"""Register entries point at each other in a circle, or one points at itself.

PASS:
    naringsliv-orebro: {name: Näringslivskontoret, unit_of: orebro-kommun}
FAIL:
    orebro-kommun: {name: Örebro kommun, unit_of: orebro-kommun}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from funding.judging.circles import circles, shown
from funding.judging.rule import Fault, Rule, Whole
from funding.model.registers import FundSource, Organisation
from funding.problem import Severity
from funding.source import RegisterName


def check(whole: Whole) -> Iterator[Fault]:
    """Find circles of unit_of, succeeded_by, part_owned_by and part_of."""
    organisations = whole.register.lists.organisations
    yield from _circles(whole, RegisterName.ORGANISATIONS, "unit_of", _single(organisations, "unit_of"))
    yield from _circles(whole, RegisterName.ORGANISATIONS, "succeeded_by", _single(organisations, "succeeded_by"))
    owners = {
        id_: tuple(owner.owner for owner in entry.part_owned_by)
        for id_, entry in organisations.items()
        if entry.part_owned_by
    }
    yield from _circles(whole, RegisterName.ORGANISATIONS, "part_owned_by", owners)
    yield from _circles(whole, RegisterName.SOURCES, "part_of", _single(whole.register.lists.sources, "part_of"))


def _single(entries: Mapping[str, Organisation] | Mapping[str, FundSource], key: str) -> dict[str, tuple[str, ...]]:
    return {id_: (to,) for id_, entry in entries.items() if (to := getattr(entry, key))}


def _circles(whole: Whole, name: RegisterName, key: str, pointing: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    for circle in circles(pointing):
        yield Fault((circle[0], key), {"circle": shown(circle)}, path=whole.path_of(name))


RULE = Rule("register-circle", Severity.ERROR, check)
