"""Whatever is answered is refused with a sentence, or stands in the draft as it was answered."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

from funding.check.reading import Reading, read
from funding.labels import Words
from funding.model.vocabulary import Status
from funding.options import Options
from funding.progress import silent
from funding.project import find_project
from funding.scaffold.answering import Answering, RefusedError, document, errors_in
from funding.scaffold.drafting import Draft
from funding.scaffold.questions import QUESTIONS, Question
from tests.rules.cases import CASES, lay

WORDS = Words("sv")
AWKWARD = [
    "no",
    "12:30",
    "- x",
    "# x",
    "a: b",
    "{a}",
    "'",
    '"',
    "[",
    "~",
    "0212000142",
    "a #b",
    "|",
    "&a",
    "*a",
    "!x",
    "?",
]


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    root = tmp_path_factory.mktemp("project")
    lay(CASES / "unknown-key/good.yml", root)
    return find_project(root).options


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    root: Path = tmp_path_factory.mktemp("read")
    lay(CASES / "unknown-key/good.yml", root)
    return read(root, "decisions", None, silent)


def texts() -> list[str]:
    chance = random.Random(7)  # noqa: S311 - answers, no secret
    letters = "aåÖ 12,.:;-#'\"[]{}|>&*!%@`\\\n\t\u00a0\u2028\x00\x07\ud83d😀~?no"
    return [*AWKWARD, *("".join(chance.choices(letters, k=chance.randrange(1, 40))) for _ in range(300))]


def taken(answering: Answering, question: Question, text: str) -> tuple[str, ...] | None:
    try:
        return answering.take(question, [text], Status.GRANTED)
    except RefusedError:
        return None


@pytest.mark.parametrize("name", [question.name for question in QUESTIONS if question.name != "status"])
def test_any_answer_is_refused_or_kept(name: str, reading: Reading, options: Options) -> None:
    question = next(question for question in QUESTIONS if question.name == name)
    answering = Answering(reading, WORDS)
    for text in texts():
        values = taken(answering, question, text)
        if values is None:
            continue
        share = {"percent": ("5",), "of": ("not_stated",)}
        given = {"title": ("Titel",), **(share if name in share else {}), name: values}
        draft = Draft("2024/x", given, Status.GRANTED)
        again = document(draft.text(options, WORDS), draft.file(options))
        assert errors_in(again) == []
        if name == "title":
            assert again.tree is not None
            assert unicodedata.normalize("NFC", again.tree["title"]).split() == text.split()
