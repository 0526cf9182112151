"""Writes a whole project with any number of invented decisions: ``python -m bench.generate FOLDER COUNT``.

The same number gives the same bytes, and the first decisions of a larger project are those of a smaller one.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from bench.corpus.decisions import decisions
from bench.corpus.organisations import OWN
from bench.corpus.registers import registers

_SETTINGS: Final = f"""\
site_name: Region Örebro läns beslut om bidrag
site_url: https://beslut.region.example/
site_description: Påhittade beslut för att mäta hur fort webbplatsen byggs.

theme:
  name: material

plugins:
  - funding:
      organisation: {OWN}
      contact:
        name: Regional utveckling
        email: regional.utveckling@region.example
      report_errors: mailto:regional.utveckling@region.example?subject={{title}}&body={{url}}
      accessibility:
        conformance: full
        gaps: []
        assessed: 2026-11-20
        method: self_assessment
        updated: 2026-11-20
        feedback: mailto:regional.utveckling@region.example
"""
_ABOUT: Final = """\
---
title: Om webbplatsen
description: En webbplats med påhittade beslut.
---

# Om webbplatsen

Besluten här är påhittade. De finns för att mäta hur fort webbplatsen byggs.
"""


def generate(folder: Path, count: int) -> None:
    """Write a project with ``count`` decisions (at least one) into a folder that is not there or is empty.

    Raises:
        ValueError: if ``count`` is below one, or if the folder holds something.
    """
    if count < 1:
        raise ValueError(f"a project of {count} decisions cannot be written")
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"{folder} is not empty")
    _write(folder / "mkdocs.yml", _SETTINGS)
    _write(folder / "docs/om/index.md", _ABOUT)
    for name, text in registers(count).items():
        _write(folder / f"decisions/registers/{name}.yml", text)
    made = {folder / "decisions/registers"}
    for id_, text in decisions(count):
        path = folder / f"decisions/{id_}.yml"
        if path.parent not in made:
            path.parent.mkdir(parents=True)
            made.add(path.parent)
        path.write_text(text, "utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder that is not there or is empty")
    parser.add_argument("count", type=int, help="how many decisions")
    given = parser.parse_args()
    try:
        generate(given.folder, given.count)
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
