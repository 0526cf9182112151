"""The pages about publishing show what the program writes, and name what is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from funding.exports.hosting import EVERYWHERE, HEADERS, SOMEWHERE, hosting_files, nginx_conf
from tests.site.hosts import of_headers_file
from tests.site.projects import ROOT
from tests.site.sites import Sites

OPERATION = ROOT / "docs/om/drift"


def page(name: str) -> str:
    return (OPERATION / name).read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL)


def test_the_configuration_of_nginx_is_the_one_that_we_write() -> None:
    assert blocks("egen-server.md", "nginx") == [nginx_conf("beslut.region.example", "/srv/beslut")]


def test_every_header_is_explained() -> None:
    explained = re.findall(r"^`([A-Z][\w-]+)`\n:   ", page("index.md"), re.MULTILINE)
    assert explained == [*(name for name, _ in EVERYWHERE), *(rule.name for rule in SOMEWHERE)]


def test_every_file_for_hosts_is_named() -> None:
    written = "".join(path.read_text("utf-8") for path in OPERATION.glob("*.md"))
    assert [name for name in hosting_files("/") if f"`{name}`" not in written] == []


def commands(workflow: Any) -> list[str]:
    """Give the shell commands of a workflow of GitHub, GitLab or Forgejo."""
    if isinstance(workflow, dict):
        own = [workflow["run"]] if "run" in workflow else list(workflow.get("script", []))
        return own + [command for value in workflow.values() for command in commands(value)]
    if isinstance(workflow, list):
        return [command for value in workflow for command in commands(value)]
    return []


WORKFLOWS = blocks("webbhotell.md", "yaml")
PUBLISH = (ROOT / ".github/workflows/publish.yml").read_text("utf-8")
PYTHON = re.compile(r"(?:python-version: \"|image: python:|`PYTHON_VERSION` till `)([\d.]+)")


@pytest.mark.parametrize("text", WORKFLOWS, ids=["gitlab", "forgejo"])
def test_a_workflow_makes_the_site_and_publishes_its_folder(text: str) -> None:
    assert "make site" in commands(yaml.safe_load(text))
    assert re.search(r"(path|source): site/?$|mv site public$", text, re.MULTILINE)
    for action in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"\S+@v\d+", action), f"{action} is not held to a major version"


def test_github_has_one_file_that_publishes_and_the_page_names_it() -> None:
    assert "make site" in commands(yaml.safe_load(PUBLISH))
    assert re.findall(r"`(\.github/workflows/[\w.]+)`", page("webbhotell.md")) == [".github/workflows/publish.yml"]


def test_every_workflow_builds_with_one_python() -> None:
    files = [*OPERATION.glob("*.md"), *(ROOT / ".github/workflows").iterdir()]
    found = {version for path in files for version in PYTHON.findall(path.read_text("utf-8"))}
    assert found == {"3.13"}


def test_the_files_that_a_cache_hangs_on_are_there() -> None:
    named = re.findall(r"hashFiles\(([^)]*)\)", PUBLISH)
    paths = {path.strip("' ").removesuffix("/**") for group in named for path in group.split(",")}
    assert paths == {"requirements.lock", "site_plugins"}
    assert yaml.safe_load(WORKFLOWS[0])["pages"]["cache"]["key"]["files"] == ["requirements.lock"]
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_object_storage_keeps_the_same_files_as_other_hosts(sites: Sites) -> None:
    [upload] = [block for block in blocks("egen-server.md", "sh") if "rclone" in block]
    kept = [re.compile(rclone_pattern(glob)) for glob in re.findall(r'--include "([^"]+)"', upload)]
    folder = sites["own"].folder
    answer = of_headers_file((folder / HEADERS).read_text("utf-8"))
    [forever] = [rule.value for rule in SOMEWHERE if rule.name == "Cache-Control"]
    assert f"Cache-Control: {forever}" in upload
    for path in files(folder):
        assert any(pattern.fullmatch(path) for pattern in kept) == (answer(path).get("Cache-Control") == forever), path


def files(folder: Path) -> list[str]:
    return [f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file()]


def rclone_pattern(glob: str) -> str:
    """https://rclone.org/filtering/ - one star stays within a folder, two do not."""
    return ".*".join("[^/]*".join(map(re.escape, part.split("*"))) for part in glob.split("**"))
