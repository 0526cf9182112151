"""Whole processes are measured: all children's time, and memory that they share counted once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench import floor
from bench.measure import measure, memory_of
from bench.place import Tree, tree_of

SHARED, OWN = 64_000_000, 32_000_000
ROOM = 20_000_000
# The parent shares a block with its child, and each has one of its own.
FAMILY = f"""
import os, signal, sys
shared = b"1" * {SHARED}
said, tell = os.pipe()
child = os.fork()
own = b"2" * {OWN}
if child:
    os.read(said, 1)
    print("ready", flush=True)
    sys.stdin.read()
    os.kill(child, 9)
    os.wait()
else:
    os.write(tell, b"x")
    signal.pause()
"""
BUSY_CHILD = "import os\nif not os.fork():\n    sum(range(5_000_000))\nelse:\n    os.wait()\n"


def test_memory_is_that_of_all_processes_and_shared_pages_count_once() -> None:
    command = [sys.executable, "-c", FAMILY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as family:
        assert family.stdout is not None
        family.stdout.readline()
        used = memory_of(family.pid)
        family.communicate()
    assert SHARED + 2 * OWN < used < SHARED + 2 * OWN + ROOM


def test_memory_of_a_process_that_is_gone_is_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    assert memory_of(gone.pid) == 0


def test_a_run_counts_the_time_of_children_and_says_how_it_ended(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    idle = measure([sys.executable, "-c", "print('said'); raise SystemExit(3)"], folder, {})
    busy = measure([sys.executable, "-c", BUSY_CHILD], folder, {})
    assert (idle.exit, idle.said) == (3, "said\n")
    assert busy.exit == 0
    assert busy.cpu > idle.cpu
    assert list(tmp_path.iterdir()) == [folder]


def test_the_floor_writes_files_of_the_same_sizes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "beslut/å").mkdir(parents=True)
    (site / "beslut/å/index.html").write_bytes(b"x" * 1234)
    (site / "tom.txt").write_bytes(b"")
    sizes = tmp_path / "sizes.txt"
    sizes.write_text(floor.sizes_of(site), "utf-8")
    for processes in ("1", "2"):
        command = [sys.executable, "-P", floor.__file__, str(sizes), str(tmp_path / processes), processes]
        subprocess.run(command, check=True)
        assert tree_of(tmp_path / processes) == tree_of(site) == Tree(2, 1234)
        assert (tmp_path / processes / "beslut/å/index.html").stat().st_size == 1234
