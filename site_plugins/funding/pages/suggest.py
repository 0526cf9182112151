"""The words of what a search field suggests, in a file of their own: its scripts ask for it, no page carries it."""

from __future__ import annotations

import json
from typing import Final

from funding.labels import Words

SUGGEST: Final = "suggest.json"
"""The address of the file, which `assets/search/suggest/suggested.js` asks for."""


def words_of_suggestions(words: Words) -> bytes:
    """Write the words in one language as JSON."""
    told = {**words.texts("suggest.live"), "matters": words.texts("parts.matters")}
    return json.dumps(told, ensure_ascii=False).encode()
