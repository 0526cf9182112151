"""``funding explain``: what a rule is about, why it matters and how to mend what breaks it."""

from __future__ import annotations

from pathlib import Path

import click

from funding.catalogue import Catalogue, rule_url
from funding.catalogue.telling import as_json, listed, told
from funding.cli.opening import language, refuse
from funding.labels import Words
from funding.options import LANGUAGES, OptionsError
from funding.project import ProjectError, find_project


@click.command("explain")
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option("--all", "everything", is_flag=True, help="Explain every rule.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How it is shown.")
@language
def command(codes: tuple[str, ...], everything: bool, form: str, lang: str | None) -> None:  # noqa: FBT001 - a flag
    """Explain the rules of CODE, or list all of them."""
    own_lang, site_url = _around()
    catalogue = Catalogue(Words(lang or own_lang))
    known = frozenset(catalogue.codes)
    for code in codes:
        if code not in known:
            near = ", ".join(catalogue.nearest(code))
            refuse(catalogue.words.text("rules.unknown", given=code, near=near))
    if not codes and not everything and form == "text":
        click.echo(listed(catalogue), nl=False)
        return
    wanted = codes if codes and not everything else catalogue.codes
    entries = [(catalogue.entry(code), _address(site_url, code)) for code in dict.fromkeys(wanted)]
    click.echo(as_json(entries) if form == "json" else told(entries, catalogue.words), nl=False)


def _around() -> tuple[str, str | None]:
    """Give the language and the address of the project around the working directory; rules are the same without one."""
    try:
        project = find_project(Path.cwd())
    except OptionsError as error:
        return error.lang, None
    except (ProjectError, OSError):
        return LANGUAGES[0], None
    return project.options.lang, project.site_url


def _address(site_url: str | None, code: str) -> str | None:
    return f"{site_url.removesuffix('/')}/{rule_url(code)}" if site_url else None
