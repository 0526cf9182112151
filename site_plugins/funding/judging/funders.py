"""What the rules about funders share."""

from __future__ import annotations

from funding.judging.rule import Whole
from funding.register import Record


def known_funders(whole: Whole, record: Record) -> frozenset[str]:
    """Give the organisations of those deciding bodies that stand in the register."""
    bodies = whole.register.lists.bodies
    return frozenset(whole.register.owner_of(body) for body in record.bodies if body in bodies)
