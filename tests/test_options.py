"""The options of ``mkdocs.yml``: typed, worded in both languages, and never a person's data by default."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest

from funding.labels import Words
from funding.options import LANGUAGES, OptionFault, Options, OptionsError, OptionState, Strict, parse_options

WHOLE: dict[str, Any] = {
    "organisation": "region-x",
    "contact": {"name": "Registrator", "email": "registrator@example.org"},
    "report_errors": "mailto:registrator@example.org?subject={title}",
    "accessibility": {
        "conformance": "partial",
        "gaps": [{"content": "Vissa PDF-filer", "cause": "deficiency", "alternative": "Fråga oss"}],
        "assessed": date(2026, 11, 1),
        "method": "self_assessment",
        "updated": date(2026, 11, 2),
        "feedback": "https://example.org/tillganglighet",
    },
}


def _names(owner: type[Strict], above: str = "") -> Iterator[str]:
    for name, field in owner.model_fields.items():
        yield above + name
        for inner in (field.annotation, *get_args(field.annotation)):
            if isinstance(inner, type) and issubclass(inner, Strict):
                yield from _names(inner, f"{above}{name}.")


def _states(given: dict[str, Any]) -> dict[str, OptionState]:
    with pytest.raises(OptionsError) as caught:
        parse_options(given)
    return {fault.option: fault.state for fault in caught.value.faults}


def test_whole_options_are_typed() -> None:
    options = parse_options(WHOLE)
    assert options.accessibility.assessed == date(2026, 11, 1)
    assert options.lang == "sv"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("state", OptionState)
@pytest.mark.parametrize("option", sorted(_names(Options)))
def test_every_fault_of_every_option_has_a_sentence(option: str, state: OptionState, lang: str) -> None:
    sentence = Words(lang).option_fault(OptionFault(option, state))
    assert option in sentence


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentence_about_reports_can_be_obeyed_as_it_stands(lang: str) -> None:
    sentence = Words(lang).option_fault(OptionFault("report_errors", OptionState.WRONG))
    blanks = re.findall(r"\{+\w+\}+", sentence)
    assert blanks == ["{url}", "{title}"]
    assert parse_options({**WHOLE, "report_errors": f"https://example.org/?{'&'.join(blanks)}"})


@pytest.mark.parametrize("part", sorted(WHOLE["accessibility"]))
def test_a_missing_part_of_the_accessibility_statement_is_named(part: str) -> None:
    rest = {name: value for name, value in WHOLE["accessibility"].items() if name != part}
    assert _states({**WHOLE, "accessibility": rest}) == {f"accessibility.{part}": OptionState.MISSING}


@pytest.mark.parametrize(
    ("option", "value", "state"),
    [
        ("colour", "blue", OptionState.UNKNOWN),
        ("lang", "fi", OptionState.WRONG),
        ("organisation", "  ", OptionState.WRONG),
        ("report_errors", "javascript:alert(1)", OptionState.WRONG),
        ("report_errors", "mailto:fel@example.org?subject={{title}}", OptionState.WRONG),
        ("report_errors", "https://example.org/{page}", OptionState.WRONG),
        ("delegation_limits", {"delegated_official": 0}, OptionState.WRONG),
    ],
)
def test_a_wrong_option_is_named(option: str, value: object, state: OptionState) -> None:
    found = _states({**WHOLE, option: value})
    assert list(found.values()) == [state]
    assert next(iter(found)).startswith(option)
