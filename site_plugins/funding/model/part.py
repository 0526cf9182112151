"""The base of every typed part of a decision or register."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from funding.model.parsing import NotStated

T = TypeVar("T")


class Part(BaseModel):
    """Frozen, and a key that is not in it is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


def stated(value: T | NotStated | None) -> T | None:
    """Give the value where there is one, else ``None``: absent and not stated alike."""
    return None if isinstance(value, NotStated) else value
