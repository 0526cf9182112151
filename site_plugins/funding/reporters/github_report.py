"""Problems as commands that a step of GitHub Actions writes, and GitHub shows beside the lines of a pull request.

GitHub shows the first ten errors, warnings and notices of a step, so the order matters. Sources: GitHub Docs,
"Workflow commands"; ``ActionCommand.cs`` and ``ActionCommandManager.cs`` of actions/runner for what is unescaped and
what is dropped. Nowhere is it documented what a column counts or whether the last one is included; what is written is
what the json report has: code points and an exclusive end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.check import Checked
from funding.labels import Words
from funding.problem import Problem, Severity
from funding.reporters.order import most_wanted_first
from funding.reporters.telling import summary, told

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(checked: Checked, words: Words) -> str:
    """Write a command for every problem, changed files and errors first, and below them the summary for the log."""
    lines = [_command(problem, words) for problem in most_wanted_first(checked)]
    return "".join(f"{line}\n" for line in (*lines, summary(checked, words)))


def _command(problem: Problem, words: Words) -> str:
    properties = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in _properties(problem))
    return f"::{_COMMANDS[problem.severity]} {properties}::{told(problem, words).translate(_IN_MESSAGE)}"


def _properties(problem: Problem) -> Iterator[tuple[str, str]]:
    """Give the place and the code; columns only within one line, because the runner drops them elsewhere."""
    yield "file", problem.path
    yield "line", str(problem.line)
    yield "endLine", str(problem.end_line)
    if problem.line == problem.end_line:
        yield "col", str(problem.column)
        yield "endColumn", str(problem.end_column)
    yield "title", problem.code
