"""The MkDocs plugin ``funding``: MkDocs' events call the stages in their order, nothing more."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.base import ConfigErrors, ConfigWarnings, LegacyConfig, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from funding import clock
from funding.catalogue import RULES, linked
from funding.check import Checked, Memory, check
from funding.check.collector import collector_dismissed, collector_paused
from funding.engine.edition import Edition, FooterLink
from funding.engine.handwritten import addresses_of
from funding.engine.press import Press, is_live
from funding.labels import Words
from funding.model.registers import Registers
from funding.options import Options, OptionsError, parse_options
from funding.pages.format import Format
from funding.pages.glossary import GLOSSARY, parse_glossary
from funding.pages.likeness import remembered
from funding.pages.links import ABOUT, ACCESSIBILITY, Kind
from funding.pages.site import Site, site_pages
from funding.problem import Severity
from funding.progress import shown
from funding.register import Register
from funding.reporters import ON_TERMINAL, REPORTERS
from funding.search import cache_of
from funding.source import SYNONYMS
from funding.workers import LostWorkerError

LAST = -100
log = get_plugin_logger("funding")


class FundingPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs types no class hook
    """Checks the decisions and publishes them; with an error in any of them a build publishes nothing."""

    _options: Options
    _words: Words
    _live: bool
    _press: Press
    _memory: Memory | None
    _recent: remembered.Recent | None
    _site: Site | None = None
    """What was last shown; a live preview keeps it while nothing new can be."""

    def __init__(self) -> None:
        self._until_end = ExitStack()

    def load_config(
        self,
        options: dict[str, Any],
        config_file_path: str | None = None,
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Type the options; each fault is an error of the configuration that names its option."""
        try:
            self._options = parse_options(options)
        except OptionsError as error:
            words = Words(error.lang)
            return [(fault.option, ValidationError(words.option_fault(fault))) for fault in error.faults], []
        self._words = Words(self._options.lang)
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep one press for the whole run: a live preview prints many editions."""
        self._live = is_live(command)
        self._press = Press(live=self._live)
        self._memory = Memory() if self._live else None
        self._recent = remembered.Recent() if self._live else None
        if not self._live:
            self._until_end.enter_context(collector_paused())

    def on_config(self, config: MkDocsConfig) -> None:
        """Make room for the site, check everything, then begin to print what is sound.

        Raises:
            PluginError: if there is an error in the data and this is no live preview, or if the build cannot start.
        """
        self._press.clear(config, self._words, _sources(config, self._options))
        day = self._today()
        checked = self._check(config, day)
        if checked.count(Severity.ERROR) and not self._live:
            raise self._stop(linked(checked, config.site_url))
        if warnings := checked.count(Severity.WARNING):
            log.info(Format(self._words).counted_text("engine.warnings", warnings))
        if _has_owner(checked) or self._site is None:
            self._site = self._make_site(checked, day, config)
        self._press.begin(_edition(self._site, checked, self._words, day), config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the overview pages."""
        self._press.add_files(files, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation."""
        self._press.set_navigation(nav)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Lead hand-written links to what the site makes."""
        return self._press.resolve_links(html, page)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Make the theme ours."""
        self._press.dress(env, config, files)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Give a page's template what ours needs."""
        return self._press.surround(context, page, config)

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the joined pages and publish the site."""
        self._press.finish(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it is, and say what the disk refused."""
        self._press.fail(error)

    def on_shutdown(self) -> None:
        """Leave the old site as it is when the run is broken off."""
        self._until_end.close()
        collector_dismissed()
        self._press.abandon()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
        """Render what is asked for, and rebuild when a decision, or the list of synonyms, is saved."""
        self._press.serve(server, _sources(config, self._options))
        collector_dismissed()

    def _today(self) -> date:
        try:
            return clock.today()
        except clock.DayError as error:
            raise PluginError(self._words.text("project.bad_day", given=error.given)) from error

    def _check(self, config: MkDocsConfig, day: date) -> Checked:
        try:
            with shown(
                sys.stderr, lambda done, total: self._words.text("project.reading", done=done, total=total)
            ) as told:
                return check(_root(config), self._options, self._words, day, memory=self._memory, progress=told)
        except LostWorkerError as error:
            raise PluginError(self._words.text("project.worker_lost", signal=error.signal)) from error

    def _make_site(self, checked: Checked, day: date, config: MkDocsConfig) -> Site:
        address = str(config.site_url)
        written = addresses_of(config)
        shown = checked.register if _has_owner(checked) else Register({}, (), Registers(), checked.register.own)
        kept = cache_of(_root(config))
        return site_pages(
            shown,
            self._options,
            self._words,
            day,
            address,
            handwritten=written,
            recent=self._recent,
            kept=kept,
            similar=remembered.cache_of(_root(config)),
            glossary=_glossary(Path(config.docs_dir) / GLOSSARY),
            synonyms=checked.synonyms,
        )

    def _stop(self, checked: Checked) -> PluginError:
        """Print the problems past MkDocs' log, which would wrap the lines under which the marks stand."""
        reporters = ON_TERMINAL if sys.stderr.isatty() else REPORTERS
        sys.stderr.write(reporters["text"](checked, self._words))
        return PluginError(self._words.text("engine.errors"))


def _glossary(page: Path) -> Mapping[str, str]:
    """Read the glossary of a project; one that has none explains no words."""
    return parse_glossary(page.read_text("utf-8")) if page.is_file() else {}


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _sources(config: MkDocsConfig, options: Options) -> list[Path]:
    """Give what a site is made from besides its pages and its configuration."""
    return [_root(config) / options.decisions, _root(config) / SYNONYMS]


def _has_owner(checked: Checked) -> bool:
    """Tell whether the site's own organisation can be read: without it a preview keeps what it showed, else nothing."""
    return checked.register.own in checked.register.lists.organisations


def _edition(site: Site, checked: Checked, words: Words, day: date) -> Edition:
    form = Format(words)
    footer_links = (("about", ABOUT), ("rules", RULES), ("accessibility", ACCESSIBILITY))
    return Edition(
        lang=words.lang,
        speech=words,
        overviews=site.overviews,
        sections=site.sections,
        folders=site.folders,
        links=site.targets,
        link_kinds=frozenset(Kind),
        footer_links=tuple(FooterLink(words.text(f"engine.{name}"), url) for name, url in footer_links),
        footer_notes=(form.say("engine.not_the_register"), form.say("engine.as_of", day=form.day(day))),
        ground=site.ground,
        make_ready=site.make_ready,
        problems=tuple(problem for problem in checked.problems if problem.severity is Severity.ERROR),
    )
