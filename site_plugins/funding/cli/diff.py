"""``funding diff``: what changed since a revision, in words that a reviewer reads."""

from __future__ import annotations

import io
import re
import sys

import click

from funding.against import read_both
from funding.changes import comment, data, gather
from funding.cli.opening import language, open_project, refuse, worded
from funding.progress import shown

_ADDRESS = re.compile(r"https?://[^\s<>\"`|()\\]+")


@click.command("diff")
@click.argument("revision", metavar="REV")
@click.option(
    "--format", "form", type=click.Choice(["json", "markdown"]), default="markdown", help="How it is written."
)
@click.option("--preview", metavar="URL", help="Where a site built from the change lies, to link to its pages.")
@language
def command(revision: str, form: str, preview: str | None, lang: str | None) -> None:
    """Tell what changed between REV and the working tree, for whoever reviews it.

    REV is a commit, a branch or a tag; main... (with three dots) is where this branch parted from main.
    """
    opened = open_project(lang)
    if preview is not None and not _ADDRESS.fullmatch(preview):
        refuse(opened.words.text("changes.bad_preview", url=preview))
    with worded(opened.words.lang), shown(sys.stderr, opened.told) as progress:
        changes = gather(read_both(opened.root, opened.options, revision, opened.today, progress))
    written = data(changes, opened.words) if form == "json" else comment(changes, opened.words, preview)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # programs read UTF-8, whatever the alphabet of the terminal
    click.echo(written, nl=False)
