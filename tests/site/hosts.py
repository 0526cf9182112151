"""Which headers three kinds of servers send, read from what the site tells them, each by the server's own rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Headers = dict[str, str]
Answering = Callable[[str], Headers]
"""Gives the headers of an answer by the path that was asked for: ``/beslut/``."""


def no_headers(path: str) -> Headers:  # noqa: ARG001 - as every way of answering
    """Answer as a host does that cannot be told of any header."""
    return {}


def of_headers_file(text: str) -> Answering:
    """Read ``_headers`` as Cloudflare Pages does: all rules that match count, two values are joined with a comma."""
    rules: list[tuple[str, Headers]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, {}))
        elif line.strip() and not line.startswith("#"):
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value

    def answer(path: str) -> Headers:
        return _joined(pair for place, headers in rules if _matches(place, path) for pair in headers.items())

    return answer


def _matches(place: str, path: str) -> bool:
    start, star, end = place.partition("*")
    if not star:
        return path == place
    return len(path) >= len(start) + len(end) and path.startswith(start) and path.endswith(end)


def _joined(pairs: Iterable[tuple[str, str]]) -> Headers:
    found: Headers = {}
    for name, value in pairs:
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


APACHE = re.compile(r'Header always set (\S+) "([^"]*)"(?: "expr=%\{REQUEST_URI\} =~ m#([^#]+)#")?')


def of_htaccess(text: str) -> Answering:
    """Read ``.htaccess`` as Apache does: of several lines about a header the last one counts."""
    lines = [found for line in text.splitlines() if (found := APACHE.fullmatch(line))]
    assert len(lines) == text.count("Header ")

    def answer(path: str) -> Headers:
        return {line[1]: line[2] for line in lines if line[3] is None or re.search(line[3], path)}

    return answer


NGINX_MAP = re.compile(r'map \$uri (\$\w+) \{\s*default "([^"]*)";\s*"~([^"]+)" "([^"]*)";\s*\}')
NGINX_HEADER = re.compile(r'add_header (\S+) (?:"([^"]*)"|(\$\w+)) always;')


def of_nginx(text: str) -> Answering:
    """Read a configuration of nginx: a header without a value is not sent."""
    maps = {found[1]: found for found in NGINX_MAP.finditer(text)}
    lines = list(NGINX_HEADER.finditer(text))
    assert (len(maps), len(lines)) == (text.count("map "), text.count("add_header "))

    def value(line: re.Match[str], path: str) -> str:
        if line[3] is None:
            return line[2]
        chosen = maps[line[3]]
        return chosen[4] if re.search(chosen[3], path) else chosen[2]

    def answer(path: str) -> Headers:
        return {line[1]: sent for line in lines if (sent := value(line, path))}

    return answer
