"""The only door to Jinja: our own environment, which escapes everything that is not marked as safe."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_FOLDER = Path(__file__).parent.parent / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render(template: str, **values: Any) -> Markup:
    """Fill in one of our templates. A name that the template asks for and is not given raises."""
    return Markup(_environment().get_template(template).render(**values))  # noqa: S704 - our templates escape
