"""What a search must give: its specification, read naively over the register.

It knows nothing of the published index, and shares no code with the search: only the word lists, as data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl

from funding.labels import Words
from funding.model.money import OUR_CURRENCY
from funding.pages.format import alphabetical
from funding.register import Record, Register
from tests.search.naive_documents import FACETS, NAMES_OF_NONE, NONE, Document, document_of, is_called, labels_of
from tests.search.naive_matching import Lists, Matching, Reached, Scores
from tests.search.naive_query import Condition, Query, asked_names, read_amounts, read_days, read_query
from tests.search.naive_words import tokens

STRONG, WEAK = 1_000_000, 500_000
SORTS = ("relevance", "amount", "-amount", "decided", "-decided", "title")
VALUES: Mapping[str, Callable[[Document], int | None]] = {
    "amount": lambda one: one.amount.value if one.amount else None,
    "decided": lambda one: _ordinal(one.record),
}
COUNTED = {"granted", "completed", "cancelled"}


@dataclass(frozen=True)
class Answer:
    """The result of a search; sums are whole kronor, of ``counted`` decisions; ``facets`` how many have each value."""

    ids: tuple[str, ...]
    sum: int
    ours: int
    approximate: bool
    counted: int
    without_amount: int
    foreign: Mapping[str, int]
    median: int | None
    facets: Mapping[str, Mapping[str, int]]
    words: tuple[Reached, ...]
    left_out: tuple[str, ...]
    names: bool
    unknown: tuple[str, ...]


class Oracle:
    """Answers searches over a register."""

    def __init__(self, register: Register, words: Words, lists: Lists) -> None:
        self.register, self._words = register, words
        records = sorted(register.records.values(), key=lambda record: record.id)
        records.sort(key=newness, reverse=True)
        self.documents = [document_of(record, register, words) for record in records]
        self.matching = Matching(self.documents, lists)
        self._used = {facet: frozenset().union(*(one.values[facet] for one in self.documents)) for facet in FACETS}
        self._named = cache(self._values_named)

    def labels(self, facet: str, value: str) -> Iterable[str]:
        """Give what a value of a facet is called; nothing for the lack of one."""
        return () if value == NONE else labels_of(facet, value, self.register, self._words)

    def answer(self, search: str) -> Answer:
        """Answer a search that is written as the parameters of an address."""
        given = parse_qsl(search, keep_blank_values=True)
        first = dict(reversed(given))
        query = read_query(first.get("q", ""), self._named)
        found = self._found(query, exact=first.get("exact") == "1")
        scores, reached, left_out, names = found
        conditions = [*_of_parameters(given, first)]
        kept = [number for number in scores if self._satisfies(number, query.conditions)]
        hits = [number for number in kept if self._satisfies(number, conditions)]
        order = first.get("sort", "")
        default = "relevance" if first.get("q", "").strip() else "-decided"
        self._sort(hits, order if order in SORTS else default, scores)
        return Answer(
            tuple(self.documents[number].record.id for number in hits),
            *self._sums([self.documents[number] for number in hits]),
            {facet: self._facet(facet, kept, conditions) for facet in FACETS},
            reached,
            left_out,
            names,
            tuple(query.unknown),
        )

    def _values_named(self, facet: str, text: str) -> frozenset[str]:
        if text.strip().lower() in NAMES_OF_NONE:
            return frozenset({NONE})
        used = self._used[facet] - {NONE}
        exact = {value for value in used if value.lower() == text.strip().lower()}
        called = (value for value in used if any(is_called(text, label) for label in self.labels(facet, value)))
        return frozenset(exact or called)

    def _found(self, query: Query, *, exact: bool) -> tuple[dict[int, int], tuple[Reached, ...], tuple[str, ...], bool]:
        """Give the decisions that satisfy the words with their scores, before any condition."""
        matching, documents = self.matching, range(len(self.documents))
        stop = [word for word in query.words if matching.is_stop_word(word)]
        asked = [word for word in query.words if word not in stop]
        if not asked and not query.phrases:
            stop, asked = [], query.words
        keys = asked_names(query.typed) | asked_names(self._called(query.typed))
        strong = {number for number in documents if keys & self.documents[number].strong}
        weak = {number for number in documents if keys & self.documents[number].weak} - strong
        names = bool(strong or weak)
        reached = tuple(
            matching.exactly(word) if exact else matching.word(word, asked, widened=not names) for word in asked
        )
        light = set() if exact else {word for word in asked if matching.is_light(word)}
        if light == set(asked) and not query.phrases:
            light = set()
        needed = [_times(one.scores, one.rarity) for one in reached if one.typed not in light]
        needed += [matching.phrase(phrase) for phrase in query.phrases]
        parts = [*needed, *(one.scores for one in reached if one.typed in light)]
        scores = {
            number: sum(part.get(number, 0) for part in parts)
            for number in documents
            if all(number in part for part in needed)
        }
        for number in strong | weak:
            scores[number] = scores.get(number, 0) + (STRONG if number in strong else WEAK)
        for words in query.without:
            for number in matching.without(words, exact=exact) & scores.keys():
                del scores[number]
        return scores, reached, tuple(stop), names

    def _called(self, typed: Sequence[str]) -> list[str]:
        """Give what was typed without the words around it that say too little to belong to a name."""
        says_little = [
            self.matching.is_stop_word(word) or self.matching.is_light(word) for word in tokens(" ".join(typed))
        ]
        telling = [place for place, little in enumerate(says_little) if not little]
        return tokens(" ".join(typed))[telling[0] : telling[-1] + 1] if telling else []

    def _satisfies(self, number: int, conditions: Iterable[Condition]) -> bool:
        return all(_holds(self.documents[number], condition) for condition in conditions)

    def _facet(self, facet: str, kept: Sequence[int], conditions: Sequence[Condition]) -> Mapping[str, int]:
        others = [condition for condition in conditions if condition.field != facet]
        satisfying = (number for number in kept if self._satisfies(number, others))
        return Counter(value for number in satisfying for value in self.documents[number].values[facet])

    def _sort(self, hits: list[int], order: str, scores: Mapping[int, int]) -> None:
        if order.endswith("decided"):
            hits.sort()
        else:
            hits.sort(key=lambda number: self.documents[number].record.id)
        if order == "relevance":
            hits.sort(key=lambda number: (-scores[number], number))
        elif order == "title":
            hits.sort(key=lambda number: alphabetical(self.documents[number].record.current.title))
        else:
            sign, value = (-1 if order.startswith("-") else 1), VALUES[order.lstrip("-")]
            known = {number: value(self.documents[number]) for number in hits}
            hits.sort(key=lambda number: (known[number] is None, sign * (known[number] or 0)))

    def _sums(self, found: list[Document]) -> tuple[int, int, bool, int, int, dict[str, int], int | None]:
        counted = [one for one in found if one.record.status.value in COUNTED and one.values["kind"] != {"framework"}]
        known = [(one, one.amount, one.record.current.money.currency) for one in counted if one.amount is not None]
        swedish = [(one, amount) for one, amount, currency in known if currency == OUR_CURRENCY]
        foreign: Counter[str] = Counter()
        for _, amount, currency in known:
            foreign[currency] += amount.value if currency != OUR_CURRENCY else 0
        return (
            sum(amount.value for _, amount in swedish),
            sum(amount.value for one, amount in swedish if self.register.own in one.values["funder"]),
            any(amount.about for _, amount in swedish),
            len(swedish),
            len(counted) - len(known),
            {currency: total for currency, total in sorted(foreign.items()) if total},
            median([amount.value for _, amount in swedish]),
        )


def _ordinal(record: Record) -> int | None:
    return record.decided.first.toordinal() if record.decided else None


def newness(record: Record) -> tuple[int, int, int]:
    """Tell how new a decision is: by its day; where it has none by its year, and within it by its meeting."""
    if record.decided:
        return _ordinal(record) or 0, 0, 0
    meeting = record.meeting if record.status.undecided else None
    year = meeting.year if meeting else record.folder_year
    return 0, year, meeting.first.toordinal() if meeting else 0


def median(amounts: list[int]) -> int | None:
    """Give the middle amount; of two in the middle their mean, half a krona upwards."""
    ordered, half = sorted(amounts), len(amounts) // 2
    if not ordered:
        return None
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half] + 1) // 2


def _times(scores: Scores, times: int) -> Scores:
    return {number: score * times for number, score in scores.items()}


def _of_parameters(given: list[tuple[str, str]], first: Mapping[str, str]) -> Iterable[Condition]:
    for facet in FACETS:
        named = [value for name, value in given if name == facet and value]
        if included := frozenset(value for value in named if not value.startswith("-")):
            yield Condition(facet, without=False, values=included)
        if excluded := frozenset(value[1:] for value in named if value.startswith("-")):
            yield Condition(facet, without=True, values=excluded)
    if amounts := read_amounts(first.get("amount", "")):
        yield Condition("amount", without=False, amounts=amounts)
    if days := read_days(first.get("decided", ""), typed=False):
        yield Condition("decided", without=False, days=days)


def _holds(document: Document, condition: Condition) -> bool:
    if condition.amounts:
        low, high = condition.amounts
        amount = document.amount.value if document.amount else None
        holds = amount is not None and (low is None or amount >= low) and (high is None or amount <= high)
    elif condition.days:
        start, end = condition.days
        days = document.days
        holds = days is not None and (start is None or days[1] >= start) and (end is None or days[0] <= end)
    else:
        holds = not condition.values.isdisjoint(document.values[condition.field])
    return holds != condition.without
