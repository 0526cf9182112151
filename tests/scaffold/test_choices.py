"""An entry is found by any of its names, and by none that two have; what is near is offered."""

from __future__ import annotations

import pytest

from funding.scaffold.choices import Choices

CHOICES = Choices(
    {
        "orebro-kommun": ("Örebro kommun", "Örebro stad", "212000-1967"),
        "orebro-universitet": ("Örebro universitet", "ORU", "Högskolan"),
        "hogskolan-dalarna": ("Högskolan Dalarna", "Högskolan"),
        "trasig": (),
    }
)


@pytest.mark.parametrize("given", ["orebro-kommun", "ÖREBRO KOMMUN", "orebro kommun", " Örebro  stad", "212000-1967"])
def test_any_name_leads_to_the_entry(given: str) -> None:
    assert CHOICES.find(given) == "orebro-kommun"


@pytest.mark.parametrize("given", ["Högskolan", "Örebro", "", "北京"])
def test_name_of_none_or_two_leads_nowhere(given: str) -> None:
    assert CHOICES.find(given) is None


def test_name_of_today_goes_before_what_another_was_called() -> None:
    assert Choices({"a": ("Norrby",), "b": ("Söderby", "Norrby")}).find("norrby") == "a"


def test_three_nearest_are_offered_best_first() -> None:
    assert CHOICES.near("orebro univeristet")[0] == "orebro-universitet"
    assert len(CHOICES.near("x")) == 3
    assert CHOICES.near("dalarna")[0] == "hogskolan-dalarna"


def test_beginning_is_completed_to_ids_else_names_else_the_only_one_with_it_inside() -> None:
    assert CHOICES.completions("öre") == ("orebro-kommun", "orebro-universitet")
    assert CHOICES.completions("oru") == ("ORU",)
    assert CHOICES.completions("stad") == ("Örebro stad",)
    assert CHOICES.completions("xyz") == ()
