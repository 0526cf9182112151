"""Similar decisions as a page shows them: rows of a list, each with what it has in common with the page's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from funding.pages.context import Context
from funding.pages.format import joined
from funding.pages.likeness.similar import Likeness
from funding.pages.likeness.traits import Shared
from funding.pages.lists.paged import Row, rows
from funding.register import Record
from funding.swedish import key, plain, tokens


def resembling(context: Context, record: Record) -> tuple[Row, ...]:
    """Give the decisions that are most like one, with why."""
    found: Mapping[str, Likeness] = {one.record.id: one for one in context.similar.to(record)}
    records = tuple(one.record for one in found.values())
    return rows(context, records, lambda other: _why(context, found[other.id]))


def _why(context: Context, likeness: Likeness) -> Markup:
    form = context.form
    kinds = [kind for kind in likeness.shared if kind is not Shared.RECIPIENT_TYPE] or likeness.shared
    shared = [form.say(f"similar.shared.{kind}") for kind in kinds]
    words = [
        form.say("similar.word", word=word)
        for word in _written(context.kept_rows.short(likeness.record), likeness.keys)
    ]
    said = [form.say("similar.same", what=_listed(context, shared))] if shared else []
    said += [form.say("similar.both", words=_listed(context, words))] if words else []
    return joined(said)


def _listed(context: Context, said: Sequence[Markup]) -> Markup:
    """Write some things in a row, with a word for "and" before the last."""
    *first, last = said
    return context.form.say("similar.and", first=joined(first), last=last) if first else last


def _written(text: str, keys: tuple[str, ...]) -> list[str]:
    """Give words by their keys as they stand in a text, in small letters where they stand so too."""
    small = text.lower()
    beginnings = {known[0] for known in keys}
    written: dict[str, str] = {}
    for word in tokens(text):
        if word[0].isascii() and word[0] not in beginnings:
            continue  # it keeps this letter when it is made plain, which costs more than to look at it here
        if plain(word).startswith(keys) and (found := key(word)) in keys:
            start = small.find(word)
            shown = text[start : start + len(word)]
            if found not in written or shown == word:
                written[found] = shown if shown.lower() == word else word
    return [written[known] for known in keys]
