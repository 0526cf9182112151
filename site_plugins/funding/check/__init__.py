"""Everything that can be wrong with a project's decisions, found in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from funding.check.collector import collector_paused
from funding.check.judged import judge
from funding.check.outcome import Checked, OutsideProjectError
from funding.check.pictures import Memory, cache_of
from funding.check.reading import read
from funding.check.sound import sound
from funding.check.wording import worded
from funding.labels import Words
from funding.options import Options
from funding.progress import Progress, silent
from funding.source.files import SUFFIX

__all__ = ["Checked", "Memory", "OutsideProjectError", "check"]


def check(  # noqa: PLR0913 - what, in which words, on which day; how is for tests and terminals
    root: Path,
    options: Options,
    words: Words,
    today: date,
    *,
    cached: bool = True,
    memory: Memory | None = None,
    progress: Progress = silent,
) -> Checked:
    """Read and check every file of a project's decisions.

    ``root`` is the project's folder. Nothing is printed or raised for what the files hold. ``cached`` lets what was
    worked out before be used where it still holds; the outcome is the same without. ``memory`` does the same from
    check to check within one process. ``progress`` is told how many files are done.

    Raises:
        LostWorkerError: if the system ends a worker, as it does when memory runs out.
    """
    cache = cache_of(root) if cached else None
    with collector_paused(aging=not (memory and memory.pictures)):
        reading = read(root, options.decisions, cache, progress, memory)
        register, findings = judge(reading, root, options, today, memory)
        problems, texts = worded(findings, reading, root, words, memory)
        shown = sound(register, findings, options.decisions)
        drafts = frozenset(f"{options.decisions}/{id_}{SUFFIX}" for id_ in reading.drafts)
        return Checked(problems, tuple(reading.paths), shown, texts, synonyms=reading.synonyms, drafts=drafts)
