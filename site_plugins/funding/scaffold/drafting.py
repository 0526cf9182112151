"""The file of a new decision: always a draft, with what its reviewer is to do beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import Final

from funding.check.judged import judge
from funding.check.reading import Reading, add
from funding.labels import Words
from funding.model.dates import parse_date
from funding.model.parsing import NOT_STATED_TEXT
from funding.model.vocabulary import Status
from funding.options import Options
from funding.problem import Finding, KeyPath
from funding.scaffold.answering import document
from funding.scaffold.naming import free, slug_of
from funding.scaffold.questions import QUESTIONS, Answers, place, tree_of
from funding.source import SourceFile
from funding.source.files import SUFFIX
from funding.writing.fresh import written

_WIDEST: Final = 100
"""Characters of a comment's line."""

_OFTEN_ABSENT: Final = frozenset({"status", "ceiling", "percent", "of", "theme"})

_DATES: Final = ("date", "start")
"""The answers that give the year of an address, the first of them that has one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A new decision. ``status`` is what it is to be when it has been reviewed; ``like`` whose meeting it shares."""

    id: str
    answers: Answers
    status: Status
    like: str | None = None

    def file(self, options: Options) -> SourceFile:
        """Give its place in the project."""
        return SourceFile(f"{options.decisions}/{self.id}{SUFFIX}", self.id)

    def text(self, options: Options, words: Words) -> str:
        """Write its file."""
        return written(tree_of(self.answers, self.status), self.file(options), self._comments(words))

    def reviewed(self, options: Options) -> str:
        """Write its file as it would be with its status, if nothing else were changed."""
        tree = {**tree_of(self.answers, self.status), "status": self.status.value}
        return written(tree, self.file(options))

    @property
    def _open(self) -> list[str]:
        """The keys of what was asked and not answered, but for those that many decisions rightly lack."""
        asked = (question for question in QUESTIONS if question.asked and question.name not in _OFTEN_ABSENT)
        places = (place(question, self.status) for question in asked if question.name not in self.answers)
        return [".".join(map(str, where)) for where in places]

    def _comments(self, words: Words) -> dict[KeyPath, str]:
        review = [words.text("new.review", status=self.status.value)]
        if self.status is Status.DRAFT:
            review = [words.text("new.review_draft")]
        labels = [f"{words.field(path)} ({path})" for path in self._open]
        if labels:
            review += wrap(f"{words.text('new.fill_in')} {', '.join(labels)}", _WIDEST, break_long_words=False)
        comments: dict[KeyPath, str] = {("status",): "\n".join(review)}
        if self.like and self.answers.keys() & {"body", "date"}:
            comments["decision",] = words.text("new.like_comment", id=self.like)
        return comments


def proposed_id(answers: Answers, reading: Reading, words: Words, today: date) -> str:
    """Give a free id: the year of the decision or meeting, else of the period's start, else today's; the title."""
    dates = (parse_date(answers[name][0]) for name in _DATES if name in answers and answers[name][0] != NOT_STATED_TEXT)
    year = next((day.year for day in dates), today.year)
    slug = slug_of(answers["title"][0], words.text("new.slug"))
    return free(slug, taken_ids(reading), f"{year}/")


def taken_ids(reading: Reading) -> frozenset[str]:
    """Give every id that is or was a decision's."""
    moved = [old for grave in reading.tombstones for old in grave.redirect_from]
    for record in reading.records.values():
        moved += record.redirects
    return frozenset((*reading.ids, *moved))


def left_to_do(draft: Draft, reading: Reading, root: Path, options: Options, today: date) -> list[Finding]:
    """Give what every rule would find in a draft, if it were published as it is; ``reading`` gets it too."""
    file = draft.file(options)
    add(reading, document(draft.reviewed(options), file))
    _, findings = judge(reading, root, options, today)
    return [found for found in findings if found.path == file.path]
