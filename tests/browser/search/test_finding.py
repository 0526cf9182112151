"""What is found in a small site, whose eight decisions can be kept in mind; each case is a row of ``found.json``."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.search.conftest import Run

NICKNAMES = {
    "2024/bredband": "bredband",
    "2024/bredbandsutbyggnad": "utbyggnad",
    "2023/projektbidrag": "musik",
    "2022/omstallning": "omställning",
    "2022/vard": "vård",
    "2021/barn": "barn",
    "2021/byskola": "skola",
    "2026/teater": "teater",
}
CASES = json.loads((Path(__file__).parent / "found.json").read_text("utf-8"))
FIGURES = {
    "sum": "sum",
    "ours": "ours",
    "median": "median",
    "counted": "counted",
    "without": "withoutAmount",
    "about": "approximate",
    "foreign": "foreign",
}
SELECTED = """async (search) => {
    const { docs, ...found } = await engine.select(engine.index, engine.asked(search));
    return { ...found, ids: await engine.ids(docs) };
}"""
READING = "async (search) => (await engine.find(engine.index, engine.asked(search))).reading"
COUNTED = """async (search) => {
    const found = await engine.counts(engine.index, engine.asked(search));
    return Object.fromEntries(Object.entries(found).map(([facet, counts]) => [facet, Object.fromEntries(counts)]));
}"""


@pytest.mark.parametrize("case", CASES, ids=[case["search"] for case in CASES])
def test_a_search_finds(run: Run, case: dict[str, Any]) -> None:
    found = run(SELECTED, case["search"].replace('"', "%22"))
    ids = [NICKNAMES[id_] for id_ in found["ids"]]
    if case.get("unordered"):
        assert sorted(ids) == sorted(case["ids"])
    else:
        assert ids == case["ids"]
    assert found["count"] == len(ids)
    assert {name: found[key] for name, key in FIGURES.items() if name in case} == {
        name: case[name] for name in FIGURES if name in case
    }


def test_how_a_query_was_understood_is_told(run: Run) -> None:
    told = run(READING, "q=tatern och bidrag foo:bar -skola status:beviljad&amount=9-1")
    assert [word["typed"] for word in told["words"]] == ["tatern", "bidrag", "foo", "bar"]
    assert told["words"][1] == {
        "typed": "bidrag",
        "light": True,
        "kind": "exact",
        "kinds": ["exact", "part"],
        "shown": ["projektbidrag"],
        "replacedBy": None,
        "found": 2,
    }
    assert told["words"][0]["replacedBy"] == "teatern"
    assert told["words"][0]["kind"] == "typo"
    assert told["words"][2] == {
        "typed": "foo",
        "light": False,
        "kind": "none",
        "kinds": [],
        "shown": [],
        "replacedBy": None,
        "found": 0,
    }
    assert told["words"][3]["kind"] == "prefix"
    assert told["left_out"] == ["och"]
    assert told["unknown"] == ["foo:bar"]
    assert told["minus"] == ["skola"]
    assert told["ignored"] == [["amount", "9-1"]]
    assert [(field["param"], field["values"]) for field in told["fields"]] == [("status", ["Beviljad"])]
    assert told["names"] is False
    assert run(READING, "q=24RS42")["names"] is True


def test_stop_words_are_asked_for_where_there_is_nothing_else(run: Run) -> None:
    told = run(READING, "q=och")
    assert [word["typed"] for word in told["words"]] == ["och"]
    assert told["left_out"] == []


@pytest.mark.parametrize(("typed", "instead"), [("amslag", "anslag"), ("avslag", None), ("avslaget", None)])
def test_a_word_for_a_status_is_never_misspelt(run: Run, typed: str, instead: str | None) -> None:
    [word] = run(READING, f"q={typed}")["words"]
    assert word["replacedBy"] == instead


def test_a_unit_is_not_the_beginning_of_other_words(run: Run) -> None:
    assert run(READING, "q=musik 50 000 kr")["left_out"] == ["kr"]


def test_facets_are_counted_without_their_own_choice(run: Run) -> None:
    found = run(COUNTED, "status=granted&theme=kultur")
    assert found["status"] == {"granted": 1, "applied": 1, "completed": 1}
    assert found["theme"] == {"digitalt": 2, "kultur": 1, "none": 2}
    assert found["source"] == {"none": 1}
    assert found["municipality"] == {"1880": 1, "1883": 1, "1862": 1}
    assert run(COUNTED, "q=bredband&exact=1")["source"] == {"anslag": 2, "anslag-fiber": 1}


def test_bars_are_counted_without_their_own_range(run: Run) -> None:
    bars = "([search, param]) => engine.histogram(engine.index, engine.asked(search), param)"
    amounts = run(bars, ["amount=1-2", "amount"])
    assert [bar for bar in amounts if bar["count"]] == [
        {"from": 20000, "to": 49999, "count": 1},
        {"from": 50000, "to": 99999, "count": 2},
        {"from": 100000, "to": 199999, "count": 1},
        {"from": 200000, "to": 499999, "count": 2},
    ]
    days = run(bars, ["decided=1999..1999", "decided"])
    assert [(bar["from"], bar["to"], bar["count"]) for bar in days] == [
        ("2021-01-01", "2021-12-31", 2),
        ("2022-01-01", "2022-12-31", 2),
        ("2023-01-01", "2023-12-31", 1),
        ("2024-01-01", "2024-12-31", 2),
    ]
    months = run(bars, ["q=bredband&exact=1", "decided"])
    assert [(bar["from"], bar["count"]) for bar in months] == [("2024-03-01", 1), ("2024-04-01", 0), ("2024-05-01", 1)]
    assert run(bars, ["theme=okänt", "amount"]) == []


def test_money_is_spread_over_what_it_went_to(run: Run) -> None:
    spread = "async (search) => engine.series(engine.index, await engine.select(engine.index, engine.asked(search)))"
    found = run(spread, "")
    shown = {name: [(one["key"], one["sum"], one["count"]) for one in listed] for name, listed in found.items()}
    assert shown["year"] == [
        ("2024", 350000, 2),
        ("2023", 0, 1),
        ("2022", 60000, 2),
        ("2021", 300001, 1),
    ]
    assert shown["source"] == [("anslag", 650001, 3), ("none", 60000, 3)]
    assert shown["recipient"] == [("byn", 400001, 3), ("karlskoga-kommun", 310000, 3)]
    assert shown["municipality"] == [
        ("1883", 410000, 4),
        ("1862", 250000, 2),
        ("1880", 0, 1),
        ("none", 300001, 2),
    ]


def test_each_row_has_the_money_of_what_its_filter_selects(run: Run) -> None:
    compared = """async (search) => {
        const state = engine.asked(search);
        const all = await engine.series(engine.index, await engine.select(engine.index, state));
        const rows = Object.entries(all).flatMap(([of, shares]) => shares.map((share) => [of, share]));
        return Promise.all(rows.map(async ([of, { key, sum, withoutAmount }]) => {
            const chosen = { ...state, include: { ...state.include, [of]: [key] } };
            const selection = await engine.select(engine.index, chosen);
            return [[of, key, sum, withoutAmount], [of, key, selection.sum, selection.withoutAmount]];
        }));
    }"""
    for search in ("", "status=granted", "q=bidrag"):
        rows = run(compared, search)
        assert len(rows) > 5
        assert [row for row, _ in rows] == [chosen for _, chosen in rows]


def test_what_to_drop_is_told_where_nothing_is_found(run: Run) -> None:
    relax = "(search) => engine.relax(engine.index, engine.asked(search))"
    found = run(relax, "q=musik teater -bidrag&status=granted&amount=1-2")
    assert found == []
    found = run(relax, "q=musik&status=granted&theme=digitalt")
    assert [(way["drop"], way["count"]) for way in found] == [
        ({"param": "theme", "values": ["digitalt"]}, 1),
        ({"param": "q", "values": ["musik"]}, 2),
    ]
    assert found[0]["state"]["include"] == {"status": ["granted"]}
    found = run(relax, "q=musik omställning")
    assert [(way["drop"]["values"], way["count"]) for way in found] == [
        (["omställning"], 3),
        (["musik"], 1),
        (["musik omställning"], 8),
    ]
    found = run(relax, "q=musik&theme=digitalt&theme=finns-inte&status=-granted")
    assert [way["drop"]["values"] for way in found if way["drop"]["param"] == "theme"] == [["digitalt", "finns-inte"]]
    pasted = " ".join(["musik omställning"] * 7)
    assert [(way["drop"]["values"], way["count"]) for way in run(relax, f"q={pasted}")] == [([pasted], 8)]


def test_why_a_decision_is_found_is_told(run: Run) -> None:
    why = """async ([search, place]) => {
        const state = engine.asked(search);
        const { docs, generation } = await engine.find(engine.index, state);
        return [
            await engine.explain(engine.index, state, docs[place], generation),
            await engine.snippets(engine.index, state, docs[place], generation),
        ];
    }"""
    reasons, places = run(why, ["q=bidrag", 1])
    assert reasons == [{"typed": "bidrag", "kind": "part", "form": "projektbidrag", "level": 3, "within": False}]
    assert places == [{"field": "title", "before": "", "hit": "Projektbidrag", "after": " för musik"}]
    reasons, places = run(why, ['q="bygger ut" kommun', 0])
    assert [(one["kind"], one["form"], one["level"]) for one in reasons] == [
        ("exact", "kommun", 2),
        ("phrase", "bygger ut", 1),
    ]
    assert [(one["hit"], one["field"]) for one in places] == [
        ("Kommunen", "summary"),
        ("bygger", "summary"),
        ("ut", "summary"),
    ]
    reasons, _ = run(why, ["q=24rs42", 0])
    assert [one["kind"] for one in reasons] == ["name"]
    reasons, places = run(why, ["q=kultur lektioner", 0])
    assert [one["form"] for one in reasons] == ["kultur", "lektioner"]
    assert [(one["hit"], one["field"]) for one in places] == [("lektioner", "summary")], (
        "an id of a theme is no evidence"
    )


@pytest.mark.parametrize(
    ("text", "decisions", "recipients", "municipalities"),
    [
        ("", [], [], []),
        ("?!", [], [], []),
        ("bred", ["utbyggnad", "bredband"], [], []),
        ("bredband", ["bredband", "utbyggnad"], [], []),
        ("orebro", [], [], [["1880", "Örebro", 2]]),
        ("Bergsbyns", [], [["byn", "Bergsbyns fiberförening", 3], ["byn-ungdom", "Bergsbyns ungdomar", 1]], []),
        ("byalag", [], [["byn", "Bergsbyns fiberförening", 3]], []),
        ("fiberf berg", [], [["byn", "Bergsbyns fiberförening", 3]], []),
        ("karls", [], [["karlskoga-kommun", "Karlskoga kommun", 3]], [["1883", "Karlskoga", 4]]),
    ],
)
def test_the_header_suggests(
    run: Run, text: str, decisions: list[str], recipients: list[Any], municipalities: list[Any]
) -> None:
    found = run("(text) => engine.suggest(engine.index, text)", text)
    shown = [NICKNAMES[row[0]] for row in found["decisions"]]
    assert shown[: len(decisions)] == decisions
    assert found["recipients"] == recipients
    assert found["municipalities"] == municipalities


def test_nothing_that_can_be_typed_is_an_error(run: Run) -> None:
    typed = [
        '"',
        "-",
        '-"',
        ":",
        "a:",
        "status:",
        "belopp:",
        "belopp:-",
        "\ud800",
        "\U0010ffff",
        "a" * 5000,
        "- " * 900,
    ]
    typed += [
        "*",
        "?",
        "\\",
        "(",
        "[",
        "%",
        "__proto__",
        "constructor",
        "status:__proto__",
        "none",
        "0",
        "NaN",
        "å" * 70,
    ]
    finding = """async (texts) => {
        for (const text of texts) {
            for (const exact of [true, false]) {
                await engine.select(engine.index, { ...engine.emptyState(), q: text, exact });
                await engine.suggest(engine.index, text);
                await engine.relax(engine.index, { ...engine.emptyState(), q: text, exact });
            }
        }
        return texts.length;
    }"""
    assert run(finding, typed) == len(typed)
