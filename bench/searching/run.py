"""Measures searching: ``python -m bench.searching.run [SIZE...]`` adds ``search`` to ``bench/results.json``.

The judged queries are asked over a corpus of their own size; bytes and times are measured in each size. A peer that
cannot be run, or not at a size, is left out and named. No engine is waited for longer than its time; what that cuts
short is told in the results.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser

from bench.corpus import AS_OF
from bench.judged.corpus import COUNT, write_corpus
from bench.judged.facts import Facts
from bench.judged.gathered import gather, gather_second, gather_third
from bench.judged.metrics import Quality, quality
from bench.machine import commit
from bench.ours import our_works
from bench.place import Place, remove, workplace
from bench.run import RESULTS
from bench.searching.browser import asking, browsing
from bench.searching.engines import MAKERS, Engine, chromium, lacking
from bench.searching.measuring import keystrokes, ours_measured, peer_measured
from bench.size_run import FailedWorkError, measured
from funding.check import check
from funding.labels import Words
from funding.project import find_project

MOST_FOR_PEERS: Final = 10_000
JUDGED_ONLY: Final = frozenset({"stemmed"})
"""An engine that is the same as another but for its answers."""


def judge(root: Path, browser: Browser) -> tuple[dict[str, Any], list[str]]:
    """Ask every engine all sets of judged queries; give what each reached by kind, and the texts of the first set."""
    place = Place(root / "judged", COUNT)
    write_corpus(place.project)
    _build(place)
    facts = _facts(place.project)
    sets = {"first": gather(facts), "second": gather_second(facts), "third": gather_third(facts)}
    reached: dict[str, dict[str, Any]] = {name: {} for name in sets}
    cut: list[str] = []
    for name in MAKERS:
        if lacking(name) is None:
            with asking(browser, _made(name, place)) as asked:
                _say(f"{COUNT} decisions: {name} is judged")
                told = {
                    set_: [ids for ids, _ in asked.answers([query.text for query in queries])]
                    for set_, queries in sets.items()
                }
            if all(len(told[set_]) == len(queries) for set_, queries in sets.items()):
                for set_, queries in sets.items():
                    reached[set_][name] = _rounded(quality(zip(queries, told[set_], strict=True)))
            else:
                cut.append(name)
    remove(place.root)
    told_of = {set_: {"queries": len(queries), "engines": reached[set_]} for set_, queries in sets.items()}
    return {"decisions": COUNT, **told_of, "cut": cut}, [query.text for query in sets["first"]]


def _rounded(told: dict[str, Quality]) -> dict[str, Any]:
    return {kind: {key: round(value, 4) for key, value in asdict(one).items()} for kind, one in told.items()}


def size_up(root: Path, size: int, browser: Browser, texts: list[str]) -> dict[str, Any]:
    """Measure every engine over a corpus of a size."""
    place, keys = Place(root / str(size), size), keystrokes(texts)
    place.prepare()
    _build(place)
    engines: dict[str, Any] = {}
    left_out: dict[str, str] = {}
    for name in (name for name in MAKERS if name not in JUDGED_ONLY):
        missing = lacking(name)
        if missing or (size > MOST_FOR_PEERS and name != "ours"):
            left_out[name] = "lacking" if missing else "too large"
            continue
        _say(f"{size} decisions: {name}")
        try:
            engine = _made(name, place)
        except subprocess.TimeoutExpired:
            left_out[name] = "too slow"
            continue
        engines[name] = (ours_measured if name == "ours" else peer_measured)(browser, engine, keys)
    remove(place.root)
    return {"size": size, "keys": len(keys), "engines": engines, "left_out": left_out}


def _build(place: Place) -> None:
    _say(f"{place.root.name}: build")
    measured(next(work for work in our_works(place) if work.name == "build"), 0)


def _made(name: str, place: Place) -> Engine:
    work = place.root / "search"
    work.mkdir(exist_ok=True)
    return MAKERS[name](place.site, work)


def _facts(folder: Path) -> Facts:
    project = find_project(folder)
    register = check(project.root, project.options, Words(project.options.lang), date.fromisoformat(AS_OF)).register
    return Facts(register)


def _say(text: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} search: {text}\n")


def run_all(sizes: list[int]) -> dict[str, Any]:
    """Measure everything.

    Raises:
        FailedWorkError: if our build fails.
    """
    begun = {"date": datetime.now(UTC).date().isoformat(), "commit": commit()}
    with workplace() as (root, _), browsing() as browser:
        judged, texts = judge(root, browser)
        return {**begun, "judged": judged, "sizes": [size_up(root, size, browser, texts) for size in sizes]}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.searching.run", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000], metavar="SIZE", help="how many decisions")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the results that are added to")
    given = parser.parse_args()
    if chromium() is None:
        parser.exit(0, "searching is not measured: Chromium is missing; sudo apt-get install chromium\n")
    try:
        found = run_all(given.sizes)
    except FailedWorkError as error:
        parser.exit(1, f"{error}\n")
    results = json.loads(given.results.read_text("utf-8"))
    results["search"] = found
    given.results.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
