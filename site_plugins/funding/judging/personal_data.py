"""What the rules about personal data share: where in a file a finder finds something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from funding.judging.rule import Fault
from funding.personal import Sighting, find_typed
from funding.source import Document, RegisterName, Tree, span_between

Finder = Callable[[str], Iterable[Sighting]]


def sightings(
    document: Document, find: Finder, but: Callable[[Document], Iterable[str]] = lambda _: ()
) -> Iterator[Fault]:
    """Give every place of a file where something is found, except inside the texts that ``but`` gives.

    The raw text holds keys and comments too. It is looked at as it is typed and as its escapes and folds make it.
    """
    text = document.text
    found = list(find_typed(text, find))
    spared = tuple(but(document)) if found else ()
    for sighting, stretch in found:
        if not any(stretch in spare for spare in spared):
            yield Fault(span=span_between(text, sighting.start, sighting.end))


def references_of(document: Document) -> Iterator[str]:
    """Give the references that a file holds, as typed; they may look like other numbers."""
    tree = document.legible
    if document.file.register is RegisterName.TERMS:
        yield from tree or ()
    elif isinstance(tree, dict):
        for part in (tree, *_listed(tree.get("amendments"))):
            for reference in _listed(part.get("references") if isinstance(part, dict) else None):
                value = reference.get("value") if isinstance(reference, dict) else reference
                if isinstance(value, str):
                    yield value


def _listed(value: Tree | None) -> list[Tree]:
    return value if isinstance(value, list) else [] if value is None else [value]
