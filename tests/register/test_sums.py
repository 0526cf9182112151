"""What counts as granted money, what is counted beside, and how much of it is a source's or a recipient's."""

from __future__ import annotations

from typing import Any

import pytest

from funding.model.money import Amount
from funding.model.vocabulary import Status
from funding.register import Total, total
from funding.register.sums import counts, part_of_recipient, part_of_source
from tests.register.making import record


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.DRAFT])
def test_only_what_was_granted_and_stands_counts(status: Status) -> None:
    made = record("2024/x", status=status.value)
    assert counts(made) is (status in {Status.GRANTED, Status.COMPLETED, Status.CANCELLED})
    assert total([made]).granted == (100 if counts(made) else 0)
    assert total([made]).records == 1


def test_framework_is_in_no_sum_but_what_is_drawn_from_it_is() -> None:
    frame = record("2024/ram", kind="framework", recipient=None, grant={"amount": "1 000"})
    drawn = record("2024/del", within="2024/ram")
    assert total([frame, drawn]) == Total(granted=100, records=2, granting=1)


def test_amount_is_that_of_today() -> None:
    later = [
        {"date": "2024-06-01", "kind": "increase", "change": "50"},
        {"meeting_date": "2024-09-01", "status": "applied", "kind": "increase", "change": "1 000"},
    ]
    assert total([record("2024/x", amendments=later)]).granted == 150


def test_unknown_amounts_are_counted_beside() -> None:
    unknown = record("2024/a", grant={"amount": "not_stated"})
    absent = record("2024/b", grant=None)
    half = record("2024/c", grant={"parts": [{"label": "x", "amount": "5"}, {"label": "y"}]})
    found = total([unknown, absent, half, record("2024/d")])
    assert found == Total(granted=100, records=4, granting=4, without_amount=3)


def test_parts_without_a_sum_are_added() -> None:
    made = record("2024/x", grant={"parts": [{"label": "x", "amount": "5"}, {"label": "y", "amount": "ca 6"}]})
    assert total([made]) == Total(granted=11, records=1, granting=1, approximate=True)


def test_other_currencies_are_counted_beside() -> None:
    euros = [record(f"2024/{name}", grant={"amount": "7", "currency": "EUR"}) for name in "ab"]
    kroner = record("2024/c", grant={"amount": "8", "currency": "NOK"})
    found = total([*euros, kroner, record("2024/d")])
    assert found == Total(granted=100, records=4, granting=4, foreign={"EUR": 14, "NOK": 8})
    assert list(found.foreign) == ["EUR", "NOK"]


def test_one_approximate_amount_makes_the_sum_approximate() -> None:
    assert total([record("2024/a", grant={"amount": "ca 5"}), record("2024/b")]).approximate
    assert not total([record("2024/a", status="rejected", grant={"amount": "ca 5"}), record("2024/b")]).approximate


@pytest.mark.parametrize(
    ("sources", "of", "expected"),
    [
        ("fond", {"fond"}, 100),
        ([{"source": "fond", "amount": "60"}, {"source": "egna", "amount": "40"}], {"fond"}, 60),
        ([{"source": "fond", "amount": "60"}, {"source": "del", "amount": "40"}], {"fond", "del"}, 100),
        ([{"source": "fond", "amount": "60"}, "del"], {"fond", "del"}, 100),
        ([{"source": "fond", "amount": "60"}, "egna"], {"egna"}, 100),
    ],
)
def test_part_of_a_source_is_the_stated_part_else_the_whole(sources: Any, of: set[str], expected: int) -> None:
    made = record("2024/x", grant={"amount": "100", "sources": sources})
    assert total([made], part_of_source(frozenset(of))).granted == expected


def test_part_of_a_recipient_is_the_stated_part_else_the_whole() -> None:
    parts = [{"recipient": "a", "amount": "30"}, {"recipient": "b", "amount": "50"}, {"label": "rest", "amount": "20"}]
    shared = record("2024/x", recipient=["a", "b"], grant={"amount": "100", "parts": parts})
    undivided = record("2024/y", recipient=["a", "b"])
    assert total([shared, undivided], part_of_recipient(frozenset({"a"}))).granted == 130
    assert total([shared], part_of_recipient(frozenset({"a", "b"}))).granted == 80


def test_former_recipient_has_nothing_after_a_change() -> None:
    changed = {"date": "2024-06-01", "kind": "recipient", "set": {"recipient": "b"}}
    for currency in ("SEK", "EUR"):
        made = record("2024/x", grant={"amount": "100", "currency": currency}, amendments=changed)
        assert total([made], part_of_recipient(frozenset({"a"}))) == Total(records=1, granting=1)
        new = total([made], part_of_recipient(frozenset({"b"})))
        assert new.granted + sum(new.foreign.values()) == 100


def test_nothing_is_nothing() -> None:
    assert total([]) == Total()
    assert Amount(0) == Amount(0, None)
