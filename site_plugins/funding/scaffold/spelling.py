"""How people write an answer, turned into how its file says it: ``87`` is ``§ 87``, ``50 procent`` is ``50``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_UNIT: Final[Mapping[str, str]] = {"amount": r"(?:kronor|kr|sek|:-)\.?", "percent": r"(?:procent|percent|%)"}
"""What may stand after a number, by the name of its question; the file says the number alone."""

_YES_OR_NO: Final[Mapping[str, str]] = {"ja": "true", "yes": "true", "nej": "false", "no": "false"}


def spelt(name: str, text: str) -> str:
    """Give an answer to the question with a name as its file says it; what is not recognised stays as it is."""
    if name in _UNIT:
        return re.sub(rf"(?<=\d)\s*{_UNIT[name]}$", "", text, flags=re.IGNORECASE)
    if name == "paragraph":
        return re.sub(r"^(?:§\s*|paragraf\s+)?(\d+)$", r"§ \1", text, flags=re.IGNORECASE)
    if name == "ceiling":
        return _YES_OR_NO.get(text.casefold(), text)
    return text
