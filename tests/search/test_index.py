"""The published index, read back, says what the register says."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from hashlib import blake2b

from funding.model.money import OUR_CURRENCY
from funding.pages.format import alphabetical
from funding.register import total
from funding.search.showing import TABLE_KEYS
from tests.search.conftest import Indexed
from tests.search.naive_documents import FACETS, NONE, labels_of
from tests.search.naive_matching import Matching
from tests.search.naive_words import Compounds, fits, key, only_letters, plain, root, tokens
from tests.search.program_lists import program_lists

EPOCH = date(1900, 1, 1)
NOT_COUNTED, COUNTED, WITHOUT_AMOUNT, FOREIGN = range(4)


def words_of(indexed: Indexed) -> dict[str, dict[int, int]]:
    """Give each word with the decisions that have it and its highest level there."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for number, document in enumerate(indexed.documents):
        for level, words in document.texts:
            for word in words:
                found[word][number] = max(level, found[word].get(number, 0))
    return found


def test_every_file_is_named_by_the_index_and_by_its_bytes(indexed: Indexed) -> None:
    files = indexed.published.files
    assert indexed.published.named() == files.keys()
    for name, content in files.items():
        if name != "index.json":
            assert name.split(".")[1] == blake2b(content, digest_size=4).hexdigest()
            assert content[:2] == b"\x78\x9c", "zlib"


def test_places_give_all_texts_back(indexed: Indexed) -> None:
    told = [[(level, list(words)) for level, words in document.texts if words] for document in indexed.documents]
    assert indexed.published.texts() == told


def test_terms_are_all_words_by_what_their_forms_have_in_common(indexed: Indexed) -> None:
    words, terms = words_of(indexed), indexed.published.terms()
    assert {form: levels for term in terms.values() for form, levels in term.forms.items()} == words
    assert all(key(form) == common for common, term in terms.items() for form in term.forms)
    known = {key(word) for word in words if len(word) >= 3 and only_letters(word)}
    assert {common for common, term in terms.items() if term.known} == known


def test_parts_of_compounds_lead_to_the_decisions_that_have_them(indexed: Indexed) -> None:
    words, lists = words_of(indexed), program_lists([])
    compounds = Compounds(words, lists.common, lists.kept_out)
    levels: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    within: dict[tuple[str, str], set[str]] = defaultdict(set)
    for word, found in words.items():
        for part in compounds.parts(word) if len(word) >= 3 else ():
            named = key(part), root(part)
            within[named].add(word)
            for number, level in found.items():
                levels[named][number] = max(level, levels[named].get(number, 0))
    told = {
        (common, one): listed
        for common, term in indexed.published.terms().items()
        for one, listed in term.roots.items()
    }
    assert {named: listed for named, (_, listed) in told.items()} == levels
    for named, (shown, _) in told.items():
        assert shown == sorted(within[named], key=lambda word: (-len(words[word]), word))[:6]
    divided = {form for term in indexed.published.terms().values() for form in term.divided}
    assert divided == set().union(*within.values())


def test_names_lead_to_their_decisions(indexed: Indexed) -> None:
    told: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, document in enumerate(indexed.documents):
        for name in document.weak | document.strong:
            told[name][number] = name in document.strong
    assert indexed.published.names() == told


def test_words_that_a_misspelt_one_may_mean(indexed: Indexed) -> None:
    words = words_of(indexed)
    found = indexed.published.lengths()
    known = Matching(indexed.documents, program_lists([])).common
    assert found == {word: count for word, count in known.items() if 4 <= len(word) <= 40}
    assert {word: found[word] for word in words if word in found} == {
        word: len(words[word]) for word in words if 4 <= len(word) <= 40 and only_letters(word)
    }
    assert all(plain(word) for word in found)


def test_facets_hold_what_each_decision_has(indexed: Indexed) -> None:
    shown = indexed.published.json(indexed.published.root["facets"])
    for name in FACETS:
        told = [document.values[name] - {NONE} for document in indexed.documents]
        assert indexed.published.facet(name) == told
        keys = [key for key, _, _ in shown[name]]
        assert set(keys) == set().union(*told)
        for place, (value, label, above) in enumerate(shown[name]):
            names = list(labels_of(name, value, indexed.register, indexed.context.words))
            assert [label, *shown["also"].get(name, {}).get(str(place), [])] == names
            parent = above_of(name, value, indexed)
            assert (keys[above] if above >= 0 else None) == parent


def above_of(facet: str, value: str, indexed: Indexed) -> str | None:
    lists = indexed.register.lists
    if facet == "source":
        return lists.sources[value].part_of
    return lists.organisations[value].unit_of if facet == "recipient" else None


def test_values_stand_in_the_order_of_choice(indexed: Indexed) -> None:
    shown = indexed.published.json(indexed.published.root["facets"])
    years = [key for key, _, _ in shown["year"]]
    assert years == sorted(years, reverse=True)
    for name in ("body", "funder", "source", "recipient", "municipality", "theme"):
        labels = [label for _, label, _ in shown[name]]
        assert labels == sorted(labels, key=alphabetical)


def test_amounts_and_what_counts_give_the_sum(indexed: Indexed) -> None:
    published, register = indexed.published, indexed.register
    amounts, counts = published.amounts(), published.opened(published.root["columns"]["counts"]).content
    assert amounts == [document.amount.value if document.amount else None for document in indexed.documents]
    foreign = published.json(published.root["columns"]["foreign"]) if "foreign" in published.root["columns"] else {}
    told = total(indexed.records)
    rows = list(zip(amounts, counts, strict=True))
    assert sum(amount or 0 for amount, count in rows if count & 3 == COUNTED) == told.granted
    assert sum(count & 3 == WITHOUT_AMOUNT for count in counts) == told.without_amount
    assert sum(count & 3 != NOT_COUNTED for count in counts) == told.granting
    assert any(count & 4 for count in counts) is told.approximate
    assert all(count & 3 == COUNTED for count in counts if count & 4)
    assert [bool(count & 8) for count in counts] == [register.ours(record) for record in indexed.records]
    in_others: dict[str, int] = defaultdict(int)
    for number, (currency, amount) in foreign.items():
        assert (currency != OUR_CURRENCY, amount) == (True, amounts[int(number)])
        if counts[int(number)] & 3 == FOREIGN:
            in_others[currency] += amount
    assert in_others == told.foreign


def test_days_are_those_of_the_decisions(indexed: Indexed) -> None:
    days = [(EPOCH + timedelta(first), EPOCH + timedelta(last)) for first, last in indexed.published.days()]
    told = [document.days for document in indexed.documents]
    assert days == told[: len(days)]
    assert set(told[len(days) :]) <= {None}


def test_orders_are_by_title_and_by_id(indexed: Indexed) -> None:
    records = indexed.records
    numbers = range(len(records))
    by_id = sorted(numbers, key=lambda number: records[number].id)
    assert indexed.published.order("id") == by_id
    by_title = sorted(by_id, key=lambda number: alphabetical(records[number].current.title))
    assert indexed.published.order("title") == by_title


SHOWN_AS = {
    "themes": "theme",
    "municipalities": "municipality",
    "conditions": "condition",
    "condition_states": "condition_state",
}


def test_rows_and_table_are_the_decisions_in_their_order(indexed: Indexed) -> None:
    rows, table = indexed.published.pages("rows"), indexed.published.pages("table")
    assert tuple(indexed.published.root["table"]["keys"]) == TABLE_KEYS
    lines = [dict(zip(TABLE_KEYS, line, strict=True)) for line in table]
    told = [[record.id, record.current.title, record.status] for record in indexed.records]
    assert [row[:3] for row in rows] == told
    assert [[line["id"], line["title"], line["status"]] for line in lines] == told
    assert sum(line["counted"] or 0 for line in lines) == total(indexed.records).granted
    assert [line["amount"] for line in lines] == indexed.published.amounts()
    assert [line["yearly"] for line in lines] == [record.current.money.yearly for record in indexed.records]
    assert all(line["url"].endswith(f"/beslut/{line['id']}/") for line in lines)
    for name, facet in SHOWN_AS.items():
        assert [set(line[name]) for line in lines] == indexed.published.facet(facet)


def test_synonyms_stand_first_where_some_decision_has_them(indexed: Indexed) -> None:
    words, terms = words_of(indexed), indexed.published.terms()
    groups = indexed.published.root["synonyms"]
    assert all(found for found, _ in groups)
    for place, half in ((0, True), (1, False)):
        for entry in (entry for group in groups for entry in group[place]):
            asked = tokens(entry)
            has = key(asked[0]) in terms if len(asked) == 1 else all(word in words for word in asked)
            assert has is half, entry


def test_the_index_says_what_it_is_about(indexed: Indexed) -> None:
    root, lists = indexed.published.root, program_lists([])
    assert (root["version"], root["lang"], root["as_of"]) == (4, "sv", "2026-11-23")
    assert (root["own"], root["documents"]) == (indexed.register.own, len(indexed.records))
    assert (root["stopwords"], root["splitless"]) == (sorted(lists.stop_words), sorted(lists.kept_out))
    assert root["statuses"] == sorted(lists.statuses)
    assert indexed.published.json(root["words"])["button"] == indexed.context.words.text("search.button")
    assert all(fits(plain(word), word) for word in root["stopwords"])
