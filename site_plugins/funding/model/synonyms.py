"""Words that mean the same to whoever searches: what an editor adds to those that the program knows."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from funding.model.parsing import OneOrMany
from funding.model.part import Part, part
from funding.model.texts import Line

Group: TypeAlias = Annotated[tuple[Line, ...], OneOrMany(50)]


@part
class Synonyms(Part):
    """Groups of words or short phrases; whoever searches for one of a group finds the others too."""

    synonyms: Annotated[tuple[Group, ...], OneOrMany()]
