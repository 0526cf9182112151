"""All that is said of a problem, for forms that have one field for it, and the summary of a check."""

from __future__ import annotations

from collections.abc import Iterator

from funding.check import Checked
from funding.labels import Words
from funding.problem import Problem, Severity


def advice(problem: Problem, words: Words) -> Iterator[tuple[str, str]]:
    """Give what helps to mend a problem, each with the words before it: the hint, and where more is told."""
    if problem.hint:
        yield words.text("report.hint"), problem.hint
    if problem.url:
        yield words.text("report.more"), problem.url


def told(problem: Problem, words: Words, between: str = "\n") -> str:
    """Say what is wrong, how to mend it and where more is told; a line each, or with something else ``between``."""
    return between.join((problem.message, *(f"{label} {text}" for label, text in advice(problem, words))))


def counted(words: Words, what: str, count: int) -> str:
    """Say how many there are of a severity or of files."""
    return words.text(f"report.counted.{what}.{'one' if count == 1 else 'other'}", count=count)


def summary(checked: Checked, words: Words) -> str:
    """Say how many problems of each severity were found in how many files."""
    errors, warnings, notes = (counted(words, severity, checked.count(severity)) for severity in Severity)
    files = counted(words, "file", checked.files)
    return words.text("report.summary", errors=errors, warnings=warnings, notes=notes, files=files)
