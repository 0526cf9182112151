"""What is asked of a new decision, in order, and where in its file each answer stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final, TypeAlias

from funding.model.parsing import NOT_STATED_TEXT
from funding.model.vocabulary import Kind, ShareBase, Status
from funding.problem import KeyPath
from funding.source import RegisterName

Answers: TypeAlias = Mapping[str, tuple[str, ...]]
"""The answers to questions by their names, each as its file says it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``name`` is its option on the command line and the key of its words.

    ``asked`` is false where only an option gives it; ``many`` where several answers are one list; ``not_stated`` where
    the source may leave it open.
    """

    name: str
    where: KeyPath
    register: RegisterName | None = None
    vocabulary: type[StrEnum] | None = None
    many: bool = False
    not_stated: bool = False
    asked: bool = True


QUESTIONS: Final = (
    Question("title", ("title",)),
    Question("status", ("status",), vocabulary=Status),
    Question("kind", ("kind",), vocabulary=Kind, asked=False),
    Question("summary", ("summary",)),
    Question("recipient", ("recipient",), RegisterName.ORGANISATIONS, many=True, not_stated=True),
    Question("reference", ("references",), many=True, not_stated=True),
    Question("body", ("decision", "body"), RegisterName.BODIES, many=True, not_stated=True),
    Question("date", ("decision", "date"), not_stated=True),
    Question("paragraph", ("decision", "paragraph")),
    Question("amount", ("grant", "amount"), not_stated=True),
    Question("ceiling", ("grant", "ceiling")),
    Question("percent", ("grant", "shares", 0, "percent")),
    Question("of", ("grant", "shares", 0, "of"), vocabulary=ShareBase, not_stated=True),
    Question("source", ("grant", "sources"), RegisterName.SOURCES, many=True),
    Question("start", ("period", "start"), not_stated=True),
    Question("end", ("period", "end"), not_stated=True),
    Question("condition", ("conditions",), RegisterName.CONDITIONS, many=True),
    Question("theme", ("themes",), RegisterName.THEMES, many=True),
    Question("source_url", ("source_url",), many=True),
)


def place(question: Question, status: Status) -> KeyPath:
    """Give where an answer stands in the file of a decision that is to have a status."""
    if question.name == "date" and status.undecided:
        return ("decision", "meeting_date")
    if question.name == "amount" and status.turned_down:
        return ("applied_amount",)
    return question.where


def may_be_open(question: Question, status: Status) -> bool:
    """Tell whether the answer may be that the source does not say."""
    return question.not_stated and place(question, status) == question.where


def missing(answers: Answers, status: Status) -> Iterator[Question]:
    """Give the questions without an answer that a decision of a status must have; a draft must have a title."""
    wanted = {"title"}
    if status is not Status.DRAFT:
        wanted |= {"body"} if answers.get("kind") == (Kind.FRAMEWORK.value,) else {"body", "recipient"}
    if status.was_granted:
        wanted |= {"date", "amount"}
    if status is Status.REJECTED:
        wanted.add("date")
    if "percent" in answers:
        wanted.add("of")
    if "of" in answers:
        wanted.add("percent")
    yield from (question for question in QUESTIONS if question.name in wanted and question.name not in answers)


def tree_of(answers: Answers, status: Status) -> dict[str, Any]:
    """Give what the file of a decision that is to have a status shall say; its status is that of a draft."""
    tree: dict[str, Any] = {"status": Status.DRAFT.value}
    for question in QUESTIONS:
        if question.name in answers and question.name != "status":
            values = answers[question.name]
            alone = not question.many or values == (NOT_STATED_TEXT,)
            _put(tree, place(question, status), values[0] if alone else list(values))
    return tree


def _put(tree: dict[str, Any], where: KeyPath, value: object) -> None:
    here: Any = tree
    for step, after in pairwise(where):
        if isinstance(step, int):
            if not here:
                here.append({})
            here = here[step]
        else:
            here = here.setdefault(step, [] if isinstance(after, int) else {})
    here[where[-1]] = value
