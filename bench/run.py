"""Runs the benchmark: ``python -m bench.run [--runs N] [SIZE...]`` measures and writes ``bench/results.json``.

In each size all works take turns, so that whatever else the machine does falls on all of them alike.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench import profile
from bench.corpus import ALONE, AS_OF
from bench.machine import commit, machine, require_linux, versions
from bench.measure import Run, measure
from bench.ours import our_works
from bench.peers.all import MOST_FOR_OTHERS, peer_works
from bench.place import Place, remove, tree_of, workplace
from bench.sizes import averages, compared, same_pages
from bench.work import Work

RESULTS: Final = Path(__file__).parent / "results.json"
ENVIRONMENT: Final = {"FUNDING_TODAY": AS_OF, "NO_MKDOCS_2_WARNING": "1"}


class FailedWorkError(RuntimeError):
    """A command that is measured has failed; the message is the end of what it said."""


def run_all(sizes: list[int], runs: int) -> dict[str, Any]:
    """Measure everything in every size.

    Raises:
        FailedWorkError: if a command fails.
    """
    with workplace() as (root, fast):
        small = _small_pages(root / "small")
        results = [_run_size(Place(root / str(size), size), runs, small) for size in sizes]
        profiled = max((size for size in sizes if size <= MOST_FOR_OTHERS), default=min(sizes))
        profiles = {"size": profiled, "steps": _profile(Place(root / "profile", profiled))}
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit(),
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
    _measured(our_works(place)[2], 0)
    return same_pages(place.site)


def _run_size(place: Place, runs: int, small: dict[str, str]) -> dict[str, Any]:
    place.prepare()
    load = [os.getloadavg()[0]]
    works = [*our_works(place), *peer_works(place)]
    measured = [work for work in works if isinstance(work, Work)]
    taken: dict[str, list[Run]] = {work.name: [] for work in measured}
    written: dict[str, Any] = {}
    pages: dict[str, Any] = {}
    for turn in range(runs):
        for work in measured:
            _say(f"{place.size} decisions, run {turn + 1} of {runs}: {work.name}")
            taken[work.name].append(_measured(work, turn))
            if work.output and work.name not in written:
                written[work.name] = asdict(tree_of(work.output))
            if work.name == "build" and "grown" not in pages:
                pages["grown"] = compared(small, same_pages(place.site))
                pages["ours"] = averages(place.site / "beslut", "2*/*/index.html", place.site / "api", "**/*.json")
            if work.name == "hugo" and "hugo" not in pages and work.output:
                records = work.output / "beslut"
                pages["hugo"] = averages(records, "2*/*/index.html", records, "2*/*/index.json")
            if work.output and not work.keep:
                remove(work.output)
    load.append(os.getloadavg()[0])
    left_out = [{"kind": type(work).__name__, **asdict(work)} for work in works if not isinstance(work, Work)]
    corpus = asdict(tree_of(place.project / "decisions"))
    index = (place.site / "search").is_dir()
    remove(place.root)
    return {
        "size": place.size,
        "corpus": corpus,
        "load": load,
        "works": {
            name: {"runs": [_figures(run) for run in done], "written": written.get(name)}
            for name, done in taken.items()
        },
        "left_out": left_out,
        "index": index,
        "pages": pages,
    }


def _measured(work: Work, turn: int) -> Run:
    work.before(turn)
    run = measure(work.command, work.folder, ENVIRONMENT)
    if run.exit:
        raise FailedWorkError(f"{work.name} failed with exit code {run.exit}:\n{run.said}")
    return run


def _figures(run: Run) -> dict[str, float]:
    return {"wall": round(run.wall, 3), "cpu": round(run.cpu, 3), "memory": run.memory}


def _profile(place: Place) -> dict[str, float]:
    place.prepare()
    steps = profile.steps_of(place.project, ENVIRONMENT)
    remove(place.root)
    return steps


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


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
    given.output.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
