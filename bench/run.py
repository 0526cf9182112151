"""Runs the benchmark: ``python -m bench.run [--runs N] [SIZE...]`` measures and writes ``bench/results.json``.

What is known there of searching, which is measured by itself, stays.
In each size all works take turns, so that whatever else the machine does falls on all of them alike.
"""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench import profile
from bench.corpus import ALONE
from bench.machine import commit, machine, require_linux, versions
from bench.ours import our_works
from bench.peers.all import MOST_FOR_OTHERS
from bench.place import Place, remove, workplace
from bench.size_run import ENVIRONMENT, FailedWorkError, SizeRun, measured
from bench.sizes import same_pages

RESULTS: Final = Path(__file__).parent / "results.json"


def run_all(sizes: list[int], runs: int) -> dict[str, Any]:
    """Measure everything in every size.

    Raises:
        FailedWorkError: if a command of ours fails.
    """
    begun = {"date": datetime.now(UTC).date().isoformat(), "commit": commit()}
    with workplace() as (root, fast):
        small = _small_pages(root / "small")
        results = [_run_size(Place(root / str(size), size), runs, small) for size in sizes]
        profiled = max((size for size in sizes if size <= MOST_FOR_OTHERS), default=min(sizes))
        profiles = {"size": profiled, "steps": _profile(Place(root / "profile", profiled))}
    return {
        **begun,
        "machine": machine(),
        "versions": versions(),
        "ram_disk": fast,
        "runs": runs,
        "sizes": results,
        "profile": profiles,
    }


def _small_pages(root: Path) -> dict[str, str]:
    place = Place(root, ALONE)
    place.prepare()
    measured(next(work for work in our_works(place) if work.name == "build"), 0)
    return same_pages(place.site)


def _run_size(place: Place, runs: int, small: dict[str, str]) -> dict[str, Any]:
    one = SizeRun(place, small)
    for turn in range(runs):
        one.take_turn(turn)
    return one.result()


def _profile(place: Place) -> dict[str, float]:
    place.prepare()
    steps = profile.steps_of(place.project, ENVIRONMENT)
    remove(place.root)
    return steps


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument(
        "sizes", type=int, nargs="*", default=[1_000, 10_000], metavar="SIZE", help="how many decisions"
    )
    parser.add_argument("--runs", type=int, default=3, help="how often each work is run; the medians are shown")
    parser.add_argument("--output", type=Path, default=RESULTS, help="where the results go")
    given = parser.parse_args()
    require_linux()
    try:
        results = run_all(given.sizes, given.runs)
    except FailedWorkError as error:
        parser.exit(1, f"{error}\n")
    if given.output.exists() and (search := json.loads(given.output.read_text("utf-8")).get("search")):
        results["search"] = search
    given.output.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
