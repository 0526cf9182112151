"""Invented decisions in realistic Swedish. No person, company or project in them is real."""

from __future__ import annotations

from typing import Final

SEED: Final = 2026
"""What all chance is drawn from; another seed gives another corpus of the same shape."""

AS_OF: Final = "2026-11-20"
"""The day on which the corpus is read: nothing that is decided lies after it."""

ALONE: Final = 10
"""The first decisions, whose pages are compared between sizes: no later one points at them or has their title."""
