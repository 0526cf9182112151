"""A project whose decisions say every hostile text that the check accepts, for showing that none becomes alive."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.case import seeds
from tests.site.projects import ROOT, Wording, copy_project, write_decisions

HARMLESS = "Ett stycke text."


def write_hostile_site(folder: Path, address: str = "https://www.example.se/") -> int:
    """Write the project into a folder, built by ``mkdocs build`` there; give the number of its decisions."""
    plain = [Wording(text, HARMLESS) for text in seeds("texts")]
    prose = [Wording(f"Prosa {number}", text) for number, text in enumerate(seeds("prose"))]
    write_decisions(folder / "written", [*plain, *prose], len(plain))
    copy_project(ROOT, folder, address, folder / "written")
    return len(plain) + len(prose)
