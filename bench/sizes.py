"""How large pages are: of ours and of Hugo's, and whether a decision's page grows with the number of decisions."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any, Final

from bench.corpus import ALONE
from bench.corpus.decisions import decisions

_SIMILAR: Final = re.compile(r'<h2 id="liknande">.*?</ol>\n{0,2}', re.DOTALL)


def same_pages(site: Path) -> dict[str, str]:
    """Give the pages of the first decisions without their similar ones: text by id.

    Which decisions are similar, and whether any is, hangs on all that there are; how many are shown does not.
    """
    pages = {id_: (site / f"beslut/{id_}/index.html").read_text("utf-8") for id_, _ in decisions(ALONE)}
    return {id_: _SIMILAR.sub("", text) for id_, text in pages.items()}


def compared(small: dict[str, str], large: dict[str, str]) -> dict[str, Any]:
    """Compare the same pages in two sizes: bytes of each, and the first place where they differ."""
    rows = [
        {
            "id": id_,
            "small": len(text.encode()),
            "large": len(large[id_].encode()),
            "differs": _first_difference(text, large[id_]),
        }
        for id_, text in small.items()
    ]
    return {"pages": rows, "equal": all(row["small"] == row["large"] for row in rows)}


def _first_difference(one: str, other: str) -> str | None:
    """Give the words of the first line that the other text has and the one has not."""
    known = set(one.splitlines())
    line = next((line for line in other.splitlines() if line not in known), None)
    return None if line is None else " ".join(re.sub(r"<[^>]*>", " ", line).split())[:200]


def averages(pages: Path, html: str, data: Path, data_glob: str) -> dict[str, int]:
    """Give the average bytes of record pages and data files, and the largest page packed by gzip."""
    found = [path for path in pages.glob(html) if not path.parent.name.startswith("sida")]
    sizes = [path.stat().st_size for path in found]
    files = [path.stat().st_size for path in data.glob(data_glob)]
    largest = max(found, key=lambda path: path.stat().st_size)
    return {
        "pages": len(found),
        "page": round(sum(sizes) / len(sizes)),
        "data": round(sum(files) / len(files)),
        "largest": max(sizes),
        "largest_gzip": len(gzip.compress(largest.read_bytes(), mtime=0)),
    }
