"""Numbers and texts as bytes, and files of them, in the form that the browser's engine reads."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any, Final

_SEVEN_BITS: Final = 0x7F
_MORE: Final = 0x80
_USUAL: Final = 1 << 14
"""Numbers below this are written once and looked up; they take at most two bytes."""


def deflated(payload: bytes) -> bytes:
    """Pack bytes; the same bytes give the same.

    Not as gzip: there are hosts that know gzip by its first bytes, and browsers unpack what those send on its way.
    """
    return zlib.compress(payload, 6)


def hash_of(*blocks: bytes) -> str:
    """Give the digits in the name of a file that its blocks give."""
    return blake2b(b"".join(blocks), digest_size=4).hexdigest()


def digest_of(*payloads: bytes) -> str:
    """Give the digest of the blocks of a file before they are packed, in hexadecimal: others have another."""
    return blake2b(b"".join(map(framed, payloads)), digest_size=16).hexdigest()


def json_bytes(value: Any) -> bytes:
    """Write a value as JSON in UTF-8, without spaces."""
    return _json.encode(value).encode()


_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def uvarint(number: int) -> bytes:
    """Write a number from 0: seven bits a byte, the low ones first, the highest bit set where more follow (LEB128)."""
    return _usual()[number] if number < _USUAL else _written(number)


def uvarints(numbers: Iterable[int]) -> bytes:
    """Write numbers one after the other."""
    usual = _usual()
    return b"".join([usual[number] if number < _USUAL else _written(number) for number in numbers])


def _written(number: int) -> bytes:
    content = bytearray()
    while number > _SEVEN_BITS:
        content.append(number & _SEVEN_BITS | _MORE)
        number >>= 7
    content.append(number)
    return bytes(content)


@cache
def _usual() -> list[bytes]:
    """Write the numbers that are most usual once."""
    return [_written(number) for number in range(_USUAL)]


def read_uvarints(content: bytes) -> list[int]:
    """Give the numbers that :func:`uvarints` wrote."""
    if content.isascii():
        return list(content)
    found: list[int] = []
    number = shift = 0
    for byte in content:
        number |= (byte & _SEVEN_BITS) << shift
        if byte > _SEVEN_BITS:
            shift += 7
        else:
            found.append(number)
            number = shift = 0
    return found


def framed(content: bytes) -> bytes:
    """Write bytes with their length before them."""
    return uvarint(len(content)) + content


def text(value: str) -> bytes:
    """Write a text with its length in bytes before it."""
    return framed(value.encode())


def shared(before: bytes, after: bytes) -> bytes:
    """Write the second of two texts as how many bytes it begins with of the first, and the rest."""
    same = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        same += 1
    return uvarint(same) + framed(after[same:])


def cut(sizes: Sequence[int], most: int, least: int) -> list[range]:
    """Cut things of some sizes into at most ``most`` runs, each but the last of at least ``least``, and about equal."""
    goal = max(least, -(-sum(sizes) // most))
    runs: list[range] = []
    start = size = 0
    for end, added in enumerate(sizes, 1):
        size += added
        if size >= goal:
            runs.append(range(start, end))
            start, size = end, 0
    if start < len(sizes):
        runs.append(range(start, len(sizes)))
    return runs
