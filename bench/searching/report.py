"""What the page of results says of searching, and the targets that it must reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from bench.figures import kilobytes, megabytes, number, seconds
from bench.judged import second, third
from bench.searching.browser import LONGEST, READY
from bench.searching.measuring import TYPING
from bench.targets import MAIN, NOT_MEASURED, Target

NAMES: Final = {
    "ours": "Vår sökning",
    "pagefind": "Pagefind",
    "lunr": "Materials sökning (lunr)",
    "stemmed": "Materials sökning med svensk stammare",
}
"""The engines by their names on the page, in its order."""
KINDS: Final = {
    "inflection": "annan böjning",
    "halves": "sammansatt ord skrivet som två",
    "joined": "två ord skrivna som ett",
    "part": "del av sammansatt ord",
    "undotted": "utan prickar",
    "typo": "felskrivet",
    "synonym": "annat ord för samma sak",
    "several": "flera ord",
    "phrase": "fras",
    "name": "namn",
    "number": "diarienummer och organisationsnummer",
    "condition": "villkor",
    "theme": "tema",
    "place": "plats",
    "question": "fråga i löpande ord",
    "beginning": "början av ord",
}
"""The kinds of judged queries, as the page names them."""
_FIRST: Final = {MAIN: 150_000, 50_000: 300_000}
_KEY: Final = {"desktop": 50, "slowed": 150}
_PROFILES: Final = {"desktop": "vanlig dator", "slowed": "fyra gånger långsammare processor"}
_WHY: Final = {
    "lacking": "programmet saknas på datorn",
    "too large": "de andra sökningarna mäts inte med så många beslut",
    "too slow": "det tog för lång tid att göra dess index",
}
_MOST_FILES, _MOST_A_DECISION, _GREAT = 500, 2_000, 50_000
_RECALL, _RANK = 0.95, 0.85
_LONGEST_TAKEN: Final = 2.0
"""Seconds that a workbook of all decisions may take."""
FORMS: Final = {
    "xlsx": "Excel (XLSX)",
    "csv-excel": "CSV för svenska Excel",
    "csv": "CSV för program",
    "json": "JSON",
}
"""The forms of file that a reader can take home, as the page names them."""

Search = Mapping[str, Any]


def search_targets(search: Search | None) -> Iterator[Target]:
    """Give the targets of searching; what was not measured is neither met nor missed."""
    sizes = {size["size"]: size["engines"]["ours"] for size in (search["sizes"] if search else ())}
    for size, limit in _FIRST.items():
        name, most = f"Hämtat till första sökresultatet, {number(size)} beslut", f"högst {kilobytes(limit)}"
        told = int(sizes[size]["first"]["most"]) if size in sizes else None
        yield _target(name, most, None if told is None else kilobytes(told), met=told is not None and told <= limit)
    for profile, limit in _KEY.items():
        name = f"Från tangent till resultat, 95 av 100, {_PROFILES[profile]}, {number(MAIN)} beslut"
        late = float(sizes[MAIN]["page"][profile]["p95"]) if MAIN in sizes else None
        yield _target(name, f"högst {limit} ms", _ms(late), met=late is not None and late <= limit)
    took = float(sizes[MAIN]["taken"]["xlsx"]["seconds"]) if MAIN in sizes else None
    name, most = f"Excelfil med {number(MAIN)} beslut", f"högst {seconds(_LONGEST_TAKEN)}"
    yield _target(name, most, None if took is None else seconds(took), met=took is not None and took <= _LONGEST_TAKEN)
    yield from _files(sizes.get(_GREAT))
    yield from _judged(search)


def _files(great: Mapping[str, Any] | None) -> Iterator[Target]:
    files, name = f"Sökindexets filer, {number(_GREAT)} beslut", f"Sökindexets storlek, {number(_GREAT)} beslut"
    limits = f"högst {_MOST_FILES}", f"högst {kilobytes(_MOST_A_DECISION)} per beslut"
    if great is None:
        yield from (Target(one, limit, NOT_MEASURED, "–") for one, limit in zip((files, name), limits, strict=True))
        return
    each = great["bytes"] / _GREAT
    yield _target(files, limits[0], number(great["files"]), met=great["files"] <= _MOST_FILES)
    yield _target(name, limits[1], kilobytes(each), met=each <= _MOST_A_DECISION)


def _judged(search: Search | None) -> Iterator[Target]:
    engines = search["judged"]["first"]["engines"] if search else {}
    for figure, name, least in (
        ("recall", "Rätt beslut bland de tio första", _RECALL),
        ("mrr", "Första rätta beslutets plats (MRR)", _RANK),
    ):
        told = {engine: one["all"][figure] for engine, one in engines.items()}
        ours = told.pop("ours", None)
        shown = None if ours is None else number(ours, 2)
        yield _target(name, f"minst {number(least, 2)}", shown, met=ours is not None and ours >= least)
        best = max(told.values(), default=None)
        both = None if ours is None or best is None else f"{number(ours, 2)} mot {number(best, 2)}"
        yield _target(f"{name}, mot de andra", "bättre", both, met=both is not None and ours > best)


def _target(name: str, limit: str, told: str | None, *, met: bool) -> Target:
    return Target(name, limit, NOT_MEASURED, "–") if told is None else Target(name, limit, told, "ja" if met else "nej")


def search_section(search: Search | None) -> dict[str, Any] | None:
    """Give what the page's part about searching is made of; nothing where it was not measured."""
    if search is None:
        return None
    judged = search["judged"]
    names = [name for name in NAMES if name in judged["first"]["engines"]]
    return {
        "date": search["date"],
        "commit": search["commit"],
        "decisions": number(judged["decisions"]),
        "names": [NAMES[name] for name in names],
        **{set_: _set(judged[set_], names) for set_ in ("first", "second", "third")},
        "untuned": {
            set_: _quality(dict(zip(("recall", "mrr"), run, strict=True)))
            for set_, run in (("second", second.FIRST_RUN), ("third", third.FIRST_RUN))
        },
        "cut": [
            f"{NAMES[name]} hann inte svara på alla frågor på {number(LONGEST)} sekunder och är inte bedömd."
            for name in judged["cut"]
        ],
        "sizes": [_size(size) for size in search["sizes"]],
    }


def _set(told: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {
        "queries": number(told["queries"]),
        "kinds": [
            {"name": label, "cells": [_quality(told["engines"][name][kind]) for name in names]}
            for kind, label in {"all": "Alla", **KINDS}.items()
            if kind in told["engines"]["ours"]
        ],
    }


def _size(size: Mapping[str, Any]) -> dict[str, Any]:
    rows = [_row(NAMES[name], size["engines"][name]) for name in NAMES if name in size["engines"]]
    ours = size["engines"]["ours"]["page"]
    return {
        "count": number(size["size"]),
        "rows": rows,
        "page": [
            f"{_PROFILES[profile]}: hälften av tangenterna inom {_ms(one['p50'])}, 95 av 100 inom {_ms(one['p95'])}"
            for profile, one in ours.items()
        ],
        "taken": [
            f"{FORMS[form]}: {seconds(one['seconds'])}, {megabytes(one['bytes'])}"
            for form, one in size["engines"]["ours"]["taken"].items()
        ],
        "whole": kilobytes(size["engines"]["ours"]["whole"]["most"]),
        "left_out": [f"{NAMES[name]} är inte med här: {_WHY[why]}." for name, why in size["left_out"].items()],
        "cut": [line for name in NAMES if name in size["engines"] for line in _cut(name, size)],
    }


def _cut(name: str, size: Mapping[str, Any]) -> Iterator[str]:
    """Say what was not waited for."""
    engine = size["engines"][name]
    if engine["ready"] is None:
        yield f"{NAMES[name]} kunde inte svara inom {number(READY)} sekunder. Därför saknas dess tider."
        return
    for profile, one in engine["typing"].items():
        keys = one["keys"] if one else 0
        if keys < size["keys"]:
            told = f"{number(keys)} av {number(size['keys'])} tangenter på {number(TYPING)} sekunder"
            yield f"{NAMES[name]} hann svara på {told} ({_PROFILES[profile]}). Tiderna gäller dem."


def _row(name: str, one: Mapping[str, Any]) -> dict[str, str]:
    return {
        "name": name,
        "index": f"{number(one['files'])} {'fil' if one['files'] == 1 else 'filer'}, {megabytes(one['bytes'])}",
        "first": f"{kilobytes(one['first']['median'])}, som mest {kilobytes(one['first']['most'])}",
        "raw": f"{kilobytes(one['first']['raw'])}, som mest {kilobytes(one['first']['most_raw'])}",
        "ready": "–" if one["ready"] is None else seconds(one["ready"]),
        **{
            profile: f"{_ms(typing['p50'])} och {_ms(typing['p95'])}" if typing else "–"
            for profile, typing in one["typing"].items()
        },
    }


def _quality(one: Mapping[str, float]) -> str:
    return f"{number(one['recall'], 2)} / {number(one['mrr'], 2)}"


def _ms(value: float | None) -> str | None:
    return None if value is None else f"{number(value)} ms"
