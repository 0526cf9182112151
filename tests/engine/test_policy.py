"""The policy lets the theme's own inline scripts run and nothing else."""

from __future__ import annotations

import base64
import hashlib

from funding.engine.policy import policy_for


def hash_of(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def test_only_inline_scripts_that_run_are_hashed() -> None:
    inline = "a('</b>'); 1 && 2"
    page = (
        f"<script>{inline}</script><script type=module>m()</script><script src=x.js></script>"
        f'<script type="application/ld+json">{{}}</script><script>{inline}</script><p>text()</p>'
    )
    directives = dict(part.split(" ", 1) for part in policy_for(page).split("; "))
    assert directives["script-src"] == f"'self' {hash_of(inline)} {hash_of('m()')}"
    assert directives["default-src"] == "'none'"
    assert directives["base-uri"] == "'none'"
    assert "unsafe" not in policy_for(page)


def test_page_without_inline_scripts_needs_no_hash() -> None:
    assert "script-src 'self';" in policy_for("<p></p>")
