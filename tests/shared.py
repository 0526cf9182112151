"""The material beside the project, which is not part of it: standards, examples, facts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.site.projects import ROOT

SHARED = ROOT.parent / "shared"


def shared_folder() -> Path:
    """Give the folder beside the project; in CI it must be there, elsewhere what reads it is skipped without it."""
    if not SHARED.is_dir():
        reason = f"{SHARED} is missing: it holds the standards and examples that this test reads"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED
