"""Days that never were, and dates in every spelling that is none."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import Case, accepted, refused, seeds

_WRONG = (*seeds("dates"), "2024-01-0" + "1" * 5_000, "2024" * 2_000)
_DATE = "  date: 2024-03-01"


def cases() -> Iterator[Case]:
    """Give files with one date in a spelling of its own, and with wordings that are no dates."""
    for number, text in enumerate(_WRONG):
        yield refused(f"date {number} {text[:30]}", _DATE, f'  date: "{text}"')
    for text in ("2024-03", "2024", "not_stated", "2024-02-29"):
        yield accepted(f"right date {text}", _DATE, f"  date: {text}")
    end = "  end: 2024-12-31"
    yield accepted("printed", end, "  end: {date: 2024-12, as_printed: 2024-12-32}")
    yield accepted("printed alone", end, "  end: {as_printed: hösten}")
    yield refused("printed without words", end, "  end: {date: 2024-12}", "missing-key")
    yield refused(
        "printed with an impossible date",
        end,
        "  end:\n    date: 2024-13\n    as_printed: x",
        "impossible-date",
        below=1,
    )
    yield refused("printed with more", end, "  end:\n    as_printed: x\n    mer: y", "unknown-key", below=2)
    yield refused("printed in 200 kB", end, f"  end: {{as_printed: {'x' * 200_000}}}", "text-too-long")
    yield refused("printed as a list", end, "  end: {as_printed: [x]}", "not-a-single-value")
    yield refused(
        "printed in a date", end, "  end: {date: {date: 2024, as_printed: x}, as_printed: x}", "not-a-single-value"
    )
    yield refused("list of dates", end, "  end: [2024-12-31]", "not-a-single-value")
    yield refused("backwards", end, "  end: 2023-12-31", "period-ends-before-start")
    removed = "publication: {{removed: {{date: {}, reason: x}}}}"
    for text in ("2024", "2024-05", "{as_printed: x}"):
        yield refused(f"removed on {text}", "source_url:", removed.format(text))
