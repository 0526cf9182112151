"""What web servers are told of the site: the headers of its answers, and the page for what is missing.

The rules stand here once; each kind of server gets them in its own language. ``_headers`` (Netlify, Cloudflare
Pages), ``.htaccess`` (Apache) and ``.nojekyll`` (GitHub Pages) are read from the site's own folder and published with
it; the configuration of nginx stands in the documentation. Pages that have moved or were taken down say so themselves,
the same on every server.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from funding.exports.policy import policy_header

HEADERS: Final = "_headers"
HTACCESS: Final = ".htaccess"
NOJEKYLL: Final = ".nojekyll"
MISSING_PAGE: Final = "404.html"

UNUSED_FEATURES: Final = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)
"""What a browser could do and no page of ours asks for (W3C, Permissions Policy); only names that browsers know."""

EVERYWHERE: Final[tuple[tuple[str, str], ...]] = (
    ("Content-Security-Policy", policy_header()),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES)),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""The headers of every answer: name and value.

``Strict-Transport-Security`` is not here: it is a promise about a whole domain, for whoever owns that domain to make.
"""

CACHING: Final = "Cache-Control"
SHARING: Final = "Access-Control-Allow-Origin"
ASK_FIRST: Final = "no-cache"
"""Keep it, but ask each time whether it has changed (RFC 9111, section 5.2.2.4)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A header of some files: their addresses from the site's root, each with one ``*`` for any characters."""

    places: tuple[str, ...]
    name: str
    value: str


SOMEWHERE: Final = (
    Rule(("api/*", "data/*", "search/*"), SHARING, "*"),
    Rule(
        (
            "assets/funding.*",
            "assets/javascripts/bundle.*.min.js",
            "assets/stylesheets/main.*.min.css",
            "assets/stylesheets/palette.*.min.css",
            "search/*.bin",
        ),
        CACHING,
        "public, max-age=31536000, immutable",
    ),
)
"""Data that programs on other sites may read, and files whose names change with their contents.

No file falls under two rules about one header: hosts join two values with a comma.
"""


def hosting_files(root: str) -> dict[str, Callable[[], bytes]]:
    """Give the files by their names in the site's folder.

    ``root`` is the path of the site on its server, with a slash at either end: ``/`` or ``/under/path/``.
    """
    return {
        HEADERS: partial(str.encode, headers_file()),
        HTACCESS: partial(str.encode, htaccess(root)),
        NOJEKYLL: bytes,
    }


def headers_file() -> str:
    """Write ``_headers``, whose paths begin at the site's folder.

    What has no rule about its caching is left to the hosts, which all ask first: a rule for everything would be
    joined with those for some.
    """
    blocks = {"*": EVERYWHERE, **{place: ((rule.name, rule.value),) for rule in SOMEWHERE for place in rule.places}}
    return "".join(_block(place, headers) for place, headers in blocks.items())


def _block(place: str, headers: Iterable[tuple[str, str]]) -> str:
    return "".join([f"/{place}\n", *(f"  {name}: {value}\n" for name, value in headers)])


def htaccess(root: str) -> str:
    """Write ``.htaccess`` for Apache 2.4.10 or later, where it may set ``FileInfo``.

    A server without ``mod_headers`` shows the site without the headers: it would not show it at all otherwise.
    """
    lines = [
        f"ErrorDocument 404 {root}{MISSING_PAGE}",
        "AddDefaultCharset utf-8",
        "<IfModule mod_headers.c>",
        *(f'Header always set {name} "{value}"' for name, value in (*EVERYWHERE, (CACHING, ASK_FIRST))),
        *(
            f'Header always set {rule.name} "{rule.value}" "expr=%{{REQUEST_URI}} =~ m#{_pattern(root, rule.places)}#"'
            for rule in SOMEWHERE
        ),
        "</IfModule>",
    ]
    return "".join(f"{line}\n" for line in lines)


def nginx_conf(server_name: str, folder: str) -> str:
    """Write a configuration of nginx for a site at the root of its own server; it belongs in ``conf.d``.

    ``folder`` is where the site lies. In nginx a place with a header of its own loses those of the server, so all
    headers stand in one place and maps give the values.
    """
    lines = [*_nginx_maps(), *_nginx_server(server_name, folder)]
    return "".join(f"{line}\n" for line in lines)


def _nginx_maps() -> Iterator[str]:
    for rule in SOMEWHERE:
        default = ASK_FIRST if rule.name == CACHING else ""
        yield f"map $uri {_nginx_variable(rule.name)} {{"
        yield f'    default "{default}";'
        yield f'    "~{_pattern("/", rule.places)}" "{rule.value}";'
        yield "}"


def _nginx_server(server_name: str, folder: str) -> Iterator[str]:
    yield "server {"
    yield "    listen 80;"
    yield f"    server_name {server_name};"
    yield f"    root {folder};"
    yield f"    error_page 404 /{MISSING_PAGE};"
    yield "    charset utf-8;"
    yield "    gzip on;"
    yield "    gzip_vary on;"
    yield "    gzip_types text/css text/plain text/xml application/javascript application/json image/svg+xml;"
    for name, value in EVERYWHERE:
        yield f'    add_header {name} "{value}" always;'
    for rule in SOMEWHERE:
        yield f"    add_header {rule.name} {_nginx_variable(rule.name)} always;"
    yield f"    location ~ {_pattern('/', (HEADERS, HTACCESS, NOJEKYLL))} {{ return 404; }}"
    yield "}"


def _nginx_variable(header: str) -> str:
    return "$funding_" + header.lower().replace("-", "_")


def _pattern(root: str, places: Iterable[str]) -> str:
    """Write places as one regular expression over whole paths."""
    choices = (".*".join(map(re.escape, place.split("*"))) for place in places)
    return f"^{re.escape(root)}(?:{'|'.join(choices)})$"
