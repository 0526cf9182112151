"""The only door to Jinja: our own environment, which escapes everything that is not marked as safe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from funding.pages.format import Format

_FOLDER = Path(__file__).parent.parent / "templates"


class Templates:
    """Our templates in one language; each is compiled once.

    Templates say texts with ``say(key, ...)`` and ``counted(key, number)``, label a controlled word with
    ``value(member)``, and write numbers and dates with the filters ``number``, ``money``, ``percent`` and ``day``.
    """

    def __init__(self, form: Format) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(_FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(
            say=form.say, counted=form.counted, value=form.words.value, field=form.words.field, silent=form.silent
        )
        self._environment.filters.update(number=form.number, money=form.money, percent=form.percent, day=form.day)

    def render(self, template: str, **values: Any) -> Markup:
        """Fill in one of our templates. A name that the template asks for and is not given raises."""
        return Markup(self._environment.get_template(template).render(**values))  # noqa: S704 - our templates escape
