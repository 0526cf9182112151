"""All works in one size, in turns: what each took and wrote, what was left out, how large the pages are."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from typing import Any, Final

from bench.corpus import AS_OF
from bench.measure import Run, measure
from bench.ours import our_works
from bench.peers.all import peer_works
from bench.place import Place, remove, tree_of
from bench.preview import saved_file
from bench.sizes import averages, compared, same_pages
from bench.work import Work

ENVIRONMENT: Final = {"FUNDING_TODAY": AS_OF, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
"""What every command runs with; Python keeps what it compiled, as it does for whoever has not told it not to."""

PREVIEW: Final = "preview"
"""The name of the work that is no command: a file is saved under a live preview."""


class FailedWorkError(RuntimeError):
    """A command that is measured has failed; the message is the end of what it said."""


def measured(work: Work, turn: int) -> Run:
    """Make ready for a run and measure it.

    Raises:
        FailedWorkError: if it fails.
    """
    try:
        work.before(turn)
    except ValueError as error:
        raise FailedWorkError(f"{work.name} cannot be run: {error}") from error
    run = measure(work.command, work.folder, ENVIRONMENT)
    if run.exit:
        raise FailedWorkError(f"{work.name} failed with exit code {run.exit}:\n{run.said}")
    return run


class SizeRun:
    """Measures one project of a size; ``small`` are the pages that its first decisions have without the others."""

    def __init__(self, place: Place, small: dict[str, str]) -> None:
        place.prepare()
        self._place = place
        self._small = small
        self._load = [os.getloadavg()[0]]
        self._ours = our_works(place)
        peers = peer_works(place)
        self._works = [*self._ours, *(work for work in peers if isinstance(work, Work))]
        self._left_out = [{"kind": type(work).__name__, **asdict(work)} for work in peers if not isinstance(work, Work)]
        self._runs: dict[str, list[Run]] = {work.name: [] for work in self._works}
        self._written: dict[str, Any] = {}
        self._pages: dict[str, Any] = {}

    def take_turn(self, turn: int) -> None:
        """Let every work run once; a peer that fails is left out from then on.

        Raises:
            FailedWorkError: if a work of ours fails.
        """
        for work in list(self._works):
            sys.stderr.write(f"{self._place.size} decisions, run {turn + 1}: {work.name}\n")
            try:
                self._runs[work.name].append(measured(work, turn))
            except FailedWorkError as error:
                if work in self._ours:
                    raise
                sys.stderr.write(f"{error}\n")
                self._works.remove(work)
                del self._runs[work.name]
                self._left_out.append({"kind": "Failed", "name": work.name})
                continue
            self._look_at(work)
        sys.stderr.write(f"{self._place.size} decisions, run {turn + 1}: {PREVIEW}\n")
        self._runs.setdefault(PREVIEW, []).append(_previewed(self._place, turn))

    def _look_at(self, work: Work) -> None:
        if work.output and work.name not in self._written:
            self._written[work.name] = asdict(tree_of(work.output))
        site = self._place.site
        if work.name == "build" and "grown" not in self._pages:
            self._pages["grown"] = compared(self._small, same_pages(site))
            self._pages["ours"] = averages(site / "beslut", "2*/*/index.html", site / "api", "**/*.json")
        if work.name == "hugo" and "hugo" not in self._pages and work.output:
            records = work.output / "beslut"
            self._pages["hugo"] = averages(records, "2*/*/index.html", records, "2*/*/index.json")
        if work.output and not work.keep:
            remove(work.output)

    def result(self) -> dict[str, Any]:
        """Give everything that was found, and remove what was made."""
        found = {
            "size": self._place.size,
            "corpus": asdict(tree_of(self._place.project / "decisions")),
            "load": [*self._load, os.getloadavg()[0]],
            "works": {
                name: {"runs": [_figures(run) for run in runs], "written": self._written.get(name)}
                for name, runs in self._runs.items()
            },
            "left_out": self._left_out,
            "index": (self._place.site / "search").is_dir(),
            "pages": self._pages,
        }
        remove(self._place.root)
        return found


def _previewed(place: Place, turn: int) -> Run:
    try:
        return saved_file(place, turn, ENVIRONMENT)
    except ValueError as error:
        raise FailedWorkError(f"{PREVIEW}: {error}") from error


def _figures(run: Run) -> dict[str, float]:
    return {"wall": round(run.wall, 3), "cpu": round(run.cpu, 3), "memory": run.memory}
