"""``funding check``: every problem of the project's decisions."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from funding.check import OutsideProjectError, check
from funding.cli.opening import language, open_project, refuse
from funding.problem import Severity
from funding.reporters import ON_TERMINAL, REPORTERS


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(sorted(REPORTERS)), default="text", help="How problems are shown.")
@click.option("--strict", is_flag=True, help="Let unacknowledged warnings fail too.")
@language
def command(paths: tuple[Path, ...], form: str, strict: bool, lang: str | None) -> None:  # noqa: FBT001 - a flag
    """Find every problem of the project's decisions, or of PATHS."""
    opened = open_project(lang)
    words = opened.words
    try:
        checked = check(opened.root, opened.options, words, opened.today).only(opened.root, paths)
    except OutsideProjectError as error:
        key = "report.no_path" if error.missing else "report.outside"
        refuse(words.text(key, path=error.path, root=opened.root))
    reporters = ON_TERMINAL if sys.stdout.isatty() and "NO_COLOR" not in os.environ else REPORTERS
    click.echo(reporters[form](checked, words), nl=False)
    failed = checked.count(Severity.ERROR) or (strict and checked.count(Severity.WARNING))
    sys.exit(1 if failed else 0)
