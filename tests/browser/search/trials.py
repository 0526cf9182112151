"""Searches that are tried in the browser and by the oracle: the register of a built site, and both sides' answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from playwright.sync_api import Page

from funding.check import check
from funding.labels import Words
from funding.project import find_project
from tests.browser.conftest import SETTLED, OpenPage
from tests.search.oracle import Answer, Oracle
from tests.search.program_lists import program_lists
from tests.site.built import BuiltSite
from tests.site.sites import DAY

BATCH = 100
MOST_PATIENCE = 10_000
"""How long the explorer may take before a test gives up, in milliseconds; what is there is seen at once."""
SHOWN = "() => [...document.querySelectorAll('.explorer__list [data-id]')].map((hit) => hit.dataset.id)"
ANSWER = """async ([searches, withCounts]) => {
    const answers = [];
    for (const search of searches) {
        const state = engine.asked(search);
        const address = engine.toParams(state);
        const again = engine.fromParams(address);
        const found = await engine.select(engine.index, state);
        const counts = withCounts ? await engine.counts(engine.index, state) : {};
        answers.push({
            ...found,
            docs: [...found.docs],
            counts: Object.fromEntries(Object.entries(counts).map(([facet, map]) => [facet, Object.fromEntries(map)])),
            address: address.toString(),
            same: JSON.stringify({...again, ignored: []}) === JSON.stringify({...state, ignored: []}),
        });
    }
    return answers;
}"""
FIRST = """async (texts) => {
    const states = texts.map((q) => engine.asked(new URLSearchParams({q}).toString()));
    const found = [];
    for (const state of states) found.push((await engine.select(engine.index, state)).docs[0]);
    return found.map((doc) => doc ?? null);
}"""
IDS = "async () => engine.ids(Array.from({length: engine.index.documents}, (_, doc) => doc))"


@dataclass(frozen=True)
class Trial:
    """A site's decisions on both sides: a page with the engine in it, and the oracle."""

    site: str
    origin: str
    page: Page
    oracle: Oracle
    ids: Sequence[str]

    @classmethod
    def of(cls, opened: OpenPage, name: str, site: BuiltSite) -> Trial:
        """Begin with a page into which the engine of a site, by its name, is loaded."""
        return cls(name, opened.origin, opened.page, oracle_of(site), opened.page.evaluate(IDS))

    def answers(self, searches: Sequence[str], *, counts: bool = False) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give the browser's answers, each with its search."""
        for start in range(0, len(searches), BATCH):
            batch = searches[start : start + BATCH]
            yield from zip(batch, self.page.evaluate(ANSWER, [batch, counts]), strict=True)

    def first(self, texts: Iterable[str]) -> list[str | None]:
        """Give the decision that comes first for each text that a reader types."""
        return [None if doc is None else self.ids[doc] for doc in self.page.evaluate(FIRST, list(texts))]

    def differences(self, searches: Sequence[str], *, counts: bool = False) -> list[str]:
        """Say where the browser's answers are not the oracle's."""
        found = []
        for search, told in self.answers(searches, counts=counts):
            known = self.oracle.answer(search)
            here, there = self._of_browser(told, counts=counts), of_oracle(known, counts=counts)
            found += [
                f"{search}: {name}: {here[name]} is not {there[name]}" for name in there if here[name] != there[name]
            ]
        return found

    def _of_browser(self, told: dict[str, Any], *, counts: bool) -> dict[str, Any]:
        reading = told["reading"]
        return {
            "ids": [self.ids[doc] for doc in told["docs"]],
            "count": told["count"],
            **{name: told[name] for name in ("sum", "ours", "approximate", "counted", "withoutAmount", "median")},
            "foreign": dict(told["foreign"]),
            "words": [[word["typed"], word["kind"], word["found"], word["replacedBy"]] for word in reading["words"]],
            "left_out": reading["left_out"],
            "names": reading["names"],
            "unknown": reading["unknown"],
            "survives": told["same"],
            **({"counts": told["counts"]} if counts else {}),
        }


@dataclass(frozen=True, slots=True)
class Told:
    """What the explorer tells of its result: how many, which sum, and which decisions it shows, in order."""

    count: int
    sum: int
    ids: tuple[str, ...]


def told_by(page: Page) -> Told:
    """Read what the explorer of an open page tells once it has settled."""
    page.wait_for_selector(SETTLED, state="attached", timeout=MOST_PATIENCE)
    data = page.locator(".explorer").evaluate("(root) => ({...root.dataset})")
    return Told(int(data["resultCount"]), int(data["resultSum"]), tuple(page.evaluate(SHOWN)))


def of_oracle(answer: Answer, *, counts: bool) -> dict[str, Any]:
    """Give the oracle's answer in the form of the browser's."""
    return {
        "ids": list(answer.ids),
        "count": len(answer.ids),
        "sum": answer.sum,
        "ours": answer.ours,
        "approximate": answer.approximate,
        "counted": answer.counted,
        "withoutAmount": answer.without_amount,
        "median": answer.median,
        "foreign": dict(answer.foreign),
        "words": [
            [word.typed, word.kind, len(word.scores), word.replaced_by if word.scores else None]
            for word in answer.words
        ],
        "left_out": list(answer.left_out),
        "names": answer.names,
        "unknown": list(answer.unknown),
        "survives": True,
        **({"counts": {facet: dict(values) for facet, values in answer.facets.items()}} if counts else {}),
    }


def oracle_of(site: BuiltSite) -> Oracle:
    """Make the oracle of a built site, from its project; only the synonyms are those that it published."""
    project, day, words = find_project(site.folder.parent / "project"), date.fromisoformat(DAY), Words("sv")
    register = check(project.root, project.options, words, day).register.published(day)
    told = json.loads((site.folder / "search/index.json").read_text("utf-8"))
    groups = [[*found, *others] for found, others in told["synonyms"]]
    return Oracle(register, words, program_lists(groups))
