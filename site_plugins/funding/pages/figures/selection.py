"""What the scripts must be told to show a selection in pictures and to make files of it: words, places, licence."""

from __future__ import annotations

from markupsafe import Markup

from funding.labels import Words
from funding.model.vocabulary import ShareBase
from funding.pages.context import Context
from funding.pages.json_ld import in_script
from funding.pages.tiles.tile_map import LEVELS, grounds

SERIES = ("year", "source", "theme", "recipient", "municipality")
"""What a selection is shown along, in the order of the page."""


def told_for_downloads(context: Context) -> Markup:
    """Give what downloads.js is told, as JSON for a script element."""
    words = context.words
    return in_script(
        {
            "lang": words.lang,
            "publisher": context.own_name,
            "licence": context.options.licence.model_dump(),
            **_said(words),
            **words.texts("download.live"),
            "filters": words.texts("download.filters"),
            "headings": words.texts("download.columns"),
            "costs": {base.value: words.value(base) for base in ShareBase},
        }
    )


def told_for_pictures(context: Context) -> Markup:
    """Give what pictures.js is told, as JSON for a script element: each county's municipalities with their squares."""
    words = context.words
    return in_script(
        {
            "lang": words.lang,
            **_said(words),
            **words.texts("pictures.live"),
            "series": {of: words.texts(f"figures.{of}") for of in SERIES},
            "decisions": words.texts("figures.decisions"),
            "no_amount": words.text("figures.no_amount"),
            "levels": LEVELS,
            "maps": [
                {
                    "name": ground.name,
                    "tiles": [[code, name, *square] for code, (name, square) in ground.tiles.items()],
                }
                for ground in grounds(context)
            ],
        }
    )


def _said(words: Words) -> dict[str, object]:
    """Give the texts of sums, which are those of all pages."""
    return {
        "kronor": words.text("format.kronor"),
        "about_sum": words.text("parts.sum_about"),
        "without": words.texts("parts.sum_without"),
    }
