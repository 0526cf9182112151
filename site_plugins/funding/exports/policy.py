"""The content security policy of the whole site (W3C, Content Security Policy Level 3).

Two policies hold at once, and what either forbids is forbidden: a page's own in its ``<meta>``, which lets only its
own inline scripts run, and the one that a server sends with every file, where the server can be told to.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SCRIPTS: Final = "script-src"
DIRECTIVES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "default-src": "'none'",
        SCRIPTS: "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
)
"""What every page may do, whichever inline scripts it has."""


def policy_text(changes: Mapping[str, str]) -> str:
    """Write the policy, with some directives changed or added."""
    return "; ".join(f"{name} {value}" for name, value in {**DIRECTIVES, **changes}.items())


def policy_header() -> str:
    """Write the policy that holds for every file, so that one rule of a server is enough.

    Inline scripts differ between pages, and only a page's ``<meta>`` knows them: they are let through here and held
    back there. ``frame-ancestors`` works in a header only (section 3.3).
    """
    return policy_text({SCRIPTS: f"{DIRECTIVES[SCRIPTS]} 'unsafe-inline'", "frame-ancestors": "'none'"})
