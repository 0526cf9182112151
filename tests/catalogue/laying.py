"""Lays an example of the catalogue over a small sound project, so that it can be checked.

What the example shows between angle quotes is made real: ``‹TAB›`` and ``‹U+200B›`` a character, ``‹F6›`` a byte,
``‹a × 201›`` a text so many times.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from funding.catalogue import Piece
from funding.options import CONFIG_NAME
from funding.personal import redact_path

PROJECT = Path(__file__).parent / "project"
MODEL = PROJECT / "decisions/2026/cykelvagar.yml"
"""The sound decision under every example; one that lies elsewhere has a title and an amount of its own."""

TODAY = date(2026, 6, 1)
_NAMED = {"‹TAB›": "\t", "‹CR›": "\r", "‹BOM›": "\ufeff"}
_KEY = re.compile(r"[^\s:#]+")
_REPEATED = re.compile("‹([^›]+) × ([0-9]+)›")
_CHARACTER = re.compile(r"‹U\+([0-9A-F]{4,6})›")
_BYTE = re.compile("‹([0-9A-F]{2})›".encode())


def lay(pieces: Iterable[Piece], root: Path) -> set[tuple[str, int]]:
    """Write the project with some pieces of an example into a folder; give the places of the faulty lines.

    Nothing is left of decisions that lay there before.
    """
    shutil.rmtree(root / "decisions", ignore_errors=True)
    shutil.copytree(PROJECT, root, dirs_exist_ok=True)
    marked: set[tuple[str, int]] = set()
    for piece in pieces:
        file = root / piece.path
        file.parent.mkdir(parents=True, exist_ok=True)
        faulty = [number for number, line in enumerate(piece.lines, 1) if line.faulty]
        if piece.gone:
            file.unlink()
        elif piece.target is not None:
            file.symlink_to(piece.target)
        elif piece.path.endswith("/"):
            file.mkdir()
        elif file.name == CONFIG_NAME:
            file.write_text(_settings(file, piece), "utf-8")
            faulty = [1] * bool(faulty)
        else:
            beneath = "" if piece.whole else _beneath(file, piece)
            file.write_bytes(_real("".join(f"{line.text}\n" for line in piece.lines) + beneath))
        marked |= {(redact_path(piece.path.rstrip("/")), number) for number in (faulty or [1] * piece.faulty)}
    return marked


def _beneath(file: Path, piece: Piece) -> str:
    """Give what stands below the lines of a piece: the sound file without what they replace."""
    text = file.read_text("utf-8") if file.is_file() else _model(file)
    words = (_KEY.match(line.text) for line in piece.lines)
    dropped = {*(word[0] for word in words if word), *piece.without}
    kept, keeping = "", True
    for line in text.splitlines(keepends=True):
        word = _KEY.match(line)
        keeping = word[0] not in dropped if word else keeping
        kept += line * keeping
    return kept


def _model(file: Path) -> str:
    """Give a sound decision for another file, with a title and an amount that no other one has."""
    if file.parent.name == "registers":
        return ""
    amount = 1_000 + sum(file.stem.encode())
    text = MODEL.read_text("utf-8").replace("title: Cykelvägar i Norrby", f"title: {file.stem.capitalize()}")
    return text.replace("amount: 500 000", f"amount: {amount}")


def _settings(file: Path, piece: Piece) -> str:
    """Give the settings with the options of a piece, each in the place where it stands."""
    text = file.read_text("utf-8")
    for line in piece.lines:
        key, _, value = line.text.strip().partition(": ")
        if value:
            text, count = re.subn(rf"^( +){key}: .*$", rf"\g<1>{key}: {value}", text, flags=re.MULTILINE)
            if count != 1:
                raise ValueError(f"{file.name} has {count} options {key}")
    return text


def _real(text: str) -> bytes:
    for name, character in _NAMED.items():
        text = text.replace(name, character)
    text = _REPEATED.sub(lambda found: found[1] * int(found[2]), text)
    text = _CHARACTER.sub(lambda found: chr(int(found[1], 16)), text)
    return _BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), text.encode())
