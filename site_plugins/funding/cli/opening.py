"""What every command begins with: the project, the language and the day, or an end with a plain sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from funding.clock import DayError, today
from funding.history import HistoryError
from funding.labels import Words
from funding.options import LANGUAGES, Options, OptionsError
from funding.personal import redact_path
from funding.project import ProjectError, find_project
from funding.workers import LostWorkerError

MISUSE = 2
"""How a command ends that was asked for something it cannot do."""

language = click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the texts; else the project's.")


@dataclass(frozen=True, slots=True)
class Opened:
    """A command's project: its folder, its options, its address, the words of the language asked for, and the day."""

    root: Path
    options: Options
    site_url: str | None
    words: Words
    today: date

    def told(self, done: str, total: str) -> str:
        """Say how many files are read."""
        return self.words.text("project.reading", done=done, total=total)


def open_project(lang: str | None) -> Opened:
    """Find the project around the working directory; ``lang`` goes before its own language."""
    with worded(lang):
        project = find_project(Path.cwd())
        words = Words(lang or project.options.lang)
        return Opened(project.root, project.options, project.site_url, words, today())


@contextmanager
def worded(lang: str | None) -> Iterator[None]:
    """End the command with a sentence where the project, the day, the disk or the memory is not as it must be."""
    try:
        yield
    except (ProjectError, OptionsError, DayError, HistoryError, LostWorkerError, OSError) as error:
        refuse(_sentence(error, lang))


def refuse(sentence: str) -> NoReturn:
    """End the command as misused, and say why."""
    click.echo(sentence, err=True)
    sys.exit(MISUSE)


def _sentence(
    error: ProjectError | OptionsError | DayError | HistoryError | LostWorkerError | OSError, lang: str | None
) -> str:
    if isinstance(error, OptionsError):
        words = Words(lang or error.lang)
        return "\n".join(words.option_fault(fault) for fault in error.faults)
    words = Words(lang or LANGUAGES[0])
    if isinstance(error, HistoryError):
        return words.text(error.text, **{name: redact_path(detail) for name, detail in error.details.items()})
    if isinstance(error, DayError):
        return words.text("project.bad_day", given=error.given)
    if isinstance(error, LostWorkerError):
        return words.text("project.worker_lost", signal=error.signal)
    if isinstance(error, OSError):
        return words.text("project.closed", place=error.filename or "", reason=error.strerror or "")
    return words.text(error.text, place=error.place)
