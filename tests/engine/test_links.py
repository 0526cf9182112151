"""Links of hand-written pages to what the site makes."""

from __future__ import annotations

import pytest

from funding.engine.links import UnknownLink, resolve

KINDS = frozenset({"decision", "theme"})
TARGETS = {"decision:2024/x": "beslut/2024/x/", "theme:skog-2": "tema/skog-2/"}


def resolved(html: str) -> tuple[str, list[str]]:
    given, unknown = resolve(html, "om.md", kinds=KINDS, targets=TARGETS, relative=lambda url: f"../{url}")
    assert all(link == UnknownLink("om.md", link.link) for link in unknown)
    return given, [link.link for link in unknown]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="decision:2024/x">x</a>', '<a href="../beslut/2024/x/">x</a>'),
        ('<a href="decision:2024/x#v&amp;w">x</a>', '<a href="../beslut/2024/x/#v&amp;w">x</a>'),
        ("<a href='theme:skog-2'>x</a>", "<a href='../tema/skog-2/'>x</a>"),
        ('<a title="decision:2024/x" href="decision:2024/x">', '<a title="decision:2024/x" href="../beslut/2024/x/">'),
        ('å\n\n<p><A\n HREF="theme:skog-2">', 'å\n\n<p><A\n HREF="../tema/skog-2/">'),
        (
            '<a href="decision:2024/x">1</a><a href="theme:skog-2">2</a>',
            '<a href="../beslut/2024/x/">1</a><a href="../tema/skog-2/">2</a>',
        ),
        ('<code>&lt;a href="decision:2024/x"&gt;</code>', '<code>&lt;a href="decision:2024/x"&gt;</code>'),
        ('<a href="https://x/decision:2024/x">', '<a href="https://x/decision:2024/x">'),
        ('<a href="mailto:a@b">', '<a href="mailto:a@b">'),
        ("<a>", "<a>"),
    ],
)
def test_link_leads_to_the_page(html: str, expected: str) -> None:
    assert resolved(html) == (expected, [])


@pytest.mark.parametrize("link", ["decision:2024/y", "decision:", "theme:2024/x", "decision:2024/x/"])
def test_link_to_nothing_is_given_back_and_kept(link: str) -> None:
    html = f'<p><a href="{link}">x</a> <a href="decision:2024/x">y</a></p>'
    given, unknown = resolved(html)
    assert unknown == [link]
    assert f'href="{link}"' in given
    assert 'href="../beslut/2024/x/"' in given
