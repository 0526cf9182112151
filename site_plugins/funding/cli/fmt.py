"""``funding fmt``: the files of decisions in their canonical form."""

from __future__ import annotations

import sys
from difflib import unified_diff
from functools import partial
from pathlib import Path

import click

from funding.check.outcome import OutsideProjectError, chosen
from funding.cli.opening import Opened, language, open_project, refuse, worded
from funding.labels import Words
from funding.personal import blot, redact_path
from funding.progress import shown
from funding.source import SourceFile, list_files
from funding.writing.disk import MeanwhileError, replace_file
from funding.writing.formatting import Rewriting, rewritings


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; show what would change, and fail if it would."
)
@language
def command(paths: tuple[Path, ...], only_check: bool, lang: str | None) -> None:  # noqa: FBT001 - a flag
    """Write the project's decisions and registers, or those of PATHS, in their canonical form.

    The order of keys, quotation marks, the spelling of amounts and the length of lines become the same everywhere. No
    key and no comment is added or taken away, and nothing means anything else than before.
    """
    opened = open_project(lang)
    words = opened.words
    files = _files(opened, paths)
    written = left = 0
    with worded(words.lang), shown(sys.stderr, partial(_progress, words)) as progress:
        for found in rewritings(opened.root, files, progress):
            said = _left(found, words) or _rewritten(found, opened, only_check=only_check)
            if said is None:
                written += 1
            else:
                left += 1
            click.echo(said or _shown(found, words, only_check=only_check), nl=False)
    key = "writing.would" if only_check else "writing.did"
    click.echo(words.text(key, written=written, same=len(files) - written - left, left=left))
    sys.exit(1 if left or (only_check and written) else 0)


def _files(opened: Opened, paths: tuple[Path, ...]) -> list[SourceFile]:
    listed = list_files(opened.root, opened.options.decisions).files
    try:
        wanted = set(chosen(opened.root, paths, (file.path for file in listed)))
    except OutsideProjectError as error:
        key = "report.no_path" if error.missing else "report.outside"
        refuse(opened.words.text(key, path=error.path, root=opened.root))
    return [file for file in listed if file.path in wanted]


def _rewritten(found: Rewriting, opened: Opened, *, only_check: bool) -> str | None:
    """Write a file anew; give a sentence where that could not be done."""
    if only_check or found.after is None:
        return None
    try:
        replace_file(opened.root, found.path, found.after.encode(), found.digest)
    except MeanwhileError:
        return opened.words.text("writing.meanwhile", path=redact_path(found.path)) + "\n"
    return None


def _left(found: Rewriting, words: Words) -> str | None:
    """Say why a file is left alone, if it is."""
    if found.after is not None:
        return None
    path = redact_path(found.path)
    if not found.findings:
        return words.text("writing.unsure", path=path) + "\n"
    first = found.findings[0]
    line = first.span.line if first.span else 1
    message, _ = words.problem(first.code, first.details)
    return words.text("writing.left", path=path, line=line, message=blot(message)) + "\n"


def _shown(found: Rewriting, words: Words, *, only_check: bool) -> str:
    path = redact_path(found.path)
    if not only_check:
        return words.text("writing.rewritten", path=path) + "\n"
    before, after = found.before.splitlines(keepends=True), (found.after or "").splitlines(keepends=True)
    diff = "".join(line if line.endswith("\n") else f"{line}\n" for line in unified_diff(before, after, path, path))
    return blot(diff) or words.text("writing.line_ends", path=path) + "\n"


def _progress(words: Words, done: str, total: str) -> str:
    return words.text("writing.progress", done=done, total=total)
