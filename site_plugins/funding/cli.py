"""The ``funding`` command: a thin door to the stages."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

from funding.check import OutsideProjectError
from funding.check import check as run_check
from funding.clock import DayError, today
from funding.exports.schema import schema_text
from funding.labels import Words
from funding.options import LANGUAGES, OptionsError
from funding.problem import Severity
from funding.project import ProjectError, find_project
from funding.reporters import ON_TERMINAL, REPORTERS

MISUSE = 2


@click.group()
def main() -> None:
    """Check and publish public funding decisions."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal of another alphabet shows ? for what it lacks


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(sorted(REPORTERS)), default="text", help="How problems are shown.")
@click.option("--strict", is_flag=True, help="Let unacknowledged warnings fail too.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages; else the project's.")
def check(paths: tuple[Path, ...], form: str, strict: bool, lang: str | None) -> None:  # noqa: FBT001 - a flag
    """Find every problem of the project's decisions, or of PATHS."""
    try:
        project = find_project(Path.cwd())
        day = today()
    except (ProjectError, OptionsError, DayError, OSError) as error:
        click.echo(_misuse(error, lang), err=True)
        sys.exit(MISUSE)
    words = Words(lang or project.options.lang)
    try:
        checked = run_check(project.root, project.options, words, day).only(project.root, paths)
    except OutsideProjectError as error:
        key = "report.no_path" if error.missing else "report.outside"
        click.echo(words.text(key, path=error.path, root=project.root), err=True)
        sys.exit(MISUSE)
    reporters = ON_TERMINAL if sys.stdout.isatty() and "NO_COLOR" not in os.environ else REPORTERS
    click.echo(reporters[form](checked, words), nl=False)
    failed = checked.count(Severity.ERROR) or (strict and checked.count(Severity.WARNING))
    sys.exit(1 if failed else 0)


@main.command()
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the descriptions; else the project's.")
def schema(lang: str | None) -> None:
    """Print the JSON Schema of a decision file, for editors."""
    try:
        words = Words(lang or find_project(Path.cwd()).options.lang)
    except (ProjectError, OptionsError, OSError) as error:
        click.echo(_misuse(error, lang), err=True)
        sys.exit(MISUSE)
    click.echo(schema_text(words), nl=False)


def _misuse(error: ProjectError | OptionsError | DayError | OSError, lang: str | None) -> str:
    if isinstance(error, OptionsError):
        words = Words(lang or error.lang)
        return "\n".join(words.option_fault(fault) for fault in error.faults)
    words = Words(lang or LANGUAGES[0])
    if isinstance(error, DayError):
        return words.text("project.bad_day", given=error.given)
    if isinstance(error, OSError):
        return words.text("project.closed", place=error.filename or "", reason=error.strerror or "")
    return words.text(error.text, place=error.place)
