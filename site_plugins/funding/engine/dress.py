"""Material with our overrides: configured, mended, and given what its templates show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from funding.engine.assets import MARK, Assets
from funding.engine.contents import STOCK_FAVICON
from funding.engine.edition import Edition
from funding.engine.fault import Fault
from funding.engine.links import UnknownLink
from funding.engine.mends import MendingLoader
from funding.engine.tabs import Tab
from funding.pages.page import NOT_FOUND

TEMPLATES = Path(__file__).parent / "theme"


def require_config_file(config: MkDocsConfig) -> None:
    """See that the configuration is a file: what a site is made from lies beside it.

    Raises:
        Fault: if it was read from the standard input.
    """
    if not Path(config.config_file_path).is_file():
        raise Fault("engine.needs_config_file")


def require_workable(config: MkDocsConfig) -> None:
    """See that the project's configuration is one that the product can work with.

    Raises:
        Fault: naming the setting that it cannot work with.
    """
    if config.theme.name != "material":
        raise Fault("engine.needs_material")
    if not config.use_directory_urls:
        raise Fault("engine.needs_directory_urls")
    if not config.site_url:
        raise Fault("engine.needs_site_url")


def configure(theme: Theme, edition: Edition, assets: Assets) -> None:
    """Set what the product needs of the theme, whatever ``mkdocs.yml`` says of it.

    Fonts are local (``font`` would ask another host), colours come from our own style sheet. A region may have
    a logo and a favicon of its own.
    """
    theme.dirs.insert(theme.dirs.index(theme.custom_dir) + 1 if theme.custom_dir else 0, str(TEMPLATES))
    theme["language"] = edition.lang
    theme["font"] = False
    theme["palette"] = _palette(edition)
    theme.static_templates -= {NOT_FOUND, "sitemap.xml"}
    theme.setdefault("logo", assets.url(MARK))
    if theme["favicon"] == STOCK_FAVICON:
        theme["favicon"] = assets.url(MARK)


def _palette(edition: Edition) -> list[dict[str, Any]]:
    """Follow the system until a reader chooses; each toggle is named by what pressing it does."""
    looks = (
        ("(prefers-color-scheme)", "default", "material/brightness-auto", "engine.choose_light"),
        ("(prefers-color-scheme: light)", "default", "material/weather-sunny", "engine.choose_dark"),
        ("(prefers-color-scheme: dark)", "slate", "material/weather-night", "engine.choose_system"),
    )
    return [
        {
            "media": media,
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": icon, "name": edition.speech.text(name)},
        }
        for media, scheme, icon, name in looks
    ]


class Compiled(jinja2.BytecodeCache):
    """Keeps the theme's templates compiled from one edition to the next; Jinja compares their sources."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept of a template."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


def mend(env: jinja2.Environment, theme: Theme, compiled: Compiled | None) -> None:
    """Let the theme's templates be mended as they are loaded, and all addresses go by way of the site's root."""
    env.loader = MendingLoader(theme.dirs)
    env.bytecode_cache = compiled
    env.filters["url"] = from_root


def furnish(
    env: jinja2.Environment,
    edition: Edition,
    assets: Assets,
    tabs: Sequence[Tab],
    unknown: Sequence[UnknownLink],
) -> None:
    """Give the theme's templates what stands around every page."""
    env.globals.update(
        edition=edition,
        say=edition.speech.text,
        tabs=tabs,
        unknown_links=unknown,
        styles=assets.of_every_page(".css"),
        modules=assets.of_every_page(".js"),
    )


@jinja2.pass_context
def from_root(context: Mapping[str, Any], url: object) -> str:
    """Make an address of the site relative by way of the site's root, so that only a page's depth counts.

    MkDocs' own filter takes the shortest way, which differs between pages of one depth.
    """
    address = str(url)
    if urlsplit(address).scheme or address.startswith(("/", "#")):
        return address
    base = context["base_url"].rstrip("/")
    return f"{base}/{address}" if base != "." or not address else address
