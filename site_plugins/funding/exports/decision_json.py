"""One decision as data: the JSON that stands beside its page, with the keys of ``model/`` in the long form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from funding.model.decision import Decision
from funding.model.parsing import NOT_STATED_TEXT
from funding.register import Record, Register

_LATER = "amendments"
_LONG: Mapping[str, bool] = {"by_alias": True, "exclude_none": True}


def decision_json(record: Record, register: Register, url: str, as_of: date) -> bytes:
    """Give a decision as UTF-8 JSON: what it was and what it is on a day.

    ``url`` is the address of its page. ``current`` is ``original`` after ``original.amendments``, and has none itself.
    ``register`` is what is published on that day: a decision that it does not hold is not pointed at. The same
    arguments give the same bytes.
    """
    about = {
        "id": record.id,
        "url": url,
        "as_of": as_of.isoformat(),
        "status": record.status.value,
        "funder": list(register.funders(record)) or NOT_STATED_TEXT,
    }
    original = current = _written(_seen(record.original, register))
    if record.original.amendments is not None:
        current = _written(_seen(record.current.model_copy(update={_LATER: None}), register))
    begun = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{begun},\n "original": {original},\n "current": {current}\n}}\n'.encode()


def long_form(decision: Decision) -> dict[str, Any]:
    """Give a decision with the keys of ``model/`` in the long form, read back by the model as the same decision.

    Lists are lists, amounts whole numbers (``"ca 500000"`` where approximate), dates ISO, defaults written out;
    ``not_stated`` stands as that text, and what is absent is left out.
    """
    return decision.model_dump(mode="json", **_LONG)


def _written(decision: Decision) -> str:
    """Write the long form as it stands one level deep in JSON: no text of it holds a line feed that is not escaped."""
    return decision.model_dump_json(indent=1, **_LONG).replace("\n", "\n ")


def _seen(decision: Decision, register: Register) -> Decision:
    """Give the decision without its pointers to decisions that are not published, such as under an embargo."""
    hidden = {*(decision.related or ()), decision.continues, decision.within} - {None} - register.published_ids
    if not hidden:
        return decision
    related = tuple(id_ for id_ in decision.related or () if id_ not in hidden)
    update: dict[str, Any] = {"related": related or None}
    update |= {key: None for key in ("continues", "within") if getattr(decision, key) in hidden}
    return decision.model_copy(update=update)
