"""Numbers, money, dates and sentences as a reader meets them in one language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache, partial

from babel import Locale
from markupsafe import Markup, escape

from funding.labels import Words
from funding.model.dates import PartialDate, StatedDate, UnreadableDate
from funding.model.money import OUR_CURRENCY, Amount
from funding.model.parsing import NotStated

_NUMBER = '<span class="num">%s</span>'
_PRINTED = '%s <span class="printed">%s</span>'
_TIME = '<time datetime="%s">%s</time>'
_SILENT = '<span class="not-stated">%s</span>'
_WIDE_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})
_LAST_LETTERS = str.maketrans({"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c"})
MINUS = "\u2212"
_KEPT = 20_000
"""How many dates, numbers, sums and short texts are kept as they were written: most of them stand on many pages."""
_SHORT = 80


marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Marks a text that is safe as such: what ``Markup`` does, without looking at what it is given."""


def safe(value: object) -> Markup:
    """Give a value as safe HTML: what is safe already as it is, anything else escaped."""
    if value.__class__ is Markup:
        return value
    if value.__class__ is str:
        return _escaped(value) if len(value) < _SHORT else escape(value)
    return escape(value) if (html := getattr(value, "__html__", None)) is None else marked(html())


def filled(html: str, *values: object) -> Markup:
    """Fill values into the blanks (``%s``) of HTML that is safe as it is."""
    return marked(html % tuple(map(safe, values)))


def joined(values: Iterable[object], between: str = ", ") -> Markup:
    """Give several values as safe HTML, with a text between them that is safe as it is."""
    return marked(between.join(map(safe, values)))


_escaped = lru_cache(_KEPT)(escape)


class Format:
    """Writes values in the language of ``words``.

    What ends in ``_text`` is plain text, for titles and descriptions; the rest is safe HTML, in which a number keeps
    together (class ``num``) and has ordinary spaces, so that it can be found and copied.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        locale = Locale.parse(words.lang)
        symbols = locale.number_symbols["latn"]
        self._group = symbols["group"].translate(_WIDE_SPACES)
        self._decimal = symbols["decimal"]
        self._plural = locale.plural_form
        self._sentence = cache(self._safe_text)
        self._days = lru_cache(_KEPT)(self._day)
        self._numbers = lru_cache(_KEPT)(self._whole)
        self._sums = lru_cache(_KEPT)(self._sum)
        self.silent = filled(_SILENT, words.text("format.not_stated"))

    def say(self, key: str, **details: object) -> Markup:
        """Give a text of the pages as safe HTML; details are escaped unless they are safe already."""
        sentence = self._sentence(key)
        if "{" not in sentence:
            return sentence
        return marked(str.format_map(sentence, {name: safe(value) for name, value in details.items()}))

    def _safe_text(self, key: str) -> Markup:
        return escape(self.words.text(key))

    def counted_text(self, key: str, count: int) -> str:
        """Give the text of a number of things; ``key`` has a text for each plural form of the language."""
        return self.words.text(f"{key}.{self._plural(count)}", count=self.number_text(count))

    def counted(self, key: str, count: int, **details: object) -> Markup:
        """Give the safe HTML of a number of things, with other blanks of the text filled in."""
        return self.say(f"{key}.{self._plural(count)}", count=self.number(count), **details)

    def number_text(self, number: int | Decimal) -> str:
        """Write a number with its thousands apart; a decimal number with the decimals that it has."""
        whole, _, decimals = f"{number:,}".partition(".")
        whole = whole.replace(",", self._group).replace("-", MINUS)
        return f"{whole}{self._decimal}{decimals}" if decimals else whole

    def number(self, number: int | Decimal) -> Markup:
        """Write a number that keeps together."""
        return self._numbers(number) if number.__class__ is int else self._whole(number)

    def _whole(self, number: int | Decimal) -> Markup:
        return filled(_NUMBER, self.number_text(number))

    def money_text(self, value: int | Decimal, currency: str = OUR_CURRENCY) -> str:
        """Write a sum in whole units; a payment with decimals has two."""
        rounded = value.quantize(Decimal("0.01")) if isinstance(value, Decimal) and value % 1 else int(value)
        key = "format.kronor" if currency == OUR_CURRENCY else "format.money"
        return self.words.text(key, number=self.number_text(rounded), currency=currency)

    def money(self, value: int | Decimal, currency: str = OUR_CURRENCY) -> Markup:
        """Write a sum that keeps together."""
        return self._sums(value, currency) if value.__class__ is int else self._sum(value, currency)

    def _sum(self, value: int | Decimal, currency: str) -> Markup:
        return filled(_NUMBER, self.money_text(value, currency))

    def difference(self, value: int, currency: str = OUR_CURRENCY) -> Markup:
        """Write how much an amount rises or falls, with its sign."""
        sign = "+" if value > 0 else MINUS
        return filled(_NUMBER, sign + self.money_text(abs(value), currency))

    def amount(self, amount: Amount | NotStated, currency: str = OUR_CURRENCY) -> Markup:
        """Write an amount, with the source's word where it is no exact figure, or that the source does not say."""
        if isinstance(amount, NotStated):
            return self.silent
        money = self.money(amount.value, currency)
        return self.say(f"format.about.{amount.about}", money=money) if amount.about else money

    def percent(self, percent: Decimal) -> Markup:
        """Write a percentage."""
        number = self.number_text(Decimal(f"{percent:f}"))
        return filled(_NUMBER, self.words.text("format.percent", number=number))

    def day(self, day: StatedDate | date | NotStated) -> Markup:
        """Write a date as exactly as it is known, with the source's wording where that is no date."""
        return self.silent if isinstance(day, NotStated) else self._days(day)

    def _day(self, day: StatedDate | date) -> Markup:
        if isinstance(day, UnreadableDate):
            return self.say("format.printed_only", wording=day.as_printed)
        iso = day.iso if isinstance(day, PartialDate) else day.isoformat()
        time = filled(_TIME, iso, iso)
        if isinstance(day, PartialDate) and day.as_printed:
            return filled(_PRINTED, time, self.say("format.printed", wording=day.as_printed))
        return time


def alphabetical(text: str) -> tuple[str, str]:
    """Give the key that sorts texts in Swedish order: å, ä and ö after z, other accents as their letter."""
    folded = text.casefold().translate(_LAST_LETTERS)
    bare = "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    return bare, text
