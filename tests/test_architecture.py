"""The house keeps its order: stages import only the stages before them, and each outside thing has one door."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import packages_distributions
from itertools import islice
from pathlib import Path

import pytest

from funding.rules import SEVERITIES

PACKAGE = Path(__file__).parents[1] / "site_plugins/funding"

STAGES = (
    {"cache", "clock", "personal", "workers", "progress", "digests", "history", "swedish"},
    {"problem"},
    {"source"},
    {"model"},
    {"options"},
    {"register"},
    {"judging", "labels", "project"},
    {"rules"},
    {"check"},
    {"against"},
    {"catalogue"},
    {"exports", "reporters", "writing"},
    {"scaffold"},
    {"search"},
    {"pages"},
    {"changes", "engine"},
    {"cli", "plugin"},
)
"""The parts of the package from the lowest to the highest; parts of one stage do not know each other."""

DOORS = {
    "yaml": ("source/*",),
    "pydantic": ("model/*", "options.py"),
    "pydantic_core": ("model/*",),
    "mkdocs": ("engine/*", "plugin.py"),
    "watchdog": ("engine/watching.py",),
    "jinja2": ("pages/templating.py", "engine/*", "plugin.py"),
    "click": ("cli/*",),
    "babel": ("pages/format.py",),
    "markdown": ("pages/*",),
    "nh3": ("pages/*",),
    "snowballstemmer": ("swedish/__init__.py",),
    "markupsafe": ("pages/*", "engine/*"),
    "subprocess": ("history/commands.py",),
    "multiprocessing": (),
    "concurrent": (),
    "signal": ("workers/*",),
    "pickle": ("workers/*", "cache.py"),
    "tempfile": ("workers/strip.py",),
    "fcntl": ("engine/staging.py",),
    "readline": ("cli/asking.py",),
}
"""Who may import what is not ours; every distribution that we depend on stands here."""

CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}


@dataclass(frozen=True)
class Import:
    """An import: the importing file from the package's folder, the line, and the module."""

    path: str
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} imports {self.module}"


@cache
def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def imports() -> Iterator[Import]:
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from (Import(path, node.lineno, name.name) for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                module = node.module or ""
                inside = [f"funding.{name.name}" for name in node.names] if module == "funding" else [module]
                yield from (Import(path, node.lineno, name) for name in inside)


def part(path: str) -> str:
    return path.partition("/")[0].removesuffix(".py")


def stage(name: str) -> int:
    return next(number for number, parts in enumerate(STAGES) if name in parts)


def own_imports() -> Iterator[tuple[Import, str]]:
    for found in imports():
        if found.module.startswith("funding."):
            yield found, found.module.split(".")[1]


def test_every_part_has_a_stage() -> None:
    parts = {part(path) for path in trees()} - {"__init__"}
    assert parts == set().union(*STAGES)


def test_the_map_of_the_package_names_every_part_in_its_order() -> None:
    told = ast.get_docstring(trees()["__init__.py"]) or ""
    named = iter(re.findall(r"``(\w+)``", told))
    assert [set(islice(named, len(parts))) for parts in STAGES] == list(STAGES)
    assert list(named) == []


def test_stages_import_only_the_stages_before_them() -> None:
    wrong = [
        str(found)
        for found, imported in own_imports()
        if part(found.path) != imported and stage(imported) >= stage(part(found.path))
    ]
    assert wrong == []


def test_engine_knows_pages_as_values_only() -> None:
    values = ("funding.pages.page", "funding.problem", "funding.exports.policy")
    allowed = ("funding.engine", "funding.digests", "funding.workers", "funding.cache", "funding.progress", *values)
    wrong = [
        str(found)
        for found, _ in own_imports()
        if part(found.path) == "engine" and not found.module.startswith(allowed)
    ]
    assert wrong == []


def test_every_file_in_the_folder_of_rules_is_a_rule_of_the_registry() -> None:
    files = {Path(path).stem.replace("_", "-") for path in trees() if part(path) == "rules"} - {"--init--"}
    assert files == SEVERITIES.keys()


def test_imports_are_absolute() -> None:
    nodes = (
        (path, node) for path, tree in trees().items() for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    )
    assert [f"{path}:{node.lineno}" for path, node in nodes if node.level] == []


@pytest.mark.parametrize("outside", DOORS)
def test_outside_thing_is_imported_only_at_its_door(outside: str) -> None:
    wrong = [
        str(found)
        for found in imports()
        if found.module.partition(".")[0] == outside and not any(fnmatch(found.path, door) for door in DOORS[outside])
    ]
    assert wrong == []


def test_every_foreign_package_has_a_door() -> None:
    foreign = {found.module.partition(".")[0] for found in imports()}
    foreign -= {*sys.stdlib_module_names, "funding", "__future__"}
    assert foreign <= DOORS.keys()
    assert foreign <= packages_distributions().keys()


def test_only_the_clock_reads_the_time() -> None:
    wrong = [
        f"{path}:{node.lineno} reads {node.value.id}.{node.attr}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in CLOCKS
        and path != "clock.py"
    ]
    assert wrong == []


def test_only_the_workers_fork() -> None:
    wrong = [
        f"{path}:{node.lineno} calls {node.attr}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"fork", "forkpty", "posix_spawn"}
        and not path.startswith("workers/")
    ]
    assert wrong == []


def test_nothing_is_left_to_a_drawer_of_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler", "tools"}
    assert [path for path in trees() if Path(path).stem in drawers] == []
