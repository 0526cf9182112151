"""Personal data in every spelling and every field.

The personal numbers are the tax agency's for tests, the telephone numbers are reserved for fiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import Case, accepted, refused, seeds

_NUMBERS = seeds("personal-numbers")
_OTHERS = seeds("contacts")
_NONE = seeds("impersonal")
_FIELDS = seeds("fields")


def cases() -> Iterator[Case]:
    """Give files with one piece of personal data, or of what only looks like it."""
    for text in (*_NUMBERS, *_OTHERS):
        yield refused(f"person {text}", "summary:", f'summary: "Ring {text} i dag."')
    for text in _NONE:
        yield accepted(f"no person {text}", "summary:", f'summary: "Se {text} här."')
    for form in _FIELDS:
        start = form.partition(":")[0] + ":"
        below = form.count("\n")
        yield refused(f"person in {start.strip()}", start, form.format("811218-9876"), below=below)
    yield refused("person in a comment", "title:", "title: Ett vanligt projekt # 811218-9876")
    yield refused("person in a key", "remarks:", "811218-9876: x")
    yield refused("person in a link", "source_url:", "source_url: https://www.example.se/811218-9876")
    yield refused("person in an unknown value", "status:", "status: 811218-9876")
    yield refused("person in a date", "  date: 2024-03-01", "  date: 811218-9876")
    yield refused("person over two lines", "summary:", "summary: Ring 811218-\n  9876 i dag.", below=0)
    yield refused("person in a quoted key", "remarks:", '"hej 811218-9876": x')
