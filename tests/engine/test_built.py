"""The small project as MkDocs builds it with our engine."""

from __future__ import annotations

import gzip
import re
from html import unescape
from pathlib import Path

import pytest
from markupsafe import Markup, escape

from funding.engine.staging import Staging
from tests.engine.building import build, built, copy_project, tree
from tests.engine.project.fake_site import CONTENT, HOSTILE

JOINED = ("beslut/2024/one/", "beslut/2024/two/", "beslut/2024/three/", "beslut/sida-2/", "ar/2024/", "gone/")
PAGES = ("", "beslut/", "om/", "mer/", *JOINED)


def html(site: Path, url: str) -> str:
    path = site / url
    return (path if path.suffix else path / "index.html").read_bytes().decode()


def test_joined_page_equals_the_page_rendered_whole(site: Path, tmp_path: Path) -> None:
    whole = built(copy_project(tmp_path / "whole"), FAKE_WHOLE="1")
    assert {url: html(site, url) for url in JOINED} == {url: html(whole, url) for url in JOINED}


@pytest.mark.parametrize("url", ["beslut/", "beslut/2024/one/"])
def test_content_is_byte_identical(site: Path, url: str) -> None:
    title = Markup("Alla <b>beslut</b>") if url == "beslut/" else "Ett beslut"
    assert str(CONTENT.format(title=str(title))) in html(site, url)


@pytest.mark.parametrize("url", PAGES)
def test_policy_stands_right_after_the_charset(site: Path, url: str) -> None:
    page = html(site, url)
    assert re.search(r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" ', page)
    assert len(page.partition("<meta charset")[0].encode()) < 1024


@pytest.mark.parametrize("url", [*PAGES, "404.html"])
def test_page_names_no_generator_and_asks_no_other_host(site: Path, url: str) -> None:
    page = html(site, url)
    assert "generator" not in page
    own = r"https://bidrag\.example/|https://schema\.org|https://example\.org/|http://www\.w3\.org/2000/svg"
    assert not re.search(rf"https?://(?!{own.replace('https?://', '')})", re.sub(own, "", page))
    assert "mkdocs-material" not in page
    assert 'data-md-component="source"' not in page


def test_hostile_title_is_text_everywhere(site: Path) -> None:
    page = html(site, "beslut/2024/two/")
    assert HOSTILE not in page
    assert page.count(str(escape(HOSTILE))) == 4
    assert unescape(page).count(HOSTILE) == 4


def test_site_name_is_text_everywhere(site: Path) -> None:
    for url in PAGES:
        assert "<beslut>" not in html(site, url)


@pytest.mark.parametrize("url", [*PAGES, "404.html"])
def test_open_graph_is_told_the_name_of_the_site_once(site: Path, url: str) -> None:
    told = re.findall(r'property="og:site_name" content="([^"]*)"', html(site, url))
    assert told == ["Bidrag &amp; &lt;beslut&gt;"]


def test_hand_written_page_has_title_description_and_structured_data(site: Path) -> None:
    page = html(site, "om/")
    assert "<title>Om &lt;webbplatsen&gt; &amp; dig – Bidrag &amp; &lt;beslut&gt;</title>" in page
    assert 'name="description" content="Vad &#34;webbplatsen&#34; är &amp; vem den är till för"' in page
    assert '<link rel="canonical" href="https://bidrag.example/om/">' in page
    assert '<meta property="og:url" content="https://bidrag.example/om/">' in page
    assert r'"name": "Om \u003cwebbplatsen\u003e \u0026 dig"' in page


def test_hand_written_page_links_to_what_the_site_makes(site: Path) -> None:
    page = html(site, "om/")
    assert '<a href="../beslut/2024/one/">ett beslut</a>' in page
    assert '<a href="../beslut/2024/one/#villkor" title="decision:2024/one">' in page
    assert '<a href="../mottagare/region-a/">mottagaren</a>' in page
    assert '<a href="../mer/">mer</a>' in page
    assert "<a class=\"raw\" href='../beslut/2024/one/'>" in page
    assert "decision:2024/nothing" in page


def test_current_tab_is_marked(site: Path) -> None:
    assert re.findall(r'href="([^"]*)" aria-current="(\w+)"', html(site, "beslut/")) == [("../beslut/", "page")]
    assert re.findall(r'href="([^"]*)" aria-current="(\w+)"', html(site, "mer/")) == [("../om/", "true")]
    assert re.findall(r'href="([^"]*)" aria-current="(\w+)"', html(site, "")) == [("./", "page")]
    assert re.findall(r'href="([^"]*)" aria-current="(\w+)"', html(site, "ar/2024/")) == []
    joined = re.findall(r'href="([^"]*)" aria-current="(\w+)"', html(site, "beslut/2024/one/"))
    assert joined == [("../../../beslut/", "true")]


def test_page_that_is_not_found_links_absolutely(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "p")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("bidrag.example/", "bidrag.example/under/sida"), "utf-8")
    page = html(built(project), "404.html")
    addresses = re.findall(r'(?:href|src)="([^"]+)"', page.replace(str(CONTENT.format(title="Finns inte")), ""))
    assert set(filter(lambda address: not address.startswith(("/under/sida/", "#")), addresses)) == set()


def test_map_and_page_of_faults_are_ours(site: Path) -> None:
    assert (site / "sitemap.xml").read_bytes() == b"<urlset/>"
    assert not (site / "sitemap.xml.gz").exists()
    assert "Finns inte" in html(site, "404.html")
    assert (site / "robots.txt").read_bytes() == b"User-agent: *\n"


def test_nothing_is_published_that_no_page_asks_for(site: Path) -> None:
    kinds = {Path(path).suffix for path in tree(site) if not path.startswith("search/")}
    assert kinds == {".html", ".css", ".js", ".svg", ".json", ".txt", ".xml"}
    assert not [path for path in tree(site) if "lunr" in path or "workers" in path or path.endswith(".png")]
    assert max(len(gzip.compress(html(site, url).encode())) for url in JOINED) < 6_000


def test_unknown_link_stops_the_build_and_leaves_the_old_site(project: Path) -> None:
    old = tree(built(project))
    (project / "docs/om.md").write_text("# Om\n\n[x](decision:2024/none) [y](theme:x)\n", "utf-8")
    (project / "docs/mer.md").write_text("# Mer\n\n[x](organisation:none#y)\n", "utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "docs/om.md: länken decision:2024/none" in done.stdout
    assert "docs/mer.md: länken organisation:none#y" in done.stdout
    assert "theme:x" not in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(project / "site") == old
    assert not (project / ".site-new").exists()


def test_strict_publishes_nothing_when_mkdocs_has_warned(project: Path) -> None:
    old = tree(built(project, "--strict"))
    (project / "docs/mer.md").write_text("# Mer än så\n\n[x](nowhere.md)\n", "utf-8")
    assert build(project, "--strict").returncode == 1
    assert tree(project / "site") == old
    assert tree(built(project)) != old


@pytest.mark.parametrize("path", ["beslut.md", "beslut/index.md", "beslut/2024/one.md", "robots.txt"])
def test_file_in_the_place_of_a_page_is_refused(project: Path, path: str) -> None:
    old = tree(built(project))
    file = project / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("# Egen\n", "utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "samma plats" in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(project / "site") == old


def test_missing_page_of_the_footer_is_named(project: Path) -> None:
    (project / "docs/om.md").unlink()
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("      - om.md\n", ""), "utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "docs/om/index.md saknas" in done.stdout


def test_project_without_navigation_gets_one(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").partition("nav:")[0], "utf-8")
    page = html(built(project, "--strict"), "beslut/2024/one/")
    assert re.findall(r'class="md-tabs__link" href="([^"]*)"[^>]*>([^<]*)<', page) == [
        ("../../../", "Start"),
        ("../../../beslut/", "Alla &lt;b&gt;beslut&lt;/b&gt;"),
        ("../../../mer/", "Mer"),
        ("../../../om/", "Om &lt;webbplatsen&gt; &amp; dig"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("site_url: https://bidrag.example/", "", "site_url saknas"),
        ("theme:", "use_directory_urls: false\ntheme:", "use_directory_urls"),
        ("  name: material", "  name: mkdocs", "theme.name"),
    ],
)
def test_settings_that_cannot_work_are_named(project: Path, before: str, after: str, message: str) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(before, after, 1), "utf-8")
    done = build(project)
    assert done.returncode == 1
    assert message in done.stdout
    assert "Traceback" not in done.stdout
    assert not (project / "site").exists()


def test_repository_link_brings_no_script_of_another_host(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "repo_url: https://github.com/a/b\n", "utf-8")
    assert "github.com" not in html(built(project), "om/")


def test_region_keeps_its_own_logo_style_and_templates(project: Path) -> None:
    settings = project / "mkdocs.yml"
    changed = settings.read_text("utf-8").replace(
        "  name: material", "  name: material\n  logo: own.svg\n  favicon: own.png\n  custom_dir: mine"
    )
    settings.write_text(changed + "extra_css:\n  - own.css\n", "utf-8")
    for name in ("own.svg", "own.png", "own.css"):
        (project / "docs" / name).write_text("", "utf-8")
    (project / "mine/partials").mkdir(parents=True)
    (project / "mine/partials/footer.html").write_text("<footer>eget</footer>", "utf-8")
    page = html(built(project), "beslut/2024/one/")
    assert 'src="../../../own.svg"' in page
    assert 'rel="icon" href="../../../own.png"' in page
    assert '<link rel="stylesheet" href="../../../own.css">' in page
    assert "<footer>eget</footer>" in page


def test_second_build_of_the_same_site_is_refused(project: Path) -> None:
    staging = Staging(project / "site")
    done = build(project)
    staging.close()
    assert done.returncode == 1
    assert "Ett annat bygge" in done.stdout
