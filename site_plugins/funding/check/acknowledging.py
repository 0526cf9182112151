"""Warnings that a file acknowledges with a reason are silent; one that silences nothing is a warning itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from funding.problem import Finding, Severity
from funding.register import Record


def without_acknowledged(findings: Iterable[Finding], records: Iterable[Record]) -> Iterator[Finding]:
    """Give the findings without acknowledged warnings, and one for each entry that there is no warning for."""
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
            where = ("acknowledged", index, "code")
            yield Finding("acknowledged-in-vain", Severity.WARNING, path, where, details={"given": code})
