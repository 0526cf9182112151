"""What makes the list of all decisions a search: its figures before anything is chosen, its words, its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from funding.model.part import stated
from funding.model.vocabulary import Status
from funding.pages.context import Context
from funding.pages.figures.selection import told_for_downloads, told_for_pictures
from funding.pages.glossary import GLOSSARY_URL
from funding.pages.json_ld import in_script
from funding.pages.lists.offers import offers
from funding.pages.parts import Fact, sum_beside, sum_shown
from funding.pages.tiles.tile_map import STYLES as MAP_STYLES
from funding.register import Record
from funding.register.sums import counted, whole

ASSETS = (
    "search/explorer/explorer.css",
    "search/explorer/selection.css",
    MAP_STYLES,
    "search/explorer/asked.first.js",
    "search/explorer/explorer.js",
)
"""The files that only the page of all decisions asks for."""
_LOOKED_AT = 200
"""How many of the newest decisions the examples are taken from."""
_WORD = re.compile(r"[^\W\d_]{5,}")
_PAIR = re.compile(r"\b[^\W\d_]{3,} [^\W\d_]{3,}\b")


@dataclass(frozen=True, slots=True)
class Selected:
    """What is selected before a reader has chosen anything: how many, whole kronor, the same in words."""

    count: int
    sum: int
    heading: Markup
    figures: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A query that finds something on this site: its text, its address, and which text tells about it."""

    text: str
    about: str

    @property
    def href(self) -> str:
        """Give the address of its result, from the page itself."""
        return f"?{urlencode({'q': self.text})}"


def explorer_values(context: Context) -> Mapping[str, Any]:
    """Give what the template of the search is given beside the list."""
    return {
        "selection": _selected(context),
        "examples": tuple(_examples(context)),
        "told_for_pictures": told_for_pictures(context),
        "told_for_downloads": told_for_downloads(context),
        "told": in_script(
            {
                **context.words.texts("explorer.live"),
                "facets": context.words.texts("download.filters"),
                **{name: context.words.texts(f"explorer.{name}") for name in ("all", "counted")},
                "beside": {name: context.words.texts(f"parts.sum_{name}") for name in ("about", "foreign", "without")},
                **{name: context.words.text(f"explorer.{name}") for name in _FIGURES},
                **{name: context.words.text(f"format.{name}") for name in ("kronor", "money")},
                "organisation": context.own_name,
                "statuses": {status.value: context.words.value(status) for status in Status},
                "others": context.tallies.all.others.whole.granting > 0,
                "lang": context.words.lang,
                "offers": offers(context),
                "asking": context.words.texts("search.asking"),
                "glossary": GLOSSARY_URL,
            }
        ),
    }


_FIGURES = ("granted", "ours", "median", "median_note", "no_median", "show_filters")


def _selected(context: Context) -> Selected:
    """Count all decisions as a selection is counted: all funders' money, and how much of it is ours."""
    form, words, records = context.form, context.words, context.register.by_date
    tally = context.tallies.all
    figure = tally.whole
    beside = list(sum_beside(form, figure))
    if tally.others.whole.granting:
        ours = sum_shown(form, tally.ours.whole)
        beside.insert(0, form.say("explorer.ours", organisation=context.own_name, money=ours))
    amounts = sorted(amount for amount in map(counted, records) if amount is not None)
    if len(amounts) < figure.records:
        beside.insert(0, form.counted("explorer.counted", len(amounts), all=form.number(figure.records)))
    middle = form.money(_median(amounts)) if amounts else "–"
    said = form.say("explorer.median_note" if amounts else "explorer.no_median")
    figures = (
        Fact(words.text("explorer.granted"), (sum_shown(form, figure),), tuple(beside)),
        Fact(words.text("explorer.median"), (middle,), (said,)),
    )
    return Selected(figure.records, figure.granted, form.counted("explorer.all", figure.records), figures)


def _median(amounts: Sequence[int]) -> int:
    """Give the middle of some sorted amounts; of two in the middle their mean, half a krona rounded up."""
    half = len(amounts) // 2
    return amounts[half] if len(amounts) % 2 else (amounts[half - 1] + amounts[half] + 1) // 2


def _examples(context: Context) -> Iterator[Example]:
    """Give queries in the words of one decision, so that each finds it: the newest of those with most to ask for."""
    records = list(islice(context.register.by_decided, _LOOKED_AT))
    offered = [tuple(_queries(context, record, records)) for record in records]
    yield from max(offered, key=len, default=())


def _queries(context: Context, record: Record, others: Sequence[Record]) -> Iterator[Example]:
    current, field = record.current, context.words.texts("explorer.field")
    if words := _WORD.findall(current.title):
        word = max(words, key=len).lower()
        yield Example(word, "words")
        if without := _word_without(record, others):
            yield Example(f"{word} -{without}", "minus")
    if pair := _PAIR.search(current.title):
        yield Example(f'"{pair[0]}"', "phrase")
    if references := stated(record.original.references):
        yield Example(references[0].value, "number")
    for recipient in record.recipients[:1]:
        yield Example(_asked(field["recipient"], context.register.lists.organisations[recipient].name), "recipient")
    for code in context.register.municipalities(record)[:1]:
        yield Example(_asked(field["municipality"], context.register.lists.municipalities[code].name), "municipality")
    if amount := whole(record):
        step = 10 ** (len(str(amount.value)) - 1)
        low = amount.value // step * step
        yield Example(f"{field['amount']}:{low}-{low + step}", "amount")
    if record.decided:
        yield Example(f"{field['decided']}:{record.decided.year - 1}..{record.decided.year}", "decided")


def _asked(field: str, name: str) -> str:
    return f"{field}:{name}" if name.isalpha() else f'{field}:"{name}"'


def _word_without(record: Record, others: Sequence[Record]) -> str | None:
    """Give a word of another title that nothing in a decision's own texts begins as."""
    own = repr(record.original).lower()
    words = (word.lower() for other in others for word in _WORD.findall(other.current.title))
    return next((word for word in words if word[:4] not in own), None)
