"""What a result must name: the machine, the versions, the commit."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[1]
_PACKAGES: Final = ("mkdocs", "mkdocs-material", "pydantic", "PyYAML", "pagefind", "check-jsonschema")


def machine() -> dict[str, str]:
    """Name the machine: processor, cores, memory, kernel."""
    model = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    total = re.search(r"^MemTotal:\s+(\d+) kB$", Path("/proc/meminfo").read_text(), re.MULTILINE)
    if total is None:
        raise ValueError("/proc/meminfo names no memory")
    return {
        "processor": model[1] if model else platform.machine(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{int(total[1]) / 1024**2:.0f} GiB",
        "kernel": f"{platform.system()} {platform.release()}",
    }


def versions() -> dict[str, str]:
    """Name the versions of what is measured; what is not installed is left out."""
    found = {"Python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    hugo = shutil.which("hugo")
    if hugo:
        said = re.search(r"v(\d[\d.]*)", _said(hugo, "version"))
        found["Hugo"] = said[1] if said else "?"
    return found


def commit() -> str:
    """Name the commit, with a plus where the program's files differ from it."""
    git = shutil.which("git")
    if git is None or not (_ROOT / ".git").exists():
        return "?"
    name = _said(git, "-C", str(_ROOT), "rev-parse", "--short=10", "HEAD").strip()
    changed = _said(git, "-C", str(_ROOT), "status", "--porcelain", "--", "site_plugins", "bench")
    return f"{name}+" if changed else name


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - fixed commands


def require_linux() -> None:
    """Refuse a system whose memory cannot be read as the benchmark reads it.

    Raises:
        SystemExit: if this is no Linux.
    """
    if sys.platform != "linux":
        raise SystemExit("make bench reads the memory of processes from Linux's /proc, which this system lacks")
