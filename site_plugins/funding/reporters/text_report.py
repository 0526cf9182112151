"""Problems for people: place, sentence, the line with a mark under the fault, how to mend it, and a summary.

Where more is told of a code stands beside its first problem only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Final

from funding.check import Checked
from funding.labels import Words
from funding.problem import Problem, Severity
from funding.reporters.code_frame import frame, shown_lines
from funding.reporters.telling import advice, counted

_RESET: Final = "\x1b[0m"
_BOLD: Final = "\x1b[1m"
_FAINT: Final = "\x1b[2m"
_COLOURS: Final = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}


def plain(checked: Checked, words: Words) -> str:
    """Write all problems and the summary without colour, for pipes and files."""
    return "".join(f"{line}\n" for line in _lines(checked, words, colour=False))


def coloured(checked: Checked, words: Words) -> str:
    """Write all problems and the summary with the colours of a terminal."""
    return "".join(f"{line}\n" for line in _lines(checked, words, colour=True))


def _lines(checked: Checked, words: Words, *, colour: bool) -> Iterator[str]:
    told: set[str] = set()
    for path, group in groupby(checked.problems, key=lambda problem: problem.path):
        problems = list(group)
        lines = shown_lines(checked.texts[path], problems) if path in checked.texts else []
        for problem in problems:
            shown = replace(problem, url=None) if problem.code in told else problem
            yield from _entry(shown, lines, words, colour=colour)
            yield ""
            told.add(problem.code)
    yield _summary(checked, words, colour=colour)


def _entry(problem: Problem, lines: list[str], words: Words, *, colour: bool) -> Iterator[str]:
    paint = partial(_paint, colour=colour)
    place = paint(f"{problem.path}:{problem.line}:{problem.column}", _BOLD)
    severity = paint(words.text(f"report.{problem.severity}"), _COLOURS[problem.severity])
    yield f"{place}: {severity}: {problem.message} {paint(f'[{problem.code}]', _FAINT)}"
    shown = frame(lines, problem)
    if shown:
        gutter = " " * len(str(problem.line))
        yield f"  {paint(f'{problem.line} |', _FAINT)} {shown.line}"
        yield f"  {paint(f'{gutter} |', _FAINT)} {paint(shown.mark, _COLOURS[problem.severity])}"
    yield from (f"  {paint(label, _FAINT)} {text}" for label, text in advice(problem, words))


def _summary(checked: Checked, words: Words, *, colour: bool) -> str:
    counts = []
    for severity in Severity:
        count = checked.count(severity)
        text = counted(words, severity, count)
        counts.append(_paint(text, _COLOURS[severity], colour=colour and count > 0))
    first, second, third = counts
    files = counted(words, "file", checked.files)
    drafts = sum(path in checked.drafts for path in checked.paths)
    waiting = f" {counted(words, 'draft', drafts)}" if drafts else ""
    return words.text("report.summary", errors=first, warnings=second, notes=third, files=files) + waiting


def _paint(text: str, style: str, *, colour: bool) -> str:
    return f"{style}{text}{_RESET}" if colour else text
