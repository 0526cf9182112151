"""The engine's face: MkDocs' events, in their order, turn an edition into a site's folder."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, get_relative_url
from mkdocs.utils.templates import TemplateContext

from funding.cache import FOLDER as CACHES
from funding.cache import Cache
from funding.engine import contents, dress
from funding.engine.assets import Assets, read_assets
from funding.engine.edition import Edition, Speech
from funding.engine.fault import Fault
from funding.engine.handwritten import page_of
from funding.engine.last_site import SITE_CACHE, LastSite, load_last_site, save_last_site
from funding.engine.links import UnknownLink, resolve
from funding.engine.part import VARIABLE, Part, parse_part
from funding.engine.preview import Preview
from funding.engine.print_run import begin_folders, print_edition
from funding.engine.ready_page import ReadyPage
from funding.engine.shells import Shells
from funding.engine.staging import Staging, said_by_disk
from funding.engine.tabs import Tab, current_tab, tabs_of
from funding.engine.watching import Watcher, require_free, watch
from funding.progress import shown
from funding.workers import Errand, LostWorkerError

log = get_plugin_logger("funding")

ASSETS = Path(__file__).parent.parent / "assets"

FEWEST_ALONE = 100_000
"""From how many files on nothing is worked out beside the pages: what works there makes half of all memory its own."""


class Press:
    """Prints editions: one in a build, one after each saved file in a live preview.

    Its methods are MkDocs' events; they are called in the order in which they stand here.
    """

    _speech: Speech
    _part: Part
    _edition: Edition
    _assets: Assets
    _nav: Navigation
    _tabs: tuple[Tab, ...]
    _env: jinja2.Environment
    _shells: Shells
    _cache: Cache
    _last: LastSite

    def __init__(self, *, live: bool) -> None:
        self._preview = Preview() if live else None
        self._watcher = Watcher()
        self._compiled = dress.Compiled() if live else None
        self._staging: Staging | None = None
        self._begun: Errand[None] | None = None
        self._unknown_links: list[UnknownLink] = []

    def clear(self, config: MkDocsConfig, speech: Speech, sources: Iterable[Path]) -> None:
        """Start a build, before anything else is looked at: a folder of its own for the site.

        What a killed build left is mended here, whatever the build itself comes to. ``sources`` are what the site is
        made from besides ``docs_dir`` and the configuration; a live preview watches them from here on, and misses
        nothing that is saved while it starts.

        Raises:
            PluginError: if the site's folder is not ours to replace, or another build is under way.
        """
        self._speech = speech
        with self._worded():
            dress.require_config_file(config)
        if self._preview:
            self._watcher.begin(sources)
            self._watcher.rest()
            return
        settings = Path(config.config_file_path)
        made_from = [Path(config.docs_dir), settings, settings.parent / CACHES, *sources]
        with self._worded():
            self._part = parse_part(os.environ.get(VARIABLE, "1/1"))
            self._staging = Staging(self._part.beside(Path(config.site_dir)), made_from)
        config.site_dir = str(self._staging.folder)

    def begin(self, edition: Edition, config: MkDocsConfig) -> None:
        """Prepare the theme as the product needs it, and begin what can be worked out meanwhile.

        Raises:
            PluginError: if the project's configuration cannot work.
        """
        self._edition = edition
        self._unknown_links = []
        self._assets = read_assets(ASSETS)
        with self._worded():
            dress.require_workable(config)
        if self._preview:
            self._preview.close()
        dress.configure(config.theme, edition, self._assets)
        if self._staging:
            self._cache = Cache(Path(config.config_file_path).parent, SITE_CACHE, ())
            self._last = load_last_site(self._cache, self._staging.site)
            if self._last.ground == edition.ground and len(self._last.seals) < FEWEST_ALONE:
                self._begun = begin_folders(edition, self._part)

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add the overview pages and our assets, take away what the theme brings in vain.

        Raises:
            PluginError: if a file of the project stands where a page is made, or one that the footer links to is
                missing.
        """
        contents.drop_unused(files, config)
        contents.add_assets(files, config, self._assets)
        if config.nav is None:
            config.nav = contents.navigation(files, self._edition)
        with self._worded():
            contents.add_overviews(files, config, self._edition, named=self._preview is not None)
            contents.require_footer_pages(files, self._edition)

    def set_navigation(self, nav: Navigation) -> None:
        """Keep the navigation that every page shows."""
        self._nav = nav

    def resolve_links(self, html: str, page: Page) -> str:
        """Lead the links of a hand-written page to what the site makes."""
        if isinstance(page, ReadyPage):
            return html
        html, unknown = resolve(
            html,
            page.file.src_uri,
            kinds=self._edition.link_kinds,
            targets=self._edition.links,
            relative=lambda url: get_relative_url(url, page.url),
        )
        self._unknown_links += unknown
        return html

    def dress(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Make the theme's environment ours; all pages have been read, none is rendered.

        Raises:
            PluginError: if a hand-written page links to what is not there; a live preview shows it instead.
        """
        if self._unknown_links and not self._preview:
            raise PluginError("\n".join(self._unknown_link(unknown) for unknown in self._unknown_links))
        self._env = env
        self._tabs = tabs_of(self._nav)
        dress.mend(env, config.theme, self._compiled)
        dress.furnish(env, self._edition, self._assets, self._tabs, self._unknown_links)
        self._shells = Shells(env, config, self._nav, self._tabs, self._assets, guarded=self._preview is None)
        contents.leave_out_named(files)

    def surround(self, context: TemplateContext, page: Page, config: MkDocsConfig) -> TemplateContext:
        """Give the template of a page what a shell is given."""
        ours = page.made if isinstance(page, ReadyPage) else page_of(page, self._env, config)
        given = {
            "slots": self._shells.slots(page.url, ours),
            "policy": self._shells.policy(context["base_url"]),
            "current": current_tab(self._tabs, page.url),
        }
        return {**context, **given}  # type: ignore[typeddict-item]  # MkDocs' type lists only its own names

    def finish(self, config: MkDocsConfig) -> None:
        """Write what MkDocs does not know of and publish the site; a live preview waits to be asked for it.

        Nothing is published when MkDocs is about to abort over a warning under ``--strict``.

        Raises:
            PluginError: if two things would stand at one address.
        """
        folder = Path(config.site_dir)
        if self._preview:
            self._preview.open(folder, contents.rooms(self._edition, self._shells))
            self._watcher.go_on()
        elif self._staging:
            self._publish(self._edition, self._staging, config)

    def _publish(self, edition: Edition, staging: Staging, config: MkDocsConfig) -> None:
        with self._worded():
            with shown(sys.stderr, self._progress) as progress:
                seals = print_edition(
                    edition,
                    self._shells,
                    self._part,
                    folder=staging.folder,
                    last=self._last,
                    progress=progress,
                    begun=self._begun,
                )
            if _strict_will_abort():
                return
            staging.publish()
        save_last_site(self._cache, staging.site, edition.ground, seals)
        config.site_dir = str(staging.site)
        self.abandon()

    def _progress(self, done: str, total: str) -> str:
        return self._speech.text("engine.progress", done=done, total=total)

    def abandon(self) -> None:
        """Leave the old site as it is, remove what was begun, and let other builds in; may be called again.

        Raises:
            PluginError: if the disk refuses.
        """
        if self._begun:
            self._begun.dismiss()
        if self._staging:
            with self._worded():
                self._staging.close()

    def fail(self, error: Exception) -> None:
        """Abandon a build that an error has ended.

        Raises:
            PluginError: if the disk refused something, on our way or on MkDocs' own; it says what.
        """
        self._watcher.go_on()
        if self._staging and isinstance(error, OSError) and error.errno:
            log.debug("What the disk refused", exc_info=error)
            with self._worded():
                self.abandon()
                raise said_by_disk(error, self._staging.site) from error
        self.abandon()

    def serve(self, server: LiveReloadServer, watched: Iterable[Path]) -> None:
        """Answer a live preview's requests, and rebuild when something below ``watched`` is saved.

        Raises:
            PluginError: if the address is another's.
        """
        with self._worded():
            require_free(server)
        if self._preview:
            server.set_app(self._preview.wrap(server.serve_request, server.mount_path))
            watch(server, self._watcher, watched)

    @contextmanager
    def _worded(self) -> Iterator[None]:
        try:
            yield
        except Fault as fault:
            raise PluginError(self._speech.text(fault.key, **fault.details)) from fault
        except LostWorkerError as lost:
            raise PluginError(self._speech.text("project.worker_lost", signal=lost.signal)) from lost

    def _unknown_link(self, unknown: UnknownLink) -> str:
        return self._speech.text("engine.unknown_link", path=unknown.path, link=unknown.link)


def is_live(command: str) -> bool:
    """Tell whether each saved file is to be shown. MkDocs tells its plugins only the command.

    ``serve --no-livereload`` is a build that is served: nothing could render its pages when they are asked for.
    """
    return command == "serve" and "--no-livereload" not in sys.argv


def _strict_will_abort() -> bool:
    """Say whether MkDocs counts warnings, which it does only under ``--strict``, and has counted any."""
    logger = logging.getLogger(CountHandler.__module__.partition(".")[0])
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in logger.handlers)
