"""Where the time of a build goes, step by step: ``python -m bench.profile`` in a project's folder.

The whole build runs in one process, on one core, while the interpreter's own clock of CPU time rings some hundreds of
times a second; each ring counts for the step whose code is at work. A step is known by the folder of its modules, so
that the table below is all that has to follow when code moves; what it does not know is shown by its own name.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import FrameType, ModuleType
from typing import Final

RINGS_A_SECOND: Final = 400

STEPS: Final = (
    ("funding.source", "read"),
    ("funding.check.picture", "read"),
    ("funding.model", "type"),
    ("funding.rules", "judge"),
    ("funding.judging", "judge"),
    ("funding.check", "judge"),
    ("funding.register", "register"),
    ("funding.pages.decision", "decision-pages"),
    ("funding.pages.likeness", "decision-pages"),
    ("funding.pages.lists", "list-pages"),
    ("funding.pages.figures", "list-pages"),
    ("funding.pages.overviews.years", "list-pages"),
    ("funding.pages.overviews.statistics", "list-pages"),
    ("funding.pages.overviews.start", "list-pages"),
    ("funding.pages.rules", "list-pages"),
    ("funding.catalogue", "list-pages"),
    ("funding.exports", "data"),
    ("funding.cache", "cache"),
    ("funding.digests", "cache"),
    ("funding.engine.shell", "frames"),
    ("funding.engine.shells", "frames"),
    ("funding.engine.contents", "write"),
    ("funding.engine.printing", "write"),
    ("funding.engine.print_run", "write"),
    ("funding.engine.staging", "write"),
    ("funding.engine", "mkdocs"),
    ("funding.plugin", "mkdocs"),
    ("mkdocs", "mkdocs"),
    ("material", "mkdocs"),
)
"""The step of a module: the first line whose name it is or begins with."""

_PASSED_OVER: Final = ("funding.pages", "funding.labels", "funding.personal", "funding.problem", "funding.workers")
"""What serves several steps: the time belongs to whoever called it."""


_IMPORTING: Final = "importlib._bootstrap"


class Rings:
    """Counts the rings of a clock by step; ``groups`` are the steps of rules by their modules, once they are known."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.groups: Mapping[str, str] = {}

    def ring(self, _signal: int, frame: FrameType | None) -> None:
        """Count one ring for the step that is at work; what a module does while it is read belongs to the start."""
        found: str | None = None
        while frame is not None:
            module = frame.f_globals.get("__name__", "")
            if module == _IMPORTING:
                found = None
                break
            found = found or step_of(module, self.groups)
            frame = frame.f_back
        self.counts[found or "start"] += 1


def step_of(module: str, groups: Mapping[str, str]) -> str | None:
    """Give the step of a module; ``None`` for what serves several steps, or is not ours nor the engine's.

    ``groups`` are the steps of rules by their modules; what rules share is a step of its own.
    """
    for name, step in STEPS:
        if module == name or module.startswith(f"{name}."):
            return groups.get(module, "judge-shared") if step == "judge" else step
    if module.startswith("funding.") and not module.startswith(_PASSED_OVER):
        return module.removeprefix("funding.").partition(".")[0]
    return None


def _groups(registry: ModuleType) -> dict[str, str]:
    """Give the step of every rule by its module."""
    return {
        rule.check.__module__: f"judge-{name.lower()}"
        for name in ("DOCUMENT", "RECORD", "LATER", "WHOLE")
        for rule in getattr(registry, f"{name}_RULES")
    }


def steps_of(project: Path, environment: Mapping[str, str]) -> dict[str, float]:
    """Build a project in a process of its own; give the CPU seconds of each step.

    Raises:
        subprocess.CalledProcessError: if the build fails.
    """
    done = subprocess.run(
        (sys.executable, "-m", "bench.profile"),
        cwd=project,
        env={**os.environ, **environment, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    steps: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return steps


def main() -> None:
    """Build the project of the working directory and print the steps as JSON on the last line."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    rings = Rings()
    signal.signal(signal.SIGPROF, rings.ring)
    signal.setitimer(signal.ITIMER_PROF, 1 / RINGS_A_SECOND, 1 / RINGS_A_SECOND)
    from mkdocs.__main__ import cli  # noqa: PLC0415 - the clock rings while it is read

    from funding import rules  # noqa: PLC0415 - the same

    rings.groups = _groups(rules)
    cli(["build", "--quiet"], standalone_mode=False)
    signal.setitimer(signal.ITIMER_PROF, 0)
    spent = time.process_time()
    total = sum(rings.counts.values())
    steps = {step: round(spent * count / total, 3) for step, count in rings.counts.most_common()}
    sys.stdout.write(f"{json.dumps(steps)}\n")


if __name__ == "__main__":
    main()
