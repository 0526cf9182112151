"""The ``funding`` command: a thin door to the stages, one module a command, read when its command is called."""

from __future__ import annotations

import io
import sys
from importlib import import_module

import click

COMMANDS = ("check", "diff", "explain", "fmt", "new", "schema")
"""Every command; each stands in the module of its name, as ``command``."""


class Commands(click.Group):
    """Reads a command's module only when it is asked for, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Give a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command


@click.group(cls=Commands)
def main() -> None:
    """Check and publish public funding decisions."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal of another alphabet shows ? for what it lacks
