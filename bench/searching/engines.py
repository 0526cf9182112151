"""The search engines: what each needs before it can be asked, and what it publishes for browsers."""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import material  # type: ignore[import-untyped]  # the theme has no types; only its folder is asked for

PAGES: Final = Path(__file__).parent / "pages"
_MATERIAL: Final = Path(material.__file__).parent / "templates/assets/javascripts"
_RECORD: Final = "article.decision"
_FIELDS: Final = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1_000_000.0}}
_SEPARATOR: Final = r'[\s\-,:!=\[\]()"/]+|(?!\b)(?=[A-Z][a-z])|\.(?!\d)|&[lg]t;'
"""Where words part: the theme's own advice for texts with signs and numbers in them."""
_LONGEST: Final = 120.0
"""Seconds that a peer may take to make its index."""
_VOID: Final = {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "rect", "path", "line", "circle"}


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine. ``script`` is its file in :data:`PAGES`, ``given`` what its start is given.

    ``published`` is the folder that holds nothing but its index; ``folders`` are what its page reads, by name.
    """

    name: str
    script: str
    given: Mapping[str, str]
    published: Path
    folders: Mapping[str, Path]


Maker = Callable[[Path, Path], Engine]


def ours(site: Path, _: Path) -> Engine:
    """Give our engine, from a built site."""
    scripts = next(site.glob("assets/funding.*/search")).relative_to(site).as_posix()
    return Engine("ours", "ours.js", {"scripts": scripts}, site / "search", {"site": site})


def pagefind(site: Path, work: Path) -> Engine:
    """Let Pagefind index the decisions of a built site, each page's own part only.

    Raises:
        subprocess.TimeoutExpired: if it takes too long.
    """
    output = work / "pagefind"
    program = importlib.import_module("pagefind_bin").get_executable()
    command = (
        str(program), "--site", str(site), "--output-path", str(output), "--glob", "beslut/2*/*/index.html",
        "--root-selector", _RECORD, "--force-language", "sv", "--quiet",
    )  # fmt: skip
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=_LONGEST)  # noqa: S603 - the peer's own command
    return Engine("pagefind", "pagefind.js", {}, output, {"pagefind": output})


def lunr(site: Path, work: Path) -> Engine:
    """Write the index file of Material's search for the decisions of a built site, as the theme does by itself."""
    return _lunr(site, work / "lunr", "lunr", ["stopWordFilter"])


def stemmed(site: Path, work: Path) -> Engine:
    """Write the same with the Swedish stemmer."""
    return _lunr(site, work / "stemmed", "stemmed", ["stemmer", "stopWordFilter"])


def _lunr(site: Path, output: Path, name: str, pipeline: list[str]) -> Engine:
    output.mkdir()
    config = {"lang": ["sv"], "separator": _SEPARATOR, "pipeline": pipeline, "fields": _FIELDS}
    docs = [_record(page) for page in sorted(site.glob("beslut/2*/*/index.html")) if "sida-" not in page.parent.name]
    told = {"config": config, "docs": docs, "options": {"suggest": False}}
    (output / "search_index.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    worker = next(_MATERIAL.glob("workers/search.*.min.js")).relative_to(_MATERIAL).as_posix()
    return Engine(name, "lunr.js", {"worker": worker}, output, {"lunr": output, "material": _MATERIAL})


MAKERS: Final[Mapping[str, Maker]] = {"ours": ours, "pagefind": pagefind, "lunr": lunr, "stemmed": stemmed}


def lacking(name: str) -> str | None:
    """Say how what an engine needs is installed, if it is not there."""
    if name == "pagefind" and importlib.util.find_spec("pagefind_bin") is None:
        return "make .venv/bench.stamp"
    return None


def chromium() -> str | None:
    """Find the distribution's Chromium, the one that people use before its shell without windows."""
    names = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
    return next((path for name in names if (path := shutil.which(name))), None)


class _Article(HTMLParser):
    """Reads the title and the text of a decision out of its page."""

    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.text: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._open or (tag, ("class", "decision")) in {(tag, attr) for attr in attrs if tag == "article"}:
            if tag not in _VOID:
                self._open.append(tag)
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.pop()
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        if "h1" in self._open:
            self.title.append(data)
        elif self._open:
            self.text.append(data)


def _record(page: Path) -> dict[str, Any]:
    article = _Article()
    article.feed(page.read_text("utf-8"))
    id_ = "/".join(page.parts[-3:-1])
    title, text = (re.sub(r"\s+", " ", "".join(kept)).strip() for kept in (article.title, article.text))
    return {"location": id_, "title": title, "text": text}
