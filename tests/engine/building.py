"""Builds the small project beside this file with the real commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent / "project"
BIN = Path(sys.executable).parent
SITE = "https://bidrag.example/"


def copy_project(folder: Path) -> Path:
    """Copy the small project into ``folder``, to be changed and built there."""
    return Path(shutil.copytree(PROJECT, folder, ignore=shutil.ignore_patterns("__pycache__")))


def environment(**changes: str) -> dict[str, str]:
    """Give an environment in which the theme keeps quiet about itself."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **changes}


def build(project: Path, *arguments: str, command: str = "mkdocs", **changes: str) -> subprocess.CompletedProcess[str]:
    """Build a project; ``changes`` go into the environment. Output and errors stand together in ``stdout``."""
    return subprocess.run(
        [str(BIN / command), "build", "-f", "mkdocs.yml", *arguments],
        cwd=project,
        env=environment(**changes),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )


def built(project: Path, *arguments: str, command: str = "mkdocs", **changes: str) -> Path:
    """Build a project that must succeed, and give its site."""
    done = build(project, *arguments, command=command, **changes)
    assert done.returncode == 0, done.stdout
    return project / "site"


def tree(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
