"""A real build, killed at twenty moments, leaves the old site whole."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from pathlib import Path

from tests.engine.building import BIN, built, environment, tree

KILLS = 20
MOST_ATTEMPTS = 60
FASTER = 0.8
"""When a build ends before it is killed, the machine has become faster: the next is killed sooner."""


def test_killed_build_leaves_the_old_site_whole(project: Path) -> None:
    site = built(project)
    old = tree(site)
    new = project / "decisions/four.txt"
    new.write_text("Fjärde beslutet\n", "utf-8")
    start = time.monotonic()
    whole = tree(built(project, "-d", str(project / "other")) and project / "other")
    duration = time.monotonic() - start
    moments = random.Random(1)  # noqa: S311 - moments to kill at, the same in every run
    killed = attempts = 0
    while killed < KILLS and attempts < MOST_ATTEMPTS:
        build = subprocess.Popen(
            [str(BIN / "mkdocs"), "build", "-q"], cwd=project, env=environment(), stderr=subprocess.DEVNULL
        )
        time.sleep(moments.uniform(0.3, 1.0) * duration)
        build.send_signal(signal.SIGKILL)
        attempts += 1
        if build.wait() == -signal.SIGKILL:
            killed += 1
        else:
            duration *= FASTER
        found = tree(site)
        assert found in (old, whole), sorted(found.keys() ^ old.keys())
        if found == whole:
            old = whole
    assert killed == KILLS
    assert tree(built(project)) == whole
    assert {path.name for path in project.glob(".*")} == {".cache"}
