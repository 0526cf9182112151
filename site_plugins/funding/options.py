"""The facts about a site that are no decisions: the options of ``plugins.funding`` in ``mkdocs.yml``.

The plugin and the command both read them through :func:`parse_options`, so they can never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from funding.model.vocabulary import BodyType

CONFIG_NAME = "mkdocs.yml"
"""The file at a project's root that holds the options."""

Language = Literal["sv", "en"]
LANGUAGES: Final[tuple[str, ...]] = get_args(Language)
Sentence = Annotated[str, Field(min_length=1, pattern=r"\S")]
HttpAddress = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")]
MailOrHttpAddress = Annotated[str, Field(pattern=r"^(https?://|mailto:)[^\s<>\"]+$")]

ReportAddress = Annotated[str, Field(pattern=r"^(https?://|mailto:)([^\s<>\"{}]|\{(url|title)\})+$")]


class Strict(BaseModel):
    """Options are typed, frozen, and refuse unknown names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Conformance(StrEnum):
    """How far a site meets the accessibility requirements (lag 2018:1937)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class GapCause(StrEnum):
    """Why content is not accessible: the three causes that the law names (lag 2018:1937, 9 and 12 §§)."""

    DEFICIENCY = "deficiency"
    DISPROPORTIONATE_BURDEN = "disproportionate_burden"
    OUT_OF_SCOPE = "out_of_scope"


class KnownGap(Strict):
    """Content that is not accessible: what, why, and what to do instead."""

    content: Sentence
    cause: GapCause
    alternative: Sentence


class Accessibility(Strict):
    """The accessibility statement (lag 2018:1937, MDFFS 2019:2); a missing part stops the build."""

    conformance: Conformance
    gaps: tuple[KnownGap, ...]
    assessed: date
    method: Literal["self_assessment", "external_review"]
    updated: date
    feedback: MailOrHttpAddress
    supervision: HttpAddress = "https://www.digg.se/tdosanmalan"


class Contact(Strict):
    """A role to write to; never a person."""

    name: Sentence
    email: Annotated[str, Field(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+$")]


class Licence(Strict):
    """The terms of the open data."""

    name: Sentence = "CC0 1.0"
    url: HttpAddress = "http://creativecommons.org/publicdomain/zero/1.0/"


class Options(Strict):
    """What a region decides about its own site.

    ``organisation`` is the id in ``organisations.yml`` whose decisions are "ours". ``report_errors`` is where a
    reader reports a fault; ``{url}`` and ``{title}`` in it are filled with the page's. ``delegation_limits`` gives,
    per type of body, the highest amount in whole kronor that it may decide.
    """

    organisation: Sentence
    lang: Language = "sv"
    decisions: Sentence = "decisions"
    licence: Licence = Licence()
    contact: Contact
    report_errors: ReportAddress
    delegation_limits: dict[BodyType, Annotated[int, Field(gt=0)]] = Field(default_factory=dict)
    accessibility: Accessibility


class OptionState(StrEnum):
    """What is wrong with an option."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class OptionFault:
    """An option that is missing, unknown or wrong, by its dotted name below ``plugins.funding``."""

    option: str
    state: OptionState


class OptionsError(ValueError):
    """``mkdocs.yml`` has options that cannot be used; ``lang`` is the language that it asks for, where it does."""

    def __init__(self, faults: tuple[OptionFault, ...], lang: str) -> None:
        super().__init__("; ".join(f"{fault.option}: {fault.state}" for fault in faults))
        self.faults = faults
        self.lang = lang


_STATES = {"missing": OptionState.MISSING, "extra_forbidden": OptionState.UNKNOWN}


def parse_options(given: dict[str, Any]) -> Options:
    """Type the options of ``plugins.funding``.

    Raises:
        OptionsError: naming every option that is missing, unknown or wrong.
    """
    try:
        return Options.model_validate(given)
    except ValidationError as error:
        faults = tuple(
            OptionFault(_dotted(fault["loc"]), _STATES.get(fault["type"], OptionState.WRONG))
            for fault in error.errors()
        )
        lang = given.get("lang")
        raise OptionsError(faults, lang if lang in LANGUAGES else LANGUAGES[0]) from error


def _dotted(loc: tuple[int | str, ...]) -> str:
    return ".".join(part for part in loc if isinstance(part, str) and part != "[key]")
