"""What ``funding check --fix`` does before it reports: mend the files, and say of each mend what became what."""

from __future__ import annotations

from collections.abc import Callable

import click

from funding.check import Checked
from funding.cli.opening import Opened, worded
from funding.labels import Words
from funding.personal import blot, redact_path
from funding.writing.fixing import fix
from funding.writing.mending import Mended

_WIDEST = 60
"""Characters of what stood there, or stands there now, that are shown."""


def fixed(opened: Opened, check: Callable[[], Checked], chosen: Callable[[Checked], Checked]) -> Checked:
    """Mend every problem that has one safe answer, say so beside the report, and give what is left."""
    words = opened.words
    with worded(words.lang):
        done = fix(opened.root, opened.options.decisions, check, chosen)
    for path, mends in sorted(done.mended.items()):
        for mend in mends:
            click.echo(_said(redact_path(path), mend, words), err=True)
    for path in done.meanwhile:
        click.echo(words.text("writing.meanwhile", path=redact_path(path)), err=True)
    return done.checked


def _said(path: str, mend: Mended, words: Words) -> str:
    before, after = _shown(mend.before), _shown(mend.after)
    key = "saved" if not before and not after else "mended" if after else "removed"
    return words.text(f"writing.{key}", path=path, line=mend.line, code=mend.code, before=before, after=after)


def _shown(text: str) -> str:
    """Give a piece of a file on one line, without personal data, every sign of it visible."""
    seen = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in blot(text).strip(" "))
    return seen if len(seen) <= _WIDEST else f"{seen[:_WIDEST]}…"
