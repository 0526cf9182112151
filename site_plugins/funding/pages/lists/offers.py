"""What the words of a query may also mean: values of filters and orders by the words that people have for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from funding.model.vocabulary import ConditionType
from funding.pages.context import Context
from funding.swedish import light_words

_SHORT: Final = re.compile(r"\(([^()]{2,12})\)")
"""The short form of a name, as names have it: in brackets."""

Meaning = tuple[str, list[str], list[str]]
"""A filter's parameter, the values that are meant, and what they are called: the label that a reader sees first."""


def offers(context: Context) -> Mapping[str, Any]:
    """Give, for the script that offers them, ``values`` of filters, ``sorts`` and words that the glossary explains."""
    said: Mapping[str, Any] = context.words.texts("explorer.offers")
    return {
        "values": [
            *_controlled(context, said["values"]),
            *_named(context),
            *_by_kind_of_source(context, said["sources"]),
        ],
        "sorts": [[sort, names.split(", "), _compared(context, sort)] for sort, names in said["sorts"].items()],
        "explained": sorted(context.glossary),
    }


def _compared(context: Context, sort: str) -> Mapping[str, list[str]]:
    """Give what else an order by amount chooses: nobody means what was only asked for by the largest grant."""
    granted = sorted({record.status for record in context.register.records.values() if record.status.counts})
    return {"status": list(granted)} if granted and sort.endswith("amount") else {}


def _controlled(context: Context, said: Mapping[str, Mapping[str, str]]) -> Iterator[Meaning]:
    """Give the controlled words that some decision has: statuses and kinds also by what people call them."""
    records, words = context.register.records.values(), context.words
    used: Mapping[str, Iterable[StrEnum]] = {
        "status": {record.status for record in records},
        "kind": {record.current.kind for record in records},
        "condition": set(map(ConditionType, context.register.by_condition)),
    }
    for facet, values in used.items():
        for value in sorted(values):
            label = words.value(value)
            spelt = words.spellings(type(value).__name__) if facet in said else {}
            own = [spelling for spelling, meant in spelt.items() if meant == value.value != spelling]
            more = said[facet].get(value.value) if facet in said else None
            others = [name for name in (*own, *_parted(more)) if name not in {label.lower(), *light_words()}]
            if label.lower() not in light_words():
                yield facet, [value.value], [label, *others]


def _named(context: Context) -> Iterator[Meaning]:
    """Give what decisions point at by name, where there are few of it: sources, themes and municipalities."""
    register = context.register
    lists, records = register.lists, register.records.values()
    sources = {source.source for record in records for source in record.current.money.sources or ()}
    for id_ in sorted(sources):
        entry = lists.sources[id_]
        former = (one.name for one in entry.former_names or ())
        yield "source", [id_], [entry.name, *former, *_SHORT.findall(entry.name)]
    for id_ in register.by_theme:
        yield "theme", [id_], [lists.themes[id_].name]
    for code in register.by_municipality:
        yield "municipality", [code], [lists.municipalities[code].name]


def _by_kind_of_source(context: Context, said: Mapping[str, str]) -> Iterator[Meaning]:
    """Give all sources of a kind under what people call such money."""
    register = context.register
    used = {source.source for record in register.records.values() for source in record.current.money.sources or ()}
    for kind, names in said.items():
        if ids := sorted(id_ for id_ in used if register.lists.sources[id_].kind == kind):
            yield "source", ids, names.split(", ")


def _parted(names: str | None) -> list[str]:
    return names.split(", ") if names else []
