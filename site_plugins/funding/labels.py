"""Words for people: labels, values, problems and page texts in one language.

The texts stand in ``locales/<lang>/``; a text that is missing is an error, never a silent default.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from funding.model import vocabulary
from funding.model.keys import all_keys
from funding.options import OptionFault, OptionState
from funding.source import Tree, load_texts

_FOLDER = Path(__file__).parent / "locales"
_NEAR = 0.6
_MOST_NEAR = 3
"""Ids that a hint asks about; with more, nobody reads them."""
_LANGUAGES = ("sv", "en")
"""Those that an editor may think of a key in."""


class MissingTextError(KeyError):
    """A text has no words in a language."""


class Words:
    """The words of one language.

    ``fields.yml`` holds label, description and example by the dotted path of a key; ``values.yml`` the label of each
    controlled word by vocabulary, and ``also`` other ways of saying it; ``problems.yml`` message and hints by code;
    ``pages/`` everything else, a file a group: ``text("decision.period")`` stands in ``pages/decision.yml``.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._fields, self._values, self._problems, self._pages = _texts(lang)
        self._labels, self._label_of, self._plain = cache(self._label), cache(self._value), cache(self._text)

    def field(self, path: str) -> str:
        """Give the label of a key by its dotted path, such as ``decision.body``."""
        return self._labels(path)

    def describe(self, path: str) -> str:
        """Give the description of a key by its dotted path."""
        return str(_find(self._fields, path)["description"])

    def example(self, path: str) -> Tree:
        """Give an example of a key by its dotted path, as a file would have it: a tree of text."""
        return _find(self._fields, path)["example"]

    def value(self, member: Enum) -> str:
        """Give the label of a member of a vocabulary."""
        return self._label_of(type(member).__name__, member.value)

    def text(self, key: str, **details: object) -> str:
        """Give a text of the pages by its dotted path, with its blanks filled in."""
        return self._plain(key).format_map(details) if details else self._plain(key)

    def texts(self, key: str) -> Tree:
        """Give all texts of the pages below a dotted key as a tree, for scripts, with their blanks left open.

        Raises:
            MissingTextError: if there is no such group.
        """
        return self._below(key)

    def group(self, name: str) -> Mapping[str, Any]:
        """Give all texts of a file of the pages, such as ``search``, as a tree."""
        found: Mapping[str, Any] = _find(self._pages, name)
        return found

    def problem(self, code: str, details: Mapping[str, str]) -> tuple[str, str | None]:
        """Give the message of a problem and how to mend it.

        Of the ``details``, ``known`` (ids, a comma between them) or ``vocabulary`` (its name) say which values are
        valid; those nearest to ``given``, else the one nearest to ``key``, fill ``{nearest}`` and ask for
        ``hint_nearest``, as ``meant`` does where there is no doubt.
        """
        entry = _find(self._problems, code)
        nearest = details["meant"] if "meant" in details else self._one_of(self._nearest(details))
        known = self._members(details["vocabulary"]) if "vocabulary" in details else details.get("known", "")
        filled = {**details, "nearest": nearest or "", "known": known}
        hint = entry.get("hint_nearest") if nearest else None
        hint = hint or entry.get("hint")
        return entry["message"].format_map(filled), hint.format_map(filled) if hint else None

    def message(self, code: str) -> str:
        """Give the message of a problem with its blanks left open: ``{given}``."""
        return str(_find(self._problems, code)["message"])

    def spellings(self, name: str) -> dict[str, str]:
        """Give what an editor may type for the words of a vocabulary, in small letters, with the word that is meant."""
        spellings: dict[str, str] = {}
        for member in getattr(vocabulary, name):
            entry = _find(_find(self._values, name), member.value)
            also = entry.get("also", [])
            for spelling in (member.value, entry["label"], *(also if isinstance(also, list) else [also])):
                spellings.setdefault(spelling.lower(), member.value)
        return spellings

    def option_fault(self, fault: OptionFault) -> str:
        """Say what is wrong with an option of ``mkdocs.yml`` and what it is for."""
        if fault.state is OptionState.UNKNOWN:
            return self.text("options.unknown", option=fault.option)
        about = self.text(f"options.about.{fault.option.replace('.', '-')}")
        return self.text(f"options.{fault.state}", option=fault.option, about=about)

    def _label(self, path: str) -> str:
        return str(_find(self._fields, path)["label"])

    def _value(self, vocabulary: str, word: str) -> str:
        return str(_find(_find(self._values, vocabulary), word)["label"])

    def _text(self, key: str) -> str:
        return str(self._below(key))

    def _below(self, key: str) -> Any:
        found: Any = self._pages
        for part in key.split("."):
            found = _find(found, part)
        return found

    @property
    def codes(self) -> frozenset[str]:
        """Every code that has words."""
        return frozenset(self._problems)

    def key_meant(self, details: Mapping[str, str]) -> str | None:
        """Give the key that an unknown one most likely is, by its name or its label in any language."""
        return next(iter(self._nearest(details)), None)

    def _nearest(self, details: Mapping[str, str]) -> list[str]:
        known = [name for name in details.get("known", "").split(", ") if name]
        if "vocabulary" in details:
            spellings = self.spellings(details["vocabulary"])
        elif "given" in details:
            return get_close_matches(details["given"].lower(), known, n=_MOST_NEAR, cutoff=_NEAR)
        else:
            spellings = {**_labels_of(tuple(known)), **{name: name for name in known}}
        given = details.get("given", details.get("key", "")).lower()
        match = get_close_matches(given, spellings, n=1, cutoff=_NEAR)
        return [spellings[match[0]]] if match else []

    def _one_of(self, names: list[str]) -> str:
        """Write some names as those of which one is meant."""
        *first, last = names or [""]
        return f"{', '.join(first)} {self.text('choice.or')} {last}" if first else last

    def _members(self, name: str) -> str:
        return ", ".join(member.value for member in getattr(vocabulary, name))


@cache
def _labels_of(names: tuple[str, ...]) -> dict[str, str]:
    """Give some keys by their labels, in small letters, in every language."""
    return {
        _find(_texts(lang)[0], key.path)["label"].lower(): key.name
        for lang in _LANGUAGES
        for key in all_keys()
        if key.name in names
    }


@cache
def _texts(lang: str) -> tuple[Any, Any, Any, Any]:
    folder = _FOLDER / lang
    fields, values, problems = (load_texts(folder / f"{name}.yml") for name in ("fields", "values", "problems"))
    pages = {file.stem: load_texts(file) for file in sorted((folder / "pages").glob("*.yml"))}
    return fields, values, problems, pages


def _find(texts: Any, key: str) -> Any:
    try:
        return texts[key]
    except KeyError:
        raise MissingTextError(key) from None
