"""An editor with no sense of form: writes a tree of text as YAML in whatever style chance has it, with comments.

Every comment says which key it belongs to: ``#12 above grant/amount`` or ``#13 beside grant/amount``.
"""

from __future__ import annotations

import re
from random import Random
from typing import Any

from funding.problem import KeyPath

_SURELY_PLAIN = re.compile(r"[A-Za-zÅÄÖåäö0-9][\w.–/-]*(?: [\wÅÄÖåäö(][\w.,()–/-]*)*")
_SURELY_PLAIN_FLOW = re.compile(r"[A-Za-zÅÄÖåäö0-9][\w.–/-]*(?: [\wÅÄÖåäö][\w.–/-]*)*")
_NOT_TEXT = re.compile(r"null|Null|NULL")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_AMOUNTS = {"amount", "total_budget", "applied_amount", "grant.amount", "change"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class Scribe:
    """Writes one tree after the other; the same chance gives the same texts."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._comments = 0

    def write(self, tree: dict[str, Any]) -> str:
        """Write a whole file."""
        lines = self._mapping(tree, 0, ())
        ends = self._chance.choice(["", "\n", "\n\n\n", "# sist\n"])
        text = "\n".join([*self._head(), *lines]) + "\n" + ends
        if self._maybe(0.1):
            text = text.replace("\n", "\r\n")
        return ("\ufeff" if self._maybe(0.1) else "") + text

    def _head(self) -> list[str]:
        modeline = "# yaml-language-server: $schema=../../schema/decision.schema.json"
        return self._chance.choice([[], [modeline], [modeline, ""], ["# Ett huvud.", ""], [modeline, "# Mer.", ""]])

    def _mapping(self, tree: dict[str, Any], indent: int, where: KeyPath) -> list[str]:
        keys = list(tree)
        if where:
            self._chance.shuffle(keys)
        elif self._maybe(0.9):
            keys.sort(key=lambda _: self._chance.random())
        lines: list[str] = []
        for key in keys:
            place = (*where, key)
            if lines and self._maybe(0.15):
                lines += [""] * self._chance.choice([1, 1, 3])
            lines += self._above(place, indent)
            lines += self._value(f"{' ' * indent}{self._key(key)}:", tree[key], indent, place)
        return lines

    def _value(self, start: str, value: Any, indent: int, where: KeyPath) -> list[str]:
        if isinstance(value, str):
            return self._scalar(start, value, indent, where)
        if self._maybe(0.3) and (flow := self._flow(value, where)) is not None:
            return [f"{start} {flow}{self._beside(where)}"]
        deeper = indent + self._chance.choice([1, 2, 2, 4])
        if isinstance(value, dict):
            return [f"{start}{self._beside(where)}", *self._mapping(value, deeper, where)]
        deeper = indent if self._maybe(0.3) else deeper
        lines = [f"{start}{self._beside(where)}"]
        for index, item in enumerate(value):
            lines += self._item(item, deeper, (*where, index))
        return lines

    def _item(self, item: Any, indent: int, where: KeyPath) -> list[str]:
        space = " " * self._chance.choice([1, 1, 3])
        start = f"{' ' * indent}-{space}"
        if isinstance(item, str):
            return self._scalar(start.rstrip(), item, indent, where)
        if self._maybe(0.3) and (flow := self._flow(item, where)) is not None:
            return [f"{start}{flow}"]
        lines = self._mapping(item, len(start), where)
        if lines[0].lstrip().startswith("#"):
            return [start.rstrip(), *lines]
        return [start + lines[0][len(start) :], *lines[1:]]

    def _scalar(self, start: str, text: str, indent: int, where: KeyPath) -> list[str]:
        text = self._respelt(text, where)
        if ("\n" in text or len(text) > 60) and text == text.strip() and self._maybe(0.6):
            return self._block(start, text, indent, where)
        return [f"{start} {self._inline(text, flow=False)}{self._beside(where)}"]

    def _block(self, start: str, text: str, indent: int, where: KeyPath) -> list[str]:
        inner = " " * (indent + self._chance.choice([1, 2, 4]))
        if "\n" in text:
            header, lines = "|-", text.split("\n")
        else:
            header, lines = ">-", self._broken(text)
        return [f"{start} {header}{self._beside(where)}", *(inner + line if line else "" for line in lines)]

    def _broken(self, text: str) -> list[str]:
        lines = [""]
        for word in text.split(" "):
            if lines[-1] and word and lines[-1][-1] != " " and len(lines[-1]) > self._chance.choice([30, 80, 150]):
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
        return lines if " ".join(lines) == text else [text]

    def _flow(self, value: Any, where: KeyPath) -> str | None:
        """Write a list or group in brackets; nothing where it holds what has no room there."""
        if isinstance(value, str):
            return None if "\n" in value or len(value) > 60 else self._inline(self._respelt(value, where), flow=True)
        if isinstance(value, dict):
            pairs = [(key, self._flow(inner, (*where, key))) for key, inner in value.items()]
            self._chance.shuffle(pairs)
            inside = ", ".join(f"{self._key(key)}: {inner}" for key, inner in pairs)
            return None if any(inner is None for _, inner in pairs) else f"{{{inside}}}"
        items = [self._flow(item, (*where, index)) for index, item in enumerate(value)]
        between = self._chance.choice([", ", ","])
        return None if None in items else f"[{between.join(item for item in items if item)}]"

    def _inline(self, text: str, *, flow: bool) -> str:
        plain = (_SURELY_PLAIN_FLOW if flow else _SURELY_PLAIN).fullmatch(text) and not _NOT_TEXT.fullmatch(text)
        if plain and self._maybe(0.6):
            return text
        if "\n" not in text and "\t" not in text and self._maybe(0.4):
            return "'" + text.replace("'", "''") + "'"
        return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'

    def _key(self, key: str) -> str:
        return f'"{key}"' if self._maybe(0.05) or not _SURELY_PLAIN_FLOW.fullmatch(key) else key

    def _respelt(self, text: str, where: KeyPath) -> str:
        if where[-1] in _AMOUNTS and _GROUPED.fullmatch(text):
            return self._chance.choice([text, text.replace(" ", ""), text.replace(" ", "\u00a0"), f"{text} kr"])
        return text

    def _above(self, where: KeyPath, indent: int) -> list[str]:
        if not self._maybe(0.15):
            return []
        return [f"{' ' * indent}{self._comment('above', where)}" for _ in range(self._chance.choice([1, 1, 2]))]

    def _beside(self, where: KeyPath) -> str:
        if not self._maybe(0.1) or isinstance(where[-1], int):
            return ""
        return f"{self._chance.choice([' ', '    '])}{self._comment('beside', where)}"

    def _comment(self, side: str, where: KeyPath) -> str:
        self._comments += 1
        return f"#{self._comments} {side} {'/'.join(str(step) for step in where)}"

    def _maybe(self, chance: float) -> bool:
        return self._chance.random() < chance
