"""What is known of a decision to the search: its texts, its names, its values; read straight from the register."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from html.parser import HTMLParser

from funding.labels import Words
from funding.model.conditions import Condition
from funding.model.facts import Referral
from funding.model.money import Amount
from funding.model.part import stated
from funding.model.registers import Body, FundSource, Municipality, Organisation, Theme
from funding.model.vocabulary import ConditionState, ConditionType, Kind, Status
from funding.pages.prose import prose
from funding.register import Record, Register
from tests.search.naive_query import SPACES, cut, names_of
from tests.search.naive_words import fits, tokens

NONE = "none"
NAMES_OF_NONE = (NONE, "saknas")
LONG, SHORT, NAMED, TITLE = range(4)
FACETS = (
    "status", "kind", "year", "body", "funder", "source", "recipient", "municipality", "theme", "condition",
    "condition_state",
)  # fmt: skip
INLINE = {"a", "em", "strong"}
VOCABULARIES: Mapping[str, type[Enum]] = {
    "status": Status,
    "kind": Kind,
    "condition": ConditionType,
    "condition_state": ConditionState,
}
Named = Organisation | Body | FundSource | Municipality | Theme


@dataclass(frozen=True)
class Document:
    """A decision as the search sees it.

    ``texts`` are its texts as words, each with its level; ``strong`` and ``weak`` the name keys that it answers to;
    ``values`` what it has of each facet. ``amount`` is today's, where it is known.
    """

    record: Record
    texts: tuple[tuple[int, tuple[str, ...]], ...]
    strong: frozenset[str]
    weak: frozenset[str]
    values: Mapping[str, frozenset[str]]
    amount: Amount | None
    days: tuple[date, date] | None


class _Text(HTMLParser):
    """Keeps the text of HTML; what is not inline parts words."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.kept.append("" if tag in INLINE else "\n")

    def handle_data(self, data: str) -> None:
        self.kept.append(data)


def text_of_prose(text: str | None) -> str | None:
    reader = _Text()
    reader.feed(prose(text) or "")
    reader.close()
    return "".join(reader.kept)


def document_of(record: Record, register: Register, words: Words) -> Document:
    texts = [(level, text) for level, found in texts_of(record, register, words) for text in found if text]
    amount, decided = record.current.money.whole, record.decided
    return Document(
        record,
        tuple((level, tuple(tokens(text))) for level, text in texts),
        cut(name for text in strong_names(record) for name in names_of(text)),
        cut(name for text in weak_names(record, register) for name in _name_of_recipient(text)),
        {facet: frozenset(values_of(facet, record, register)) or frozenset({NONE}) for facet in FACETS},
        amount if isinstance(amount, Amount) else None,
        (decided.first, decided.last) if decided else None,
    )


def titles(record: Record) -> Iterator[str]:
    yield record.original.title
    yield from (later.after.title for later in record.later if later.amendment.granted)


def references(record: Record) -> tuple[Referral, ...]:
    """Give the numbers that a decision and its later decisions have."""
    found = (record.original.references, *(later.amendment.references for later in record.later))
    return tuple(dict.fromkeys(one for listed in found for one in stated(listed) or ()))


def recipient_names(id_: str, register: Register) -> Iterator[str]:
    entry = register.lists.organisations[id_]
    yield entry.name
    yield from (former.name for former in entry.former_names or ())
    yield from entry.aliases or ()


def strong_names(record: Record) -> Iterator[str]:
    yield from (reference.value for reference in references(record))
    yield record.id
    yield record.id.partition("/")[2]
    yield from titles(record)
    yield from record.original.also_called or ()


def weak_names(record: Record, register: Register) -> Iterator[str]:
    for id_ in record.all_recipients:
        yield from recipient_names(id_, register)
        yield register.lists.organisations[id_].organisation_number or ""


def _name_of_recipient(text: str) -> Iterable[str]:
    return {text.replace("-", "")} if re.fullmatch("[0-9]{6}-?[0-9]{4}", text) else names_of(text)


def texts_of(record: Record, register: Register, words: Words) -> Iterator[tuple[int, Iterable[str | None]]]:
    """Give every text that is searched, with its level."""
    decision, lists = record.current, register.lists
    yield TITLE, dict.fromkeys((*titles(record), *(record.original.also_called or ())))
    for id_ in record.all_recipients:
        yield NAMED, (*recipient_names(id_, register), lists.organisations[id_].organisation_number)
    yield NAMED, (lists.organisations[id_].name for id_ in decision.partners or ())
    yield NAMED, (lists.themes[id_].name for id_ in decision.themes or ())
    yield NAMED, (lists.municipalities[id_].name for id_ in register.municipalities(record))
    yield NAMED, (reference.value for reference in references(record))
    yield SHORT, (decision.summary,)
    for worded in register.conditions(record):
        yield SHORT, (words.value(worded.type), text_of_prose(worded.text))
    yield SHORT, (lists.bodies[id_].name for id_ in record.bodies)
    yield SHORT, (lists.organisations[id_].name for id_ in register.funders(record))
    for source in decision.money.sources or ():
        entry = lists.sources[source.source]
        yield SHORT, (entry.name, *(former.name for former in entry.former_names or ()))
    impact = decision.impact
    consequences = (impact.environment, impact.children, impact.gender_equality) if impact else ()
    yield LONG, map(text_of_prose, (decision.rationale, decision.economy, *consequences, decision.outcome))
    yield LONG, (decision.remarks, words.value(decision.state_aid.type) if decision.state_aid else None)


def values_of(facet: str, record: Record, register: Register) -> Iterable[str]:
    """Give what a decision has of a facet; nothing where it has none."""
    decision, lists = record.current, register.lists
    given: Mapping[str, Callable[[], Iterable[str]]] = {
        "status": lambda: [record.status.value],
        "kind": lambda: [decision.kind.value],
        "year": lambda: [str(record.year)],
        "body": lambda: record.bodies,
        "funder": lambda: register.funders(record),
        "source": lambda: _upwards(
            (source.source for source in decision.money.sources or ()), lambda id_: lists.sources[id_].part_of
        ),
        "recipient": lambda: _upwards(record.recipients, lambda id_: lists.organisations[id_].unit_of),
        "municipality": lambda: register.municipalities(record),
        "theme": lambda: decision.themes or (),
        "condition": lambda: [worded.type.value for worded in register.conditions(record)],
        "condition_state": lambda: [state_of(worded.stated) for worded in register.conditions(record)],
    }
    return given[facet]()


def _upwards(ids: Iterable[str], above: Callable[[str], str | None]) -> set[str]:
    found: set[str] = set()
    for id_ in ids:
        step: str | None = id_
        while step and step not in found:
            found.add(step)
            step = above(step)
    return found


def state_of(condition: Condition) -> str:
    if condition.failed:
        return "failed"
    return "met" if condition.met else "pending"


def labels_of(facet: str, value: str, register: Register, words: Words) -> Iterable[str]:
    """Give what a value of a facet is called."""
    lists = register.lists
    if facet in VOCABULARIES:
        return [words.value(VOCABULARIES[facet](value))]
    if facet == "recipient":
        return recipient_names(value, register)
    named: Mapping[str, Mapping[str, Named]] = {
        "funder": lists.organisations,
        "body": lists.bodies,
        "source": lists.sources,
        "municipality": lists.municipalities,
        "theme": lists.themes,
    }
    return [named[facet][value].name] if facet in named else [value]


def is_called(asked: str, name: str) -> bool:
    """Tell whether what was typed is a name: whole, in small or capital letters, dots or no dots."""
    return fits(_evened(asked), _evened(name))


def _evened(text: str) -> str:
    lowered = unicodedata.normalize("NFC", text).lower()
    spaced = "".join(" " if sign in SPACES else sign for sign in lowered)
    return " ".join(run for run in spaced.split(" ") if run)
