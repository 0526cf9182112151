"""All problems as Markdown, for the summary page of a run of GitHub Actions, where no ten are the most.

A step's summary is refused whole above 1 MiB (``FileCommandManager.cs`` of actions/runner).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.check import Checked
from funding.labels import Words
from funding.problem import Problem
from funding.reporters.order import most_wanted_first
from funding.reporters.telling import advice, summary

LARGEST: Final = 1_000_000
"""The most bytes that are written; what is left of the limit is for what else the step writes."""

_ADDRESS: Final = re.compile(r"https?://[!-;=?-~]+")
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&|~#@:$]")


def report(checked: Checked, words: Words) -> str:
    """Write the summary, then file by file every problem; what finds no room is counted at the end."""
    parts = [f"## {words.text('report.heading')}\n\n{_plain(summary(checked, words))}\n"]
    entries = list(_entries(checked, words))
    room = LARGEST - _size(parts[0]) - _size(_left_out(len(entries), words))
    for shown, entry in enumerate(entries):
        room -= _size(entry)
        if room < 0:
            parts.append(_left_out(len(entries) - shown, words))
            break
        parts.append(entry)
    return "".join(parts)


def _entries(checked: Checked, words: Words) -> Iterator[str]:
    """Give the entries file by file, the file of the most wanted problem first; each file's first has its heading."""
    files: dict[str, list[Problem]] = {problem.path: [] for problem in most_wanted_first(checked)}
    for problem in checked.problems:
        files[problem.path].append(problem)
    for path, problems in files.items():
        for problem in problems:
            heading = f"\n### {_plain(path)}\n\n" if problem is problems[0] else ""
            yield heading + _entry(problem, words)


def _entry(problem: Problem, words: Words) -> str:
    severity = words.text(f"report.{problem.severity}")
    place = words.text("report.place", line=problem.line, column=problem.column)
    lines = [f"- **{severity}**, {place}: {_plain(problem.message)} `{problem.code}`"]
    lines += (f"  - {label} {_linked(text)}" for label, text in advice(problem, words))
    return "".join(f"{line}\n" for line in lines)


def _left_out(count: int, words: Words) -> str:
    return f"\n{_plain(words.text('report.left_out', count=count))}\n"


def _linked(text: str) -> str:
    return f"<{text}>" if _ADDRESS.fullmatch(text) else _plain(text)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _plain(text: str) -> str:
    """Give a text on one line that Markdown shows as it stands."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
