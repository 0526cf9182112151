"""From findings to problems: each in its place and in words, without repeating personal data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from funding.check.pictures import Memory, Said
from funding.check.reading import Reading
from funding.labels import Words
from funding.personal import redact, redact_path
from funding.problem import Finding, Problem
from funding.source import SYNONYMS, Places, read_text
from funding.workers import batches_of, spread

_WORD = re.compile(r"[^\s,;()»«”\"]+")
"""What may be the id of a decision, which is the path of its file."""

_LONGEST_DETAIL = 80
_MAY_BE_LONG = frozenset({"known", "right"})
_FORMLESS = frozenset({"empty-file", "empty-value", "not-a-mapping", "not-a-single-value", "unknown-key"})
"""What is said of a file of synonyms that has not its form, which is another than that of all other files."""

_BATCH = 500
"""How many files with problems a worker words at once; fewer are no work for several."""


def worded(
    findings: Iterable[Finding], reading: Reading, root: Path, words: Words, memory: Memory | None = None
) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """Give the problems, sorted, and the texts of their files, both by paths that hold no personal data.

    What is found twice in one place with one code is one problem. ``memory`` spares saying again what was said in the
    last check.
    """
    read = set(reading.paths)
    by_path: dict[str, list[Finding]] = {}
    for found in findings:
        by_path.setdefault(found.path, []).append(found)

    def word(batch: Sequence[str]) -> list[Said]:
        return [in_words(path) for path in batch]

    def in_words(path: str) -> Said:
        text = reading.texts.get(path) or (read_text(root, path) if path in read else "")
        places = Places(reading.unreadable.get(path, text))
        clean = redact_path(path)
        return clean, text, [_worded(found, clean, places, words) for found in _once(by_path[path], words)]

    def all_in_words(paths: Sequence[str]) -> Iterable[Said]:
        return (said for batch in spread(word, batches_of(paths, _BATCH)) for said in batch)

    problems: set[Problem] = set()
    shown: dict[str, str] = {}
    for path, (clean, text, in_file) in (memory or Memory()).said(by_path, words.lang, all_in_words):
        problems.update(in_file)
        if path in read:
            shown[clean] = text
    return tuple(sorted(problems)), shown


def _once(findings: Sequence[Finding], words: Words) -> list[Finding]:
    """Leave out that a key is missing where it stands misspelt."""
    misspelt = {(found.where[:-1], words.key_meant(found.details)) for found in findings if found.code == "unknown-key"}
    return [
        found
        for found in findings
        if not misspelt or found.code != "missing-key" or (found.where, found.details["key"]) not in misspelt
    ]


def _worded(found: Finding, path: str, places: Places, words: Words) -> Problem:
    span = found.span or places.locate(found.where, at_key=found.at_key)
    details = {name: _shown(name, value) for name, value in found.details.items()}
    message, hint = words.problem(found.code, details)
    if found.path == SYNONYMS and found.code in _FORMLESS:
        hint = words.text("report.synonyms")
    return Problem(
        path, span.line, span.column, found.code, span.end_line, span.end_column, found.severity, message, hint
    )


def _shown(name: str, value: str) -> str:
    clean = _WORD.sub(lambda word: redact_path(word.group()), redact(value).replace("\n", " "))
    return clean if len(clean) <= _LONGEST_DETAIL or name in _MAY_BE_LONG else f"{clean[:_LONGEST_DETAIL]}…"
