"""The ``funding`` command: a thin door to the stages, one module a command, read when its command is called."""

from __future__ import annotations

import errno
import io
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

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

    def main(self, *given: Any, **how: Any) -> Any:
        """Run a command, and end with a sentence where its answer cannot be written.

        click itself ends in silence where nobody reads it any more.
        """
        if sys.stdout is None:
            refuse_output(os.strerror(errno.EBADF))
        try:
            return super().main(*given, **how)
        except OSError as error:
            if error.errno == errno.EPIPE or error.filename is not None:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # at the end Python tries once more
            refuse_output(error.strerror or str(error))


def refuse_output(reason: str) -> NoReturn:
    """End a command that has said all that it can."""
    from funding.labels import Words  # noqa: PLC0415 - only who fails waits for it
    from funding.options import LANGUAGES  # noqa: PLC0415 - the same

    click.echo(Words(LANGUAGES[0]).text("project.output", reason=reason), err=True)
    sys.exit(1)


@click.group(cls=Commands)
def main() -> None:
    """Check and publish public funding decisions."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal of another alphabet shows ? for what it lacks
