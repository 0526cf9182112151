"""The command: what it prints, how it ends, and that nothing makes it fall."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from funding.cli import main
from tests.repository import commit
from tests.rules.cases import CASES, PLACE, lay

GOOD = CASES / "unknown-key/good.yml"
DAY = "2024-06-01"
COMMAND = Path(sys.executable).parent / "funding"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project with one sound decision, in which the command is run."""
    lay(GOOD, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FUNDING_TODAY", DAY)
    return tmp_path


def check(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def spoil(root: Path, old: str, new: str) -> None:
    file = root / PLACE
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_sound_project_ends_with_0(root: Path) -> None:
    assert root.is_dir()
    result = check()
    assert (result.exit_code, result.stdout) == (0, "0 fel, 0 varningar, 0 upplysningar i 8 filer.\n")


def test_drafts_are_counted_beside_a_revision_too(root: Path) -> None:
    commit(root, "Sound")
    (root / "decisions/2024/utkast.yml").write_text("title: Cykelvägar\nstatus: draft\n", "utf-8")
    for arguments in ((), ("--against", "HEAD")):
        assert check(*arguments).stdout.endswith("i 9 filer. 1 utkast, visas inte.\n")


def test_error_ends_with_1(root: Path) -> None:
    spoil(root, "status: granted", "status: beviljad")
    result = check()
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{PLACE}:2:9: fel: ”beviljad” är inget giltigt värde. [unknown-value]\n")
    assert "Menade du granted?" in result.stdout


def test_warning_ends_with_1_only_if_strict(root: Path) -> None:
    spoil(root, "title: Cykelvägar i Norrby", "title: CYKELVÄGAR I NORRBY")
    assert check().exit_code == 0
    assert check("--strict").exit_code == 1


def test_note_never_fails(root: Path) -> None:
    spoil(root, "recipient: kommunen", "recipient: regionen")
    assert "funder-is-recipient" in check().stdout
    assert check("--strict").exit_code == 0


def test_acknowledged_warning_does_not_fail_strict(root: Path) -> None:
    spoil(root, "title: Cykelvägar i Norrby", "title: CYKELVÄGAR I NORRBY")
    with (root / PLACE).open("a", encoding="utf-8") as file:
        file.write("acknowledged: {code: title-in-capitals, reason: Så heter det.}\n")
    assert check("--strict").exit_code == 0


def test_json_goes_to_the_output_alone(root: Path) -> None:
    spoil(root, "status: granted", "status: beviljad")
    result = check("--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["counts"] == {"error": 1, "warning": 0, "note": 0}
    assert result.stderr == ""


@pytest.mark.parametrize(("lang", "word"), [("sv", "fel"), ("en", "error")])
def test_language_of_the_option(lang: str, word: str, root: Path) -> None:
    spoil(root, "status: granted", "status: beviljad")
    assert f":2:9: {word}: " in check("--lang", lang).stdout


def in_english(root: Path) -> None:
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("organisation: regionen", "organisation: regionen\n      lang: en"), "utf-8"
    )


def test_language_of_the_project(root: Path) -> None:
    in_english(root)
    assert "errors" in check().stdout


def test_paths_choose_what_is_shown_and_how_it_ends(root: Path) -> None:
    (root / "decisions/2023").mkdir()
    (root / "decisions/2023/trasig.yml").write_text("title: [\n", "utf-8")
    checked = check("decisions/2024")
    assert (checked.exit_code, checked.stdout) == (0, "0 fel, 0 varningar, 0 upplysningar i 1 fil.\n")
    assert checked.stderr == "Det finns 1 fel i andra filer. Kör funding check utan fil för att se det.\n"
    assert check("decisions/2024", "decisions/2023/trasig.yml").exit_code == 1
    assert "1 fel" in check("decisions/2023").stdout


def test_project_is_found_from_a_folder_below(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "decisions/2024")
    assert check("fall.yml").stdout == "0 fel, 0 varningar, 0 upplysningar i 1 fil.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["borta.yml"], "borta.yml: finns inte."),
        ([".."], "ligger utanför projektet"),
        (["--format", "xml"], "xml"),
        (["--lang", "de"], "de"),
        (["--sträng"], "--sträng"),
    ],
)
def test_misuse_ends_with_2(arguments: list[str], said: str, root: Path) -> None:
    assert root.is_dir()
    result = check(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_no_project_ends_with_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (check().exit_code, check().stdout) == (2, "")
    assert "Det finns ingen mkdocs.yml" in check().stderr
    assert "There is no mkdocs.yml" in check("--lang", "en").stderr


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("site_name: [\n", "mkdocs.yml går inte att läsa"),
        ("site_name: x\n", "nämner inte funding"),
        ("plugins:\n  - funding:\n      lang: sv\n", "organisation"),
        ("plugins:\n  - funding:\n      organisation: regionen\n      färg: blå\n", "färg"),
    ],
)
def test_settings_that_cannot_be_used_end_with_2(settings: str, said: str, root: Path) -> None:
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    result = check()
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize("command", ["check", "schema"])
def test_settings_that_are_not_there_are_told_by_their_place(command: str, root: Path) -> None:
    (root / "mkdocs.yml").write_text("INHERIT: borta.yml\n", "utf-8")
    result = CliRunner().invoke(main, [command])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "borta.yml går inte att läsa: No such file or directory." in result.stderr


def test_day_that_is_none_ends_with_2(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert root.is_dir()
    monkeypatch.setenv("FUNDING_TODAY", "i går")
    assert check().exit_code == 2
    assert "FUNDING_TODAY är i går" in check().stderr


def test_output_of_another_alphabet_shows_what_it_can(root: Path) -> None:
    spoil(root, "status: granted", "status: beviljad")
    result = installed(root, PYTHONIOENCODING="latin-1")
    assert result.returncode == 1
    assert "?beviljad? är inget giltigt värde.".encode("latin-1") in result.stdout
    assert result.stderr == b""


def test_github_gets_the_whole_list_on_the_page_of_the_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = root / "page.md"
    page.write_text("Förut.\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    spoil(root, "status: granted", "status: beviljad")
    assert check("--format", "json").exit_code == 1
    assert page.read_text("utf-8") == "Förut.\n"
    result = check("--format", "github")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.startswith(f"::error file={PLACE},line=2,endLine=2,col=9,endColumn=17,title=unknown-value::")
    assert page.read_text("utf-8").startswith("Förut.\n## Kontroll av besluten\n")
    assert "`unknown-value`" in page.read_text("utf-8")


def test_github_gets_the_files_that_a_proposal_changes_first(root: Path) -> None:
    for name in ("annat", "sist"):
        (root / f"decisions/2024/{name}.yml").write_text(
            (root / PLACE).read_text("utf-8").replace("granted", "beviljad"), "utf-8"
        )
    commit(root, "Some decisions")
    with (root / "decisions/2024/sist.yml").open("a", encoding="utf-8") as file:
        file.write("# ändrad\n")
    paths = re.findall("^::error file=([^,]+)", check("--format", "github", "--against", "HEAD").stdout, re.MULTILINE)
    assert paths[0] == "decisions/2024/sist.yml"
    assert set(paths) == {"decisions/2024/sist.yml", "decisions/2024/annat.yml"}


def test_page_of_the_run_that_cannot_be_written_ends_with_2(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root))
    result = check("--format", "github")
    assert result.exit_code == 2
    assert str(root) in result.stderr
    in_english(root)
    assert "cannot be read" in check("--format", "github").stderr


def test_programs_read_utf_8_whatever_the_terminal_writes(root: Path) -> None:
    spoil(root, "status: granted", "status: beviljad")
    command = Path(sys.executable).parent / "funding"
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    for form in ("github", "junit"):
        result = subprocess.run(
            [command, "check", "--format", form], cwd=root, env=environment, capture_output=True, check=False
        )
        assert "”beviljad” är inget giltigt värde." in result.stdout.decode()


def test_folder_that_is_gone_ends_with_2(tmp_path: Path) -> None:
    gone = tmp_path / "borta"
    gone.mkdir()
    script = "import os, sys; os.rmdir(os.getcwd()); from funding.cli import main; main(['check'])"
    result = subprocess.run([sys.executable, "-c", script], cwd=gone, capture_output=True, check=False)
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr


def test_installed_command_is_quiet_in_a_pipe(root: Path) -> None:
    result = installed(root)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\x1b" not in result.stdout


def installed(root: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [COMMAND, "check"], cwd=root, env={**os.environ, **environment}, capture_output=True, check=False
    )


@pytest.mark.parametrize("arguments", [["schema"], ["check"], ["--help"]])
@pytest.mark.parametrize("elsewhere", [">/dev/full", ">&-"])
def test_answer_that_cannot_be_written_is_told(root: Path, arguments: list[str], elsewhere: str) -> None:
    done = in_shell(root, f"{COMMAND} {' '.join(arguments)} {elsewhere}")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Svaret går inte att skriva: ")
    assert len(done.stderr.splitlines()) == 1


def test_answer_that_nobody_reads_ends_in_silence(root: Path) -> None:
    done = in_shell(root, f"({COMMAND} schema; echo $? >&2) | true")
    assert done.stderr == "1\n"


def in_shell(root: Path, line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["/bin/sh", "-c", line], cwd=root, capture_output=True, text=True, check=False)
