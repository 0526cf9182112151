"""The floor: files of the same number and sizes as a site's, written and nothing else.

``python -m bench.floor SIZES FOLDER PROCESSES``: ``SIZES`` is a file with a path and a number of bytes on each line.
"""

from __future__ import annotations

import sys
from functools import partial
from multiprocessing import get_context
from pathlib import Path


def sizes_of(site: Path) -> str:
    """Give the paths and sizes of all files below a folder, as the floor reads them."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return "".join(f"{path.stat().st_size} {path.relative_to(site)}\n" for path in files)


def write(folder: Path, lines: list[str]) -> None:
    """Write the files of some lines."""
    made: set[Path] = set()
    for line in lines:
        size, _, name = line.partition(" ")
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(b"." * int(size))


def main(sizes: str, folder: str, processes: str) -> None:
    """Write all files, in one process or shared evenly among several."""
    lines = Path(sizes).read_text("utf-8").splitlines()
    count = int(processes)
    shares = [lines[start::count] for start in range(count)]
    if count == 1:
        write(Path(folder), lines)
        return
    with get_context("fork").Pool(count) as pool:
        pool.map(partial(write, Path(folder)), shares)


if __name__ == "__main__":
    main(*sys.argv[1:])
