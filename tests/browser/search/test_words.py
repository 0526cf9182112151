"""The browser's engine says of every word what the index does."""

import itertools
import random
from pathlib import Path

import pytest
import snowballstemmer  # type: ignore[import-untyped]  # it has no types

from bench.generate import generate
from funding.swedish import fits, key, plain, root, tokens
from tests.browser.search.conftest import Run
from tests.search.naive_words import one_edit_apart
from tests.shared import shared_folder

ENDINGS = (Path(__file__).parent / "endings.txt").read_text("utf-8").split()
UNUSUAL = [
    "",
    "é",
    "æøå",
    "ﬁber",
    "ǆ",
    "İstanbul",
    "å4",
    "år2024",
    "3d",
    "ß",
    "ΑΣ",
    "q̱",
    "𐐨𐐨et",
    "ett\u00adord",
    "ÅÄÖ-län_x",
]
DECISIONS = 200


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give everything that stands in some invented decisions and in the examples."""
    folder = tmp_path_factory.mktemp("words") / "project"
    generate(folder, DECISIONS)
    files = [*folder.rglob("*.yml"), *Path(shared_folder(), "examples").rglob("*.yml")]
    return "\n".join(file.read_text("utf-8") for file in sorted(files))


@pytest.fixture(scope="module")
def words(texts: str) -> list[str]:
    """Give the words of those texts, and others with every ending that the stem may lack."""
    known = sorted(set(tokens(texts)))
    draw = random.Random(5)  # noqa: S311 - invented words, no secret
    begun = [word[: draw.randint(1, len(word))] for word in draw.sample(known, 500)]
    return sorted({*known, *(word + ending for word, ending in itertools.product(begun, ENDINGS))})


def test_words_have_the_same_key(run: Run, words: list[str]) -> None:
    assert len(words) > 10_000
    asked = [*words, *UNUSUAL]
    assert run("(words) => words.map(engine.key)", asked) == [key(word) for word in asked]
    assert run("(words) => words.map(engine.plain)", asked) == [plain(word) for word in asked]
    assert run("(words) => words.map(engine.root)", asked) == [root(word) for word in asked]


def test_the_stem_is_that_of_snowball(run: Run, words: list[str]) -> None:
    stemmer = snowballstemmer.stemmer("swedish")
    assert run("(words) => words.map(engine.stem)", words) == stemmer.stemWords(words)


def test_texts_have_the_same_words(run: Run, texts: str) -> None:
    lines = [*texts.splitlines(), *UNUSUAL, " ".join(UNUSUAL)]
    assert run("(texts) => texts.map(engine.tokens)", lines) == [tokens(line) for line in lines]


def test_words_fit_the_same(run: Run) -> None:
    spelled = ["aker", "åker", "äker", "aket", "åkern", "øre", "öre", "ore", "éa", "ea"]
    pairs = list(itertools.product(spelled, repeat=2))
    assert run("(pairs) => pairs.map(([one, other]) => engine.fits(one, other))", pairs) == [
        fits(one, other) for one, other in pairs
    ]


def test_near_words_are_one_mistake_apart(run: Run) -> None:
    spelled = ["".join(letters) for size in range(5) for letters in itertools.product("abc", repeat=size)]
    pairs = list(itertools.product(spelled, repeat=2))
    near = run("(pairs) => pairs.map(([one, other]) => engine.isNear(one, other))", pairs)
    assert near == [one_edit_apart(one, other) for one, other in pairs]


def test_texts_stand_in_the_order_of_code_points(run: Run) -> None:
    spelled = ["a", "", "å", "ab", "z", "\ue000", "\uffff", "\U00010000", "\U0010ffff", "a\U00010000", "a\uffff"]
    ordered = run("(texts) => texts.toSorted(engine.byCodePoint)", spelled)
    assert ordered == sorted(spelled)
