"""Renders the theme once per depth and tab, and joins pages into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from funding.digests import digest
from funding.engine.assets import Assets
from funding.engine.policy import policy_for
from funding.engine.ready_page import ReadyPage
from funding.engine.shell import MARKS, Shell, Slots, cut, slots_of
from funding.engine.tabs import Tab, current_tab
from funding.pages.page import NOT_FOUND, Page, PageSource


class Shells:
    """The theme's shells of one build.

    Without ``guarded`` the pages carry no content security policy: the script of a live preview is inline.
    """

    def __init__(  # noqa: PLR0913 - what a theme is rendered with, each from another source
        self,
        env: jinja2.Environment,
        config: MkDocsConfig,
        nav: Navigation,
        tabs: Sequence[Tab],
        assets: Assets,
        *,
        guarded: bool,
    ) -> None:
        self._template = env.get_template("main.html")
        self._config = config
        self._nav = nav
        self._tabs = tabs
        self._assets = assets
        self._guarded = guarded
        self._policies: dict[str, str] = {}
        self._site_url = str(config.site_url)
        self._site_name = str(config.site_name)
        self._shells: dict[tuple[str, Tab | None], tuple[Shell, str]] = {}

    def join(self, url: str, page: Page) -> str:
        """Give the whole HTML of a page that MkDocs does not know."""
        return self._around(url)[0].join(self.slots(url, page))

    def slots(self, url: str, page: Page) -> Slots:
        """Fill the slots of the page at an address."""
        return slots_of(page, url, site_name=self._site_name, site_url=self._site_url, assets=self._assets)

    def ground(self, url: str) -> str:
        """Give a digest of all that stands around a page."""
        return self._around(url)[1]

    def make_ready(self, urls: Iterable[str]) -> None:
        """Render what stands around some pages; of those that lie in one folder one tells for all, or nearly."""
        for url in {url.rstrip("/").rpartition("/")[0]: url for url in urls}.values():
            self._around(url)

    def _around(self, url: str) -> tuple[Shell, str]:
        """Give the shell of a page, and the digest of all that stands around the page."""
        base_url = urlsplit(self._site_url).path or "/" if url == NOT_FOUND else _way_up(url)
        key = (base_url, current_tab(self._tabs, url))
        if key not in self._shells:
            shell = cut(self._render(*key, self.policy(base_url)))
            self._shells[key] = shell, digest(self._site_name, self._site_url, shell.ground)
        return self._shells[key]

    def policy(self, base_url: str) -> str:
        """Give the policy of a page; the theme's inline scripts differ only by its way to the root.

        Only they may run: a script that comes with a page's content is in no policy.
        """
        if not self._guarded:
            return ""
        if base_url not in self._policies:
            self._policies[base_url] = policy_for(self._render(base_url, None, ""))
        return self._policies[base_url]

    def _render(self, base_url: str, current: Tab | None, policy: str) -> str:
        depth = base_url.count("..")
        blank = PageSource("-/" * depth, lambda: Page("", "", Markup()))
        page = ReadyPage(blank, self._config, {})
        page.read_source(self._config)
        page.content = MARKS.content
        context = get_context(self._nav, (), self._config, page)
        return self._template.render(
            {**context, "base_url": base_url, "slots": MARKS, "policy": policy, "current": current}
        )


def _way_up(url: str) -> str:
    return "/".join([".."] * url.count("/")) or "."
