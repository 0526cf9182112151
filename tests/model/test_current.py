"""What a decision is today: the original with every granted later decision that is not voided, in order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from funding.model.current import amended, current_decision, find_amendment, later_decisions
from funding.model.dates import PartialDate
from funding.model.decision import Decision
from funding.model.facts import Period
from funding.model.grant import Grant
from funding.model.money import Amount
from funding.model.parsing import NOT_STATED
from funding.source import load_texts
from tests.model.trees import decision_trees
from tests.site.projects import ROOT

BASE: dict[str, Any] = {
    "title": "Ett projekt",
    "status": "granted",
    "recipient": "a",
    "decision": {"body": "namnden", "date": "2019-12-11"},
    "grant": {"amount": "1 000", "sources": ["x", "y"], "per_year": {"2024": "400", "2025": "600"}},
    "period": {"start": "2024", "end": "2025-12-31"},
    "conditions": [
        "fullt-finansierad",
        {"type": "reporting", "text": "Rapport."},
        {"type": "other", "text": "A", "id": "eu"},
    ],
}

SHARE = {"percent": "5", "of": "not_stated"}


def decision(*amendments: dict[str, Any], **keys: Any) -> Decision:
    listed = [{"date": "2024-06-01", "kind": "scope", **amendment} for amendment in amendments]
    return Decision.model_validate({**BASE, **keys, **({"amendments": listed} if listed else {})})


def grant(made: Decision) -> Grant:
    assert made.grant is not None
    return made.grant


def amount(made: Decision) -> Any:
    found = grant(made).amount
    return found.value if isinstance(found, Amount) else found


def period(made: Decision) -> Period:
    assert isinstance(made.period, Period)
    return made.period


def rena_resan() -> Decision:
    return Decision.model_validate(load_texts(ROOT / "decisions/2019/fossilfritt-2030-rena-resan.yml"))


def test_rena_resan_stands_at_its_first_increase_until_the_second_is_granted() -> None:
    made = rena_resan()
    first, second = later_decisions(made)
    assert amount(made) == 2_567_649
    assert amount(current_decision(made)) == 2_567_649 + 289_267 == 2_856_916
    assert (amount(first.before), amount(first.after), first.voided) == (2_567_649, 2_856_916, False)
    assert (amount(second.before), amount(second.after), second.voided) == (2_567_649, 3_006_916, False)
    assert period(second.after).end == PartialDate(2023, 10, 31)
    assert [share.percent for share in grant(second.after).shares or ()] == [22]


def test_rena_resan_granted_stands_at_the_second_increase() -> None:
    tree = load_texts(ROOT / "decisions/2019/fossilfritt-2030-rena-resan.yml")
    tree["amendments"][1] |= {"status": "granted", "date": "2022-06-15"}
    made = Decision.model_validate(tree)
    assert amount(current_decision(made)) == 2_567_649 + 439_267 == 3_006_916
    assert [later.voided for later in later_decisions(made)] == [True, False]


def test_what_is_not_granted_changes_nothing_and_voids_nothing() -> None:
    for status in ("applied", "proposed", "rejected", "withdrawn"):
        made = decision(
            {"id": "a", "set": {"grant.amount": "2 000"}},
            {"status": status, "voids": "a", "set": {"grant.amount": "9"}},
        )
        assert amount(current_decision(made)) == 2_000
        assert amount(later_decisions(made)[1].before) == 1_000
        assert amount(later_decisions(made)[1].after) == 9


def test_changes_come_in_order() -> None:
    made = decision({"change": "500"}, {"set": {"grant.amount": "5 000"}}, {"change": "-1 000"})
    assert [amount(later.after) for later in later_decisions(made)] == [1_500, 5_000, 4_000]
    assert amount(current_decision(made)) == 4_000


def test_change_beside_a_set_amount_is_not_added_again() -> None:
    assert amount(current_decision(decision({"change": "500", "set": {"grant.amount": "1 500"}}))) == 1_500


def test_change_of_an_unknown_amount_leaves_it_unknown() -> None:
    made = decision({"change": "500"}, grant={"amount": "not_stated"})
    assert grant(current_decision(made)).amount is NOT_STATED
    assert grant(current_decision(decision({"change": "500"}, grant={"ceiling": "true"}))).amount is None


def test_change_counts_from_the_sum_of_the_parts() -> None:
    parts = [{"label": "a", "amount": "100"}, {"label": "b", "amount": "ca 200"}]
    assert grant(current_decision(decision({"change": "50"}, grant={"parts": parts}))).amount == Amount(350, "ca")


def test_approximate_amount_stays_approximate() -> None:
    assert grant(current_decision(decision({"change": "5"}, grant={"amount": "ca 100"}))).amount == Amount(105, "ca")


def test_voided_stays_voided_when_its_voider_is_voided() -> None:
    made = decision(
        {"id": "a", "change": "1"},
        {"id": "b", "voids": "a", "change": "10"},
        {"id": "c", "voids": "b", "change": "100"},
    )
    assert [later.voided for later in later_decisions(made)] == [True, True, False]
    assert [amount(later.before) for later in later_decisions(made)] == [1_000, 1_000, 1_000]
    assert amount(current_decision(made)) == 1_100


def test_change_is_counted_without_what_it_voids() -> None:
    made = decision({"id": "a", "change": "100"}, {"id": "b", "change": "10"}, {"id": "c", "voids": "a", "change": "1"})
    assert amount(later_decisions(made)[2].before) == 1_010
    assert amount(current_decision(made)) == 1_011


def test_date_points_at_a_later_decision_and_an_id_comes_first() -> None:
    made = decision(
        {"date": "2024-01-01", "id": "a"}, {"date": "2024-02-01", "id": "2024-01-01"}, {"date": "2024-02-01"}
    )
    amendments = made.amendments or ()
    assert find_amendment(amendments, "2024-01-01") == [1]
    assert find_amendment(amendments, "2024-02-01") == [1, 2]
    assert find_amendment(amendments, "a") == [0]
    assert find_amendment(amendments, "nej") == []


@pytest.mark.parametrize("voids", ["a", "c", "2024-06-01", "nej"])
def test_circles_and_strange_pointers_end(voids: str) -> None:
    made = decision({"id": "a", "voids": voids, "change": "1"}, {"id": "c", "voids": "a", "change": "10"})
    assert len(later_decisions(made)) == 2
    assert amount(current_decision(made)) >= 1_000


@pytest.mark.parametrize(
    ("path", "value", "key", "expected"),
    [
        ("title", "Nytt", "title", "Nytt"),
        ("recipient", "b", "recipient", ("b",)),
        ("recipient", "not_stated", "recipient", NOT_STATED),
        ("partners", ["b", "c"], "partners", ("b", "c")),
        ("partners", "not_stated", "partners", None),
        ("total_budget", "5", "total_budget", Amount(5)),
        ("total_budget", "not_stated", "total_budget", None),
        ("themes", "t", "themes", ("t",)),
        ("period", "not_stated", "period", NOT_STATED),
    ],
)
def test_whole_values_are_replaced(path: str, value: Any, key: str, expected: Any) -> None:
    assert getattr(current_decision(decision({"set": {path: value}})), key) == expected


def test_one_end_of_the_period_leaves_the_other() -> None:
    moved = period(current_decision(decision({"set": {"period.end": "2026"}})))
    assert (moved.start, moved.end) == (PartialDate(2024), PartialDate(2026))
    unknown = period(current_decision(decision({"set": {"period.end": "not_stated"}})))
    assert (unknown.start, unknown.end) == (PartialDate(2024), NOT_STATED)


def test_end_of_a_period_in_months_or_of_none_is_an_end() -> None:
    for before in ({"months": "18"}, "not_stated"):
        ended = period(current_decision(decision({"set": {"period.end": "2026"}}, period=before)))
        assert (ended.start, ended.end, ended.months) == (None, PartialDate(2026), None)


def test_one_year_one_source_one_part() -> None:
    made = decision(
        {"set": {"grant.per_year.2025": "700", "grant.per_year.2026": "5", "grant.per_year.2024": "not_stated"}},
        {"set": {"grant.sources.x": "300", "grant.sources.z": "20"}},
        {"set": {"grant.parts.digg": "7", "grant.parts.Förstudien": {"amount": "8", "shares": SHARE}}},
        grant={**BASE["grant"], "parts": [{"recipient": "digg", "amount": "1"}, {"label": "Förstudien"}]},
    )
    found = grant(current_decision(made))
    assert found.per_year == {2025: Amount(700), 2026: Amount(5)}
    assert [(source.source, source.amount) for source in found.sources or ()] == [
        ("x", Amount(300)),
        ("y", None),
        ("z", Amount(20)),
    ]
    assert [(part.name, part.amount, bool(part.shares)) for part in found.parts or ()] == [
        ("digg", Amount(7), False),
        ("Förstudien", Amount(8), True),
    ]


def test_part_that_is_not_stated_has_no_amount() -> None:
    parts = [{"label": "a", "amount": "1"}]
    made = decision({"set": {"grant.parts.a": "not_stated"}}, grant={"parts": parts})
    assert [part.amount for part in grant(current_decision(made)).parts or ()] == [None]


def test_state_of_a_condition_by_standard_type_or_id() -> None:
    paths = {"fullt-finansierad.met": "2024-05-02", "reporting.due": "2025", "eu.failed": "2024-06"}
    made = decision({"set": {f"conditions.{path}": day for path, day in paths.items()}})
    first, second, third = current_decision(made).conditions or ()
    assert (first.met, second.due, third.failed) == (PartialDate(2024, 5, 2), PartialDate(2025), PartialDate(2024, 6))


def test_conditions_set_whole_and_their_states_come_together() -> None:
    changes = {"conditions": [{"type": "other", "text": "B"}], "conditions.other.met": "2024-05-02"}
    [only] = current_decision(decision({"set": changes})).conditions or ()
    assert (only.text, only.met) == ("B", PartialDate(2024, 5, 2))


def test_grant_is_made_where_there_was_none() -> None:
    tree = {key: value for key, value in BASE.items() if key != "grant"}
    made = Decision.model_validate(
        {**tree, "amendments": {"date": "2024", "kind": "scope", "set": {"grant.amount": "5"}}}
    )
    assert amount(current_decision(made)) == 5


def test_later_decision_that_sets_nothing_changes_nothing() -> None:
    made = decision({})
    assert current_decision(made) == made
    assert amended(made, (made.amendments or ())[0]) is made


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(decision_trees(), st.lists(st.sampled_from(["i0", "i1", "i2", "2024-06-01"]), min_size=3, max_size=3))
def test_current_is_the_last_state_of_the_chain_counted_another_way(tree: Any, pointers: list[str]) -> None:
    """Void nothing twice: apply in order all that no granted later decision points at, each from its own file order."""
    amendments = [
        {"id": f"i{number}", "date": "2024-06-01", "kind": "scope", "change": str(10**number), "voids": pointer}
        for number, pointer in enumerate(pointers)
    ]
    made = Decision.model_validate({**tree, "grant": {"amount": "5 000"}, "amendments": amendments})
    voided = {number for number, one in enumerate(amendments) if one["id"] in pointers or one["date"] in pointers}
    assert amount(current_decision(made)) == 5_000 + sum(10**number for number in range(3) if number not in voided)
