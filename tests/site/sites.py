"""The built sites that the tests look at, each built once for a whole run."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.judged.corpus import write_corpus
from tests.shared import shared_folder
from tests.site.built import BuiltSite
from tests.site.hostility import VALUES, harmless_twins, hostile_wordings
from tests.site.projects import ROOT, Wording, copy_project, write_decisions

AT_ROOT = "https://example.org/"
BELOW = "https://example.org/under/path/"
DAY = "2026-11-30"
MANY = 101
INVENTED = 600
TWIN = "harmless"
REGIONS = sorted(file.parent for file in (ROOT / "tests/regions").glob("*/mkdocs.yml"))


def _own(target: Path, address: str) -> None:
    copy_project(ROOT, target, address)


def _english(target: Path, address: str) -> None:
    _own(target, address)
    settings = target / "inherited.yml"
    options = settings.read_text("utf-8").replace("\n      organisation:", "\n      lang: en\n      organisation:")
    settings.write_text(options, "utf-8")


def _examples(target: Path, address: str) -> None:
    copy_project(ROOT, target, address, shared_folder() / "examples/decisions")


def _searched(target: Path, address: str) -> None:
    copy_project(ROOT, target, address, ROOT / "tests/browser/search/decisions")


def _written(wordings: Callable[[], list[Wording]], items: int) -> Callable[[Path, str], None]:
    def write(target: Path, address: str) -> None:
        write_decisions(target / "written", wordings(), items)
        copy_project(ROOT, target, address, target / "written")

    return write


def _many() -> list[Wording]:
    return [Wording(f"Projekt {number}", "Ett stycke text.") for number in range(MANY)]


def _invented(target: Path, address: str) -> None:
    write_corpus(target / "invented", INVENTED)
    copy_project(target / "invented", target, address)


def _region(folder: Path) -> Callable[[Path, str], None]:
    return lambda target, address: copy_project(folder, target, address)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a project is written before it is built, and the address that it is built for."""

    write: Callable[[Path, str], None]
    address: str


RECIPES = {
    "own": Recipe(_own, AT_ROOT),
    "own-below": Recipe(_own, BELOW),
    "english": Recipe(_english, AT_ROOT),
    "examples": Recipe(_examples, BELOW),
    "searched": Recipe(_searched, BELOW),
    "invented": Recipe(_invented, AT_ROOT),
    "many": Recipe(_written(_many, 2), AT_ROOT),
    "hostile": Recipe(_written(hostile_wordings, len(VALUES["plain"])), AT_ROOT),
    TWIN: Recipe(_written(harmless_twins, len(VALUES["plain"])), AT_ROOT),
    **{f"region-{folder.name}": Recipe(_region(folder), AT_ROOT) for folder in REGIONS},
}


def build(project: Path, out: Path) -> str:
    """Build a project strictly into a folder, as of :data:`DAY`; give the words of a failed build, else nothing."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    environment = {**os.environ, "FUNDING_TODAY": DAY, "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    return f"the build failed:\n{run.stdout}{run.stderr}" if run.returncode else ""


@dataclass(frozen=True)
class Sites:
    """Builds a site when it is first asked for; processes that share ``folder`` share the sites and the failures."""

    folder: Path
    built: dict[str, BuiltSite] = field(default_factory=dict)

    def __getitem__(self, name: str) -> BuiltSite:
        if name not in self.built:
            recipe = RECIPES[name]
            home = self.folder / name
            home.mkdir(parents=True, exist_ok=True)
            with (home / "lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                if not (home / "outcome.txt").is_file():
                    self._build(recipe, home)
            outcome = (home / "outcome.txt").read_text("utf-8")
            assert not outcome, outcome
            self.built[name] = BuiltSite(home / "site", recipe.address)
        return self.built[name]

    def _build(self, recipe: Recipe, home: Path) -> None:
        shutil.rmtree(home / "project", ignore_errors=True)
        (home / "project").mkdir()
        recipe.write(home / "project", recipe.address)
        (home / "outcome.txt").write_text(build(home / "project", home / "site"), "utf-8")
