"""Never in silence: a project held against a revision, and the rules of what was published there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from funding.against.rules import PAIR_RULES, SINCE_RULES
from funding.against.sides import Side, Sides, two_sides
from funding.against.since import Pair, Since
from funding.check import Checked
from funding.check.collector import collector_paused
from funding.check.pictures import cache_of
from funding.check.reading import read
from funding.check.running import run
from funding.check.wording import worded
from funding.labels import Words
from funding.options import Options
from funding.personal import redact_path
from funding.problem import Finding
from funding.progress import Progress, silent

__all__ = ["Pair", "Side", "Sides", "Since", "check_against", "read_both", "silent_changes"]


def read_both(root: Path, options: Options, revision: str, today: date, progress: Progress = silent) -> Sides:
    """Read and judge a project as it is today and as it was at a revision.

    Raises:
        HistoryError: if the revision cannot be read.
        LostWorkerError: if the system ends a worker.
    """
    with collector_paused():
        reading = read(root, options.decisions, cache_of(root), progress)
        return two_sides(root, options, reading, revision, today)


def check_against(sides: Sides, words: Words) -> Checked:
    """Give everything that is wrong today, and everything published that was changed in silence since."""
    now, root = sides.now, sides.revision.root
    findings = (*now.findings, *silent_changes(sides))
    problems, texts = worded(findings, now.reading, root, words)
    changed = frozenset(map(redact_path, sides.changed))
    drafts = frozenset(map(now.path_of, now.reading.drafts))
    return Checked(problems, tuple(now.reading.paths), now.sound, texts, changed, drafts=drafts)


def silent_changes(sides: Sides) -> Iterator[Finding]:
    """Give everything published that was changed, moved or removed without a word."""
    since = Since(sides)
    yield from run(SINCE_RULES, since, since.now.options.decisions)
    for pair in since.pairs:
        yield from run(PAIR_RULES, pair, pair.now.path)
