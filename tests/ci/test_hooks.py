"""The hooks for pre-commit call commands that there are, on the files of decisions."""

from __future__ import annotations

import re

import pytest
import yaml

from funding.cli import COMMANDS
from tests.site.projects import ROOT

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


@pytest.mark.parametrize("name", HOOKS)
def test_hook_calls_a_command(name: str) -> None:
    program, command = HOOKS[name]["entry"].split()
    assert program == "funding"
    assert command in COMMANDS


@pytest.mark.parametrize(
    ("path", "hooks"),
    [
        ("decisions/2024/x.yml", {"funding-check", "funding-fmt"}),
        ("decisions/registers/bodies.yml", {"funding-check", "funding-fmt"}),
        ("decisions/2024/bilaga.pdf", {"funding-check"}),
        ("mkdocs.yml", {"funding-check"}),
        ("docs/om/index.md", set()),
    ],
)
def test_hook_is_for_files_of_decisions(path: str, hooks: set[str]) -> None:
    assert {name for name, hook in HOOKS.items() if re.search(hook["files"], path)} == hooks
