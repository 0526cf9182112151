"""The calls of our command in lines of shell, and whether the command takes them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click

from funding.cli import main


def calls(script: str) -> Iterator[list[str]]:
    """Give the arguments of every call of ``funding`` in a shell script."""
    for found in re.findall(r"(?:^|[\s/])funding ([^|>\n]+)", script):
        yield shlex.split(found)


def take(arguments: list[str]) -> None:
    """Let the command read its arguments, without running it.

    Raises:
        click.UsageError: if it does not know the subcommand or an option.
    """
    context = click.Context(main, info_name="funding")
    name, command, rest = main.resolve_command(context, arguments)
    assert command
    command.make_context(name, rest, parent=context)
