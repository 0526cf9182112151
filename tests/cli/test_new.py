"""``funding new`` with options: what is given becomes a sound draft, or nothing is written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from funding.cli import main
from tests.rules.cases import CASES, PLACE, lay
from tests.site.projects import ROOT

ORGANISATIONS = "decisions/registers/organisations.yml"
ORDINARY = {
    "--title": "Nya vägar till Örby",
    "--status": "beviljad",
    "--summary": "Kommunen bygger cykelvägar mellan byarna.",
    "--recipient": "Norrby kommun",
    "--reference": "24AB13",
    "--body": "Regionala nämnden",
    "--date": "2024-03-07",
    "--amount": "250000 kr",
    "--ceiling": "true",
    "--percent": "50",
    "--of": "bokförda",
    "--source": "Anslag 1:1",
    "--start": "2024-04-01",
    "--end": "2025-03",
    "--source-url": "https://example.org/protokoll",
}
_BODY = re.compile("^  body: .*", re.MULTILINE)
MADE = "decisions/2024/nya-vagar-till-orby.yml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project with one sound decision, in which the command is run."""
    lay(CASES / "unknown-key/good.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FUNDING_TODAY", "2024-06-01")
    return tmp_path


def funding(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def new(changes: dict[str, str | None] | None = None, *more: str) -> Result:
    options = {**ORDINARY, **(changes or {})}
    return funding(
        "new", *(part for name, value in options.items() if value is not None for part in (name, value)), *more
    )


def snapshot(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / "decisions").rglob("*") if path.is_file()}


def assert_refused(result: Result, *said: str) -> None:
    assert (result.exit_code, result.stdout) == (2, "")
    for words in said:
        assert words in result.stderr


def test_ordinary_decision_is_a_short_sound_canonical_draft(root: Path) -> None:
    result = new()
    assert (result.exit_code, result.stderr) == (0, "")
    assert MADE in result.stdout
    text = (root / MADE).read_text("utf-8")
    assert text == (Path(__file__).parent / "ordinary.yml").read_text("utf-8")
    assert funding("check", "--strict").exit_code == 0
    assert funding("fmt", "--check").exit_code == 0


def test_reviewed_draft_is_a_sound_decision(root: Path) -> None:
    assert "kvar" not in new().stdout
    file = root / MADE
    file.write_text(file.read_text("utf-8").replace("status: draft", "status: granted"), "utf-8")
    assert "0 fel, 0 varningar, 0 upplysningar i 1 fil" in funding("check", MADE).stdout


@pytest.mark.parametrize("status", ["avslag", "ansökt", "withdrawn", "prioriterad", "slutförd"])
def test_other_outcomes_are_sound_too(root: Path, status: str) -> None:
    result = new({"--status": status})
    assert result.exit_code == 0
    word = result.stdout.partition("mot status: ")[2].split()[0]
    file = root / MADE
    file.write_text(file.read_text("utf-8").replace("status: draft", f"status: {word}"), "utf-8")
    assert funding("check", MADE).exit_code == 0


def test_what_is_missing_is_said_and_nothing_written(root: Path) -> None:
    before = snapshot(root)
    result = new({"--date": None, "--amount": None, "--recipient": None})
    assert_refused(result, "--recipient, --date, --amount")
    assert_refused(funding("new"), "--status, --title")
    assert snapshot(root) == before


def test_every_wrong_option_is_said_at_once(root: Path) -> None:
    before = snapshot(root)
    result = new({"--recipient": "Norby komun", "--amount": "2,5 mnkr", "--date": "7 mars", "--status": "bevilja"})
    assert_refused(result, "--status", "--recipient: ", "  kommunen  (Norrby kommun)", "--amount", "--date")
    assert snapshot(root) == before


@pytest.mark.parametrize("given", ["våren 2025", "{as_printed: våren 2025}", "2025-06-31"])
def test_a_date_in_other_words_is_left_to_the_file(root: Path, given: str) -> None:
    before = snapshot(root)
    result = new({"--date": given})
    assert_refused(result, "--date", "hoppa över frågan, och skriv källans ord i filen")
    assert "as_printed:" not in result.output.replace(given, "")
    assert snapshot(root) == before


@pytest.mark.parametrize("given", ["kommunen", "norrby kommun", "212000-1967", "2120001967"])
def test_recipient_is_known_by_any_name(root: Path, given: str) -> None:
    assert new({"--recipient": given}).exit_code == 0
    assert "recipient: kommunen\n" in (root / MADE).read_text("utf-8")


def test_source_that_does_not_say(root: Path) -> None:
    assert new({"--amount": "framgår inte", "--reference": "not_stated"}).exit_code == 0
    text = (root / MADE).read_text("utf-8")
    assert "amount: not_stated" in text
    assert "references: not_stated" in text
    assert_refused(new({"--title": "framgår inte"}), "--title")


def test_like_takes_what_the_meeting_shares(root: Path) -> None:
    shared = dict.fromkeys(("--body", "--date", "--source", "--source-url"))
    assert new(shared, "--like", "2024/fall").exit_code == 0
    text = (root / MADE).read_text("utf-8")
    assert "decision:\n  body: namnden\n  date: 2024-03-06\n" in text
    assert "sources: anslaget" in text
    assert "2024/fall" in text
    assert_refused(new(shared, "--like", "2024/fal"), "2024/fall")


@pytest.mark.parametrize("like", ["2022/profibre4am", "decisions/2015/energieffektiva-foretag.yml"])
def test_meeting_of_a_real_decision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, like: str) -> None:
    for part in ("decisions", "docs"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    monkeypatch.chdir(tmp_path)
    before = funding("check", "--strict").stdout
    given = ("--recipient", "Örebro läns landsting", "--amount", "1 000", "--date", "2022-06-15")
    result = funding("new", "--like", like, "--title", "Cykla mera", "--status", "sökt", *given)
    assert result.exit_code == 0, result.stderr
    after = funding("check", "--strict")
    assert (after.exit_code, after.stdout.count("\n")) == (0, before.count("\n"))
    name = like.removeprefix("decisions/").removesuffix(".yml")
    made, other = tmp_path / "decisions/2022/cykla-mera.yml", ROOT / f"decisions/{name}.yml"
    assert _BODY.findall(made.read_text("utf-8")) == _BODY.findall(other.read_text("utf-8"))


def test_taken_name_gets_a_number_and_a_taken_id_is_refused(root: Path) -> None:
    assert new().exit_code == 0
    before = (root / MADE).read_bytes()
    result = new({"--amount": "300 000"})
    assert MADE.replace(".yml", "-2.yml") in result.stdout
    assert_refused(new({"--id": "2024/nya-vagar-till-orby"}), MADE)
    assert_refused(new({"--id": "../index"}))
    assert_refused(new({"--id": "2024/index"}))
    assert (root / MADE).read_bytes() == before


def test_name_that_once_led_to_a_decision_is_taken(root: Path) -> None:
    file = root / PLACE
    moved = f"{file.read_text('utf-8')}publication:\n  redirect_from: 2024/nya-vagar-till-orby\n"
    file.write_text(moved, "utf-8")
    assert MADE.replace(".yml", "-2.yml") in new().stdout


def test_new_organisation_joins_the_register(root: Path) -> None:
    register = root / ORGANISATIONS
    register.write_text(f"# Alla som fått pengar.\n{register.read_text('utf-8')}", "utf-8")
    before = register.read_text("utf-8")
    added = ("--add-organisation", "--organisation-number", "5590000005", "--organisation-type", "bolag")
    result = new({"--recipient": "Örby Åkeri AB"}, *added)
    assert result.exit_code == 0, result.stderr
    entry = "orby-akeri-ab:\n  name: Örby Åkeri AB\n  organisation_number: 559000-0005\n  type: company\n"
    assert register.read_text("utf-8") == before + entry
    assert "recipient: orby-akeri-ab\n" in (root / MADE).read_text("utf-8")
    assert funding("check", "--strict").exit_code == 0


def test_sorted_register_stays_sorted(root: Path) -> None:
    register = root / ORGANISATIONS
    register.write_text("# A\nbolaget:\n  name: Ett  # ett\n# R\nregionen:\n  name: Två\n", "utf-8")
    assert new({"--recipient": "Mitt emellan"}, "--add-organisation").exit_code == 0
    expected = "# A\nbolaget:\n  name: Ett  # ett\nmitt-emellan:\n  name: Mitt emellan\n# R\nregionen:\n  name: Två\n"
    assert register.read_text("utf-8") == expected


@pytest.mark.parametrize("number", ["559000-0004", "811218-9876", "12", "212000-1967", "\udcff"])
def test_organisation_with_a_wrong_number_is_refused(root: Path, number: str) -> None:
    before = snapshot(root)
    result = new({"--recipient": "Örby Åkeri AB"}, "--add-organisation", "--organisation-number", number)
    assert_refused(result)
    assert "811218" not in result.stderr
    assert snapshot(root) == before


def test_personal_number_in_a_title_is_refused_and_not_repeated(root: Path) -> None:
    before = snapshot(root)
    result = new({"--title": "Stöd till 19811218-9876"})
    assert_refused(result, "--title")
    assert "9876" not in result.stderr
    assert snapshot(root) == before


def test_errors_elsewhere_are_no_hindrance(root: Path) -> None:
    (root / PLACE).write_text("title: Ett: två\n\tstatus", "utf-8")
    (root / "decisions/registers/themes.yml").write_bytes(b"\xff\xfe")
    (root / "decisions/registers/terms.yml").write_text("- 1\n", "utf-8")
    register = root / ORGANISATIONS
    register.write_text(f"{register.read_text('utf-8')}trasig: {{namn: X}}\n", "utf-8")
    assert new().exit_code == 0
    assert funding("check", MADE).exit_code == 0


def test_register_that_cannot_be_read_gets_nothing(root: Path) -> None:
    (root / ORGANISATIONS).write_text("bolaget: [\n", "utf-8")
    before = snapshot(root)
    assert_refused(new({"--recipient": "Örby Åkeri AB"}, "--add-organisation"), "organisations.yml")
    assert snapshot(root) == before
