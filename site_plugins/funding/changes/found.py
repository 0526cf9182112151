"""Problems that came with a change, and those that it mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from funding.against import Sides, silent_changes
from funding.problem import Finding


@dataclass(frozen=True, slots=True)
class Found:
    """``new`` are the findings of today that were not there then, ``mended`` those that are there no longer."""

    new: tuple[Finding, ...]
    mended: tuple[Finding, ...]


def found_between(sides: Sides, moved: Mapping[str, str]) -> Found:
    """Compare what is wrong on both sides, whatever line it stands on; ``moved`` gives new paths by old ones."""
    then, now = sides.then.findings, (*sides.now.findings, *silent_changes(sides))
    return Found(tuple(_only_in(now, then, {}, moved)), tuple(_only_in(then, now, moved, {})))


def _only_in(
    found: Iterable[Finding], others: Iterable[Finding], moved: Mapping[str, str], others_moved: Mapping[str, str]
) -> Iterator[Finding]:
    known = Counter(_key(other, others_moved) for other in others)
    for finding in found:
        key = _key(finding, moved)
        if known[key]:
            known[key] -= 1
        else:
            yield finding


def _key(finding: Finding, moved: Mapping[str, str]) -> tuple[str, str, frozenset[tuple[str, str]]]:
    details = frozenset((name, text) for name, text in finding.details.items() if "line" not in name)
    return moved.get(finding.path, finding.path), finding.code, details
