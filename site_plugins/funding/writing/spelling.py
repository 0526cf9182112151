"""The one spelling of a value that may be written in several ways: money, percentages, space around a text."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from funding.model.dates import parse_date
from funding.model.money import Amount, grouped
from funding.writing.slots import Slot


def spelt(text: str, slot: Slot, *, flow: bool = False) -> str:
    """Give the canonical spelling of a value, or the value itself where the model refuses it or knows no other.

    Amounts are grouped, ``2 544 984``. A decimal sign is a comma, but a point in ``flow`` style, where a comma would
    split the value. Texts lose the space around them and are composed (NFC), where the model takes both for the same.
    """
    if slot.number and slot.parsed is not None:
        value = _typed(text, slot)
        if isinstance(value, Amount):
            return f"{value.about} {grouped(value.value)}" if value.about else grouped(value.value)
        if isinstance(value, Decimal):
            return grouped(value).replace(",", ".") if flow else grouped(value)
    plain = unicodedata.normalize("NFC", text).strip()
    if plain == text:
        return text
    value = _typed(text, slot)
    return plain if value is not None and _typed(plain, slot) == value else text


def _typed(text: str, slot: Slot) -> object:
    """Give what the model makes of a value; nothing where it refuses it or where no single value belongs."""
    parse = slot.parsed.parse if slot.parsed is not None else parse_date if slot.date else None
    try:
        return parse(text) if parse else None
    except ValueError:
        return None
