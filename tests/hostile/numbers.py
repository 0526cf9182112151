"""Amounts, percentages, codes and truths in every spelling that is none, and in every spelling that is one."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import Case, accepted, refused, seeds

_NINES = "9" * 5_000
_LONG_AMOUNTS = (
    _NINES,
    f"ca {_NINES}",
    "1 " + "000 " * 2_000 + "000",
    "1." + "000." * 2_000 + "000",
    f"{_NINES} tkr",
    f"{_NINES},50",
    "1," + "0" * 5_000 + " tkr",
)


def cases() -> Iterator[Case]:
    """Give files with one number in a spelling of its own."""
    yield from _money()
    yield from _words_and_codes()


def _money() -> Iterator[Case]:
    for start, texts in (
        ("  amount:", (*seeds("amounts"), *_LONG_AMOUNTS)),
        ("    - percent:", (*seeds("percents"), _NINES, f"1,{_NINES}")),
        ("    amount:", (*seeds("payments"), _NINES, f"5,{_NINES}")),
        ("    change:", (*seeds("changes"), _NINES, f"-{_NINES}")),
    ):
        for number, text in enumerate(texts):
            yield refused(f"{start.strip(' -:')} {number} {text[:30]}", start, f'{start} "{text}"')
    for text in seeds("right-amounts"):
        yield accepted(f"right amount {text}", "  amount:", f"  amount: {text}")
    for text in ("50", "50,0", "50.00", "050"):
        yield accepted(f"right percent {text}", "    - percent:", f"    - percent: {text}")


def _words_and_codes() -> Iterator[Case]:
    for text in seeds("truths"):
        yield refused(f"truth {text}", "grant:", f"grant:\n  ceiling: {text}", "not-true-or-false", below=1)
    for text in seeds("area-codes"):
        yield refused(f"municipality {text}", "location:", f'location: {{municipalities: ["{text}"]}}')
    for text in seeds("years"):
        line = f'grant:\n  per_year: {{"{text}": 100 000}}'
        yield refused(f"year {text}", "grant:", line, "year-not-readable", below=1)
    for text in seeds("currencies"):
        yield refused(f"currency {text}", "grant:", f'grant:\n  currency: "{text}"', "bad-currency", below=1)
