"""``funding diff`` and ``funding check --against`` as they are called."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from funding.changes.sections import LARGEST_COMMENT
from funding.cli import main
from tests.repository import commit, exchange
from tests.rules.cases import PROJECT

CASES = Path(__file__).parent / "cases"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with a project in a folder of it, whose decision was changed in silence."""
    project = tmp_path / "site"
    shutil.copytree(PROJECT, project)
    case = CASES / "amount-changed-in-silence"
    shutil.copytree(case / "then", project, dirs_exist_ok=True)
    commit(tmp_path)
    exchange(project, case / "then", case / "now")
    monkeypatch.chdir(project)
    monkeypatch.setenv("FUNDING_TODAY", "2024-06-01")
    return project


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def test_diff_prints_the_comment(root: Path) -> None:
    assert root.is_dir()
    result = run("diff", "HEAD")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "- **Belopp:** 500 000 kr → 5 000 000 kr (+4 500 000 kr)\n" in result.stdout


def test_diff_speaks_the_language_asked_for(root: Path) -> None:
    assert root.is_dir()
    assert "### Unusual, is this intended?\n" in run("diff", "HEAD", "--lang", "en").stdout


def test_diff_gives_the_same_as_data(root: Path) -> None:
    assert root.is_dir()
    found = json.loads(run("diff", "HEAD", "--format", "json").stdout)
    assert found["version"] == 1
    assert found["decisions"] == [
        {
            "id": "2024/cykelvagar",
            "was_id": None,
            "path": "decisions/2024/cykelvagar.yml",
            "title": "Cykelvägar i Norrby",
            "what": ["changed"],
            "fields": [
                {"field": "grant.amount", "old": 500_000, "new": 5_000_000},
                {"field": "period.end", "old": "2025-03-31", "new": "2028-03-31"},
            ],
        }
    ]
    assert [problem["code"] for problem in found["problems"]["new"]] == ["changed-in-silence"] * 2
    assert [remark["code"] for remark in found["remarks"]] == ["tenfold", "end"]
    assert found["sums"][0]["then"]["granted"] == 500_000
    assert found["pages"]["decision"] == {"2024/cykelvagar": "beslut/2024/cykelvagar/"}


def test_diff_of_nothing_says_so(root: Path) -> None:
    commit(root)
    result = run("diff", "HEAD")
    assert result.exit_code == 0
    assert result.stdout.startswith("## Det här ändras i besluten\n\n**Inget beslut och inget register ändras.**\n")
    assert "###" not in result.stdout


def test_check_against_fails_for_what_changed_in_silence(root: Path) -> None:
    assert run("check").exit_code == 0
    result = run("check", "--against", "HEAD")
    assert result.exit_code == 1
    assert "decisions/2024/cykelvagar.yml:10:11: fel: Här stod ”500 000”" in result.stdout
    commit(root)
    assert run("check", "--against", "HEAD").exit_code == 0


def test_check_against_shows_the_same_in_any_form_and_of_any_path(root: Path) -> None:
    assert root.is_dir()
    found = json.loads(run("check", "--against", "HEAD", "--format", "json").stdout)
    assert found["counts"]["error"] == 2
    assert run("check", "--against", "HEAD", "decisions/registers").exit_code == 0
    assert run("check", "--against", "HEAD", "decisions/2024").exit_code == 1


@pytest.mark.parametrize("command", [("diff", "{}"), ("check", "--against", "{}")])
@pytest.mark.parametrize("revision", ["nope", "", "--output=x", "HEAD:decisions", "HEAD..HEAD"])
def test_revision_that_is_none_ends_with_2(command: tuple[str, ...], revision: str, root: Path) -> None:
    arguments = [word.format(revision) for word in command]
    result = run(arguments[0], "--", *arguments[1:]) if arguments[0] == "diff" else run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Det finns ingen version som heter ”")
    assert not (root / "x").exists()


def test_folder_without_a_repository_ends_with_2(root: Path) -> None:
    shutil.rmtree(root.parent / ".git")
    assert run("diff", "HEAD").exit_code == 2
    assert "ligger inte i något git-förråd" in run("diff", "HEAD").stderr


def test_machine_without_git_ends_with_2(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    result = run("check", "--against", "HEAD", "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no git" in result.stderr


@pytest.mark.parametrize("url", ["x", "javascript:alert(1)", "https://a b", "https://x.example/>(", "https://x|y"])
def test_preview_that_is_no_address_ends_with_2(url: str, root: Path) -> None:
    assert root.is_dir()
    result = run("diff", "HEAD", "--preview", url)
    assert (result.exit_code, result.stdout) == (2, "")


def test_personal_data_is_in_no_form(root: Path) -> None:
    file = root / "decisions/2024/cykelvagar.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("title: ", "title: 19121212-1212 ").replace("24AB12", "070-123 45 67"), "utf-8")
    for form in ("markdown", "json"):
        shown = run("diff", "HEAD", "--format", form).stdout
        assert "1212-1212" not in shown
        assert "123 45 67" not in shown
        assert "•••" in shown


def test_comment_fits_whatever_changed_and_says_what_is_cut(root: Path) -> None:
    text = (root / "decisions/2024/cykelvagar.yml").read_text("utf-8")
    for number in range(300):
        title = f"Nummer {number} " + "*[<@|åäö>]*" * 16
        (root / f"decisions/2024/nummer-{number}.yml").write_text(
            text.replace("Cykelvägar i Norrby", f"'{title}'").replace("recipient: kommunen", "recipient: okänd"),
            "utf-8",
        )
    comment = run("diff", "HEAD").stdout
    assert len(comment.encode()) <= LARGEST_COMMENT
    assert "till som inte får plats" in comment
    assert "### Sidor som påverkas" in comment
    assert "- `.`" not in comment
    assert len(json.loads(run("diff", "HEAD", "--format", "json").stdout)["decisions"]) == 301
