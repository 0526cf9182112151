"""Values and their changes in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from funding.changes.fields import FieldChange, field_changes, item_changes
from funding.changes.markdown import Markdown, filled, item, joined, plain
from funding.changes.names import Names
from funding.changes.word_diff import word_diff
from funding.labels import MissingTextError, Words
from funding.model.kinds import KeyKind, ValueKind, kind_at
from funding.model.parsing import NOT_STATED_TEXT
from funding.model.part import Part
from funding.pages.format import Format
from funding.source import Tree

_LONGEST: Final = 200
"""Characters of a text that are shown whole."""

_PROSE: Final = 60
"""Characters from which on a changed text is told word by word."""

_MOST_ITEMS: Final = 12
_NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "conditions": ("id", "standard", "type"),
        "sources": ("source",),
        "parts": ("recipient", "label"),
        "financing": ("financier",),
        "references": ("value",),
        "documents": ("url", "file", "title"),
        "reports": ("kind", "due"),
        "prior_handling": ("body",),
        "shares": ("of",),
        "payments": ("date",),
        "former_names": ("until", "name"),
        "part_owned_by": ("owner",),
    }
)
"""What the items of a list are known by, by the key of the list."""


@dataclass(frozen=True)
class Saying:
    """Says what values are and how they changed, in one language; amounts are in ``currency``."""

    words: Words
    form: Format
    names: Names
    currency: str

    def text(self, key: str, **details: object) -> Markdown:
        """Say a sentence about changes; details are made safe unless they are so already."""
        return filled(self.words.text(f"changes.{key}"), details)

    def label(self, kind: KeyKind) -> Markdown:
        """Name a key; one that has no words of its own goes by what it is called in a file."""
        try:
            return plain(self.words.field(kind.label))
        except MissingTextError:
            return plain(kind.name)

    def value(self, kind: KeyKind, value: Tree) -> Markdown:
        """Say a value of a key, in the long form or as it stands in a file."""
        if value is None:
            return self.text("absent")
        if value == NOT_STATED_TEXT:
            return plain(self.words.text("format.not_stated"))
        if isinstance(value, list):
            shown = joined(", ", (self.value(kind, one) for one in value[:_MOST_ITEMS]))
            more = len(value) - _MOST_ITEMS
            return self.text("and_more", shown=shown, count=more) if more > 0 else shown
        if isinstance(value, dict):
            return self._group(kind, value)
        say = self._plain.get(kind.kind)
        return say(kind, value) if say else self._text(kind, str(value))

    def lines(self, kind: KeyKind, change: FieldChange) -> Iterator[Markdown]:
        """Say how a key changed, as items of a list."""
        old, new = change.old, change.new
        label = self._label_at(kind, change.path)
        if kind.part and any(isinstance(side, list) for side in (old, new)):
            yield item(self.text("list", label=label))
            yield from self._items(kind, _listed(old), _listed(new), fresh=old is None)
        else:
            yield item(self.text("field", label=label, said=self.change(kind, old, new)))

    def change(self, kind: KeyKind, old: Tree, new: Tree) -> Markdown:
        """Say a value before and after: of an amount the difference too, of a long text only the words that changed."""
        if old is None:
            return self.value(kind, new)
        if kind.kind is ValueKind.TEXT and isinstance(old, str) and isinstance(new, str):
            named = self.names.of(kind.name, old) or self.names.of(kind.name, new)
            if not named and max(len(old), len(new)) > _PROSE and NOT_STATED_TEXT not in (old, new):
                return word_diff(old, new)
        details = {"old": self.value(kind, old), "new": self.value(kind, new)}
        if kind.kind is ValueKind.MONEY and isinstance(old, int) and isinstance(new, int):
            return self.text("by", **details, difference=self.difference(new - old))
        return self.text("from_to", **details)

    def within(self, part: type[Part], old: Mapping[str, Tree], new: Mapping[str, Tree]) -> Markdown:
        """Say in one sentence how the keys of a part changed."""
        found = []
        for change in field_changes(old, new):
            kind = kind_at(part, change.path)
            said = self.change(kind, change.old, change.new)
            found.append(self.text("inner", label=self._label_at(kind, change.path), said=said))
        return joined("; ", found)

    def money(self, value: int | Decimal) -> Markdown:
        """Say an amount."""
        return Markdown(self.form.money_text(value, self.currency))

    def difference(self, value: int) -> Markdown:
        """Say how much more or less."""
        sign = "+" if value > 0 else "\u2212"
        return joined("", (Markdown(sign), self.money(abs(value)))) if value else self.money(0)

    @property
    def _plain(self) -> Mapping[ValueKind, Callable[[KeyKind, Tree], Markdown]]:
        return {
            ValueKind.MONEY: lambda _, value: self._money(value),
            ValueKind.PERCENT: lambda _, value: self._percent(value),
            ValueKind.TRUTH: lambda _, value: self.text("yes" if value in {True, "true"} else "no"),
            ValueKind.WORD: self._word,
            ValueKind.DATE: lambda _, value: plain(str(value)),
        }

    def _label_at(self, kind: KeyKind, path: str) -> Markdown:
        """Name a key, and the year or item that a path below it leads to."""
        label, last = self.label(kind), path.rpartition(".")[2]
        return label if last == kind.name else self.text("label_of", label=label, item=last)

    def _items(self, kind: KeyKind, old: list[Tree], new: list[Tree], *, fresh: bool) -> Iterator[Markdown]:
        pairs = item_changes(old, new, _NAMES.get(kind.name, ()))
        if not pairs:
            yield item(self.text("reordered"), 1)
        for before, after in pairs[:_MOST_ITEMS]:
            yield item(self.value(kind, after) if fresh else self._item(kind, before, after), 1)
        if len(pairs) > _MOST_ITEMS:
            yield item(self.text("more_items", count=len(pairs) - _MOST_ITEMS), 1)

    def _item(self, kind: KeyKind, old: Tree, new: Tree) -> Markdown:
        if old is None:
            return self.text("added", said=self.value(kind, new))
        if new is None:
            return self.text("gone", said=self.value(kind, old))
        if kind.part and isinstance(old, dict) and isinstance(new, dict):
            return self.text("item", name=self._name(kind, new), said=self.within(kind.part, old, new))
        return self.text("from_to", old=self.value(kind, old), new=self.value(kind, new))

    def _name(self, kind: KeyKind, value: Mapping[str, Tree]) -> Markdown:
        """Name an item by the first of its keys that it is known by."""
        key = next((name for name in _NAMES.get(kind.name, ()) if name in value), None)
        if key is None or kind.part is None:
            return self.label(kind)
        return self.value(kind_at(kind.part, key), value[key])

    def _group(self, kind: KeyKind, value: Mapping[str, Tree]) -> Markdown:
        if kind.kind is ValueKind.DATE:
            return self.text("printed", day=value.get("date", ""), wording=value.get("as_printed", ""))
        if kind.part is None:
            return joined("; ", (self.text("inner", label=key, said=plain(str(inner))) for key, inner in value.items()))
        first = next((key for key in _NAMES.get(kind.name, ()) if key in value), None)
        said = [self.value(kind_at(kind.part, first), value[first])] if first else []
        for key, inner in value.items():
            below = kind_at(kind.part, key)
            if key != first and inner != below.usual:
                said.append(self.text("inner", label=self.label(below), said=self.value(below, inner)))
        return joined("; ", said)

    def _money(self, value: Tree) -> Markdown:
        if isinstance(value, str):
            about, _, digits = value.partition(" ")
            if not (about.isalpha() and digits.isdecimal()):
                return plain(value)
            return filled(self.words.text(f"format.about.{about}"), {"money": self.money(int(digits))})
        return self.money(Decimal(str(value)))

    def _percent(self, value: Tree) -> Markdown:
        number = (
            plain(str(value))
            if not isinstance(value, int | float)
            else Markdown(self.form.number_text(Decimal(str(value))))
        )
        return filled(self.words.text("format.percent"), {"number": number})

    def _word(self, kind: KeyKind, value: Tree) -> Markdown:
        known = {member.value: member for member in kind.vocabulary or ()}
        return plain(self.words.value(known[value]) if value in known else str(value))

    def _text(self, kind: KeyKind, value: str) -> Markdown:
        name = self.names.of(kind.name, value)
        return plain(name) if name else self.text("quoted", text=plain(value, _LONGEST))


def _listed(value: Tree) -> list[Tree]:
    if value is None or value == NOT_STATED_TEXT:
        return [] if value is None else [value]
    return value if isinstance(value, list) else [value]
