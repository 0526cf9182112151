"""The live preview shows what is saved, and lists what is wrong on top of every page."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.engine.building import BIN, PROJECT, environment
from tests.engine.serving import previewing

RELOADS = "livereload("


@pytest.mark.parametrize("command", ["mkdocs", "properdocs"])
def test_saved_file_is_shown_and_a_broken_one_is_listed(project: Path, command: str) -> None:
    three = project / "decisions/three.txt"
    with previewing(project, command=command) as preview:
        status, page = preview.get("beslut/2024/three/")
        assert status == 200
        assert "<h1>Tredje beslutet</h1>" in page
        assert RELOADS in page
        assert "Content-Security-Policy" not in page
        assert preview.get("beslut/2024/three")[0] == 200
        assert preview.get("api/v1/decisions/2024/one.json") == (200, "{}")
        assert preview.get("robots.txt") == (200, "User-agent: *\n")
        status, page = preview.get("beslut/2024/nothing/")
        assert (status, "Finns inte" in page) == (404, True)

        three.write_text("Ändrat beslut\n", "utf-8")
        preview.wait_for("beslut/2024/three/", lambda page: "<h1>Ändrat beslut</h1>" in page)

        three.write_text("", "utf-8")
        for url in ("", "beslut/2024/one/", "om/"):
            page = preview.wait_for(url, lambda page: 'aria-labelledby="__problems"' in page)
            assert "<code>decisions/three.txt:1:1</code> Filen &lt;är&gt; tom <em>Skriv en titel</em>" in page
        assert preview.get("beslut/2024/three/")[0] == 404

        three.write_text("Helt igen\n", "utf-8")
        page = preview.wait_for("beslut/2024/three/", lambda page: "<h1>Helt igen</h1>" in page)
        assert "__problems" not in page
        assert "Traceback" not in preview.output.read_text("utf-8")
    assert not (project / "site").exists()
    assert not list(project.glob(".site*"))


def test_folder_is_made_when_something_in_it_is_asked_for(project: Path) -> None:
    about = project / "docs/om.md"
    with previewing(project) as preview:
        for text in ("Tillagt en gång", "Tillagt en gång till"):
            about.write_text(f"# Om\n\n{text}\n", "utf-8")
            preview.wait_for("om/", lambda page, text=text: text in page)  # type: ignore[misc]  # it is asked at once
        assert preview.get("search/a.1f.bin") == (200, "1")
        assert preview.get("search/index.json") == (200, "1")
        assert preview.get("search/b.2e.bin")[0] == 404
        about.write_text("# Om\n\nEn tredje\n", "utf-8")
        preview.wait_for("om/", lambda page: "En tredje" in page)
        assert preview.get("search/index.json") == (200, "2")


def test_decisions_may_be_moved_away_and_back(project: Path) -> None:
    decisions, away = project / "decisions", project / "away"
    with previewing(project) as preview:
        assert preview.get("beslut/2024/three/")[0] == 200
        for _ in range(2):
            decisions.rename(away)
            preview.wait_for("beslut/2024/three/", lambda page: "Finns inte" in page)
            away.rename(decisions)
            preview.wait_for("beslut/2024/three/", lambda page: "<h1>Tredje beslutet</h1>" in page)
        (decisions / "three.txt").write_text("Ändrat beslut\n", "utf-8")
        preview.wait_for("beslut/2024/three/", lambda page: "<h1>Ändrat beslut</h1>" in page)
        about = project / "docs/om.md"
        about.write_text(about.read_text("utf-8") + "\nTillagt\n", "utf-8")
        preview.wait_for("om/", lambda page: "Tillagt" in page)
        assert "Traceback" not in preview.output.read_text("utf-8")


def test_link_to_nothing_is_listed_and_the_preview_goes_on(project: Path) -> None:
    about = project / "docs/om.md"
    with previewing(project) as preview:
        about.write_text("# Om\n\n[x](decision:2024/<none>)\n", "utf-8")
        page = preview.wait_for("beslut/2024/one/", lambda page: "leder ingenstans" in page or "__problems" in page)
        assert "docs/om.md: länken decision:2024/&lt;none&gt; pekar på något som inte finns" in page
        about.write_text((PROJECT / "docs/om.md").read_text("utf-8"), "utf-8")
        preview.wait_for("beslut/2024/one/", lambda page: "__problems" not in page)


def test_preview_under_a_path(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("bidrag.example/", "bidrag.example/under/"), "utf-8")
    with previewing(project, path="/under/") as preview:
        status, page = preview.get("beslut/2024/two/")
        assert (status, RELOADS in page) == (200, True)
        assert 'href="/under/' in preview.get("nothing/")[1]


def test_preview_that_does_not_reload_shows_every_page(project: Path) -> None:
    with previewing(project, "--no-livereload") as preview:
        status, page = preview.get("beslut/2024/three/")
        assert (status, "<h1>Tredje beslutet</h1>" in page) == (200, True)
        assert RELOADS not in page


def test_a_second_preview_says_that_the_address_is_taken(project: Path) -> None:
    with previewing(project) as preview:
        address = preview.address.removeprefix("http://").rstrip("/")
        second = subprocess.run(
            [str(BIN / "mkdocs"), "serve", "--livereload", "--dev-addr", address],
            cwd=project, env=environment(), capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
    assert second.returncode == 1
    assert "Traceback" not in second.stderr
    assert f"kan inte öppnas på {address}" in second.stderr
