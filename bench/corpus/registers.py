"""The registers that the invented decisions point into, as the texts of their files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bench.corpus.conditions import STANDARD, TERMS
from bench.corpus.decisions import THEMES
from bench.corpus.facts import recipients_until
from bench.corpus.organisations import OWN, organisation
from bench.corpus.prose import MUNICIPALITIES

_BODIES: Final = """\
regional-tillvaxtnamnd:
  name: Regional tillväxtnämnd
  type: board
regionstyrelsen:
  name: Regionstyrelsen
  type: board
kulturnamnden:
  name: Kulturnämnden
  type: board
direktor:
  name: Regional utvecklingsdirektör
  type: delegated_official
tillvaxtverket:
  name: Tillväxtverket
  type: state_agency
  organisation: tillvaxtverket
"""
_SOURCES: Final = """\
egna-medel:
  name: Egna medel
  kind: region
anslag-1-1:
  name: Anslag 1:1 Regionala utvecklingsåtgärder
  kind: state
  former_names:
    - name: Regionala tillväxtåtgärder
eruf:
  name: Europeiska regionala utvecklingsfonden (ERUF)
  kind: eu
kulturmedel:
  name: Kulturmedel
  kind: region
bergslagsfonden:
  name: Bergslagsfonden
  kind: private
"""
_FIXED: Final = f"""\
{OWN}:
  name: Region Örebro län
  organisation_number: 232100-0164
  type: region
  municipality: "1880"
tillvaxtverket:
  name: Tillväxtverket
  type: state_agency
"""


def registers(count: int) -> dict[str, str]:
    """Give the registers of a corpus of so many decisions: text by name."""
    terms = f"{TERMS}:\n  title: Allmänna villkor för medfinansiering\n  adopted: 2019-11-05\n"
    return {
        "organisations": _FIXED + "".join(_organisations(count)),
        "bodies": _BODIES,
        "sources": _SOURCES,
        "terms": terms,
        "conditions": "".join(_conditions()),
        "themes": "".join(f"{id_}:\n  name: {name}\n" for id_, name in THEMES.items()),
        "municipalities": "".join(
            f'"{code}":\n  name: {name}\n  county: Örebro län\n' for code, name in MUNICIPALITIES.items()
        ),
    }


def _organisations(count: int) -> Iterator[str]:
    for number in range(recipients_until(count - 1)):
        one = organisation(number)
        yield f"{one.id}:\n  name: {one.name}\n  organisation_number: {one.organisation_number}\n"
        yield f'  type: {one.type}\n  municipality: "{one.municipality}"\n'


def _conditions() -> Iterator[str]:
    for id_, (type_, text) in STANDARD.items():
        terms = f"  terms: {TERMS}\n" if type_ == "general_terms" else ""
        yield f"{id_}:\n  type: {type_}\n  text: {text}\n{terms}"
