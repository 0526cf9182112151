"""What a change of the files means: first as values, then in the words of one comment that a reviewer decides from.

``gather`` makes the values from the two sides that ``against`` has read; ``comment`` and ``data`` are pure functions of
them.
"""

from funding.changes.comment import comment
from funding.changes.data import data
from funding.changes.gathering import Changes, gather

__all__ = ["Changes", "comment", "data", "gather"]
