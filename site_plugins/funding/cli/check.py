"""``funding check``: every problem of the project's decisions."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

from funding.catalogue import linked
from funding.check import Checked, OutsideProjectError, check
from funding.check.collector import collector_dismissed
from funding.cli.opening import Opened, language, open_project, refuse, worded
from funding.problem import Severity
from funding.progress import shown
from funding.reporters import ASIDES, ON_TERMINAL, REPORTERS
from funding.reporters.telling import counted


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(sorted(REPORTERS)), default="text", help="How problems are shown.")
@click.option("--strict", is_flag=True, help="Let unacknowledged warnings fail too.")
@click.option("--against", "revision", metavar="REV", help="Also find what was published there and changed in silence.")
@click.option("--fix", "mends", is_flag=True, help="Mend what has one safe answer first, and say what was mended.")
@language
def command(  # noqa: PLR0913, PLR0917 - the options of one command
    paths: tuple[Path, ...],
    form: str,
    strict: bool,  # noqa: FBT001 - a flag
    revision: str | None,
    mends: bool,  # noqa: FBT001 - a flag
    lang: str | None,
) -> None:
    """Find every problem of the project's decisions, or of PATHS."""
    opened = open_project(lang)
    words = opened.words
    try:
        whole = _fixed(opened, revision, paths) if mends else _checked(opened, revision)
        checked = whole.only(opened.root, paths)
    except OutsideProjectError as error:
        key = "report.no_path" if error.missing else "report.outside"
        refuse(words.text(key, path=error.path, root=opened.root))
    collector_dismissed()
    checked = linked(checked, opened.site_url)
    reporters = ON_TERMINAL if sys.stdout.isatty() and "NO_COLOR" not in os.environ else REPORTERS
    if form != "text" and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # programs read UTF-8, whatever the alphabet of the terminal
    click.echo(reporters[form](checked, words), nl=False)
    elsewhere = whole.count(Severity.ERROR) - checked.count(Severity.ERROR)
    if elsewhere:
        click.echo(counted(words, "elsewhere", elsewhere), err=True)
    aside = ASIDES.get(form)
    if aside and os.environ.get(aside.variable):
        with worded(words.lang), Path(os.environ[aside.variable]).open("a", encoding="utf-8", errors="replace") as file:
            file.write(aside.report(checked, words))
    failed = checked.count(Severity.ERROR) or (strict and checked.count(Severity.WARNING))
    sys.exit(1 if failed else 0)


def _checked(opened: Opened, revision: str | None) -> Checked:
    """Check the project, held against a revision where one is asked for."""
    with worded(opened.words.lang), shown(sys.stderr, opened.told) as progress:
        if revision is None:
            return check(opened.root, opened.options, opened.words, opened.today, progress=progress)
        from funding.against import check_against, read_both  # noqa: PLC0415 - only who compares waits for it

        sides = read_both(opened.root, opened.options, revision, opened.today, progress)
        return check_against(sides, opened.words)


def _fixed(opened: Opened, revision: str | None, paths: tuple[Path, ...]) -> Checked:
    """Mend what can be mended of the chosen files, and give what is left."""
    from funding.cli.fixing import fixed  # noqa: PLC0415 - only who mends waits for it

    return fixed(opened, lambda: _checked(opened, revision), lambda checked: checked.only(opened.root, paths))
