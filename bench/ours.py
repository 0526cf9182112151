"""Our own work: checks and builds, cold, unchanged, and with one decision changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from bench.place import Place, remove
from bench.work import Work

_BIN: Final = Path(sys.executable).parent


def our_works(place: Place) -> list[Work]:
    """Give our commands in their order: each finds what the one before it left."""
    check = (str(_BIN / "funding"), "check")
    build = (str(_BIN / "mkdocs"), "build", "--quiet")

    def cold(_: int) -> None:
        place.forget()

    def cold_build(_: int) -> None:
        place.forget()
        remove(place.site)

    return [
        Work("check", check, place.project, cold),
        Work("check-cached", check, place.project, _nothing),
        Work("build", build, place.project, cold_build, place.site, keep=True),
        Work("build-unchanged", build, place.project, _nothing, place.site, keep=True),
        Work("build-changed", build, place.project, place.edit, place.site, keep=True),
    ]


def _nothing(_: int) -> None:
    """Leave everything as it is."""
