"""Real git repositories for tests, whatever the machine's own settings of git are."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
}


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder and give what it prints."""
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "core.autocrlf=false", *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **_SETTINGS},
    )
    return done.stdout.strip()


def commit(root: Path, message: str = "Change") -> str:
    """Commit everything below a folder, in a new repository where there is none; give the commit."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet")
    git(root, "add", "--all", ".")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")


def exchange(root: Path, then: Path, now: Path) -> None:
    """Take away the files of one folder from a project, and lay those of another over it, as an editor saves them."""
    for file in then.rglob("*"):
        if file.is_file():
            (root / file.relative_to(then)).unlink()
    shutil.copytree(now, root, dirs_exist_ok=True, copy_function=shutil.copyfile)
