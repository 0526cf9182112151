"""What a reader may type, read from the specification of the search as plainly as it can be."""

from __future__ import annotations

import calendar
import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from tests.search.naive_words import plain, tokens

FIELDS = {
    "status": "status",
    "kind": "kind",
    "typ": "kind",
    "slag": "kind",
    "year": "year",
    "år": "year",
    "body": "body",
    "beslutsorgan": "body",
    "nämnd": "body",
    "funder": "funder",
    "beviljare": "funder",
    "source": "source",
    "källa": "source",
    "finansiering": "source",
    "recipient": "recipient",
    "mottagare": "recipient",
    "municipality": "municipality",
    "kommun": "municipality",
    "theme": "theme",
    "tema": "theme",
    "condition": "condition",
    "villkor": "condition",
    "condition_state": "condition_state",
    "villkorsläge": "condition_state",
    "amount": "amount",
    "belopp": "amount",
    "decided": "decided",
    "beslutat": "decided",
    "beslutsdatum": "decided",
}
LEADING = ("dnr", "diarienr", "diarienummer", "ärende", "ärendenummer", "orgnr", "organisationsnummer", "projekt")
MULTIPLES = {
    1: ("kr", "kronor", "sek"),
    1_000: ("tkr", "tusen", "t", "ksek"),
    1_000_000: ("mnkr", "mkr", "mn", "mnsek", "msek", "milj", "miljon", "miljoner", "m"),
}
"""What a word beside a number makes of it."""
QUOTES = str.maketrans(dict.fromkeys("“”„»«", '"'))
MINUS = ("-", "\u2212")
SPACES = frozenset("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff").union(map(chr, range(0x2000, 0x200B)))
"""What a browser takes for white space."""
LONGEST_KEY, MOST_DIGITS, LONGEST_QUERY = 60, 15, 2000

Range = tuple[int | None, int | None]
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Condition:
    """A field's values, or a range of one of the two fields that have ranges."""

    field: str
    without: bool
    values: frozenset[str] = frozenset()
    amounts: Range | None = None
    days: Days | None = None


@dataclass
class Query:
    """What was asked for: words, phrases, what may not stand there, and conditions on fields."""

    words: list[str] = field(default_factory=list)
    phrases: list[tuple[str, ...]] = field(default_factory=list)
    without: list[tuple[str, ...]] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of what was typed, between spaces or quotes."""

    minus: bool
    name: str
    value: str
    quoted: bool
    typed: str


def chunks(text: str) -> list[Chunk]:
    """Part what was typed; more than :data:`LONGEST_QUERY` code units of UTF-16 are not looked at."""
    read = text.encode("utf-16-le")[: 2 * LONGEST_QUERY].decode("utf-16-le", "ignore")
    text, at, began = read.translate(QUOTES), 0, 0
    found: list[Chunk] = []
    while at < len(text):
        if text[at] in SPACES:
            at += 1
            continue
        start = at
        minus = text[at] in MINUS and at + 1 < len(text) and text[at + 1] not in SPACES
        at += minus
        named = at
        while at < len(text) and (unicodedata.category(text[at])[0] == "L" or text[at] == "_"):
            at += 1
        name = text[named:at]
        has_value = name and text[at : at + 1] == ":" and at + 1 < len(text) and text[at + 1] not in SPACES
        name, at = (name, at + 1) if has_value else ("", named)
        quoted = text[at] == '"'
        if quoted:
            end = text.find('"', at + 1)
            value, after = (text[at + 1 : end], end + 1) if end >= 0 else (text[at + 1 :], len(text))
        else:
            after = at
            while after < len(text) and text[after] not in SPACES and text[after] != '"':
                after += 1
            value = text[at:after]
        if found and not (minus or name or quoted) and goes_on(found[-1], value):
            typed = text[began:after]
            found[-1] = replace(found[-1], typed=typed, value=typed[len(found[-1].name) + 1 :])
        else:
            began = start + minus
            found.append(Chunk(minus, name, value, quoted, text[began:after]))
        at = after
    return found


def field_of(name: str) -> str | None:
    """Give the parameter that a field is called by, dots or no dots."""
    asked = plain(unicodedata.normalize("NFC", name).lower())
    return next((param for known, param in FIELDS.items() if plain(known) == asked), None)


def goes_on(before: Chunk, run: str) -> bool:
    """Tell whether a run belongs to the amount before it: three more digits, or a word for thousands and so on."""
    belongs = re.fullmatch("[0-9]{3}", run) or any(run.lower() in words for words in MULTIPLES.values())
    return bool(belongs) and not before.quoted and bool(before.name) and field_of(before.name) == "amount"


def read_query(text: str, values_of: Callable[[str, str], frozenset[str]]) -> Query:
    """Read what was typed; ``values_of`` gives the values of a facet that a text names."""
    query = Query()
    for chunk in chunks(text):
        condition = read_condition(chunk, values_of) if chunk.name else None
        if condition:
            query.conditions.append(condition)
            continue
        if chunk.name and plain(unicodedata.normalize("NFC", chunk.name).lower()) not in map(plain, LEADING):
            query.unknown.append(chunk.typed)
        words = tokens(f"{chunk.name} {chunk.value}")
        if chunk.minus:
            query.without += [tuple(words)] if words else []
            continue
        query.typed.append(chunk.typed)
        if chunk.quoted and not chunk.name:
            query.phrases += [tuple(words)] if words else []
        else:
            query.words += words
    query.words = list(dict.fromkeys(query.words))
    query.phrases = list(dict.fromkeys(query.phrases))
    return query


def read_condition(chunk: Chunk, values_of: Callable[[str, str], frozenset[str]]) -> Condition | None:
    name = field_of(chunk.name)
    if name == "amount":
        amounts = read_typed_amounts(chunk.value)
        return Condition(name, chunk.minus, amounts=amounts) if amounts else None
    if name == "decided":
        days = read_days(chunk.value, typed=True)
        return Condition(name, chunk.minus, days=days) if days else None
    values = values_of(name, chunk.value) if name else frozenset()
    return Condition(name, chunk.minus, values) if name and values else None


def closed_up(text: str) -> str:
    return "".join(sign for sign in text if sign not in SPACES)


def read_amounts(text: str) -> Range | None:
    """Read the range of an address."""
    ends = closed_up(text)
    found = re.fullmatch(rf"([0-9]{{0,{MOST_DIGITS}}})-([0-9]{{0,{MOST_DIGITS}}})", ends)
    if not found or ends == "-":
        return None
    return in_order(*(int(end) if end else None for end in found.groups()))


def in_order(low: int | None, high: int | None) -> Range | None:
    return None if low is not None and high is not None and low > high else (low, high)


def read_typed_amounts(text: str) -> Range | None:
    """Read a range as people write it: ``>1 mkr``, ``500 tkr``, ``100 000-1,5 miljoner``."""
    if match := re.fullmatch("(>=|<=|>|<)(.+)", text.strip(), re.DOTALL):
        return beyond(match[1], amount_of(match[2]))
    if (one := amount_of(text)) is not None:
        return (one, one)
    ends = text.split("..") if ".." in text else text.split("-")
    known = [amount_of(end) if end.strip() else None for end in ends]
    readable = all(one is not None or not end.strip() for end, one in zip(ends, known, strict=True))
    return in_order(*known) if len(known) == 2 and readable and known != [None, None] else None


def beyond(sign: str, one: int | None) -> Range | None:
    """Give what lies on one side of an amount, with it or without it."""
    if one is None or (sign, one) == ("<", 0):
        return None
    return (one + (sign == ">"), None) if sign.startswith(">") else (None, one - (sign == "<"))


def amount_of(text: str) -> int | None:
    """Give whole kronor; nothing for what is no amount."""
    bare = "".join(" " if sign in SPACES else sign for sign in text).strip().lower()
    found = re.fullmatch(r"([^\W\d_]*) *([0-9][0-9 .,]*?) *((?:[^\W\d_]| )*)\.?(?:[:,]-)?", bare)
    if not found:
        return None
    number = found[2].replace(" ", "")
    if re.fullmatch(r"[0-9]{1,3}([.,][0-9]{3})+", number):
        value = float(re.sub("[.,]", "", number))
    elif re.fullmatch(r"[0-9]+([.,][0-9]+)?", number):
        value = float(number.replace(",", "."))
    else:
        return None
    for word in [found[1], *found[3].split(" ")]:
        times = [multiple for multiple, words in MULTIPLES.items() if word in words]
        if word and not times:
            return None
        value *= times[0] if times else 1
    whole = math.floor(value + 0.5)
    return whole if whole < 10**MOST_DIGITS else None


def read_days(text: str, *, typed: bool) -> Days | None:
    ends = closed_up(text)
    if typed and ".." not in ends:
        match = re.fullmatch(r"(>=|<=|)([0-9-]+)", ends)
        ends = {">=": f"{match[2]}..", "<=": f"..{match[2]}", "": f"{match[2]}..{match[2]}"}[match[1]] if match else ""
    first, between, last = ends.partition("..")
    if not between or not (first or last):
        return None
    try:
        days = (span_of(first)[0] if first else None, span_of(last)[1] if last else None)
    except ValueError:
        return None
    return None if days[0] and days[1] and days[0] > days[1] else days


def span_of(text: str) -> tuple[date, date]:
    """Give the first and last day of a day, a month or a year; raise ``ValueError`` for anything else."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text) or "-00" in text:
        raise ValueError(text)
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return date(year, month or 1, day or 1), date(year, last_month, last_day)


def names_of(text: str) -> frozenset[str]:
    """Give how a name, number or title is known: with and without the zeros before its numbers."""
    lowered = plain(unicodedata.normalize("NFC", text).lower())
    shorter = re.sub(r"(?<![0-9])0+(?=[0-9])", "", lowered)
    flat = ("".join(sign for sign in one if unicodedata.category(sign)[0] in "LN") for one in (lowered, shorter))
    return frozenset(one for one in flat if one)


def cut(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(one[:LONGEST_KEY] for one in keys)


def asked_names(typed: list[str]) -> frozenset[str]:
    """Give every name key that a query may mean."""
    keys = names_of(" ".join(typed))
    leads = [plain(word) for word in LEADING]
    keys |= {one[len(lead) :] for one in keys for lead in leads if one.startswith(lead) and one != lead}
    numbers = {re.fullmatch(r"(?:16)?([0-9]{10})|se([0-9]{10})01", one) for one in keys}
    return cut(keys | {match[1] or match[2] for match in numbers if match})
