"""The first decision says what its paper says, word for word, and names no person."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.facts.places import ROOT, project

RECORD = "2024/rus-genomforande-2024-2025"
LAST_OF_THE_PAPER = "Projektbeskrivning 2023-12-11."


@pytest.fixture
def paper(shared: Path) -> str:
    return (shared / "seeds" / "medfinansiering-rus-genomforande-2024-2025.txt").read_text("utf-8")


def running(text: str) -> str:
    """Join the lines of a text and drop the marks of lists."""
    return " ".join(text.replace("•", " ").split())


def record() -> dict[str, Any]:
    return project("orebro").decision(RECORD)


def published() -> str:
    file: str = record()["documents"][0]["file"]
    return (ROOT / "docs" / "dokument" / file).read_text("utf-8-sig")


def own_words() -> list[str]:
    """Give the paper's words as the decision has them: conditions, reasons, economy and consequences."""
    decision = record()
    standards = [project("orebro").entry("standard", condition["standard"]) for condition in decision["conditions"]]
    texts = [standard["text"] for standard in standards]
    texts += [decision["rationale"], decision["economy"], *decision["impact"].values()]
    return [running(paragraph) for text in texts for paragraph in text.split("\n\n")]


def test_its_texts_are_the_words_of_the_paper(paper: str) -> None:
    assert [text for text in own_words() if text not in running(paper)] == []
    assert len(record()["conditions"]) == 3


def test_the_published_paper_is_whole(paper: str) -> None:
    title, text = running(paper).split(LAST_OF_THE_PAPER)[0].split(" Förslag till beslut ")
    assert title in running(published())
    assert text in running(published())


def test_no_person_of_the_paper_is_named(paper: str) -> None:
    """The paper ends with a signature and a list of receivers: roles and units may stay, names may not."""
    tail = paper.split(LAST_OF_THE_PAPER)[1]
    lines = {line.split(",")[0].strip(" ;:") for line in tail.splitlines()}
    names = lines - {"", "Förvaltningschef", "Skickas till", "Regional utveckling"}
    words = {word for name in names for word in name.split()}
    files = (path for folder in ("decisions", "docs") for path in (ROOT / folder).rglob("*") if path.is_file())
    texts = {path: path.read_text("utf-8", errors="ignore") for path in files}
    assert words
    assert [path for path, text in texts.items() if any(re.search(rf"\b{word}\b", text) for word in words)] == []
