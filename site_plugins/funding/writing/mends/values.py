"""Mends of single values: the same value in the spelling that the model takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from funding.labels import Words
from funding.model import vocabulary
from funding.model.money import grouped
from funding.source.layout import Scalar, Sequence
from funding.writing.mends.edit import Edit, Edits
from funding.writing.mends.likeness import folded, surely
from funding.writing.mends.spot import Spot

_STEM: Final = 5
"""Letters that a word shares with the beginning of another when it is a form of it."""

_SPACE: Final = r"[ \u00a0\u2009\u202f]"
_UNIT: Final = re.compile(rf"(?:SEK|sek|kr){_SPACE}?|{_SPACE}?(?:SEK|sek|Kr|KR|kronor|:-|,-|kr\.)")
_ABOUT: Final = re.compile(r"(?:cirka|Cirka|c:a|ca\.|Ca|omkring|ungefär) +")
_WHOLE_DECIMALS: Final = re.compile(r"(.*[0-9])[,.]0{1,2}(?: ?kr)?")
_WITH_POINTS: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+(?: ?kr|,-|:-)?")
_SCALED: Final = re.compile(
    rf"([0-9]{{1,6}})(?:[.,]([0-9]{{1,6}}))?{_SPACE}?(tkr|mnkr|msek|mkr|miljoner|miljon|mdkr)(?:{_SPACE}?(?:kr|kronor))?",
    re.IGNORECASE,
)
_SCALES: Final = {"tkr": 10**3, "mdkr": 10**9}
_PERCENT: Final = re.compile(r"([0-9]{1,3}(?:[,.][0-9]{1,2})?)\s*(?:%|procent|proc\.?)")
_MONTHS: Final = re.compile(r"([1-9][0-9]{0,2})\s*(månader|månad|mån\.?|months|år|years?)")
_YEARS: Final = frozenset({"år", "year", "years"})
_DIGITS_DATE: Final = re.compile(r"([12][0-9]{3})[-./\u2010-\u2015]([0-9]{1,2})(?:[-./\u2010-\u2015]([0-9]{1,2}))?")
_PACKED_DATE: Final = re.compile(r"([12][0-9]{3})([0-9]{2})([0-9]{2})")
_WORD_DATE: Final = re.compile(r"(?:den +)?(?:([0-9]{1,2})(?:\.|:e)? +)?([a-zåäö]{3,}) +([12][0-9]{3})", re.IGNORECASE)
_TRUTHS: Final = {"ja": "true", "yes": "true", "sant": "true", "on": "true", "true": "true"} | dict.fromkeys(
    ("nej", "no", "falskt", "off", "false"), "false"
)
_CURRENCIES: Final = {"kr": "SEK", "kronor": "SEK", "€": "EUR", "euro": "EUR", "$": "USD"}


def value(right: Callable[[str], str | None]) -> Callable[[Spot], Edits]:
    """Make the mend of a value from the function that gives the right one."""

    def mend(spot: Spot) -> Edits:
        return spot.respelt(right(spot.text)) if spot.text is not None else ()

    return mend


def amount(given: str) -> str | None:
    """Give an amount without a unit that stands in the wrong form, and with a known word for about."""
    about = _ABOUT.match(given)
    rest = given[about.end() :] if about else given
    bare = _UNIT.sub("", rest).strip()
    mended = (
        (f"ca {bare}" if about else bare) if re.fullmatch(rf"[0-9]+(?:{_SPACE}[0-9]{{3}})*(?: ?kr)?", bare) else None
    )
    return None if mended == given else mended


def amount_with_points(given: str) -> str | None:
    """Give an amount whose thousands are apart by points or commas with spaces instead."""
    return grouped(int(re.sub("[^0-9]", "", given))) if _WITH_POINTS.fullmatch(given.strip()) else None


def amount_in_words(given: str) -> str | None:
    """Give an amount of thousands or millions in whole kronor, where it is one without a remainder."""
    match = _SCALED.fullmatch(given.strip())
    if not match:
        return None
    kronor = Decimal(f"{match[1]}.{match[2] or 0}") * _SCALES.get(match[3].lower(), 10**6)
    return grouped(int(kronor)) if kronor == int(kronor) else None


def amount_with_decimals(given: str) -> str | None:
    """Give an amount without decimals that are naught."""
    match = _WHOLE_DECIMALS.fullmatch(given.strip())
    return grouped(int(re.sub("[^0-9]", "", match[1]))) if match else None


def percent(given: str) -> str | None:
    """Give a percentage without its sign or word."""
    match = _PERCENT.fullmatch(given.strip())
    return match[1] if match else None


def months(given: str) -> str | None:
    """Give a length in months without its word, of years too."""
    match = _MONTHS.fullmatch(given.strip())
    return str(int(match[1]) * (12 if match[2] in _YEARS else 1)) if match else None


def truth(given: str) -> str | None:
    """Give true or false for a word that means one of them."""
    return _TRUTHS.get(given.strip().lower())


def currency(given: str) -> str | None:
    """Give the code of a currency for a code in small letters, or a sign or word that means one alone."""
    plain = given.strip()
    return _CURRENCIES.get(plain.lower()) or (plain.upper() if re.fullmatch("[A-Za-z]{3}", plain) else None)


def country(given: str) -> str | None:
    """Give the code of a country in capitals."""
    plain = given.strip()
    return (
        "SE"
        if plain.lower() in {"sverige", "sweden"}
        else plain.upper()
        if re.fullmatch("[A-Za-z]{2}", plain)
        else None
    )


def link(given: str) -> str | None:
    """Give a link without brackets around it and without spaces in it."""
    plain = given.strip().removeprefix("<").removesuffix(">").strip()
    return plain.replace(" ", "%20") if re.match("https?://", plain, re.IGNORECASE) else None


def single_spaces(given: str) -> str | None:
    """Give a text with one space where several stand."""
    return re.sub(r"\s{2,}", " ", given.strip())


def organisation_number(given: str) -> str | None:
    """Give an organisation number as NNNNNN-NNNN, where its ten digits are there."""
    digits = re.sub(r"[\s\u00a0\u2010-\u2015\u2212-]", "", given)
    match = re.fullmatch("(?:16)?([0-9]{6})([0-9]{4})", digits)
    return f"{match[1]}-{match[2]}" if match else None


def day(spot: Spot) -> Edits:
    """Write a date in digits, year first; which of two numbers is the month is never guessed."""
    given = (spot.text or "").strip()
    match = _DIGITS_DATE.fullmatch(given) or _PACKED_DATE.fullmatch(given)
    if match:
        return spot.respelt(_iso(match[1], match[2], match[3]))
    in_words = _WORD_DATE.fullmatch(given)
    number = _month(in_words[2], spot.known.words) if in_words else None
    return spot.respelt(_iso(in_words[3], number, in_words[1])) if in_words and number else ()


def word(spot: Spot) -> Edits:
    """Write the word of a vocabulary for its label in any language, a form of it, or one slip of a letter."""
    step = spot.value
    name = step.slot.inside().vocabulary if step else None
    given = (spot.text or "").strip().lower()
    if not name or not given:
        return ()
    meant = {right for words in spot.known.words for right in _meant(given, name, words)}
    if not meant:
        near = surely(given, [member.value for member in getattr(vocabulary, name)])
        meant = {near} if near else set()
    return spot.respelt(meant.pop()) if len(meant) == 1 else ()


def alone(spot: Spot) -> Edits:
    """Take the only item of a list out of it, where a single value belongs."""
    step = spot.value or spot.keyed
    if step is None or not isinstance(step.node, Sequence) or len(step.node.items) != 1 or not step.node.flow:
        return ()
    item = step.node.items[0]
    if not isinstance(item, Scalar):
        return ()
    return (Edit(step.node.start, step.node.end, spot.layout.text[item.start : item.end]),)


def _meant(given: str, name: str, words: Words) -> list[str]:
    """Give the words of a vocabulary whose label a text is, or a form of."""
    labels = {words.value(member).lower(): str(member.value) for member in getattr(vocabulary, name)}
    right = words.spellings(name).get(given)
    label = next((label for label, meaning in labels.items() if meaning == right), None)
    if right is None or label is None:
        return []
    plain, other = folded(given), folded(label)
    return [right] if plain[:_STEM] == other[:_STEM] or plain == folded(right) else []


def _iso(year: str, month: str, day_: str | None) -> str | None:
    try:
        found = date(int(year), int(month), int(day_ or 1))
    except ValueError:
        return None
    return found.isoformat() if day_ else f"{found:%Y-%m}"


def _month(name: str, languages: tuple[Words, ...]) -> str | None:
    """Give the number of a month by its name, or by the first three letters of it."""
    for words in languages:
        names = words.text("writing.months").split()
        for number, full in enumerate(names, 1):
            if name.lower() in {full, full[:3]}:
                return str(number)
    return None
