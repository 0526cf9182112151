"""Every problem that has one safe answer, with the mend that gives it.

A code that is not here has none: its mend is a choice of whoever knows the source.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from funding.writing.mends import characters, names, removals, syntax, values
from funding.writing.mends.edit import Edits
from funding.writing.mends.spot import Spot

Mend: TypeAlias = Callable[[Spot], Edits]

OF_BYTES: Final[Mapping[str, Callable[[bytes], bytes | None]]] = MappingProxyType(
    {"byte-order-mark": characters.without_mark, "not-utf-8": characters.from_legacy}
)
"""Mends of what a file is made of before it is text."""

OF_SYNTAX: Final[Mapping[str, Mend]] = MappingProxyType(
    {
        "forbidden-character": characters.invisible,
        "lone-carriage-return": characters.lone_return,
        "tab-indentation": characters.tabs,
        "unquoted-colon": syntax.quoted,
        "unquoted-start": syntax.quoted,
        "text-after-quote": syntax.quoted_whole,
        "missing-colon": syntax.colon,
        "bad-escape": syntax.escape,
        "yaml-directive": syntax.directive,
        "several-documents": syntax.ended,
    }
)
"""Mends of what keeps a file from being read at all; what it hides is found when it has been read."""

OF_VALUES: Final[Mapping[str, Mend]] = MappingProxyType(
    {
        "comma-splits-value": syntax.joined,
        "duplicate-key": syntax.repeated,
        "unknown-key": names.key,
        "unknown-path": names.key,
        "unknown-value": values.word,
        "not-true-or-false": values.value(values.truth),
        "not-a-single-value": values.alone,
        "not-stated-not-allowed": removals.marked,
        "amount-not-a-number": values.value(values.amount),
        "amount-with-points": values.value(values.amount_with_points),
        "amount-in-words": values.value(values.amount_in_words),
        "amount-with-decimals": values.value(values.amount_with_decimals),
        "percent-sign": values.value(values.percent),
        "percent-not-a-number": values.value(values.percent),
        "months-not-a-number": values.value(values.months),
        "bad-currency": values.value(values.currency),
        "bad-country": values.value(values.country),
        "bad-area-code": names.area,
        "bad-decision-id": names.decision,
        "date-not-readable": values.day,
        "link-not-http": values.value(values.link),
        "period-in-two-forms": removals.months_of_dates,
        "organisation-number-misspelt": values.value(values.organisation_number),
        "title-with-double-space": values.value(values.single_spaces),
        "look-alike-letters": characters.look_alikes,
        "listed-twice": removals.item_said_before,
        "partner-is-recipient": removals.marked,
        "applied-amount-repeated": removals.marked,
        "yearly-with-years": removals.years_in_sum,
        "acknowledged-in-vain": removals.entry_of,
        "acknowledged-unknown": names.acknowledged,
        "moved-decision": names.moved,
        "unknown-decision": names.decision,
        "document-outside-folder": names.document,
    }
    | {code: names.entry(registers) for code, registers in names.REGISTERS.items()}
)
"""Mends of what is read and is not as it must be."""

MENDED: Final = frozenset({*OF_BYTES, *OF_SYNTAX, *OF_VALUES})
"""Every code with a mend."""
