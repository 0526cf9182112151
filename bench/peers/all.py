"""The peers in their order, and how each is run on what our build has left."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import sys
from pathlib import Path
from typing import Final

from bench import floor
from bench.peers import material
from bench.peers.hugo.content import write_input
from bench.place import Place, remove
from bench.work import Missing, TooLarge, Work

MOST_FOR_MATERIAL: Final = 1_000
MOST_FOR_OTHERS: Final = 10_000
_BIN: Final = Path(sys.executable).parent
_HOOK: Final = Path(material.__file__).parent / "pages.py"
_SETTINGS: Final = f"""\
site_name: Region Örebro läns beslut om bidrag
theme: {{name: material, language: sv, font: false}}
plugins: []
hooks: [{_HOOK}]
"""


def peer_works(place: Place) -> list[Work | Missing | TooLarge]:
    """Give every peer: its work, or why it is not run here."""
    return [_hugo(place), _pagefind(place), _check_jsonschema(place), _material(place), *_floors(place)]


def _hugo(place: Place) -> Work | Missing:
    program = shutil.which("hugo")
    if program is None:
        return Missing("hugo", "sudo apt-get install hugo")
    folder = place.root / "hugo"

    def before(_: int) -> None:
        if not folder.exists():
            write_input(place.project, folder)
        remove(folder / "public")

    return Work("hugo", (program, "--quiet"), folder, before, folder / "public", keep=True)


def _pagefind(place: Place) -> Work | Missing | TooLarge:
    if importlib.util.find_spec("pagefind_bin") is None or shutil.which("hugo") is None:
        return Missing("pagefind", "make .venv/bench.stamp; it indexes Hugo's pages, so: sudo apt-get install hugo")
    if place.size > MOST_FOR_OTHERS:
        return TooLarge("pagefind", "more memory than this machine can spare")
    program = importlib.import_module("pagefind_bin").get_executable()
    public = place.root / "hugo/public"
    command = (str(program), "--site", str(public), "--force-language", "sv", "--quiet")
    return Work("pagefind", command, place.root / "hugo", lambda _: remove(public / "pagefind"), public / "pagefind")


def _check_jsonschema(place: Place) -> Work | Missing | TooLarge:
    program = _BIN / "check-jsonschema"
    if not program.exists():
        return Missing("check-jsonschema", "make .venv/bench.stamp")
    if place.size > MOST_FOR_OTHERS:
        return TooLarge("check-jsonschema", "the command line cannot hold so many files")
    files = sorted(str(path) for path in (place.project / "decisions").glob("2*/*.yml"))
    schema = place.root / "schema.json"
    command = (str(program), "--quiet", "--schemafile", str(schema), *files)
    return Work("check-jsonschema", command, place.project, lambda _: _write_schema(schema))


def _write_schema(path: Path) -> None:
    from funding.exports.schema import schema_text  # noqa: PLC0415 - read only where it is asked for
    from funding.labels import Words  # noqa: PLC0415 - as above

    path.write_text(schema_text(Words("sv")), "utf-8")


def _material(place: Place) -> Work | TooLarge:
    if place.size > MOST_FOR_MATERIAL:
        return TooLarge("material", "it takes minutes and gigabytes beyond a thousand pages")
    folder = place.root / "material"

    def before(_: int) -> None:
        if not folder.exists():
            (folder / "docs").mkdir(parents=True)
            (folder / "docs/index.md").write_text("# Start\n", "utf-8")
            (folder / "mkdocs.yml").write_text(_SETTINGS, "utf-8")
            shutil.copytree(place.site / "api/v1/decisions", folder / "data")
        remove(folder / "site")

    return Work("material", (str(_BIN / "mkdocs"), "build", "--quiet"), folder, before, folder / "site")


def _floors(place: Place) -> list[Work]:
    return [_floor(place, processes) for processes in (1, 2)]


def _floor(place: Place, processes: int) -> Work:
    folder, sizes = place.root / "floor", place.root / "sizes.txt"

    def before(_: int) -> None:
        remove(folder)
        folder.mkdir()
        sizes.write_text(floor.sizes_of(place.site), "utf-8")

    command = (sys.executable, "-P", str(Path(floor.__file__)), str(sizes), "files", str(processes))
    return Work(f"floor-{processes}", command, folder, before, folder / "files")
