"""Addresses that no page may lead to."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import Case, accepted, refused, seeds

_WRONG = (
    *seeds("links"),
    "https://" + "a" * 3_000 + ".se",
    "https://" + "a." * 3_000 + "se",
    "https://a.se/" + "x" * 3_000,
)
_RIGHT = seeds("right-links")


def cases() -> Iterator[Case]:
    """Give files with one address, in the places that are links."""
    for text in _WRONG:
        yield refused(f"source {text[:50]}", "source_url:", f'source_url: "{text}"')
    for text in _WRONG[:24]:
        yield refused(f"document {text[:50]}", "    url:", f'    url: "{text}"')
        yield refused(f"report {text[:50]}", "  - kind: final", f'  - kind: final\n    url: "{text}"', below=1)
    yield refused("document http", "    url:", "    url: http://www.example.se/x.pdf", "link-not-https")
    for text in _RIGHT:
        yield accepted(f"right link {text}", "source_url:", f"source_url: {text}")
    yield refused(
        "list with one wrong",
        "source_url:",
        "source_url:\n  - https://a.se\n  - javascript:x",
        "link-not-http",
        below=2,
    )
    for path in (
        "/etc/passwd",
        "../../mkdocs.yml",
        "..\\\\x.pdf",
        "2024/../../../x.pdf",
        "x.pdf",
        "",
        "\\0",
        "a" * 5_000,
        ".",
    ):
        yield refused(f"file {path[:30]}", "    url:", f'    file: "{path}"')
