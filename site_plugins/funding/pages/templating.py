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

    Templates say texts with ``say(key, ...)``, label a key with ``field(path)`` and a controlled word with
    ``value(member)``, and write dates with the filter ``day``. Everything else is written before it gets here.
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
        self._environment.globals.update(say=form.say, value=form.words.value, field=form.words.field)
        self._environment.filters["day"] = form.day

    def render(self, template: str, **values: Any) -> Markup:
        """Fill in one of our templates. A name that the template asks for and is not given raises."""
        return Markup(self._environment.get_template(template).render(**values))  # noqa: S704 - our templates escape
