"""What the index is written with in Python and read with in the browser is the same."""

from funding.search.facts import APPROXIMATE, COUNTED, FACETS, FOREIGN, NOT_COUNTED, SINGLE, WITHOUT_AMOUNT
from funding.search.showing import TABLE_KEYS
from tests.browser.search.conftest import Run

OF_TABLE = """() => {
    const keys = engine.index.tableKeys;
    const facets = Object.fromEntries(engine.FACETS.map((name) => [name, { keys: [], labels: [] }]));
    const told = { headings: {}, costs: {}, share: "", lang: "sv" };
    return engine.columns(keys, told, facets).map(({ key, kind }) => [key, kind]);
}"""


def test_the_filters_are_the_same(run: Run) -> None:
    assert run("() => engine.FACETS") == list(FACETS)
    assert set(run("() => [...engine.SINGLE]")) == SINGLE


def test_a_decision_counts_by_the_same_numbers(run: Run) -> None:
    told = {"not": NOT_COUNTED, "amount": COUNTED, "withoutAmount": WITHOUT_AMOUNT, "foreign": FOREIGN}
    assert run("() => engine.COUNTS") == told
    assert run("() => engine.APPROXIMATE") == APPROXIMATE


def test_every_day_and_amount_of_the_table_is_taken_as_one(run: Run) -> None:
    kinds = dict(run(OF_TABLE))
    assert list(kinds) == list(TABLE_KEYS)
    assert {key for key, kind in kinds.items() if kind == "date"} == {
        key for key in TABLE_KEYS if key.endswith("_date") or key.startswith("period_") or key == "decided"
    }
    assert {key for key, kind in kinds.items() if kind == "money"} == {"amount", "counted", "total_budget"}
