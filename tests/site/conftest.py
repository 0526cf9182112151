"""The built sites one by one, and small sites made by hand to plant faults in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.built import BuiltSite
from tests.site.sites import BELOW, RECIPES, TWIN, Sites

HandMade = Callable[[dict[str, str]], BuiltSite]


@pytest.fixture(scope="session", params=[name for name in RECIPES if name != TWIN])
def site(request: pytest.FixtureRequest, sites: Sites) -> BuiltSite:
    """Give each built site in turn."""
    return sites[request.param]


@pytest.fixture
def hand_made(tmp_path: Path) -> HandMade:
    """Give a function that writes files (path: text) as a site for a sub-path; HTML gets its head and foot."""

    def write(files: dict[str, str]) -> BuiltSite:
        for path, text in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            whole = (
                f'<!doctype html><html lang="sv"><meta charset="utf-8"><title>{path}</title>{text}'
                if path.endswith("html")
                else text
            )
            file.write_text(whole, "utf-8")
        return BuiltSite(tmp_path, BELOW)

    return write
