"""A live preview that has seen many edits shows the same bytes as one that has just been started."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.generate import generate
from funding.check import Memory, check
from funding.labels import Words
from funding.pages.likeness.remembered import Recent
from funding.pages.page import Page
from funding.pages.site import Site, site_pages
from funding.project import find_project
from tests.editing import Editor
from tests.engine.serving import Preview, previewing
from tests.pages.made import ADDRESS, DAY, files_of, pages_of

DECISIONS = 60
EDITS = 25
HANDWRITTEN = "# Mer\n\n[Beslutet](decision:2024/{slug}) och [listan](../beslut/index.md)\n"
_EPOCHS = re.compile(r"livereload\(\d+, \d+\)")
_ADDRESS = re.compile(r"<loc>http://[^/]+/([^<]*)</loc>")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    generate(tmp_path / "project", DECISIONS)
    (tmp_path / "project/docs/om/mer.md").write_text("# Mer\n", "utf-8")
    return tmp_path / "project"


def retitled(file: Path, title: str) -> str:
    text, times = re.subn(r"^title: .*$", f"title: {title}", file.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert times == 1
    return text


def everything(preview: Preview) -> dict[str, tuple[int, str]]:
    """Give all that a preview shows, without its moments."""
    urls = _ADDRESS.findall(preview.get("sitemap.xml")[1])
    data = [f"api/v1/decisions/{url.removeprefix('beslut/')[:-1]}.json" for url in urls if url.startswith("beslut/2")]
    found = {}
    for url in (*urls, *data, "nothing/", "robots.txt", "suggest.json", "search/index.json", "sitemap.xml"):
        status, page = preview.get(url)
        found[url] = status, _EPOCHS.sub("", page)
    return found


def made(site: Site) -> dict[str, bytes | Page]:
    """Give all pages and files of a site but its index."""
    pages: dict[str, bytes | Page] = {source.url: source.render() for source in pages_of(site)}
    return pages | {file.url: file.render() for file in files_of(site)}


def test_site_that_remembers_is_the_one_that_does_not(project: Path) -> None:
    editor, memory, recent = Editor(project, seed=5), Memory(), Recent()
    for _ in range(EDITS):
        options = find_project(project).options
        words = Words(options.lang)
        remembering = check(project, options, words, DAY, cached=False, memory=memory)
        afresh = check(project, options, words, DAY, cached=False)
        assert remembering.problems == afresh.problems
        shown = site_pages(remembering.register, options, words, DAY, ADDRESS, recent=recent)
        assert made(shown) == made(site_pages(afresh.register, options, words, DAY, ADDRESS, recent=Recent()))
        editor.edit()


def test_preview_shows_whatever_is_edited_and_in_the_end_what_a_new_one_shows(project: Path) -> None:
    first, second, third = sorted((project / "decisions/2024").glob("*.yml"))[:3]
    organisations = project / "decisions/registers/organisations.yml"
    page = f"beslut/2024/{first.stem}/"
    with previewing(project) as preview:

        def shown(url: str, text: str) -> str:
            return preview.wait_for(url, lambda html: text in html)

        first.write_text(retitled(first, "Sparad en gång"), "utf-8")
        shown(page, "<h1>Sparad en gång</h1>")
        shown("beslut/2024/", "Sparad en gång")

        sound = second.read_text("utf-8")
        second.write_text("title: [\n", "utf-8")
        for url in ("", "beslut/", page, "om/mer/", "statistik/"):
            assert f"<code>decisions/2024/{second.name}:" in shown(url, 'aria-labelledby="__problems"')
        assert preview.get(f"beslut/2024/{second.stem}/")[0] == 404
        second.write_text(sound, "utf-8")
        preview.wait_for("", lambda html: "</html>" in html and "__problems" not in html)

        (project / "decisions/2024/tillagt.yml").write_text(retitled(first, "Tillagt beslut"), "utf-8")
        shown("beslut/2024/tillagt/", "<h1>Tillagt beslut</h1>")
        third.rename(third.with_name("omdopt.yml"))
        shown("beslut/2024/omdopt/", "decisions/2024/omdopt.json")
        assert preview.get(f"beslut/2024/{third.stem}/")[0] == 404
        (project / "decisions/2024/tillagt.yml").unlink()
        preview.wait_for("beslut/2024/", lambda html: "Tillagt beslut" not in html)
        assert preview.get("beslut/2024/tillagt/")[0] == 404

        recipient = re.findall(r"^recipient: (\S+)$", first.read_text("utf-8"), re.MULTILINE)[0]
        entry = re.compile(rf"^({recipient}:\n  name: ).*$", re.MULTILINE)
        organisations.write_text(entry.sub(r"\1Omdöpt", organisations.read_text("utf-8"), count=1), "utf-8")
        shown(f"mottagare/{recipient}/", "Omdöpt</h1>")
        shown(page, ">Omdöpt</a>")
        (project / "synonyms.yml").write_text("synonyms:\n  - [återkrav, återbetalning]\n", "utf-8")
        written = project / "docs/om/mer.md"
        written.write_text(HANDWRITTEN.format(slug=first.stem), "utf-8")
        shown("om/mer/", f'href="../../beslut/2024/{first.stem}/"')

        settings = project / "mkdocs.yml"
        sound = settings.read_text("utf-8")
        settings.write_text(sound.replace("name: material", "name: readthedocs"), "utf-8")
        preview.wait_until_said("theme.name måste vara material")
        settings.write_text(sound.replace("site_name: Region", "site_name: En annan region"), "utf-8")
        shown(page, "En annan region")
        first.write_text(retitled(first, "Sparad sist"), "utf-8")
        shown(page, "<h1>Sparad sist</h1>")
        long_lived = everything(preview)
        assert "Traceback" not in preview.output.read_text("utf-8")
    with previewing(project, port=preview.port) as preview:
        assert everything(preview) == long_lived
