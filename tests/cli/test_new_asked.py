"""``funding new`` on a terminal: asks until each answer can be taken, completes by the tab key, and may be left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.rules.cases import CASES, lay

ORGANISATIONS = "decisions/registers/organisations.yml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project with one sound decision."""
    lay(CASES / "unknown-key/good.yml", tmp_path)
    monkeypatch.setenv("FUNDING_TODAY", "2024-06-01")
    return tmp_path


def test_editor_is_led_from_a_paper_to_a_draft(root: Path) -> None:
    with Terminal(root, "new") as terminal:
        terminal.answer("Projektets titel:", "")
        terminal.answer("behövs.\nProjektets titel:", "Nya vägar till Örby")
        terminal.answer("[Beviljad]:", "bevljad")
        terminal.answer("Menade du granted?", "")
        terminal.answer("meningar:", "?")
        terminal.answer("meningar:", "Kommunen bygger cykelvägar.")
        terminal.answer("emellan):", "Norby komun")
        terminal.answer("kommunen  (Norrby kommun)", "norrby k\t; cykelf\t")
        terminal.answer("= Cykelfrämjandet i Norrby (foreningen)", "24AB13")
        terminal.answer("Vem beslutar:", "namn\t")
        terminal.answer("(åååå-mm-dd):", "2024-02-30")
        terminal.answer("(åååå-mm-dd):", "2024-03-07")
        terminal.answer("(till exempel 87):", "87")
        terminal.answer("Belopp i kronor:", "2 544 984 kronor")
        terminal.answer("Enter om det inte står):", "ja")
        terminal.answer("procent av kostnaderna:", "33,33 %")
        terminal.answer("bokförda):", "")
        terminal.answer("behövs.", "bokf\t")
        terminal.answer("fond):", "Anslag 1:1")
        terminal.answer("börjar (åååå-mm-dd):", "framgår inte")
        terminal.answer("slutar (åååå-mm-dd):", "")
        terminal.answer("villkor ur registret", "")
        terminal.answer("handlar om", "")
        terminal.answer("handlingen:", "")
        terminal.answer("2024/nya-vagar-till-orby]:", "2024/index")
        terminal.answer("kan inte vara en adress", "")
        assert terminal.end() == 0, terminal.shown
        shown = terminal.shown
    text = (root / "decisions/2024/nya-vagar-till-orby.yml").read_text("utf-8")
    assert text == (Path(__file__).parent / "asked.yml").read_text("utf-8")
    assert "Sparat som utkast: decisions/2024/nya-vagar-till-orby.yml" in shown


def test_organisation_is_added_step_by_step(root: Path) -> None:
    given = ("--title", "Nya vägar", "--status", "avslag", "--summary", "Vägar.", "--reference", "24AB13")
    more = ("--body", "namnden", "--date", "2024-03-07", "--amount", "100", "--source-url", "https://example.org/p")
    rest = ("--source", "anslaget", "--percent", "5", "--of", "totala", "--start", "2024-05", "--end", "2025-05")
    with Terminal(root, "new", *given, *more, *rest, "--id", "2024/nya", "--lang", "en") as terminal:
        terminal.answer("between them):", "new")
        terminal.answer("Name of the organisation:", "Örby Åkeri AB")
        terminal.answer("not known):", "559000-0004")
        terminal.answer("two are swapped", "811218-9876")
        terminal.answer("not known):", "5590000005")
        terminal.answer("not known):", "comp\t")
        for label in ("87):", "does not say):", "register", "about"):
            terminal.answer(label, "")
        assert terminal.end() == 0, terminal.shown
        assert "(orby-akeri-ab)" in terminal.shown
    entry = "orby-akeri-ab:\n  name: Örby Åkeri AB\n  organisation_number: 559000-0005\n  type: company\n"
    assert (root / ORGANISATIONS).read_text("utf-8").endswith(entry)
    assert "recipient: orby-akeri-ab\n" in (root / "decisions/2024/nya.yml").read_text("utf-8")


def test_organisation_that_is_there_already_is_taken(root: Path) -> None:
    before = (root / ORGANISATIONS).read_bytes()
    with Terminal(root, "new", "--title", "Nya vägar", "--status", "avslag", "--summary", "Vägar.") as terminal:
        terminal.answer("emellan):", "ny")
        terminal.answer("Organisationens namn:", "Norrbybussarna")
        terminal.answer("inte är känt):", "5560360793")
        terminal.answer("= Norrby Buss AB (bolaget)", "24AB13")
        for _ in range(13):
            terminal.answer(":", "")
        terminal.end()
    assert (root / ORGANISATIONS).read_bytes() == before


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_interruption_leaves_everything_as_it_was(root: Path, key: str) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    with Terminal(root, "new", "--like", "2024/fall") as terminal:
        terminal.answer("Hämtat från 2024/fall: Vem beslutar: namnden", "Nya vägar")
        terminal.answer("[Beviljad]:", key)
        assert terminal.end() == 2
        assert "Inget är sparat." in terminal.shown
        assert "Traceback" not in terminal.shown
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before
