"""What every part of a comment is written with: the changes, the words, and the ways to the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from funding.changes.gathering import Changes, DecisionChange
from funding.changes.markdown import Markdown, filled, link
from funding.changes.names import Names
from funding.changes.saying import Saying
from funding.labels import Words
from funding.model.money import OUR_CURRENCY
from funding.pages.format import Format
from funding.pages.links import Kind


@dataclass(frozen=True)
class Teller:
    """Tells one set of changes in one language. ``pages`` are the addresses of all pages that change, by kind and id.

    ``preview`` is the address of a site that was built from the change.
    """

    changes: Changes
    words: Words
    form: Format
    names: Names
    pages: Mapping[Kind, Mapping[str, str]]
    preview: str | None

    def say(self, key: str, **details: object) -> Markdown:
        """Say a sentence about changes; details are made safe unless they are so already."""
        return filled(self.words.text(f"changes.{key}"), details)

    def counted(self, key: str, count: int) -> Markdown:
        """Say how many there are of something."""
        return Markdown(self.form.counted_text(f"changes.{key}", count))

    def address(self, kind: Kind, id_: str, name: Markdown) -> Markdown:
        """Give the link to a page of the preview, or its plain name where there is no preview or no such page."""
        url = self.pages.get(kind, {}).get(id_)
        return name if url is None or self.preview is None else link(name, f"{self.preview.rstrip('/')}/{url}")

    def saying(self, change: DecisionChange | None = None) -> Saying:
        """Give the words for values: of a decision in its own currency."""
        record = next((record for record in reversed(change.records) if record), None) if change else None
        currency = record.original.money.currency if record else OUR_CURRENCY
        return Saying(self.words, self.form, self.names, currency)
