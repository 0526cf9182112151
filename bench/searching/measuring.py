"""What searching costs a reader: bytes to the first result, and the time from a key to its result."""

from __future__ import annotations

from random import Random
from statistics import median, quantiles
from typing import Any, Final

from playwright.sync_api import Browser

from bench.corpus import SEED
from bench.place import tree_of
from bench.searching.browser import asking, exploring, fetched, slow_down, typed
from bench.searching.engines import Engine
from bench.searching.taking import taken

FIRST: Final = ("energi", "bredband landsbygd", "kulturprojekt", "naringsliv", "digitaliserng", "folkhälsa Karlskoga")
"""What is asked first, each in a fresh browser: common and rare words, two words, without dots, misspelt."""
SLOWED: Final = 4
PROFILES: Final = {"desktop": 1, "slowed": SLOWED}
"""How many times slower the processor is made."""
_TYPED: Final = 25
_LONGEST: Final = 40.0
"""Seconds of typing for one engine and profile; a slow one has typed less when they are over."""
_TWENTIETHS: Final = 20


def keystrokes(texts: list[str]) -> list[str]:
    """Give what stands in the field after each key, for some of the texts."""
    drawn = Random(f"{SEED}/typed").sample(texts, min(_TYPED, len(texts)))  # noqa: S311 - drawn texts, no secret
    return [text[:end] for text in drawn for end in range(1, len(text) + 1) if text[end - 1].strip()]


def published(engine: Engine) -> dict[str, int]:
    """Give the files of an engine's index, and their bytes."""
    tree = tree_of(engine.published)
    return {"files": tree.files, "bytes": tree.bytes}


def ours_measured(browser: Browser, engine: Engine, keys: list[str]) -> dict[str, Any]:
    """Measure our engine without a page around it, as the peers are, and in the real page of the site.

    The bytes to the first result are those that the real page fetches. Every decision is taken home in each form.
    """
    sizes, page_typing = [], {}
    for text in FIRST:
        with exploring(browser, engine, f"?q={text}") as page:
            sizes.append(fetched(page))
    for profile, times in PROFILES.items():
        with exploring(browser, engine, "") as page:
            slow_down(page, times)
            page_typing[profile] = _spread(typed(page, keys, _LONGEST))
    with exploring(browser, engine, "") as page:
        files = taken(page)
    asked = _asked(browser, engine, keys)
    return {**published(engine), "first": _sizes(sizes), **asked, "page": page_typing, "taken": files}


def peer_measured(browser: Browser, engine: Engine, keys: list[str]) -> dict[str, Any]:
    """Measure a peer, without any page around it."""
    sizes = []
    for text in FIRST:
        with asking(browser, engine) as asked:
            asked.answers([text])
            sizes.append(asked.transferred)
        if engine.script == "lunr.js":
            break
    return {**published(engine), "first": _sizes(sizes), **_asked(browser, engine, keys)}


def _asked(browser: Browser, engine: Engine, keys: list[str]) -> dict[str, Any]:
    """Ask what stands in a field after each key; ``ready`` is the seconds before an engine can be asked at all."""
    typing, ready = {}, 0.0
    for profile, times in PROFILES.items():
        with asking(browser, engine) as asked:
            ready = asked.ready
            asked.slowed(times)
            typing[profile] = _spread([took for _, took in asked.answers(keys, _LONGEST)])
    return {"typing": typing, "ready": round(ready, 2)}


def _sizes(sizes: list[int]) -> dict[str, int]:
    return {"median": round(median(sizes)), "most": max(sizes)}


def _spread(seconds: list[float]) -> dict[str, float]:
    parts = quantiles(seconds, n=_TWENTIETHS, method="inclusive")
    return {"keys": len(seconds), "p50": round(1000 * median(seconds), 1), "p95": round(1000 * parts[-1], 1)}
