"""One decision as data: the JSON that stands beside its page, with DECISION's keys in the long form."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from funding.model.decision import Decision
from funding.register import Record, Register


def decision_json(record: Record, register: Register, url: str, as_of: date) -> bytes:
    """Give a decision as UTF-8 JSON: what it was and what it is on a day.

    ``url`` is the address of its page. Lists are lists, amounts whole numbers, dates ISO; ``not_stated`` stands as
    that text, what is absent is left out, and registers are pointed into by id. The same arguments give the same
    bytes.
    """
    data = {
        "id": record.id,
        "url": url,
        "as_of": as_of.isoformat(),
        "status": record.status.value,
        "funder": list(register.funders(record)) or "not_stated",
        "original": long_form(record.original),
        "current": long_form(record.current),
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def long_form(decision: Decision) -> dict[str, Any]:
    """Give a decision with DECISION's keys in the long form, read back by the model as the same decision."""
    return decision.model_dump(mode="json", by_alias=True, exclude_none=True)
