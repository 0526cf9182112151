"""Everything that can be wrong with a project's decisions, found in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from funding.check.collector import collector_paused
from funding.check.judged import judge
from funding.check.outcome import Checked, OutsideProjectError
from funding.check.reading import read
from funding.check.sound import sound
from funding.check.wording import worded
from funding.labels import Words
from funding.options import Options

__all__ = ["Checked", "OutsideProjectError", "check"]


def check(root: Path, options: Options, words: Words, today: date) -> Checked:
    """Read and check every file of a project's decisions.

    ``root`` is the project's folder. Nothing is printed or raised for what the files hold.
    """
    with collector_paused():
        return _check(root, options, words, today)


def _check(root: Path, options: Options, words: Words, today: date) -> Checked:
    reading = read(root, options.decisions)
    register, findings = judge(reading, root, options, today)
    problems, texts = worded(findings, reading, root, words)
    return Checked(problems, tuple(reading.paths), sound(register, findings, options.decisions), texts)
