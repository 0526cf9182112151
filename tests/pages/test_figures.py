"""The series of figures hold what the register's sums say, and charts say no more than their series."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from funding.labels import Words
from funding.model.decision import Decision
from funding.pages.context import Context
from funding.pages.figures.charts import Cut, chart
from funding.pages.figures.series import Figures, Row, Series
from funding.pages.figures.typical import typical_amounts, typical_shares
from funding.pages.format import Format
from funding.pages.links import Link
from funding.project import find_project
from funding.register import Record, Total, total
from funding.source import load_texts
from tests.pages.conftest import PROJECT
from tests.pages.made import ADDRESS, DAY, MadeSite

EXPECTED = load_texts(Path(__file__).parent / "series.yml")
SERIES: dict[str, Callable[[Figures], Series]] = {
    "year": Figures.years,
    "source": Figures.sources,
    "recipient": Figures.recipients,
    "recipient_type": Figures.recipient_types,
    "municipality": Figures.municipalities,
    "theme": Figures.themes,
    "body": Figures.bodies,
}


@pytest.fixture(scope="module")
def figures(lillan: MadeSite) -> Figures:
    register = lillan.register.published(DAY)
    context = Context(register, find_project(PROJECT).options, Words("sv"), DAY, ADDRESS)
    return Figures(context)


def shown(row: Row) -> str:
    return f"{row.total.granted} in {row.total.granting}"


@pytest.mark.parametrize("of", SERIES)
def test_a_series_is_as_expected(figures: Figures, of: str) -> None:
    series = SERIES[of](figures)
    rows = {row.name.text: shown(row) for row in series.rows}
    unnamed = {"-": shown(series.unnamed)} if series.unnamed else {}
    assert list((rows | unnamed).items()) == list(EXPECTED[of].items())


@pytest.mark.parametrize("of", SERIES)
def test_a_series_comes_to_the_total_unless_it_says_that_it_overlaps(figures: Figures, of: str) -> None:
    series = SERIES[of](figures)
    placed = sum(row.total.granted for row in (*series.rows, series.unnamed) if row)
    whole = total(figures.context.ours).granted
    assert placed > whole if series.overlapping else placed == whole


def series_of(*granted: int) -> Series:
    return Series("source", tuple(Row(Link(f"K{n}"), Total(sum_, 1, 1)) for n, sum_ in enumerate(granted)))


@pytest.fixture(scope="module")
def form() -> Format:
    return Format(Words("sv"))


def test_a_chart_says_what_stands_out(form: Format) -> None:
    made = chart(form, series_of(300, 200))
    assert made is not None
    assert made.takeaway is not None
    assert made.takeaway.striptags() == "Mest kommer från K0: 300 kr."
    assert [row.share for row in made.rows] == ["100.0", "66.7"]


def test_a_chart_of_our_money_says_that_it_is_ours(form: Format, figures: Figures) -> None:
    name = figures.context.own_name
    for of, series in SERIES.items():
        made = chart(form, series(figures))
        assert made is None or made.takeaway is None or name in made.takeaway.striptags(), of
    made = chart(form, replace(series_of(300, 200), by=name))
    assert made is not None
    assert made.takeaway is not None
    assert name in made.takeaway.striptags()
    assert figures.recipients().by == name
    assert replace(figures, ours=False).recipients().by is None


@pytest.mark.parametrize("granted", [(300, 300), (0, 0)])
def test_a_chart_names_no_first_among_equals(form: Format, granted: tuple[int, ...]) -> None:
    made = chart(form, series_of(*granted))
    assert made is not None
    assert made.takeaway is None


def test_a_short_chart_says_how_many_rows_it_leaves_out(form: Format) -> None:
    made = chart(form, series_of(3, 2, 1), Cut(1, Link("Visa alla", "alla/")))
    assert made is not None
    assert made.notes == ('Och <span class="num">2</span> till. <a href="alla/">Visa alla</a>',)
    assert len(made.rows) == 1


def test_nothing_makes_no_chart(form: Format) -> None:
    assert chart(form, Series("source", ())) is None


def test_unknown_money_is_not_shown_as_nothing(form: Format) -> None:
    made = chart(form, Series("source", (Row(Link("K"), Total(0, 2, 2, 2)),)))
    assert made is not None
    assert made.rows[0].figures[0] == "belopp framgår inte"


def record(number: int, **grant: object) -> Record:
    given = {
        "title": f"Beslut {number}",
        "status": "granted",
        "recipient": "a",
        "decision": {"body": "b", "date": "2024-01-01"},
        "grant": grant,
    }
    return Record(f"2024/b-{number}", "", Decision.model_validate(given), "")


@pytest.mark.parametrize(
    ("amounts", "middle"),
    [
        (["100", "200"], None),
        (["100", "200", "900"], Decimal(200)),
        (["100", "200", "301", "900"], Decimal(251)),
        (["ca 100", "200", "not_stated", "900"], Decimal(200)),
    ],
)
def test_the_typical_amount_is_the_middle_of_at_least_three(amounts: list[str], middle: Decimal | None) -> None:
    found = typical_amounts(record(number, amount=amount) for number, amount in enumerate(amounts))
    assert (found[0].middle if found else None) == middle


def test_amounts_that_cannot_be_compared_are_left_out() -> None:
    yearly = [record(number, amount="100", yearly="true") for number in range(3)]
    foreign = [record(number, amount="100", currency="EUR") for number in range(3)]
    assert typical_amounts([*yearly, *foreign]) == ()


def test_typical_shares_are_apart_for_each_kind_of_costs() -> None:
    shares = [{"percent": percent, "of": "booked_costs"} for percent in ("20", "33,33", "50")]
    unknown = {"percent": "90", "of": "not_stated"}
    found = typical_shares(record(number, shares=[share, unknown]) for number, share in enumerate(shares))
    assert [(one.name, one.count, one.middle) for one in found] == [
        ("booked_costs", 3, Decimal("33.33")),
        (None, 3, Decimal(90)),
    ]
