"""Makes trees of text that the model takes, from the model itself: what a file with every key might hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from funding.model import dates, money, texts
from funding.model.conditions import Condition
from funding.model.decision import Decision
from funding.model.facts import Period
from funding.model.grant import GrantPart
from funding.model.later import Changes
from funding.model.parsing import OneOrMany, OrShort, OrWord, Parsed
from funding.model.part import Part
from funding.model.registers import Country

Tree = Any
Strategy = st.SearchStrategy[Tree]

_SLUG = st.sampled_from(("region-orebro-lan", "a", "1880", "1-1", "0x", "007", "e5", "anslag-1-1"))
_AMOUNT = st.one_of(
    st.integers(1, money.LARGEST_AMOUNT).map(str),
    st.integers(1, money.LARGEST_AMOUNT).map(money.grouped),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(("", "ca ", "drygt ", "knappt ")),
        st.integers(1, 10**9).map(money.grouped).map(lambda text: text.replace(" ", "\u00a0")),
        st.sampled_from(("", " kr", "kr")),
    ),
)
_CHANGE = st.integers(-(10**9), 10**9).filter(bool).map(money.grouped)
_PERCENT = st.sampled_from(("50", "33,33", "33.33", "100", "0,01", "99.9", "100,00", "007"))
_PAYMENT = st.builds("{}{}".format, st.integers(1, 10**9), st.sampled_from(("", ",5", ".50", ",05", " kr")))
_DATE = st.one_of(
    st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)).map(str),
    st.sampled_from(("2024", "2024-02", "1800", "2199-12")),
)


def _text(longest: int, *, lines: bool = False) -> Strategy:
    words = ("0212000142", "12:30", "no", "true", "1_000", "1e3", ".nan", "0x1F", "å", "~x", "a: b", " x ", "{{ }}")
    short = st.sampled_from((*words, "not_stated?", "två\nrader\n") if lines else (*words, "not_stated?"))
    return short | st.sampled_from((longest, longest // 2)).map("å".__mul__)


def _parsed(alias: Any) -> Parsed:
    return next(extra for extra in alias.__metadata__ if isinstance(extra, Parsed))


_BY_PARSER: Mapping[Parsed, Strategy] = {
    _parsed(alias): strategy
    for alias, strategy in (
        (texts.Id, _SLUG),
        (texts.Line, _text(300)),
        (texts.Title, _text(200)),
        (texts.Short, _text(400)),
        (texts.Reference, _text(60)),
        (texts.Prose, _text(20_000, lines=True)),
        (texts.DecisionId, st.builds("{}/{}".format, st.integers(1800, 2199), _SLUG)),
        (
            texts.Link,
            st.sampled_from(("https://www.example.se/a?b=c#d", "HTTP://example.se:8080", "https://västerås.se/å")),
        ),
        (texts.SecureLink, st.sampled_from(("https://example.se/dokument.pdf", "HTTPS://example.se"))),
        (texts.Truth, st.sampled_from(("true", "false"))),
        (texts.Months, st.integers(1, 999).map(str)),
        (texts.Year, st.integers(1800, 2199).map(str)),
        (texts.MunicipalityCode, st.sampled_from(("1880", "0114"))),
        (texts.CountyCode, st.sampled_from(("18", "01"))),
        (texts.Currency, st.sampled_from(("SEK", "EUR", "NOK"))),
        (Country, st.sampled_from(("SE", "NO"))),
        (money.Money, _AMOUNT),
        (money.MoneyOrZero, _AMOUNT | st.just("0")),
        (money.Change, _CHANGE),
        (money.Percent, _PERCENT),
        (money.Payment, _PAYMENT),
        (dates.Day, st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)).map(str)),
    )
}
_STATE = {"due": _DATE, "met": _DATE, "failed": _DATE}


def part_trees(part: type[Part]) -> Strategy:
    """Make trees of one part: what it must have, and any of what it may have."""
    if part is Condition:
        return st.one_of(
            st.fixed_dictionaries({"standard": _SLUG}, optional={"id": _SLUG, **_STATE}),
            _dictionary(part, required={"type", "text"}, without={"standard"}),
        )
    if part is Period:
        ends = _dictionary(part, required=set(), without={"months"})
        return st.one_of(ends, st.fixed_dictionaries({"months": st.integers(1, 999).map(str)}))
    if part is GrantPart:
        named = _dictionary(part, required={"recipient"}, without={"label"})
        return named | _dictionary(part, required={"label"}, without={"recipient"})
    if part is Changes:
        return _changes()
    required = {"recipient"} if part is Decision else set()
    return _dictionary(part, required=required, without=set())


def decision_trees() -> Strategy:
    """Make trees of whole decision files."""
    return part_trees(Decision)


def _dictionary(part: type[Part], *, required: set[str], without: set[str]) -> Strategy:
    fields = {field.alias or name: field for name, field in part.model_fields.items()}
    kept = {key: field for key, field in fields.items() if key not in without}
    must = {key: _of_field(field) for key, field in kept.items() if field.is_required() or key in required}
    may = {key: _later(field) for key, field in kept.items() if key not in must}
    return st.fixed_dictionaries(must, optional=may).filter(bool)


def _changes() -> Strategy:
    fields = {field.alias or name: field for name, field in Changes.model_fields.items()}
    whole = {key: _later(field) for key, field in fields.items() if key.isprintable()}
    money_or_not = _AMOUNT | st.just("not_stated")
    items = {
        "grant.per_year.2025": money_or_not | st.just("0"),
        "grant.sources.anslag-1-1": money_or_not,
        "grant.parts.digg": money_or_not | st.fixed_dictionaries({"amount": money_or_not}),
        "conditions.eu_grant.met": _DATE | st.just("not_stated"),
        "conditions.fullt-finansierad.failed": _DATE,
    }
    return st.fixed_dictionaries({}, optional={**whole, **items}).filter(bool)


def _later(field: FieldInfo) -> Strategy:
    return st.deferred(lambda: _of_field(field))


def _of_field(field: FieldInfo) -> Strategy:
    return _of(field.annotation, field.metadata)


def _of(annotation: Any, extras: Any) -> Strategy:
    for extra in extras:
        if isinstance(extra, Parsed):
            return _BY_PARSER[extra] if extra in _BY_PARSER else st.sampled_from(extra.schema["enum"])
        if extra.__class__.__name__ == "_PlainOrPrinted":
            printed = st.fixed_dictionaries({"as_printed": _text(100)}, optional={"date": _DATE})
            return _DATE | printed
    inner = _of_type(annotation)
    for extra in extras:
        if isinstance(extra, OneOrMany):
            item = _of(*_split(get_args(annotation)[0]))
            inner = item | st.lists(item, min_size=1, max_size=3)
        elif isinstance(extra, OrWord):
            inner = st.just(extra.word) | inner
        elif isinstance(extra, OrShort):
            inner = _SLUG | inner
    return inner


def _of_type(annotation: Any) -> Strategy:
    annotation, extras = _split(annotation)
    if extras:
        return _of(annotation, extras)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return st.deferred(lambda: part_trees(annotation))
    if get_origin(annotation) is dict:
        key, value = (_of(*_split(argument)) for argument in get_args(annotation))
        return st.dictionaries(key, value, min_size=1, max_size=3)
    if get_origin(annotation) is tuple:
        return st.nothing()
    options = [_of_type(option) for option in get_args(annotation) if option is not type(None) and not _is_word(option)]
    return st.one_of(options)


def _is_word(option: Any) -> bool:
    """Tell whether an option is a single word, such as ``not_stated``, which ``OrWord`` gives."""
    return isinstance(option, type) and not issubclass(option, Part)


def _split(annotation: Any) -> tuple[Any, Any]:
    return (
        (get_args(annotation)[0], annotation.__metadata__) if hasattr(annotation, "__metadata__") else (annotation, ())
    )
