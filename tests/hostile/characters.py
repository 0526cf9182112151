"""Bytes that are no text, and characters that nobody sees or that turn a line around."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import SOUND, Case, line_of, refused, whole

_NEVER = (
    *range(0x01, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0),
    0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029,
    *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x2800, 0x3164, 0xFE00, 0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC),
    0x378, 0xE000, 0xF8FF, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE0020, 0xE0100, 0xF0000, 0x10FFFF,
)  # fmt: skip
_SHOWN = (
    "🚲",
    "❤\ufe0f",
    "日本",
    "العربية",
    "Ελλάδα",
    "naïve – café’s",
    "e\u0301",
    "½ ≤ 2",
    "\u00a0fast\u2009",
    "№ 5 €",
)
_SUMMARY = "summary:"


def cases() -> Iterator[Case]:
    """Give files whose bytes or characters are refused, each at its place."""
    yield from _bytes()
    for number in _NEVER:
        yield refused(f"raw U+{number:04X}", _SUMMARY, f"summary: Ett{chr(number)}arbete")
        yield refused(f"escaped U+{number:04X}", _SUMMARY, rf'summary: "Ett\U{number:08X}arbete"')
    yield refused("escaped NUL", _SUMMARY, r'summary: "Ett\0arbete"', "forbidden-character")
    yield refused("escaped CR", _SUMMARY, r'summary: "Ett\rarbete"', "forbidden-character")
    yield refused("escaped bell in a key", _SUMMARY, r'"sum\amary": Ett', "forbidden-character")
    yield refused("escaped surrogate", _SUMMARY, r'summary: "Ett\ud800arbete"', "bad-escape")
    yield refused("escaped beyond Unicode", _SUMMARY, r'summary: "Ett\U00110000arbete"', "bad-escape")
    yield refused("escape that is none", _SUMMARY, r'summary: "C:\qwerty"', "bad-escape")
    for text in _SHOWN:
        yield whole(f"shown {text}", SOUND.replace("Ett arbete", text))
    yield from _lines()


def _bytes() -> Iterator[Case]:
    sound = SOUND.encode()
    line = line_of(_SUMMARY)
    for name, data in {
        "Latin-1": "å".encode("latin-1"),
        "overlong slash": b"\xc0\xaf",
        "overlong NUL": b"\xc0\x80",
        "surrogate": b"\xed\xa0\x80",
        "beyond Unicode": b"\xf5\x80\x80\x80",
        "lone continuation": b"\x80",
        "cut character": b"\xe2\x82",
        "NUL": b"\x00",
    }.items():
        yield whole(f"bytes {name}", sound.replace(b"Ett arbete", data), line)
    yield whole("bytes cut at the end", sound + b"# \xc3", sound.count(b"\n") + 1, code="not-utf-8")
    for encoding in ("utf-16", "utf-32", "cp037"):
        yield whole(f"bytes {encoding}", SOUND.encode(encoding, "replace"), 1, code="not-utf-8")
    yield Case("bytes utf-16-le without mark", "a: b\n".encode("utf-16-le"), frozenset({1, 2}), "forbidden-character")
    yield whole("byte order mark first", b"\xef\xbb\xbf" + sound)
    yield whole("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + sound, 1, code="forbidden-character")
    yield whole("empty", b"", 1, code="empty-file")
    yield whole("gzip", b"\x1f\x8b\x08\x00" + bytes(range(256)), 1)
    yield whole("too large", sound + b"#" * 256_000, 1, code="file-too-large")
    yield whole("just small enough", sound + b"#" * (256_000 - len(sound)))


def _lines() -> Iterator[Case]:
    yield whole("CRLF", SOUND.replace("\n", "\r\n"))
    yield whole("lone CR", SOUND.replace("\n", "\r", 1), 1, code="lone-carriage-return")
    for name, start, text in (
        ("first", "title:", "\ttitle: Ett projekt"),
        ("under a key", "  body:", "\tbody: namnden"),
        ("after spaces", "  body:", "  \tbody: namnden"),
        ("after a dash", "  - kind: final", "  -\tkind: final"),
        ("in an empty line", _SUMMARY, "\t"),
    ):
        yield refused(f"tab {name}", start, text, "tab-indentation")
    yield whole("only comments", "# inget\n# alls\n", 1, code="empty-file")
    yield whole("only spaces", "   \n  \n", 1, code="empty-file")
