"""What searching costs a reader: bytes to the first result, and the time from a key to its result."""

from __future__ import annotations

from random import Random
from statistics import median, quantiles
from typing import Any, Final

from playwright.sync_api import Browser

from bench.corpus import SEED
from bench.place import tree_of
from bench.searching.browser import Fetched, asking, exploring, fetched, slow_down, typed
from bench.searching.engines import Engine
from bench.searching.taking import taken

FIRST: Final = ("energi", "bredband landsbygd", "kulturprojekt", "naringsliv", "digitaliserng", "folkhälsa Karlskoga")
"""What is asked first, each in a fresh browser: common and rare words, two words, without dots, misspelt."""
SLOWED: Final = 4
PROFILES: Final = {"desktop": 1, "slowed": SLOWED}
"""How many times slower the processor is made."""
_TYPED: Final = 25
TYPING: Final = 12.0
"""Seconds of typing for one engine and profile; a slow one has typed less when they are over."""
_TWENTIETHS: Final = 20
_LEAST: Final = 2


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
    sizes, wholes, page_typing = [], [], {}
    for text in FIRST:
        with exploring(browser, engine, f"?q={text}") as page:
            search, whole = fetched(page)
            sizes.append(search)
            wholes.append(whole)
    for profile, times in PROFILES.items():
        with exploring(browser, engine, "") as page:
            slow_down(page, times)
            page_typing[profile] = _spread(typed(page, keys, TYPING))
    with exploring(browser, engine, "") as page:
        files = taken(page)
    asked = _asked(browser, engine, keys)
    return {
        **published(engine),
        "first": _sizes(sizes),
        "whole": _sizes(wholes),
        **asked,
        "page": page_typing,
        "taken": files,
    }


def peer_measured(browser: Browser, engine: Engine, keys: list[str]) -> dict[str, Any]:
    """Measure a peer, without any page around it; one that is not ready in time is tried once."""
    sizes = []
    for text in FIRST:
        with asking(browser, engine) as asked:
            asked.answers([text])
            sizes.append(asked.transferred)
            late = asked.ready is None
        if late or engine.script == "lunr.js":
            break
    if late:
        return {**published(engine), "first": _sizes(sizes), "typing": dict.fromkeys(PROFILES), "ready": None}
    return {**published(engine), "first": _sizes(sizes), **_asked(browser, engine, keys)}


def _asked(browser: Browser, engine: Engine, keys: list[str]) -> dict[str, Any]:
    """Ask what stands in a field after each key; ``ready`` is the seconds before an engine can be asked at all."""
    typing: dict[str, dict[str, float] | None] = {}
    ready: float | None = None
    for profile, times in PROFILES.items():
        with asking(browser, engine) as asked:
            ready = asked.ready
            asked.slowed(times)
            typing[profile] = _spread([took for _, took in asked.answers(keys, TYPING)])
    return {"typing": typing, "ready": None if ready is None else round(ready, 2)}


def _sizes(sizes: list[Fetched]) -> dict[str, int]:
    sent, raw = [size.sent for size in sizes], [size.raw for size in sizes]
    return {"median": round(median(sent)), "most": max(sent), "raw": round(median(raw)), "most_raw": max(raw)}


def _spread(seconds: list[float]) -> dict[str, float] | None:
    """Tell how many keys there were and how long half of them took, and 95 of 100; nothing of fewer than two."""
    if len(seconds) < _LEAST:
        return None
    parts = quantiles(seconds, n=_TWENTIETHS, method="inclusive")
    return {"keys": len(seconds), "p50": round(1000 * median(seconds), 1), "p95": round(1000 * parts[-1], 1)}
