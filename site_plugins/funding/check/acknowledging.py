"""Warnings that a file acknowledges with a reason are silent; one that silences nothing is a problem itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from funding.problem import Finding, Severity
from funding.register import Record
from funding.rules import SEVERITIES

WARNINGS: Final = frozenset(
    {"byte-order-mark", *(code for code, severity in SEVERITIES.items() if severity is Severity.WARNING)}
)
"""Every code that a decision may acknowledge: those of rules, and the one of reading."""


def without_acknowledged(findings: Iterable[Finding], records: Iterable[Record]) -> Iterator[Finding]:
    """Give the findings without acknowledged warnings, and one for each entry that silences nothing."""
    entries = {
        (record.path, entry.code): index
        for record in records
        for index, entry in reversed(list(enumerate(record.original.acknowledged or ())))
    }
    used: set[tuple[str, str]] = set()
    for finding in findings:
        key = (finding.path, finding.code)
        if finding.severity is Severity.WARNING and key in entries:
            used.add(key)
        else:
            yield finding
    for (path, code), index in entries.items():
        if (path, code) not in used:
            yield _needless(path, index, code)


def _needless(path: str, index: int, code: str) -> Finding:
    where = ("acknowledged", index, "code")
    if code in WARNINGS:
        return Finding("acknowledged-in-vain", Severity.WARNING, path, where, details={"given": code})
    details = {"given": code, "known": ", ".join(sorted(WARNINGS))}
    return Finding("acknowledged-unknown", Severity.ERROR, path, where, details=details)
