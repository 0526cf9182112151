"""The index as files: everything that a browser needs to search, select, count and show all decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from funding.search.encoding import json_bytes
from funding.search.facets import Facets
from funding.search.families import Families
from funding.search.files import Files, saved_files
from funding.search.names import names, words_by_length
from funding.search.runs import Runs
from funding.search.showing import TABLE_KEYS, Showing
from funding.search.splitting import SPLIT
from funding.search.texts import Texts
from funding.search.vocabulary import Vocabulary
from funding.swedish import light_words, splitless, stop_words, synonyms
from funding.workers import spread

SEARCH: Final = "search/"
"""The folder of the index below the site's root."""
INDEX: Final = "index.json"
"""The file that names all others; it alone keeps its name when it changes."""
VERSION: Final = 4

Synonyms = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Searched:
    """What an index is made of: a register as published on a day, its words and how it is shown."""

    register: Register
    words: Words
    today: date
    showing: Showing
    synonyms: Synonyms = ()


def search_files(searched: Searched, cache: Cache | None = None) -> Files:
    """Give all files of the index, :data:`INDEX` last; the same decisions and the same day give the same bytes.

    ``cache`` holds what earlier builds worked out.

    Raises:
        LostWorkerError: if the system ends a worker.
    """
    register, showing = searched.register, searched.showing
    common = digest(register.lists, register.own, searched.words.lang, showing.ground)
    batches = runs_of(register.by_decided)
    grounds = [ground_of(batch, common) for batch in batches]
    whole = digest(common, searched.today, *searched.synonyms, *grounds)
    known = saved_files(cache, whole) if cache else None
    if known:
        return known
    runs = Runs()
    for ground, run in zip(grounds, _analysed(searched, dict(zip(grounds, batches, strict=True)), cache), strict=True):
        runs.add(ground, run)
    files = _files(searched, runs, cache)
    if cache:
        cache.keep({SPLIT, *runs.entries, *files.save(cache, whole)})
    return files


def _files(searched: Searched, runs: Runs, cache: Cache | None) -> Files:
    vocabulary = Vocabulary.of(runs.counts, cache)
    families = Families(cache)
    root = {
        "version": VERSION,
        "lang": searched.words.lang,
        "as_of": searched.today.isoformat(),
        "own": searched.register.own,
        "documents": len(searched.register.records),
        "words": families.single("words", json_bytes(searched.words.group("search"))),
        **_chosen(searched, runs, families),
        "rows": families.rows(runs.rows),
        "table": {**families.table(runs.table), "keys": TABLE_KEYS},
        **families.terms(vocabulary.terms(runs, cache)),
        "lengths": families.lengths(words_by_length({**vocabulary.inside, **vocabulary.counts})),
        "names": families.names(names(runs.names())),
        "stopwords": stop_words(),
        "light": light_words(),
        "statuses": _status_words(searched.words),
        "asking": searched.words.group("search")["asking"],
        "splitless": splitless(),
        "synonyms": vocabulary.known_first((*synonyms(), *searched.synonyms)),
    }
    families.plain(INDEX, json_bytes(root) + b"\n")
    return families.files


def _status_words(words: Words) -> list[str]:
    """Give the single words for statuses, in small letters: as files may spell them, and as citizens do."""
    said: Mapping[str, str] = words.texts("explorer.offers")["values"]["status"]
    names = [*words.spellings("Status"), *(name for names in said.values() for name in names.split(", "))]
    return sorted({name.lower() for name in names if name.isalpha()})


def _analysed(searched: Searched, batches: Mapping[str, Sequence[Record]], cache: Cache | None) -> Iterator[Run]:
    """Analyse some runs of decisions, by the digest of what each is made from, or take them from the cache."""
    texts = Texts(searched.register, searched.words, searched.showing.text_of)

    def made(ground: str) -> Run:
        run = analysed(batches[ground], texts, searched.register, searched.showing)
        if cache:
            cache.save(ground, run)
        return run

    new = [ground for ground in batches if not (cache and cache.holds(ground))]
    fresh = dict.fromkeys(new)
    coming = spread(made, new)
    for ground in batches:
        run = next(coming) if ground in fresh else cache.load(ground) if cache else None
        yield run if isinstance(run, Run) else made(ground)


def _chosen(searched: Searched, runs: Runs, families: Families) -> dict[str, Any]:
    """Keep what is chosen, counted and sorted by."""
    facts = list(runs.facts())
    facets = Facets(searched.register, searched.words, searched.showing.alphabetical)
    keys = facets.keys(facts)
    orders = {
        "title": list(runs.titles()),
        "id": [record.id for record in searched.register.by_decided],
    }
    return {
        "facets": families.single("facets", json_bytes(facets.shown(keys))),
        "columns": {name: families.single(f"column-{name}", payload) for name, payload in columns(facts, keys)},
        "orders": {name: families.single(f"order-{name}", ranks(listed)) for name, listed in orders.items()},
    }
