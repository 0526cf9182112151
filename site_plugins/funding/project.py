"""Where a project is and what its ``mkdocs.yml`` says, for the command line.

The project is the nearest folder upwards that has ``mkdocs.yml``, never the folder where the package lies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from funding.options import CONFIG_NAME, Options, OptionsError, parse_options
from funding.source.settings import SettingsError, read_settings


class ProjectError(ValueError):
    """There is no project here, or its ``mkdocs.yml`` does not name the plugin.

    ``text`` is the key of the sentence that says so, ``place`` the folder or file that it is about.
    """

    def __init__(self, text: str, place: Path) -> None:
        super().__init__(f"{text}: {place}")
        self.text = text
        self.place = place


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with ``mkdocs.yml``, its options, and the site's absolute address where it says one."""

    root: Path
    options: Options
    site_url: str | None


def find_project(start: Path) -> Project:
    """Find the project of a folder.

    Raises:
        ProjectError: if there is none, if its settings are no YAML, or if it does not use the plugin.
        OSError: if its settings may not be read.
        OptionsError: if an option is wrong.
    """
    root = next((folder for folder in (start, *start.parents) if (folder / CONFIG_NAME).is_file()), None)
    if root is None:
        raise ProjectError("project.none", start)
    try:
        settings = read_settings(root / CONFIG_NAME)
    except SettingsError as error:
        raise ProjectError("project.unreadable", root / CONFIG_NAME) from error
    given = _plugin_options(settings.get("plugins"))
    if given is None:
        raise ProjectError("project.no_plugin", root / CONFIG_NAME)
    site_url = settings.get("site_url")
    return Project(root, parse_options(given), site_url if isinstance(site_url, str) and site_url else None)


def options_at(root: Path, text_of: Callable[[Path], str]) -> Options | None:
    """Give the options that a project had where ``text_of`` gives the text of its files; ``None`` where it had none."""
    try:
        given = _plugin_options(read_settings(root / CONFIG_NAME, text_of).get("plugins"))
        return None if given is None else parse_options(given)
    except (SettingsError, OptionsError, OSError):
        return None


def _plugin_options(plugins: object) -> dict[str, object] | None:
    entries = plugins.items() if isinstance(plugins, dict) else []
    if isinstance(plugins, list):
        entries = [pair for plugin in plugins if isinstance(plugin, dict) for pair in plugin.items()]
    return next((options for name, options in entries if name == "funding" and isinstance(options, dict)), None)
