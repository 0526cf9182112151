"""Words of the decisions, explained where they stand in the words of the project's own glossary page.

The page is a definition list in Markdown: a word on a line, and its explanation after ``:`` on the lines below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from funding.labels import Words
from funding.pages.links import ABOUT

GLOSSARY: Final = f"{ABOUT}ordlista.md"
"""The path of the page below ``docs_dir``."""
GLOSSARY_URL: Final = f"{ABOUT}ordlista/"
"""Its address, from the site's root."""
_ENTRY: Final = re.compile(r"^(?P<word>\S[^\n]*)\n:[ ]+(?P<text>[^\n]+(?:\n[ ]+[^\n]+)*)", re.MULTILINE)


def parse_glossary(markdown: str) -> Mapping[str, str]:
    """Give the explanations of a glossary page by their words in small letters, as plain text."""
    found = _ENTRY.finditer(markdown)
    return {entry["word"].strip().lower(): " ".join(entry["text"].replace("*", "").split()) for entry in found}


def meaning(words: Words, glossary: Mapping[str, str], term: str) -> tuple[str, str] | None:
    """Give a word and what it means; nothing where the glossary lacks it.

    ``term`` names the word in ``locales/<lang>/pages/glossary.yml``.
    """
    word = words.text(f"glossary.word.{term}")
    text = glossary.get(word.lower())
    return None if text is None else (word, text)
