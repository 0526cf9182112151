"""The sites that the tests of the pages look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.made import MadeSite, make_site

ROOT = Path(__file__).parents[2]
PROJECT = Path(__file__).parent / "project"
PROJECTS = {
    "every-field": PROJECT,
    "own": ROOT,
    **{folder.name: folder for folder in sorted((ROOT / "tests/regions").iterdir()) if folder.is_dir()},
}


@pytest.fixture(scope="session")
def lillan() -> MadeSite:
    """Give the site of the region that does not exist, in Swedish."""
    return make_site(PROJECT)


@pytest.fixture(scope="session")
def own() -> MadeSite:
    """Give the project's own site, in Swedish."""
    return make_site(ROOT)


@pytest.fixture(scope="session", params=[(name, lang) for name in PROJECTS for lang in ("sv", "en")], ids="-".join)
def any_site(request: pytest.FixtureRequest) -> MadeSite:
    """Give each site in each language in turn."""
    name, lang = request.param
    return make_site(PROJECTS[name], lang)
