"""Reads ``mkdocs.yml`` as the site generator would, without asking it: tags it alone knows are left empty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml


class SettingsError(ValueError):
    """The file is no readable YAML."""


class _Loader(yaml.CSafeLoader):
    """Ordinary YAML types; ``!ENV``, ``!!python/name`` and the like become ``None``."""


def _nothing(*_: object) -> None:
    """Stand for a value that only the site generator can make."""


_Loader.add_multi_constructor("!", _nothing)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)


def text_on_disk(path: Path) -> str:
    """Give the text of a file as it is today."""
    return path.read_text("utf-8")


def read_settings(path: Path, text_of: Callable[[Path], str] = text_on_disk) -> dict[str, Any]:
    """Read the settings of a project, with those that it inherits (``INHERIT``, a path from the file's folder).

    ``text_of`` gives the text of a file, such as an earlier one.

    Raises:
        SettingsError: if a file is no YAML or no mapping, or if files inherit in a circle.
        OSError: if a file is not there or may not be read.
    """
    return _inherited(path, text_of, ())


def _inherited(path: Path, text_of: Callable[[Path], str], below: tuple[Path, ...]) -> dict[str, Any]:
    if path in below:
        raise SettingsError(f"{path}: inherits itself")
    try:
        found = yaml.load(text_of(path), Loader=_Loader)  # noqa: S506 - built on the safe loader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: {error}") from error
    if not isinstance(found, dict):
        raise SettingsError(f"{path}: no settings")
    above = found.pop("INHERIT", None)
    if not isinstance(above, str):
        return found
    return _merged(_inherited((path.parent / above).resolve(), text_of, (*below, path)), found)


def _merged(above: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Put settings over those that are inherited: groups key by key, everything else whole, as MkDocs does."""
    both = {key for key in own if isinstance(own[key], dict) and isinstance(above.get(key), dict)}
    return {**above, **own, **{key: _merged(above[key], own[key]) for key in both}}
