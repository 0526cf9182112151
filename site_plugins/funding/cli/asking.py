"""What ``funding new`` asks on a terminal: one question at a time, again until the answer can be taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import click

from funding.cli.opening import Opened
from funding.labels import Words
from funding.model.vocabulary import OrganisationType, Status
from funding.scaffold.answering import Answering, RefusedError, sentence
from funding.scaffold.choices import completed
from funding.scaffold.organisations import NewOrganisation, faults, proposed_id, spelt_number
from funding.scaffold.questions import QUESTIONS, Question, place

try:
    import readline
except ImportError:  # a Python built without it, as on Windows: then nothing is completed
    readline = None  # type: ignore[assignment]

Completer = Callable[[str], tuple[str, ...]]

_MOST_SHOWN = 40
"""Choices that ``?`` lists; of a register with more, completion and the nearest names help better."""


@dataclass(slots=True)
class Asking:
    """Asks for what the options do not give, and keeps the answers; ``new`` is an organisation to be added."""

    opened: Opened
    answering: Answering
    answers: dict[str, tuple[str, ...]]
    status: Status | None
    new: NewOrganisation | None = field(default=None)

    @property
    def words(self) -> Words:
        """The words of the language asked in."""
        return self.opened.words

    def ask_all(self) -> Status:
        """Ask every question that has no answer yet, and give the status that the decision is to have."""
        click.echo(self.words.text("new.welcome"))
        for question in QUESTIONS:
            if question.name == "status":
                self.status = self.status or self._status(question)
            elif question.asked and question.name not in self.answers:
                self._ask(question, self.status or Status.DRAFT)
        return self.status or Status.DRAFT

    def _status(self, question: Question) -> Status:
        usual = self.words.value(Status.GRANTED)
        while True:
            text = self._prompt(question, Status.DRAFT, usual) or usual
            try:
                return Status(self.answering.take(question, [text], Status.DRAFT)[0])
            except RefusedError as error:
                click.echo(error.sentence)

    def _ask(self, question: Question, status: Status) -> None:
        needed = question.name in {"title", "of"}
        if question.name == "of" and "percent" not in self.answers:
            return
        while True:
            text = self._prompt(question, status)
            if not text and needed:
                click.echo(self.words.text("new.needed"))
            elif not text or self._taken(question, text, status):
                return

    def _taken(self, question: Question, text: str, status: Status) -> bool:
        """Keep an answer, or say why it cannot be taken."""
        given = text.split(";") if question.many else [text]
        if question.name == "recipient" and text.casefold() == self.words.text("new.new"):
            given = self._recipient()
            if self.new:
                self.answers[question.name] = (self.new.id,)
                return True
        if not given:
            return False
        try:
            self.answers[question.name] = self.answering.take(question, given, status)
        except RefusedError as error:
            click.echo(error.sentence)
            if question.name == "recipient" and error.unknown:
                click.echo(self.words.text("new.or_new"))
            return False
        self._told(question)
        return True

    def _told(self, question: Question) -> None:
        """Say which entry was meant, because it may have been named in another way."""
        if question.register:
            choices = self.answering.choices[question.name]
            for id_ in self.answers[question.name]:
                if id_ in choices.names:
                    click.echo(f"  = {choices.called(id_)} ({id_})")

    def _recipient(self) -> list[str]:
        """Ask for an organisation that the register lacks; give its id, or that of the one that was meant, or nothing.

        Each answer is asked for again until the rules find nothing wrong with it.
        """
        words = self.words
        new = NewOrganisation("", "")
        for key, completer in (("name", None), ("number", None), ("type", self._types)):
            refused = ["?"]
            while refused:
                text = self._line(words.text(f"new.organisation_{key}"), completer)
                if key == "name" and not text:
                    return []
                changed = self._with(new, key, text) if text else new
                meant = existing(changed, self.answering)
                if meant:
                    return [meant]
                refused = refusals(changed, self.opened, self.answering) if text else []
                click.echo("\n".join(refused), nl=bool(refused))
            new = changed
        self.new = new
        return [new.id]

    def _with(self, new: NewOrganisation, key: str, text: str) -> NewOrganisation:
        if key == "name":
            return replace(new, id=proposed_id(text, self.answering.reading), name=text)
        if key == "number":
            return replace(new, number=spelt_number(text))
        return replace(new, type=typed(text, self.answering))

    def _types(self, given: str) -> tuple[str, ...]:
        labels = [self.words.value(member).lower() for member in OrganisationType]
        return completed(given, (labels, self.words.spellings(OrganisationType.__name__)))

    def _prompt(self, question: Question, status: Status, usual: str = "") -> str:
        path = ".".join(step for step in place(question, status) if isinstance(step, str))
        key = "meeting" if path == "decision.meeting_date" else question.name
        while True:
            text = self._line(self.words.text(f"new.ask.{key}"), self._completer(question), usual)
            if text != "?":
                return text
            click.echo(self._about(question, path))

    def _about(self, question: Question, path: str) -> str:
        about = [self.words.describe(path)]
        if question.vocabulary:
            about += [f"  {self.words.value(member)} ({member.value})" for member in question.vocabulary]
        if question.register:
            choices = self.answering.choices[question.name]
            about += [f"  {id_}  ({choices.called(id_)})" for id_ in list(choices.names)[:_MOST_SHOWN]]
            if len(choices.names) > _MOST_SHOWN:
                about.append(self.words.text("new.more", number=len(choices.names) - _MOST_SHOWN))
        return "\n".join(about)

    def _completer(self, question: Question) -> Completer | None:
        if question.register:
            return self.answering.choices[question.name].completions
        if question.vocabulary:
            spellings = tuple(self.answering.spellings(question))
            return lambda given: completed(given, [spellings])
        return None

    @staticmethod
    def _line(label: str, completer: Completer | None = None, usual: str = "") -> str:
        with _completing(completer):
            text: str = click.prompt(label, default=usual, show_default=bool(usual))
        return text.strip()


def typed(kind: str, answering: Answering) -> str | None:
    """Give the word of the vocabulary that a type of organisation means, else the text as it is; nothing for none."""
    question = Question("type", ("type",), vocabulary=OrganisationType)
    return answering.spellings(question).get(kind.casefold(), kind) if kind else None


def existing(new: NewOrganisation, answering: Answering) -> str | None:
    """Give the organisation of the register that has this number or name, if one has."""
    choices = answering.choices["recipient"]
    return next((id_ for text in (new.number, new.name) if text and (id_ := choices.find(text))), None)


def refusals(new: NewOrganisation, opened: Opened, answering: Answering) -> list[str]:
    """Say why an organisation cannot be added; nothing where it can."""
    there = existing(new, answering)
    if there:
        name = answering.choices["recipient"].called(there)
        return [answering.words.text("new.already", id=there, name=name)]
    found = faults(new, opened.root, opened.options, opened.today)
    return list(dict.fromkeys(sentence(one, answering.words) for one in found))


@contextmanager
def _completing(completer: Completer | None) -> Iterator[None]:
    """Let the tab key complete a line by what there is to choose from."""
    if readline is None or completer is None:
        yield
        return
    delimiters = readline.get_completer_delims()
    readline.set_completer_delims(";")
    readline.set_completer(lambda text, state: next(iter(completer(text.lstrip())[state : state + 1]), None))
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
    try:
        yield
    finally:
        readline.set_completer(None)
        readline.set_completer_delims(delimiters)
