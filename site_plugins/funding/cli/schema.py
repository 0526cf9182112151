"""``funding schema``: the JSON Schema of a decision file."""

from __future__ import annotations

import click

from funding.cli.opening import language, open_project
from funding.exports.schema import schema_text


@click.command("schema")
@language
def command(lang: str | None) -> None:
    """Print the JSON Schema of a decision file, for editors."""
    click.echo(schema_text(open_project(lang).words), nl=False)
