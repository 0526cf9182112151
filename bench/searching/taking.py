"""How long a reader waits for every decision as a file: the files are made in the browser from the published table."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

FORMATS: Final = ("xlsx", "csv-excel", "csv", "json")
"""The forms of file, as the buttons of the list name them."""
_OFFERED: Final = "[data-downloads]:not([hidden])"
_LONGEST: Final = 60_000
"""Milliseconds after which a file counts as not made."""


def taken(page: Page) -> dict[str, Any]:
    """Take every decision of an open list home in each form, and give the seconds from key to file, and its bytes.

    The first file fetches the published table; the later ones have it already.
    """
    page.wait_for_selector(_OFFERED, timeout=_LONGEST)
    return {form: _one(page, form) for form in FORMATS}


def _one(page: Page, form: str) -> dict[str, Any]:
    begun = time.perf_counter()
    with page.expect_download(timeout=_LONGEST) as waiting:
        page.click(f'button[data-format="{form}"]')
    path = Path(waiting.value.path())
    return {"seconds": round(time.perf_counter() - begun, 2), "bytes": path.stat().st_size}
