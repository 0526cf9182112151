"""The index as files: everything that a browser needs to search, select, count and show all decisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from funding.cache import Cache
from funding.digests import digest
from funding.labels import Words
from funding.register import Record, Register
from funding.search.analysis import Run, analysed
from funding.search.cached import ground_of, runs_of
from funding.search.columns import columns, ranks
from funding.search.encoding import File, cut, json_bytes, published
from funding.search.facets import Facets
from funding.search.names import lengths, names, names_payload
from funding.search.postings import Term, places_payload, terms_payload
from funding.search.showing import TABLE_KEYS, Showing
from funding.search.texts import Texts
from funding.search.vocabulary import Vocabulary
from funding.search.words import splitless, stop_words
from funding.workers import spread

SEARCH: Final = "search/"
"""The folder of the index below the site's root."""
INDEX: Final = "index.json"
"""The file that names all others; it alone keeps its name when it changes."""
VERSION: Final = 1

MOST_TERMS: Final = 90
MOST_NAMES: Final = 60
MOST_ROWS: Final = 160
MOST_TABLES: Final = 40
"""The most files of each family; positions have as many as terms."""
LEAST_TERMS: Final = 48_000
LEAST_NAMES: Final = 24_000
"""The fewest bytes of a file of a family, before it is packed."""
LEAST_ROWS: Final = 32
LEAST_TABLE: Final = 250
"""The fewest decisions of a file of rows, and of a file of the table."""

Synonyms = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Searched:
    """What an index is made of: a register as published on a day, its words and how it is shown."""

    register: Register
    words: Words
    today: date
    showing: Showing
    synonyms: Synonyms = ()


def search_files(searched: Searched, cache: Cache | None = None) -> list[File]:
    """Give all files of the index, :data:`INDEX` last; the same decisions and the same day give the same bytes.

    ``cache`` holds what earlier builds worked out.

    Raises:
        LostWorkerError: if the system ends a worker.
    """
    register, showing = searched.register, searched.showing
    common = digest(register.lists, register.own, searched.words.lang, showing.ground)
    batches = runs_of(register.by_decided)
    grounds = [ground_of(batch, common) for batch in batches]
    whole = digest(searched.today, *searched.synonyms, *grounds)
    known = cache.load(whole) if cache else None
    if isinstance(known, list):
        return known
    files = _files(searched, _analysed(searched, dict(zip(grounds, batches, strict=True)), cache))
    if cache:
        cache.save(whole, files)
        cache.keep({whole, *grounds})
    return files


def _files(searched: Searched, runs: Sequence[Run]) -> list[File]:
    vocabulary = Vocabulary.of(runs)
    files: list[File] = []

    def keep(family: str, payload: bytes) -> str:
        return _kept(files, published(family, payload))

    root = {
        "version": VERSION,
        "lang": searched.words.lang,
        "as_of": searched.today.isoformat(),
        "own": searched.register.own,
        "documents": len(searched.register.records),
        "words": keep("words", json_bytes(searched.words.group("search"))),
        **_chosen(searched, runs, keep),
        "rows": _pages("rows", [row for run in runs for row in run.rows], MOST_ROWS, LEAST_ROWS, files),
        "table": {
            **_pages("table", [row for run in runs for row in run.table], MOST_TABLES, LEAST_TABLE, files),
            "keys": TABLE_KEYS,
        },
        **_terms(vocabulary.terms(runs), files),
        "lengths": {str(length): keep(f"lengths-{length}", payload) for length, payload in lengths(vocabulary.counts)},
        "names": _names(runs, files),
        "stopwords": stop_words(),
        "splitless": splitless(),
        "synonyms": searched.synonyms,
    }
    return [*files, File(INDEX, json_bytes(root) + b"\n")]


def _analysed(searched: Searched, batches: Mapping[str, Sequence[Record]], cache: Cache | None) -> list[Run]:
    """Analyse some runs of decisions, by the digest of what each is made from, or take them from the cache."""
    texts = Texts(searched.register, searched.words, searched.showing.text_of)

    def known(ground: str) -> Run | None:
        entry = cache.load(ground) if cache else None
        return entry if isinstance(entry, Run) else None

    def made(ground: str) -> Run:
        return analysed(batches[ground], texts, searched.register, searched.showing)

    found = {ground: known(ground) for ground in batches}
    new = [ground for ground, run in found.items() if run is None]
    for ground, run in zip(new, spread(made, new), strict=True):
        found[ground] = run
        if cache:
            cache.save(ground, run)
    return [run for run in found.values() if run]


def _chosen(searched: Searched, runs: Sequence[Run], keep: Callable[[str, bytes], str]) -> dict[str, Any]:
    facts = [fact for run in runs for fact in run.facts]
    facets = Facets(searched.register, searched.words, searched.showing.alphabetical)
    keys = facets.keys(facts)
    ids = [record.id for record in searched.register.by_decided]
    return {
        "facets": keep("facets", json_bytes(facets.shown(keys))),
        "columns": {name: keep(f"column-{name}", payload) for name, payload in columns(facts, keys)},
        "orders": {
            "title": keep("order-title", ranks([title for run in runs for title in run.titles])),
            "id": keep("order-id", ranks(ids)),
        },
    }


def _pages(family: str, rows: Sequence[bytes], most: int, least: int, files: list[File]) -> dict[str, Any]:
    """Write rows as JSON, so many in a file."""
    size = max(least, -(-len(rows) // most))
    starts = range(0, len(rows), size)
    made = spread(
        lambda start: published(f"{family}-{start // size}", b"[%b]" % b",\n".join(rows[start : start + size])), starts
    )
    return {"size": size, "files": [_kept(files, file) for file in made]}


def _terms(listed: Sequence[Term], files: list[File]) -> dict[str, Any]:
    runs = cut([len(term.body) for term in listed], MOST_TERMS, LEAST_TERMS)
    chunks = [listed[run.start : run.stop] for run in runs]

    def made(number: int) -> tuple[File, File]:
        chunk = chunks[number]
        return (
            published(f"terms-{number}", terms_payload(chunk)),
            published(f"positions-{number}", places_payload(chunk)),
        )

    pairs = list(spread(made, range(len(chunks))))
    return {
        "terms": {
            "from": [chunk[0].key for chunk in chunks],
            "files": [_kept(files, term) for term, _ in pairs],
        },
        "positions": {"files": [_kept(files, place) for _, place in pairs]},
    }


def _names(runs: Sequence[Run], files: list[File]) -> Mapping[str, Any]:
    listed = names([own for run in runs for own in run.names])
    cuts = cut([len(name.key) + len(name.body) for name in listed], MOST_NAMES, LEAST_NAMES)
    chunks = [listed[run.start : run.stop] for run in cuts]
    made = spread(lambda number: published(f"names-{number}", names_payload(chunks[number])), range(len(chunks)))
    return {"from": [chunk[0].key for chunk in chunks], "files": [_kept(files, file) for file in made]}


def _kept(files: list[File], file: File) -> str:
    files.append(file)
    return file.name
