"""The ways between decisions and the entries that they point at; years, funders, embargo."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from funding.model.vocabulary import ConditionType
from tests.register.making import ids, record, register


@pytest.mark.parametrize(
    ("status", "facts", "year", "from_folder"),
    [
        ("granted", {"date": "2024-03-06"}, 2024, False),
        ("granted", {"date": "2024"}, 2024, False),
        ("granted", {"date": "not_stated"}, 2020, True),
        ("granted", {"date": {"as_printed": "i våras"}}, 2020, True),
        ("granted", {"date": "not_stated", "meeting_date": "2023-01-01"}, 2020, True),
        ("proposed", {"meeting_date": "2023-01-01"}, 2023, False),
        ("proposed", {}, 2020, True),
        ("applied", {"meeting_date": {"as_printed": "snart"}}, 2020, True),
        ("prioritised", {"date": "2022-05-01", "meeting_date": "2023-01-01"}, 2022, False),
    ],
)
def test_year(status: str, facts: dict[str, Any], year: int, *, from_folder: bool) -> None:
    made = record("2020/x", status=status, decision={"body": "namnden", **facts})
    assert (made.year, made.year_from_folder) == (year, from_folder)


def test_funder_is_the_organisation_of_the_body() -> None:
    bodies = {"2024/a": "namnden", "2024/b": "andra", "2024/c": ["andra", "chefen"], "2024/d": "not_stated"}
    records = [record(id_, decision={"body": body, "date": "2024"}) for id_, body in bodies.items()]
    made = register(*records)
    assert [made.funders(one) for one in records] == [("vi",), ("annan",), ("annan", "vi"), ()]
    assert [made.ours(one) for one in records] == [True, False, True, False]
    ours, others = made.ours_and_others(records)
    assert (ids(ours), ids(others)) == (["2024/a", "2024/c"], ["2024/b", "2024/d"])


def test_embargo_hides_until_its_day() -> None:
    hidden = record("2024/b", publication={"from": "2024-05-01"}, related="2024/a")
    made = register(record("2024/a", related="2024/b"), hidden)
    assert ids(tuple(made.published(date(2024, 4, 30)).records.values())) == ["2024/a"]
    assert made.published(date(2024, 4, 30)).published_ids == {"2024/a"}
    assert "2024/a" not in made.published(date(2024, 4, 30)).pointed_at
    assert ids(tuple(made.published(date(2024, 5, 1)).records.values())) == ["2024/a", "2024/b"]


def test_newest_first_undated_last_in_their_year_ties_by_id() -> None:
    days = {
        "2024/b": "2024-03-06",
        "2024/a": "2024-03-06",
        "2023/x": "2025",
        "2024/c": "2024-12",
        "2024/d": "not_stated",
    }
    records = [record(id_, decision={"body": "namnden", "date": day}) for id_, day in days.items()]
    assert ids(register(*records).by_date) == ["2023/x", "2024/c", "2024/a", "2024/b", "2024/d"]


def test_undecided_stand_last_in_the_order_of_decisions_newest_first_by_meeting_else_by_folder() -> None:
    undecided = {
        "2012/a": {},
        "2025/a": {},
        "2025/b": {"meeting_date": "2025-05-02"},
        "2012/b": {"meeting_date": "2025-11-05"},
        "2026/a": {},
    }
    proposed = [
        record(id_, status="proposed", decision={"body": "namnden", **facts}) for id_, facts in undecided.items()
    ]
    granted = [
        record(id_, decision={"body": "namnden", "date": day})
        for id_, day in {
            "2019/b": "2019-01-02",
            "2019/a": "2019-01-02",
            "2027/x": "2028",
            "2030/x": "not_stated",
        }.items()
    ]
    assert ids(register(*proposed, *granted).by_decided) == [
        *("2027/x", "2019/a", "2019/b"),
        *("2030/x", "2026/a", "2012/b", "2025/b", "2025/a", "2012/a"),
    ]


def test_units_decisions_stand_under_their_parents_too() -> None:
    made = register(record("2024/x", recipient="a-grupp"), record("2024/y", recipient=["a", "a-enhet"]))
    assert {id_: ids(found) for id_, found in made.by_recipient.items()} == {
        "a": ["2024/x", "2024/y"],
        "a-enhet": ["2024/x", "2024/y"],
        "a-grupp": ["2024/x"],
    }
    assert made.with_units("a") == {"a", "a-enhet", "a-grupp"}
    assert made.with_units("a-enhet") == {"a-enhet", "a-grupp"}
    assert made.with_units("b") == {"b"}


def test_both_recipients_of_a_change_list_the_decision() -> None:
    changed = {"date": "2024-06-01", "kind": "recipient", "set": {"recipient": "b"}}
    sought = {"meeting_date": "2024-09-01", "status": "applied", "kind": "recipient", "set": {"recipient": "a-enhet"}}
    made = record("2024/x", amendments=[changed, sought])
    assert (made.recipients, made.all_recipients) == (("b",), ("b", "a"))
    assert list(register(made).by_recipient) == ["a", "b"]


def test_sub_funds_decisions_stand_under_their_fund_too() -> None:
    made = register(record("2024/x", grant={"sources": ["del", "egna"]}))
    assert {id_: ids(found) for id_, found in made.by_source.items()} == {
        "del": ["2024/x"],
        "egna": ["2024/x"],
        "fond": ["2024/x"],
    }
    assert made.with_subfunds("fond") == {"fond", "del"}


def test_indexes_hold_each_decision_once() -> None:
    conditions = ["full", {"type": "full_financing", "text": "Igen."}, "frivillig"]
    made = register(
        record(
            "2024/x", partners=["b", "b"], themes="tema", location={"municipalities": "1880"}, conditions=conditions
        ),
        record("2023/y", location="all", continues="2024/x", within="2024/x", related=["2024/x", "2024/z"]),
        record("2022/z", location={"counties": "18"}),
    )
    assert {code: ids(found) for code, found in made.by_municipality.items()} == {
        "1880": ["2023/y", "2024/x"],
        "1881": ["2023/y"],
    }
    assert ids(made.by_partner["b"]) == ids(made.by_theme["tema"]) == ["2024/x"]
    assert {kind: ids(found) for kind, found in made.by_condition.items()} == {
        "eu_grant": ["2024/x"],
        "full_financing": ["2024/x"],
    }
    assert {id_: ids(found) for id_, found in made.pointed_at.items()} == {"2024/x": ["2023/y"], "2024/z": ["2023/y"]}
    assert ids(made.by_year["2024"]) == ["2022/z", "2023/y", "2024/x"]
    assert ids(made.by_body["namnden"]) == ["2022/z", "2023/y", "2024/x"]


def test_condition_has_the_words_of_its_standard_or_its_own() -> None:
    own = {"type": "reporting", "text": "Rapport.", "precondition": "true", "met": "2024-05-02"}
    made = record("2024/x", conditions=["full", "frivillig", own, {"type": "other", "text": "B"}])
    worded = register(made).conditions(made)
    assert [(one.type, one.text, one.precondition, one.terms) for one in worded] == [
        (ConditionType.FULL_FINANCING, "Full finansiering.", True, None),
        (ConditionType.EU_GRANT, "EU.", False, "T1"),
        (ConditionType.REPORTING, "Rapport.", True, None),
        (ConditionType.OTHER, "B", False, None),
    ]
    assert worded[2].stated.met is not None


def test_condition_stands_as_was_last_said_whatever_waits_for_it() -> None:
    told: list[dict[str, Any]] = [
        {},
        {"due": "2024-01-01"},
        {"met": "2024"},
        {"failed": "2024"},
        {"failed": {"as_printed": "i våras"}},
    ]
    for status in ("granted", "proposed"):
        facts = {"body": "namnden"} if status == "proposed" else {"body": "namnden", "date": "2024"}
        made = record(
            "2024/x",
            status=status,
            decision=facts,
            conditions=[{"standard": standard, **one} for one in told for standard in ("full", "frivillig")],
        )
        states = [condition.state for condition in register(made).conditions(made)]
        assert states[::2] == states[1::2] == ["pending", "pending", "met", "failed", "failed"]


def test_step_tells_where_its_values_were_typed() -> None:
    changes = {"grant.amount": "5", "period": {"end": "2026"}, "grant.per_year.2025": "5"}
    made = record("2024/x", amendments={"date": "2024-06-01", "kind": "scope", "set": changes})
    original, later = made.steps
    assert original.at("grant", "amount") == ("grant", "amount")
    assert later.at("grant", "amount") == ("amendments", 0, "set", "grant.amount")
    assert later.at("period", "end") == ("amendments", 0, "set", "period", "end")
    assert later.at("grant", "per_year", 2025) == ("amendments", 0, "set", "grant.per_year.2025")
    assert later.at("grant", "per_year") == ("amendments", 0, "set", "grant.per_year.2025")
    assert later.at("title") == ("amendments", 0)
    assert later.at() == ("amendments", 0)
