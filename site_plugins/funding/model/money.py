"""Money and percentages: whole kronor as people write them, and shares with at most two decimals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic_core import PydanticCustomError

from funding.cache import CommonRow
from funding.model.parsing import NotStated, OrNotStated, Parsed, refuse, require_text

LARGEST_AMOUNT = 999_999_999_999
OUR_CURRENCY = "SEK"
"""The currency of a file that names none, and the only one that sums count."""
_SPACES = r"[ \u00a0\u2009\u202f]"
_DIGITS = rf"(?:[1-9][0-9]{{0,2}}(?:{_SPACES}[0-9]{{3}}){{1,5}}|[1-9][0-9]{{0,17}}|0)"
_ABOUT = rf"(?:(ca|drygt|knappt){_SPACES})?"
_MINUS = r"[-\u2212]?"
_KR = rf"(?:{_SPACES}?kr)?"
_AMOUNT = re.compile(rf"{_ABOUT}({_MINUS})({_DIGITS}){_KR}")
_PAYMENT = re.compile(rf"({_DIGITS})(?:[,.]([0-9]{{1,2}}))?{_KR}")
_PERCENT = re.compile(r"([0-9]{1,3})(?:[,.]([0-9]{1,2}))?")
_PERCENT_TOO_PRECISE = re.compile(r"[0-9]{1,3}[,.][0-9]{3,}")
_WITH_POINTS = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{3}){1,5})(?:,-|:-| ?kr)?")
_IN_WORDS = re.compile(
    rf"({_DIGITS}(?:[.,][0-9]{{1,6}})?){_SPACES}?(tkr|mnkr|msek|mkr|miljoner|miljon|mdkr)(?:{_SPACES}?kr.*)?",
    re.IGNORECASE,
)
_WITH_DECIMALS = re.compile(rf"({_DIGITS})[,.][0-9]{{1,2}}{_KR}")
_SCALE = {"tkr": 10**3, "mdkr": 10**9}
_SPACE = re.compile(_SPACES)
_NOT_DIGIT = re.compile("[^0-9]")


@dataclass(frozen=True, slots=True)
class Amount(CommonRow):
    """Whole units of the file's currency (kronor unless it says otherwise).

    ``about`` is ``ca``, ``drygt`` or ``knappt`` where the source gives no exact figure.
    """

    value: int
    about: str | None = None


def grouped(value: int | Decimal) -> str:
    """Write a number with thousands apart, ``2 544 984``, and decimals only where it has some: ``12,5``."""
    number = int(value) if value == int(value) else value
    return f"{number:,}".replace(",", " ").replace(".", ",")


def added(amounts: Iterable[Amount]) -> Amount:
    """Add amounts up; the sum is approximate if one of them is."""
    listed = tuple(amounts)
    return Amount(
        sum(amount.value for amount in listed), next((amount.about for amount in listed if amount.about), None)
    )


def parse_amount(value: object) -> Amount:
    """Read a whole amount of at least one krona.

    Raises:
        PydanticCustomError: naming how the amount is misspelt, with the right spelling where there is one.
    """
    return _amount(require_text(value), least=1, signed=False)


def _parse_amount_or_zero(value: object) -> Amount:
    return _amount(require_text(value), least=0, signed=False)


def _parse_change(value: object) -> Amount:
    amount = _amount(require_text(value), least=-LARGEST_AMOUNT, signed=True)
    if amount.about:
        raise refuse("approximate-change")
    if amount.value == 0:
        raise refuse("amount-not-positive", given="0")
    return amount


def _amount(text: str, *, least: int, signed: bool) -> Amount:
    match = _AMOUNT.fullmatch(text)
    if not match:
        raise _misspelt(text)
    about, minus, digits = match.groups()
    value = int(_NOT_DIGIT.sub("", digits)) * (-1 if minus else 1)
    if value < least or (minus and not signed):
        raise refuse("amount-not-positive", given=text)
    if abs(value) > LARGEST_AMOUNT:
        raise refuse("amount-too-large", given=text, limit=grouped(LARGEST_AMOUNT))
    return Amount(value, about)


def _misspelt(text: str) -> PydanticCustomError:
    if match := _WITH_POINTS.fullmatch(text):
        right = grouped(int(_NOT_DIGIT.sub("", match[1])))
        return refuse("amount-with-points", given=text, right=right)
    if match := _IN_WORDS.fullmatch(text):
        scale = _SCALE.get(match[2].lower(), 10**6)
        right = grouped(int(Decimal(_SPACE.sub("", match[1]).replace(",", ".")) * scale))
        return refuse("amount-in-words", given=text, right=right)
    if match := _WITH_DECIMALS.fullmatch(text):
        return refuse("amount-with-decimals", given=text, right=grouped(int(_NOT_DIGIT.sub("", match[1]))))
    return refuse("amount-not-a-number", given=text)


def _parse_payment(value: object) -> Decimal:
    text = require_text(value)
    match = _PAYMENT.fullmatch(text)
    if not match:
        if _AMOUNT.fullmatch(text):
            raise refuse("approximate-payment" if text[:1].isalpha() else "amount-not-positive", given=text)
        raise _misspelt(text)
    amount = Decimal(f"{_NOT_DIGIT.sub('', match[1])}.{match[2] or '0'}")
    if not amount:
        raise refuse("amount-not-positive", given=text)
    if amount > LARGEST_AMOUNT:
        raise refuse("amount-too-large", given=text, limit=grouped(LARGEST_AMOUNT))
    return amount


def _parse_percent(value: object) -> Decimal:
    text = require_text(value)
    if text.endswith("%") and _PERCENT.fullmatch(text[:-1].strip()):
        raise refuse("percent-sign", given=text, right=text[:-1].strip())
    match = _PERCENT.fullmatch(text)
    if not match:
        raise refuse(
            "percent-too-precise" if _PERCENT_TOO_PRECISE.fullmatch(text) else "percent-not-a-number", given=text
        )
    decimals = (match[2] or "").rstrip("0")
    percent = Decimal(f"{match[1]}.{decimals}" if decimals else match[1])
    if not 0 < percent <= 100:  # noqa: PLR2004 - a hundred percent
        raise refuse("percent-out-of-range", given=text)
    return percent


def _write_amount(amount: Amount) -> int | str:
    return f"{amount.about} {amount.value}" if amount.about else amount.value


def write_decimal(number: Decimal) -> int | float:
    """Write a decimal as the shortest JSON number."""
    return int(number) if number == number.to_integral_value() else float(number)


def _text_or_number(pattern: str, number: dict[str, object]) -> dict[str, object]:
    return {"anyOf": [number, {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$"}]}


def _whole(least: int, pattern: str) -> dict[str, object]:
    return _text_or_number(pattern, {"type": "integer", "minimum": least, "maximum": LARGEST_AMOUNT})


_UNSIGNED = f"{_ABOUT}{_DIGITS}{_KR}"
_OVER_ZERO = {"type": "number", "exclusiveMinimum": 0}

Money: TypeAlias = Annotated[Amount, Parsed(parse_amount, _whole(1, _UNSIGNED), _write_amount)]
MoneyOrZero: TypeAlias = Annotated[Amount, Parsed(_parse_amount_or_zero, _whole(0, _UNSIGNED), _write_amount)]
Change: TypeAlias = Annotated[
    Amount, Parsed(_parse_change, _whole(-LARGEST_AMOUNT, f"{_MINUS}{_DIGITS}{_KR}"), _write_amount)
]
MoneyOrNotStated: TypeAlias = Annotated[Money | NotStated, OrNotStated()]
Payment: TypeAlias = Annotated[
    Decimal, Parsed(_parse_payment, _text_or_number(_PAYMENT.pattern, _OVER_ZERO), write_decimal)
]
Percent: TypeAlias = Annotated[
    Decimal, Parsed(_parse_percent, _text_or_number(_PERCENT.pattern, {**_OVER_ZERO, "maximum": 100}), write_decimal)
]
