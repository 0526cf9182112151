"""``funding explain``: one rule, several, all; in a project and outside of any; what is asked for in vain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from funding.catalogue import CODES
from funding.catalogue.telling import WIDTH
from funding.cli import main
from funding.labels import Words
from tests.rules.cases import CASES, lay

ALL = [code for codes in CODES.values() for code in codes]


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run the command in an empty folder, which is no project."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FUNDING_TODAY", "2024-06-01")
    return tmp_path


def explain(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["explain", *arguments], catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def settle(root: Path, old: str, new: str) -> None:
    lay(CASES / "unknown-key/good.yml", root)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(old, new), "utf-8")


def test_rule_is_told_whole() -> None:
    result = explain("share-over-half")
    assert result.exit_code == 0
    assert result.stdout == (Path(__file__).parent / "share-over-half.txt").read_text("utf-8")


def test_several_rules_are_told_once_each() -> None:
    told = explain("empty-file", "duplicate-key", "empty-file").stdout
    assert [told.count(f"{code} (fel)") for code in ("empty-file", "duplicate-key")] == [1, 1]


def test_what_was_published_stands_before_the_wrong_way() -> None:
    told = explain("moved-without-redirect").stdout
    parts = [told.index(text) for text in ("Så var det publicerat:", "Fel:", "Rätt:", "redirect_from: 2026/cykelvagar")]
    assert parts == sorted(parts)
    assert "  Filen decisions/2026/cykelvagar.yml är borttagen\n" in told


def test_file_that_is_at_fault_itself_is_marked() -> None:
    assert "\n> Filen decisions/2026/cykelvagar.yml är tom\n" in explain("empty-file").stdout
    assert "\n> decisions/2026/etapp-ett.yml är en länk till cykelvagar.yml\n" in explain("symlink").stdout


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_all_rules_fit_a_terminal(lang: str) -> None:
    lines = explain("--all", "--lang", lang).stdout.splitlines()
    assert [line for line in lines if len(line) > WIDTH] == []
    heads = [line.split(" (")[0] for line in lines if line.partition(" (")[0] in ALL]
    assert heads == ALL


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_without_a_code_all_are_named(lang: str) -> None:
    result = explain("--lang", lang)
    assert result.exit_code == 0
    named = [line.strip().split(" (")[0] for line in result.stdout.splitlines()]
    assert [code for code in named if code in ALL] == ALL
    assert max(map(len, result.stdout.splitlines())) <= WIDTH


def test_json_has_every_rule_with_its_faulty_lines() -> None:
    report = json.loads(explain("--all", "--format", "json").stdout)
    assert report["version"] == 1
    assert [rule["code"] for rule in report["rules"]] == ALL
    (rule,) = json.loads(explain("duplicate-key", "--format", "json").stdout)["rules"]
    (file,) = rule["example"]["wrong"]
    assert [file["lines"][number - 1] for number in file["faulty_lines"]] == ["recipient: foreningen"]
    assert (rule["severity"], rule["group"], rule["url"]) == ("error", "syntax", None)


def test_json_without_a_code_is_that_of_all() -> None:
    assert explain("--format", "json").stdout == explain("--all", "--format", "json").stdout


def test_rule_of_the_disk_has_no_example() -> None:
    assert "Fel:" not in explain("special-file").stdout
    assert json.loads(explain("special-file", "--format", "json").stdout)["rules"][0]["example"] is None


def test_unknown_code_names_the_three_nearest_and_ends_with_2() -> None:
    result = explain("unknown-kye")
    assert (result.exit_code, result.stdout) == (2, "")
    near = result.stderr.removesuffix(".\n").rpartition(" är ")[2].split(", ")
    assert near[0] == "unknown-key"
    assert len(near) == 3


def test_language_and_address_of_the_project(nowhere: Path) -> None:
    settle(nowhere, "organisation: regionen", "organisation: regionen\n      lang: en")
    told = explain("empty-file").stdout
    assert "How to mend it:" in told
    assert told.endswith("On the web: https://beslut.example.org/om/regler/empty-file/\n")
    assert "Så rättar du:" in explain("empty-file", "--lang", "sv").stdout


def test_project_with_a_faulty_option_is_no_hindrance(nowhere: Path) -> None:
    settle(nowhere, "organisation: regionen", "organisation: [1]")
    result = explain("empty-file")
    assert (result.exit_code, result.stderr) == (0, "")


def test_check_gives_each_problem_the_address_of_its_rule(nowhere: Path) -> None:
    settle(nowhere, "", "")
    file = nowhere / "decisions/2024/fall.yml"
    file.write_text(file.read_text("utf-8").replace("status: granted", "status: beviljad\ntitel: A\ntitl: B"), "utf-8")
    address = "https://beslut.example.org/om/regler"
    report = CliRunner().invoke(main, ["check", "--format", "json"], catch_exceptions=False)
    assert {(problem["code"], problem["url"]) for problem in json.loads(report.stdout)["problems"]} == {
        ("unknown-value", f"{address}/unknown-value/"),
        ("unknown-key", f"{address}/unknown-key/"),
    }
    text = CliRunner().invoke(main, ["check"], catch_exceptions=False).stdout
    assert text.count(f"{Words('sv').text('report.more')} {address}/unknown-key/\n") == 1


def test_check_without_an_address_of_the_site_gives_none(nowhere: Path) -> None:
    settle(nowhere, "site_url: https://beslut.example.org/\n", "")
    file = nowhere / "decisions/2024/fall.yml"
    file.write_text(file.read_text("utf-8") + "titel: A\n", "utf-8")
    report = CliRunner().invoke(main, ["check", "--format", "json"], catch_exceptions=False)
    assert [problem["url"] for problem in json.loads(report.stdout)["problems"]] == [None]
