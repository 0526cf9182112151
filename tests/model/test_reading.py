"""A tree becomes a decision or findings, each at its key, all at once; what was refused is not refused twice."""

from __future__ import annotations

from typing import Any

import pytest

from funding.model.reading import read_decision, read_register
from funding.problem import KeyPath
from funding.source import REFUSED, Document, RegisterName, SourceFile

FILE = SourceFile("decisions/2024/x.yml", id="2024/x")
BASE: dict[str, Any] = {"title": "Ett projekt", "status": "granted", "recipient": "a", "decision": {"body": "namnden"}}

SOURCE: KeyPath = ("grant", "sources", 0)
PART: KeyPath = ("grant", "parts", 0)


def document(tree: dict[str, Any] | None, register: RegisterName | None = None) -> Document:
    file = SourceFile(f"decisions/registers/{register}.yml", register=register) if register else FILE
    return Document(file, "", tree, (), "")


def found(**keys: Any) -> list[tuple[str, KeyPath]]:
    """Give code and place of everything that is found in the base with other keys; ``None`` takes a key away."""
    tree = {key: value for key, value in {**BASE, **keys}.items() if value is not None}
    return [(finding.code, finding.where) for finding in read_decision(document(tree)).findings]


def test_sound_tree_is_a_decision() -> None:
    typed = read_decision(document(BASE))
    assert typed.findings == ()
    assert typed.decision is not None
    assert (typed.decision.recipient, typed.decision.decision.body) == (("a",), ("namnden",))


def test_all_faults_are_told_at_once() -> None:
    faults = found(
        title=["x"],
        status="beviljad",
        recipient=None,
        decision={"date": "2024-02-30"},
        grant={"amount": "1.000", "shares": [{"percent": "50", "of": "x"}, {"percent": "150"}], "belopp": "5"},
    )
    assert faults == [
        ("not-a-single-value", ("title",)),
        ("unknown-value", ("status",)),
        ("missing-key", ()),
        ("missing-key", ("decision",)),
        ("impossible-date", ("decision", "date")),
        ("amount-with-points", ("grant", "amount")),
        ("unknown-value", ("grant", "shares", 0, "of")),
        ("percent-out-of-range", ("grant", "shares", 1, "percent")),
        ("missing-key", ("grant", "shares", 1)),
        ("unknown-key", ("grant", "belopp")),
    ]


@pytest.mark.parametrize(
    ("keys", "code", "where"),
    [
        ({"decision": "x"}, "not-a-group", ("decision",)),
        ({"grant": {"per_year": "x"}}, "not-a-group", ("grant", "per_year")),
        ({"grant": {"per_year": {"24": "5"}}}, "year-not-readable", ("grant", "per_year", "24")),
        ({"grant": {"parts": {"amount": "5"}}}, "part-without-one-name", ("grant", "parts", 0)),
        ({"grant": {"sources": {"source": "x", "amount": "0"}}}, "amount-not-positive", (*SOURCE, "amount")),
        ({"grant": {"parts": {"label": "x", "amount": "not_stated"}}}, "not-stated-not-allowed", (*PART, "amount")),
        ({"conditions": {"met": "2024"}}, "condition-without-one-form", ("conditions", 0)),
        ({"conditions": {"type": "other"}}, "missing-key", ("conditions", 0)),
        ({"conditions": {"standard": "x", "text": "y"}}, "standard-condition-with-own-words", ("conditions", 0)),
        ({"period": {"months": "5", "end": "2024"}}, "period-in-two-forms", ("period",)),
        ({"period": {"end": {"date": "2024-13", "as_printed": "x"}}}, "impossible-date", ("period", "end", "date")),
        ({"period": {"end": {"as_printed": "x", "mer": "y"}}}, "unknown-key", ("period", "end", "mer")),
        ({"themes": ["x"] * 501}, "too-many-items", ("themes",)),
        ({"related": "x"}, "bad-decision-id", ("related", 0)),
        ({"publication": {"redirect_from": "../x"}}, "bad-decision-id", ("publication", "redirect_from", 0)),
        ({"partners": "not_stated"}, "not-stated-not-allowed", ("partners", 0)),
    ],
)
def test_fault_is_told_at_its_key(keys: dict[str, Any], code: str, where: KeyPath) -> None:
    assert found(**keys) == [(code, where)]


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"status": "x"}, "unknown-path", ("status",)),
        ({"grant.amount": "1.000"}, "amount-with-points", ("grant.amount",)),
        ({"grant.per_year.2025": "x"}, "amount-not-a-number", ("grant.per_year.2025",)),
        ({"grant.per_year.0025": "5"}, "unknown-path", ("grant.per_year.0025",)),
        ({"grant.sources.a": "0"}, "amount-not-positive", ("grant.sources.a",)),
        ({"grant.parts.a": {"x": "5"}}, "unknown-key", ("grant.parts.a", "x")),
        ({"grant.parts.a": "x"}, "amount-not-a-number", ("grant.parts.a", "amount")),
        ({"conditions.a.met": "x"}, "date-not-readable", ("conditions.a.met",)),
        ({"conditions.a.text": "x"}, "unknown-path", ("conditions.a.text",)),
        ({"(years)": {"x": "5"}}, "unknown-path", ("(years)",)),
        ({"title": "not_stated"}, "not-stated-not-allowed", ("title",)),
        ({f"grant.sources.{number}": "5" for number in range(501)}, "too-many-items", ()),
        ("x", "not-a-group", ()),
    ],
)
def test_fault_in_set_is_told_at_its_path(change: Any, code: str, path: KeyPath) -> None:
    amendment = {"date": "2024", "kind": "scope", "set": change}
    assert found(amendments=amendment) == [(code, ("amendments", 0, "set", *path))]


def test_unknown_key_tells_what_may_stand_there() -> None:
    typed = read_decision(document({**BASE, "grant": {"shares": {"percent": "5", "of": "not_stated", "av": "x"}}}))
    assert typed.findings[0].details == {"key": "av", "known": "percent, of, ceiling, as_printed"}
    assert typed.findings[0].at_key


@pytest.mark.parametrize(
    ("keys", "places"),
    [
        ({"title": REFUSED}, []),
        ({"status": REFUSED, "decision": REFUSED, "grant": REFUSED, "recipient": REFUSED}, []),
        ({"conditions": [REFUSED, {"type": "x"}]}, ["unknown-value"]),
        ({"grant": {"shares": [{"percent": REFUSED, "of": REFUSED}]}}, []),
        ({"grant": {"per_year": {"2024": REFUSED}}, "location": REFUSED, "period": {"end": REFUSED}}, []),
        ({"sumary": REFUSED}, ["unknown-key"]),
    ],
)
def test_what_reading_refused_is_not_refused_twice(keys: dict[str, Any], places: list[str]) -> None:
    typed = read_decision(document({**BASE, **keys}))
    assert typed.decision is None
    assert [finding.code for finding in typed.findings] == places


def test_refused_file_gives_nothing() -> None:
    typed = read_decision(document(None))
    assert (typed.decision, typed.tombstone, typed.findings) == (None, None, ())


def test_draft_may_lack_what_a_decision_must_have_but_not_its_form() -> None:
    typed = read_decision(document({"status": "draft", "decision": {"paragraph": "§ 1"}}))
    assert (typed.decision, typed.findings) == (None, ())
    assert read_decision(document({**BASE, "status": "draft"})).decision is None
    faults = read_decision(
        document({"status": "draft", "titel": "x", "grant": {"shares": {"percent": "500"}}})
    ).findings
    assert [finding.code for finding in faults] == ["percent-out-of-range", "missing-key", "unknown-key"]


def test_tombstone_needs_only_its_day_and_reason() -> None:
    removed = {"removed": {"date": "2025-01-15", "reason": "Av misstag."}, "redirect_from": "2023/x"}
    typed = read_decision(document({"publication": removed}))
    assert (typed.decision, typed.findings) == (None, ())
    assert typed.tombstone is not None
    assert typed.tombstone.removed is not None
    assert typed.tombstone.redirect_from == ("2023/x",)
    assert read_decision(document({**BASE, "publication": removed})).decision is None
    [fault] = read_decision(document({"publication": {"removed": {"date": "2025-01-15"}}})).findings
    assert (fault.code, fault.where) == ("missing-key", ("publication", "removed"))


def test_framework_may_lack_a_recipient() -> None:
    assert found(recipient=None) == [("missing-key", ())]
    assert found(recipient=None, kind="framework") == []
    assert found(recipient="not_stated") == []


def test_register_gives_its_sound_entries_and_every_fault() -> None:
    tree = {"a": {"name": "A"}, "b": {"nam": "B"}, "C": {"name": "C"}, "d": "x", "none": {"name": "N"}}
    entries, findings = read_register(document(tree, RegisterName.THEMES))
    assert list(entries) == ["a"]
    assert [(finding.code, finding.where, finding.at_key) for finding in findings] == [
        ("missing-key", ("b",), False),
        ("unknown-key", ("b", "nam"), True),
        ("bad-id", ("C",), True),
        ("not-a-group", ("d",), False),
        ("bad-id", ("none",), True),
    ]


@pytest.mark.parametrize(
    ("register", "id_", "sound"),
    [
        (RegisterName.TERMS, "19RS9026", True),
        (RegisterName.TERMS, "RS 2019/12", True),
        (RegisterName.MUNICIPALITIES, "0114", True),
        (RegisterName.MUNICIPALITIES, "orebro", False),
        (RegisterName.SOURCES, "anslag-1-1", True),
        (RegisterName.SOURCES, "anslag 1:1", False),
        (RegisterName.BODIES, "../x", False),
    ],
)
def test_ids_of_registers(register: RegisterName, id_: str, *, sound: bool) -> None:
    entry = {"title": "T"} if register is RegisterName.TERMS else {"name": "N"}
    entries, findings = read_register(document({id_: entry}, register))
    assert [finding.code for finding in findings] == ([] if sound else ["bad-id"])
    assert (id_ in entries) is sound


def test_a_hundred_faults_are_kept() -> None:
    assert len(found(**{f"k{number}": "x" for number in range(500)})) == 100
    entries, findings = read_register(document({f"k{number}": "x" for number in range(500)}, RegisterName.THEMES))
    assert (len(entries), len(findings)) == (0, 100)
