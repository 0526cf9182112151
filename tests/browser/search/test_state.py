"""A state and its address."""

import random
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.browser.search.conftest import Run

FACETS = (
    "status", "kind", "year", "body", "funder", "source", "recipient", "municipality", "theme", "condition",
    "condition_state",
)  # fmt: skip
VALUES = ("none", "granted", "1880", "a-b", "å&=+ #", "%41", "e\u0301", "2024", "x y")
QUERIES = ("", "bidrag", '"en fras" -ord', "belopp:>=5&q=1", "100 % räntefritt + mer", "🌳", "a\u00a0b")
SORTS = ("", "amount", "-amount", "decided", "title")
ROUND = """(states) => states.map((state) => {
    const text = engine.toParams(state).toString();
    return [text, engine.fromParams(new URLSearchParams(text))];
})"""


def some_state(draw: random.Random) -> dict[str, Any]:
    def chosen() -> dict[str, list[str]]:
        return {
            facet: draw.sample(VALUES, draw.randint(1, 3)) for facet in draw.sample(FACETS, draw.choice((0, 0, 1, 3)))
        }

    low, high = sorted(draw.sample(range(10**9), 2))
    return {
        "q": draw.choice(QUERIES),
        "exact": draw.random() < 0.3,
        "include": chosen(),
        "exclude": chosen(),
        "amount": draw.choice((None, [low, high], [None, high], [low, None], [0, 0])),
        "decided": draw.choice((None, ["2020-01-01", "2021-12-31"], [None, "2021"], ["2020-02", None])),
        "sort": draw.choice(SORTS),
        "view": draw.choice(("table", "cards")),
        "ignored": [],
    }


def test_every_state_comes_back_from_its_address(run: Run) -> None:
    draw = random.Random(17)  # noqa: S311 - invented states, no secret
    states = [some_state(draw) for _ in range(1000)]
    found = run(ROUND, states)
    assert [state for _, state in found] == states
    again = run(ROUND, [state for _, state in found])
    assert [text for text, _ in again] == [text for text, _ in found]


@pytest.mark.parametrize(
    ("search", "address"),
    [
        ("", ""),
        ("view=table&exact=0&sort=-decided&q=&utm=x", ""),
        ("exact=1&q=+bidrag+&status=granted", "q=bidrag&status=granted&exact=1"),
        ("q=x&sort=relevance", "q=x"),
        ("sort=relevance", "sort=relevance"),
        ("q=x&sort=-decided", "q=x&sort=-decided"),
        ("status=-a&status=b&status=b&status=&status=-", "status=b&status=-a"),
        ("theme=x&status=y", "status=y&theme=x"),
        ("amount=1 000-2 000", "amount=1000-2000"),
        ("amount=-5", "amount=-5"),
        ("amount=-&decided=..", ""),
        ("decided=2020..", "decided=2020.."),
    ],
)
def test_an_address_is_read_and_written_in_one_way(run: Run, search: str, address: str) -> None:
    assert run("(search) => engine.toParams(engine.asked(search)).toString()", search) == address
    assert run("(search) => engine.asked(search).ignored", search) == []


@pytest.mark.parametrize(
    ("param", "value"),
    [
        ("amount", "5"),
        ("amount", "9-1"),
        ("amount", "a-b"),
        ("amount", "1..2"),
        ("amount", "1-2-3"),
        ("amount", "1e3-"),
        ("amount", "1234567890123456-"),
        ("decided", "2020"),
        ("decided", "2021..2020"),
        ("decided", "2021-02-29.."),
        ("decided", "2021-13.."),
        ("decided", "0000.."),
        ("decided", "igår..idag"),
        ("sort", "störst"),
    ],
)
def test_what_cannot_be_read_is_told_and_left_out(run: Run, param: str, value: str) -> None:
    told = "(search) => { const state = engine.asked(search); return [state.ignored, `${engine.toParams(state)}`]; }"
    assert run(told, urlencode({param: value})) == [[[param, value]], ""]


def test_a_range_of_days_has_whole_months_and_years(run: Run) -> None:
    days = "(ranges) => ranges.map((range) => engine.bounds(range).map(engine.dayText))"
    ranges = [["2020", "2020"], ["2020-02", "2020-02"], ["2021-02", "2021-12-31"], ["1900-01-01", "2100"]]
    assert run(days, ranges) == [
        ["2020-01-01", "2020-12-31"],
        ["2020-02-01", "2020-02-29"],
        ["2021-02-01", "2021-12-31"],
        ["1900-01-01", "2100-12-31"],
    ]
