"""What tests of several parts need: the material beside the project, and the built sites."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from tests.shared import shared_folder
from tests.site.sites import Sites

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure() -> None:
    """Let programs that tests start be interrupted, also where the tests run in the background, deaf to it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of standards, examples and facts beside the project."""
    return shared_folder()


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Give the built sites by name; the processes of one run share them."""
    folder = tmp_path_factory.getbasetemp()
    return Sites((folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "sites")
