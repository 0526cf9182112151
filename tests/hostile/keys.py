"""Keys that nobody should type: names that programs give a meaning, names that only look right, markup."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import SOUND, Case, refused, seeds, whole, with_more

_AFTER = SOUND.count("\n") + 1
_NAMES = (*seeds("keys"), "a" * 300)
_PATHS = seeds("paths")


def cases() -> Iterator[Case]:
    """Give files with one key that the model does not have, at the top, inside a group and inside ``set``."""
    for name in _NAMES:
        yield whole(f"key {name[:40]}", with_more(f'"{name}": x\n'), _AFTER, code="unknown-key")
    for name in _NAMES[:24]:
        yield refused(f"key {name} in a group", "  paragraph:", f'  "{name}": x', "unknown-key")
        yield refused(
            f"key {name} in a list", "      of:", f'      of: booked_costs\n      "{name}": x', "unknown-key", below=1
        )
    for name in _PATHS:
        line = f'      "{name}": not_stated\n      grant.amount: 120 000'
        yield refused(f"path {name}", "      grant.amount:", line, "unknown-path")
    for name in ("(years)", "(parts)", "(states)", "(sources)"):
        line = f'      "{name}": {{x: y}}\n      grant.per_year.2024: 5\n      grant.amount: 120 000'
        yield refused(f"internal {name} beside its items", "      grant.amount:", line, "unknown-path")
