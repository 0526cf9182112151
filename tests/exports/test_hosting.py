"""Three kinds of servers are told the same, within what each of them can read."""

from __future__ import annotations

import pytest

from funding.exports.hosting import EVERYWHERE, SOMEWHERE, headers_file, hosting_files, htaccess, nginx_conf
from tests.site.hosts import of_headers_file, of_htaccess, of_nginx

FOR_A_YEAR = "public, max-age=31536000, immutable"
SHARED_AND_CACHED = {
    "": (None, "no-cache"),
    "beslut/2024/x/": (None, "no-cache"),
    "404.html": (None, "no-cache"),
    "sitemap.xml": (None, "no-cache"),
    "dokument/bilaga.pdf": (None, "no-cache"),
    "stylesheets/extra.css": (None, "no-cache"),
    "assets/stylesheets/extra.css": (None, "no-cache"),
    "assets/images/logo.png": (None, "no-cache"),
    "om/assets/funding.0123456789/a.css": (None, "no-cache"),
    "om/api/": (None, "no-cache"),
    "api/v1/decisions/2024/x.json": ("*", "no-cache"),
    "data/changes.jsonl": ("*", "no-cache"),
    "assets/funding.0123456789/frame.css": (None, FOR_A_YEAR),
    "assets/funding.0123456789/search/start.js": (None, FOR_A_YEAR),
    "assets/javascripts/bundle.a5f9d56c.min.js": (None, FOR_A_YEAR),
    "assets/stylesheets/main.57a0d79d.min.css": (None, FOR_A_YEAR),
    "assets/stylesheets/palette.fb2fffe2.min.css": (None, FOR_A_YEAR),
}


@pytest.mark.parametrize("path", SHARED_AND_CACHED)
def test_every_server_sends_the_same(path: str) -> None:
    shared, cached = SHARED_AND_CACHED[path]
    expected = {**dict(EVERYWHERE), "Cache-Control": cached}
    if shared:
        expected["Access-Control-Allow-Origin"] = shared
    assert of_htaccess(htaccess("/"))(f"/{path}") == expected
    assert of_htaccess(htaccess("/under/a.b/"))(f"/under/a.b/{path}") == expected
    assert of_nginx(nginx_conf("bidrag.example", "/srv/bidrag"))(f"/{path}") == expected
    if cached == "no-cache":
        del expected["Cache-Control"]
    assert of_headers_file(headers_file())(f"/{path}") == expected


def test_a_site_below_another_leaves_the_rest_of_the_server_alone() -> None:
    answer = of_htaccess(htaccess("/under/a.b/"))
    for path in ("/api/x.json", "/under/aXb/api/x.json", "/else/under/a.b/api/x.json"):
        assert "Access-Control-Allow-Origin" not in answer(path)


def test_the_limits_of_cloudflare_pages_are_kept() -> None:
    """https://developers.cloudflare.com/pages/configuration/headers/ - 100 rules, 2 000 characters, one splat."""
    lines = headers_file().splitlines()
    places = [line for line in lines if line.startswith("/")]
    assert len(places) <= 100
    assert all(place.count("*") <= 1 for place in places)
    assert max(map(len, lines)) <= 2_000


def test_no_value_needs_quoting_in_any_of_the_languages() -> None:
    values = [value for _, value in EVERYWHERE] + [rule.value for rule in SOMEWHERE]
    assert [value for value in values if set(value) & set('"$%\\\n')] == []


def test_what_is_not_here_has_a_page_on_apache_and_nginx() -> None:
    assert "ErrorDocument 404 /under/a.b/404.html\n" in htaccess("/under/a.b/")
    assert "    error_page 404 /404.html;\n" in nginx_conf("bidrag.example", "/srv/bidrag")


def test_the_same_files_each_time() -> None:
    first, second = ({name: make() for name, make in hosting_files("/x/").items()} for _ in range(2))
    assert first == second
    assert list(first) == ["_headers", ".htaccess", ".nojekyll"]
    assert first[".nojekyll"] == b""
