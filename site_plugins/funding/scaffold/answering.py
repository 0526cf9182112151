"""What an answer means: an id of a register, a word of a vocabulary, or a text that the model can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from funding.check.picture import picture_of
from funding.check.reading import Reading
from funding.labels import Words
from funding.model.parsing import NOT_STATED_TEXT
from funding.model.vocabulary import Status
from funding.options import LANGUAGES
from funding.personal import redact
from funding.problem import Finding, Severity
from funding.scaffold.choices import Choices, choices_in
from funding.scaffold.questions import QUESTIONS, Question, may_be_open, place, tree_of
from funding.scaffold.spelling import spelt
from funding.source import SourceFile
from funding.source.document import Document, document_of
from funding.writing.fresh import written

_NOWHERE = SourceFile("2000/x.yml", "2000/x")
"""The file of an answer that is tried alone; no rule of one answer asks for its name."""

_NO_DATE = frozenset({"date-not-readable", "impossible-date"})
"""What a file can say with the source's own words, but no answer can."""


class RefusedError(Exception):
    """An answer cannot be taken; ``unknown`` is the name that no entry of its register has."""

    def __init__(self, sentence: str, unknown: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.unknown = unknown


@dataclass(frozen=True)
class Answering:
    """Takes answers, held against the registers of a project; ``words`` are those of the language asked in."""

    reading: Reading
    words: Words

    @cached_property
    def choices(self) -> Mapping[str, Choices]:
        """What may be pointed at, by the name of the question."""
        pointing = {question.name: question.register for question in QUESTIONS if question.register}
        return {name: choices_in(self.reading, register) for name, register in pointing.items()}

    def take(self, question: Question, given: Iterable[str], status: Status) -> tuple[str, ...]:
        """Give the values that an answer of one or several texts means.

        Raises:
            RefusedError: with a sentence that says why not, and what is nearest.
        """
        values = tuple(dict.fromkeys(self._one(question, text.strip(), status) for text in given))
        if NOT_STATED_TEXT in values and len(values) > 1:
            raise RefusedError(self.words.text("new.open_and_more"))
        if values != (NOT_STATED_TEXT,) and question.name != "status":
            self._try(question, values, status)
        return values

    def spellings(self, question: Question) -> dict[str, str]:
        """Give all that may be typed for a word of the question's vocabulary, in every language, with the word."""
        found: dict[str, str] = {}
        for lang in dict.fromkeys((self.words.lang, *LANGUAGES)):
            if question.vocabulary:
                for spelling, word in Words(lang).spellings(question.vocabulary.__name__).items():
                    found.setdefault(spelling, word)
        return found

    def _one(self, question: Question, text: str, status: Status) -> str:
        if text.casefold() in {NOT_STATED_TEXT, *self.words.text("new.not_stated").split("; ")}:
            if not may_be_open(question, status):
                raise RefusedError(self.words.text("new.never_open"))
            return NOT_STATED_TEXT
        if question.vocabulary:
            return self._word(question, question.vocabulary, text)
        if question.register:
            found = self.choices[question.name].find(text)
            if found is None:
                raise RefusedError(self._unknown(question, text), text)
            return found
        return spelt(question.name, text)

    def _word(self, question: Question, vocabulary: type[StrEnum], text: str) -> str:
        word = self.spellings(question).get(text.casefold())
        if word is None:
            message, hint = self.words.problem(
                "unknown-value", {"given": redact(text), "vocabulary": vocabulary.__name__}
            )
            raise RefusedError(f"{message} {hint}")
        return word

    def _unknown(self, question: Question, text: str) -> str:
        choices = self.choices[question.name]
        near = "\n".join(f"  {id_}  ({choices.called(id_)})" for id_ in choices.near(text))
        return self.words.text("new.unknown", given=redact(text), near=near or "  –")

    def _try(self, question: Question, values: tuple[str, ...], status: Status) -> None:
        """Hold one answer against the model and the rules of a file alone."""
        rest = {"percent": {"of": (NOT_STATED_TEXT,)}, "of": {"percent": ("1",)}}.get(question.name, {})
        tree = tree_of({**rest, question.name: values}, status)
        where = place(question, status)
        for found in errors_in(document(written(tree, _NOWHERE), _NOWHERE)):
            if (found.where[: len(where)] == where or found.span) and found.code != "missing-key":
                raise RefusedError(self._refusal(found))

    def _refusal(self, found: Finding) -> str:
        if found.code not in _NO_DATE or "meant" in found.details:
            return sentence(found, self.words)
        message, _ = self.words.problem(found.code, found.details)
        return redact(f"{message} {self.words.text('new.no_date')}")


def document(text: str, file: SourceFile) -> Document:
    """Give a text as if it had been read from a file; what a terminal could not decode is no UTF-8 there either."""
    data = text.encode(errors="surrogatepass")
    return document_of(file, data, len(data))


def errors_in(read: Document) -> list[Finding]:
    """Give what is wrong with a file by itself."""
    return [found for found in picture_of(read).findings if found.severity is Severity.ERROR]


def sentence(found: Finding, words: Words) -> str:
    """Say what is wrong and how to mend it, without personal data."""
    message, hint = words.problem(found.code, found.details)
    return redact(f"{message} {hint}" if hint else message)
