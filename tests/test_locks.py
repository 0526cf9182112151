import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.site.projects import ROOT

PIN = re.compile(r"^([a-z0-9-]+)==(\S+) \\$", re.MULTILINE)
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")


def pins(lock: str) -> dict[str, str]:
    """Give the version of each package in a lock file."""
    return dict(PIN.findall((ROOT / lock).read_text("utf-8")))


def named(requirements: list[str]) -> set[str]:
    """Give the names of requirements as a lock file writes them."""
    return {re.split(r"[<>=\[; ]", requirement)[0].lower().replace("_", "-") for requirement in requirements}


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = named(project["project"]["dependencies"] + project["build-system"]["requires"])
    assert wanted <= pins("requirements.lock").keys()
    assert wanted | named(project["project"]["optional-dependencies"]["dev"]) <= pins("requirements-dev.lock").keys()
    assert (
        wanted | named(project["project"]["optional-dependencies"]["bench"]) <= pins("requirements-bench.lock").keys()
    )


def test_the_locks_agree() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()
    assert pins("requirements.lock").items() <= pins("requirements-bench.lock").items()
    together = pins("requirements-dev.lock").keys() & pins("requirements-bench.lock").keys()
    assert {
        name for name in together if pins("requirements-dev.lock")[name] != pins("requirements-bench.lock")[name]
    } == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert not re.findall(r"==\S+ *$", text, re.MULTILINE)
    assert all("--hash=sha256:" in block for block in re.split(r"(?m)^(?=[a-z])", text)[1:])


def test_the_npm_lock_has_hashes_and_no_address_to_load_from() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    loaded = [{key: told for key, told in package.items() if key != "funding"} for package in packages.values()]
    assert "://" not in json.dumps(loaded)  # who asks for gifts to a package may say where


def test_a_machine_that_lacks_something_is_told_in_one_line_how_to_install_it(tmp_path: Path) -> None:
    make = shutil.which("make")
    assert make is not None
    (tmp_path / "java").symlink_to("/bin/true")
    (tmp_path / "python3").symlink_to(sys.executable)
    run = subprocess.run(
        [make, "--no-print-directory", "needs"],
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode != 0
    said = run.stderr.splitlines()[0]
    lacking = "chromium-headless-shell npm git"
    assert said == f"make test lacks {lacking}; install with: sudo apt-get install {lacking}"
