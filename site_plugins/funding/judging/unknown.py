"""What the rules about unknown ids share: an id that no register holds, with the ids that may have been meant."""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Whole
from funding.source import RegisterName


def unknown(whole: Whole, registers: tuple[RegisterName, ...]) -> Iterator[Fault]:
    """Give every id that must stand in one of some registers and stands in none."""
    for path, pointer in whole.dangling:
        if pointer.registers == registers:
            near = (whole.spellings[name].near(pointer.id) for name in registers)
            details = {"given": pointer.id, "known": ", ".join(ids for ids in near if ids)}
            yield Fault(pointer.where, details, path=path)
