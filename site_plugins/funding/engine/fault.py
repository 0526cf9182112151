"""Why a build cannot go on, as a value that somebody else words."""

from __future__ import annotations


class Fault(RuntimeError):  # noqa: N818 - a fault of the project, not of the program
    """The build cannot go on. ``key`` names the sentence that says why, ``details`` fill it in."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details
