"""Where a project is and what its ``mkdocs.yml`` says, for the command line.

The project is the nearest folder upwards that has ``mkdocs.yml``, never the folder where the package lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from funding.options import Options, parse_options
from funding.source.settings import read_settings

CONFIG_NAME = "mkdocs.yml"


class ProjectError(ValueError):
    """There is no project here, or its ``mkdocs.yml`` does not name the plugin."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with ``mkdocs.yml``, and its options."""

    root: Path
    options: Options


def find_project(start: Path) -> Project:
    """Find the project of a folder.

    Raises:
        ProjectError: if there is none, or if it does not use the plugin.
        OptionsError: if an option is wrong.
    """
    root = next((folder for folder in (start, *start.parents) if (folder / CONFIG_NAME).is_file()), None)
    if root is None:
        raise ProjectError(f"no {CONFIG_NAME} in {start} or any folder above it")
    settings = read_settings(root / CONFIG_NAME)
    given = _plugin_options(settings.get("plugins"))
    if given is None:
        raise ProjectError(f"{root / CONFIG_NAME}: plugins must name funding, with its options")
    return Project(root, parse_options(given))


def _plugin_options(plugins: object) -> dict[str, object] | None:
    entries = plugins.items() if isinstance(plugins, dict) else []
    if isinstance(plugins, list):
        entries = [pair for plugin in plugins if isinstance(plugin, dict) for pair in plugin.items()]
    return next((options for name, options in entries if name == "funding" and isinstance(options, dict)), None)
