"""What a built site tells its host fits what lies in the site."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.site.built import BuiltSite
from tests.site.hosts import of_headers_file, of_htaccess
from tests.site.sites import Sites

FILES = ("_headers", ".htaccess", ".nojekyll")
IN_NAME = re.compile(
    r"assets/(?:funding\.[0-9a-f]{10}/.+|.+\.[0-9a-f]{8}\.min\.(?:css|js))|search/.+\.[0-9a-f]{8}\.bin"
)
HELD_BACK = re.compile(r"style|on\w+")
SITES = pytest.mark.parametrize("name", ["own", "own-below", "english"])


def published(site: BuiltSite) -> list[str]:
    files = (path for path in site.folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(site.folder).as_posix() for path in files)


def lasting(site: BuiltSite) -> set[str]:
    answer = of_headers_file((site.folder / "_headers").read_text("utf-8"))
    return {file for file in published(site) if "immutable" in answer(f"/{file}").get("Cache-Control", "")}


def asked_for(site: BuiltSite) -> set[str]:
    """Give the files that pages load by themselves: styles, scripts, pictures."""
    found = set()
    for page in site.pages.values():
        for element in page.markup.all("script", "img", "link"):
            address = element.attributes.get("href" if element.tag == "link" else "src")
            if address and element.attributes.get("rel") != "canonical":
                found.add(urljoin(page.address, address).removeprefix(site.address))
    return found


@SITES
def test_what_never_changes_under_its_name_is_kept_and_nothing_else(sites: Sites, name: str) -> None:
    site = sites[name]
    assert lasting(site) == {file for file in published(site) if IN_NAME.fullmatch(file)}


@SITES
def test_all_that_pages_load_is_named_by_its_contents(sites: Sites, name: str) -> None:
    loaded = asked_for(sites[name])
    assert any(file.endswith(".js") for file in loaded)
    assert any(file.endswith(".css") for file in loaded)
    assert loaded <= lasting(sites[name])


def test_the_styles_of_the_theme_carry_the_hash_of_what_is_published(sites: Sites) -> None:
    styles = list((sites["own"].folder / "assets/stylesheets").iterdir())
    assert styles
    for style in styles:
        assert hashlib.sha256(style.read_bytes()).hexdigest().startswith(style.name.split(".")[1])


def directives(policy: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in policy.split("; "))


@SITES
def test_the_policy_of_the_host_contradicts_that_of_no_page(sites: Sites, name: str) -> None:
    site = sites[name]
    answer = of_headers_file((site.folder / "_headers").read_text("utf-8"))
    sent = directives(answer("/")["Content-Security-Policy"])
    assert sent.pop("frame-ancestors") == "'none'"
    assert sent.pop("script-src") == "'self' 'unsafe-inline'"
    for page in site.pages.values():
        [policy] = [
            element.attributes["content"]
            for element in page.markup.all("meta")
            if element.attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        own = directives(policy)
        assert re.fullmatch(r"'self'( 'sha256-[A-Za-z0-9+/]{43}=')+", own.pop("script-src")), page.url
        assert own == sent, page.url


@SITES
def test_no_page_has_what_its_policy_blocks(sites: Sites, name: str) -> None:
    """Styles and scripts in attributes: Markdown makes some, of a table's column that is set to the right."""
    blocked = [
        f"{page.url}:{element.line} <{element.tag} {attribute}>"
        for page in sites[name].pages.values()
        for element in page.markup.elements
        for attribute in element.attributes
        if HELD_BACK.fullmatch(attribute)
    ]
    assert blocked == []


@SITES
def test_apache_finds_the_page_for_what_is_missing(sites: Sites, name: str) -> None:
    site = sites[name]
    written = (site.folder / ".htaccess").read_text("utf-8")
    [place] = re.findall(r"ErrorDocument 404 (\S+)", written)
    assert site.file_at(urljoin(site.address, place)) == site.folder / "404.html"
    assert of_htaccess(written)(f"{site.prefix}api/v1/x.json")["Access-Control-Allow-Origin"] == "*"


def told(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


def test_hosts_are_told_the_same_in_every_language(sites: Sites) -> None:
    assert told(sites["english"].folder) == told(sites["own"].folder)
