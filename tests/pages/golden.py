"""The readable content of the seed's page, as it is expected.

``python -m tests.pages.golden`` writes it anew; read the difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

from tests.pages.made import make_site, seen

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).parent / "golden/rus-genomforande-2024-2025.txt"
URL = "beslut/2024/rus-genomforande-2024-2025/"


def readable() -> str:
    """Give what a reader sees of the page, a line for each block."""
    return "\n".join(seen(make_site(ROOT).page(URL).content)) + "\n"


if __name__ == "__main__":
    FILE.write_text(readable(), "utf-8")
