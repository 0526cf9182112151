"""The catalogue of rules: for every code what is wrong, why it matters, how to mend it, and two examples.

The words stand in ``locales/<lang>/rules/<group>.yml``, the examples in ``examples/<code>.txt``; how much a rule weighs
and what it is about come from the program.
"""

from funding.catalogue.address import RULES, linked, rule_url
from funding.catalogue.entries import Catalogue, Entry, Told, example_of, severity_of
from funding.catalogue.example import Example, ExampleError, Line, Piece
from funding.catalogue.groups import CODES, WITHOUT_EXAMPLE, Group, group_of

__all__ = [
    "CODES",
    "RULES",
    "WITHOUT_EXAMPLE",
    "Catalogue",
    "Entry",
    "Example",
    "ExampleError",
    "Group",
    "Line",
    "Piece",
    "Told",
    "example_of",
    "group_of",
    "linked",
    "rule_url",
    "severity_of",
]
