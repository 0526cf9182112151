"""The comment on a proposed change: one, on the right proposal, of text that can call nobody.

The script of the workflow is run as it stands, by Node, against lists in the place of GitHub.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.projects import ROOT

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/comment.yml").read_text("utf-8"))
[SCRIPT] = [step["with"]["script"] for step in WORKFLOW["jobs"]["comment"]["steps"] if "script" in step["with"]]
SHA, OTHER_SHA = "a" * 40, "b" * 40
RUN = {
    "id": 7,
    "head_sha": SHA,
    "head_branch": "nytt-beslut",
    "head_repository": {"id": 42, "owner": {"login": "nagon"}},
}
PULL = {"number": 3, "head": {"sha": SHA, "repo": {"id": 42}}}
BOT = {"login": "github-actions[bot]"}
MARKER = "<!-- funding diff -->"


@pytest.fixture
def change(tmp_path: Path) -> Path:
    """Give the file of the description, in the folder where the script is run."""
    file = tmp_path / "change/change.md"
    file.parent.mkdir()
    file.write_text("## Ändringar\n\nBelopp: 1 kr → 2 kr\n", "utf-8")
    return file


def asked(change: Path, pulls: list[Any], comments: list[Any]) -> list[Any]:
    """Run the script and give what it asked GitHub to do, the search for the proposal first."""
    given = json.dumps({"script": SCRIPT, "run": RUN, "pulls": pulls, "comments": comments})
    command = ["node", str(Path(__file__).with_name("comment.mjs"))]
    result = subprocess.run(
        command, cwd=change.parents[1], input=given, capture_output=True, check=True, encoding="utf-8"
    )
    said: list[Any] = json.loads(result.stdout)
    assert said[0] == ["list", {"owner": "region", "repo": "beslut", "state": "open", "head": "nagon:nytt-beslut"}]
    return said[1:]


def test_the_first_comment_is_made(change: Path) -> None:
    [(what, given)] = asked(change, [PULL], [])
    assert (what, given["issue_number"]) == ("create", 3)
    assert given["body"].startswith(f"{MARKER}\n## Ändringar\n\nBelopp: 1 kr → 2 kr\n")
    assert SHA in given["body"]


def test_the_next_replaces_it_and_no_other(change: Path) -> None:
    comments = [
        {"id": 1, "user": {"login": "nagon"}, "body": f"{MARKER}\nförfalskad"},
        {"id": 2, "user": BOT, "body": "något annat"},
        {"id": 3, "user": None, "body": MARKER},
        {"id": 4, "user": BOT, "body": f"{MARKER}\nden förra"},
    ]
    [(what, given)] = asked(change, [PULL], comments)
    assert (what, given["comment_id"]) == ("update", 4)


@pytest.mark.parametrize(
    "head",
    [
        {"sha": OTHER_SHA, "repo": {"id": 42}},
        {"sha": SHA, "repo": {"id": 43}},
        {"sha": SHA, "repo": None},
    ],
)
def test_nothing_is_written_on_another_proposal(head: dict[str, Any], change: Path) -> None:
    assert [what for what, _ in asked(change, [{"number": 9, "head": head}], [])] == ["info"]


def test_the_right_proposal_of_several_is_found(change: Path) -> None:
    older = {"number": 2, "head": {"sha": OTHER_SHA, "repo": {"id": 42}}}
    [(_, given)] = asked(change, [older, PULL], [])
    assert given["issue_number"] == 3


def test_a_description_calls_nobody_and_hides_nothing(change: Path) -> None:
    change.write_text("@alla och @region/handlaggare <!-- funding diff --> slut", "utf-8")
    [(_, given)] = asked(change, [PULL], [])
    assert "@alla" not in given["body"]
    assert "@region" not in given["body"]
    assert given["body"].count("<!--") == 1


def test_a_long_description_is_cut_below_what_github_takes(change: Path) -> None:
    change.write_text("å" * 200_000, "utf-8")
    [(_, given)] = asked(change, [PULL], [])
    assert len(given["body"]) < 65_536
    assert "Resten står på [körningens sida](https://kod.example/region/beslut/actions/runs/7)" in given["body"]


def test_a_link_in_the_place_of_the_description_is_not_followed(change: Path) -> None:
    change.unlink()
    change.symlink_to("/etc/hostname")
    assert [what for what, _ in asked(change, [PULL], [])] == ["failed"]


def test_a_description_that_is_missing_is_told(change: Path) -> None:
    change.unlink()
    assert [what for what, _ in asked(change, [PULL], [])] == ["failed"]
