"""How a text became another, word by word, as short as it can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from funding.changes.markdown import Markdown, bold, joined, marked, struck
from funding.personal import redact

_AROUND: Final = 4
"""Words that are shown on either side of a change."""

_MOST_WORDS: Final = 400
"""Words of either text that are compared, after what is the same at both ends; more are told by their beginning."""

_MOST_SHOWN: Final = 40
_CUT: Final = Markdown("…")


def word_diff(old: str, new: str) -> Markdown:
    """Strike out the words that are gone, and make those that came bold; personal data is hidden before."""
    before, after = redact(old).split(), redact(new).split()
    head = _same(before, after)
    tail = _same(before[head:][::-1], after[head:][::-1])
    gone, came = before[head : len(before) - tail], after[head : len(after) - tail]
    start, end = after[:head], after[len(after) - tail :]
    whole = max(len(gone), len(came)) > _MOST_WORDS
    middle = _change(gone, came) if whole else _changes(gone, came)
    return joined(" ", (*_before(start), *middle, *_after(end)))


def _changes(gone: Sequence[str], came: Sequence[str]) -> Iterator[Markdown]:
    matcher = SequenceMatcher(None, gone, came, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            yield from _change(gone[i1:i2], came[j1:j2])
        elif i2 - i1 > 2 * _AROUND:
            yield from _after(gone[i1:i2])
            yield from _before(gone[i1:i2])[1:]
        else:
            yield marked(" ".join(gone[i1:i2]))


def _change(gone: Sequence[str], came: Sequence[str]) -> Iterator[Markdown]:
    if gone:
        yield struck(_few(gone))
    if came:
        yield bold(_few(came))


def _few(words: Sequence[str]) -> Markdown:
    if len(words) <= _MOST_SHOWN:
        return marked(" ".join(words))
    return joined("", (marked(" ".join(words[:_MOST_SHOWN])), _CUT))


def _before(words: Sequence[str]) -> list[Markdown]:
    """Give the last of some words, after a sign that more stand before them."""
    cut = [_CUT] if len(words) > _AROUND else []
    return [*cut, marked(" ".join(words[-_AROUND:]))] if words else []


def _after(words: Sequence[str]) -> list[Markdown]:
    """Give the first of some words, before a sign that more stand after them."""
    cut = [_CUT] if len(words) > _AROUND else []
    return [marked(" ".join(words[:_AROUND])), *cut] if words else []


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
