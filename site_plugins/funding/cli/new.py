"""``funding new``: the file of a new decision, asked for on a terminal or given as options; always a draft."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from funding.check.pictures import cache_of
from funding.check.reading import Reading, add, read
from funding.cli.asking import Asking, refusals, typed
from funding.cli.opening import Opened, language, open_project, refuse, worded
from funding.labels import Words
from funding.model.vocabulary import Status
from funding.progress import shown
from funding.scaffold.answering import Answering, RefusedError, document, errors_in, sentence
from funding.scaffold.drafting import Draft, left_to_do, proposed_id, taken_ids
from funding.scaffold.meeting import UnknownDecisionError, shared_with
from funding.scaffold.organisations import NewOrganisation, UnreadableRegisterError, registered, spelt_number
from funding.scaffold.organisations import proposed_id as organisation_id
from funding.scaffold.questions import QUESTIONS, missing
from funding.scaffold.saving import save
from funding.source import Document, SourceFile
from funding.source.files import SUFFIX, file_at
from funding.writing.disk import MeanwhileError

_HELP = {
    "title": "The project's title, as the source has it.",
    "status": "What it is when the draft has been reviewed: granted, applied, rejected ...",
    "kind": "project, feasibility_study, framework or operating_grant.",
    "summary": "What the money is for, in plain words of ours.",
    "recipient": "An organisation's id, name, former name, alias or number.",
    "reference": "The diary number.",
    "body": "Who decides: id or name.",
    "date": "Of the decision; while undecided, of the meeting.",
    "paragraph": "Of the minutes.",
    "amount": "Whole kronor.",
    "ceiling": "true where the source says at most, false where the amount is exact.",
    "percent": "The highest share of the costs that is paid.",
    "of": "Which costs the percentage is of.",
    "source": "Whose money: id or name.",
    "start": "The first day of the project.",
    "end": "The last day of the project.",
    "condition": "The id of a standard condition.",
    "theme": "A theme's id or name.",
    "source_url": "Where the facts were read.",
}


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _questions(function: Callable[..., None]) -> Callable[..., None]:
    for question in reversed(QUESTIONS):
        option = click.option(
            _option(question.name), question.name, multiple=question.many, metavar="TEXT", help=_HELP[question.name]
        )
        function = option(function)
    return function


@click.command("new")
@_questions
@click.option("--like", metavar="ID", help="Take body, date, source of money and address from this decision.")
@click.option("--id", "id_", metavar="YEAR/NAME", help="The address of the page; else made from date and title.")
@click.option("--add-organisation", "adds", is_flag=True, help="Add the recipient to the register if it is not there.")
@click.option("--organisation-number", "number", help="Of the organisation that is added.")
@click.option("--organisation-type", "kind_of", help="Of the organisation that is added: company, association ...")
@language
def command(lang: str | None, like: str | None, id_: str | None, **given: Any) -> None:
    """Write the file of a new decision, as a draft for review.

    On a terminal it asks for what the options do not give.
    """
    opened = open_project(lang)
    with worded(opened.words.lang), shown(sys.stderr, opened.told) as progress:
        reading = read(opened.root, opened.options.decisions, cache_of(opened.root), progress)
    asking = _from_options(opened, reading, given)
    like_id = _from_meeting(asking, like) if like else None
    if sys.stdin.isatty():
        status = _asked(asking)
    else:
        status = asking.status or Status.GRANTED
        _refuse_missing(asking, status)
    id_ = _address(asking, id_)
    _write(asking, Draft(id_, asking.answers, status, like_id))


def _from_options(opened: Opened, reading: Reading, given: Mapping[str, Any]) -> Asking:
    """Take the answers that the options give, or end with everything that is wrong with them."""
    asking = Asking(opened, Answering(reading, opened.words), {}, None)
    texts = {q: tuple(given[q.name]) if q.many else (given[q.name],) for q in QUESTIONS if given[q.name]}
    refused: list[str] = []
    for question in sorted(texts, key=lambda q: q.name != "status"):
        try:
            values = asking.answering.take(question, texts[question], asking.status or Status.DRAFT)
        except RefusedError as error:
            asking.new = _added(asking, error, given, texts[question])
            if question.name == "recipient" and asking.new:
                asking.answers[question.name] = (asking.new.id,)
                refused += refusals(asking.new, opened, asking.answering)
                continue
            refused.append(f"{_option(question.name)}: {error.sentence}")
        else:
            if question.name == "status":
                asking.status = Status(values[0])
            else:
                asking.answers[question.name] = values
    if refused:
        refuse("\n".join(refused))
    return asking


def _added(
    asking: Asking, error: RefusedError, given: Mapping[str, Any], texts: tuple[str, ...]
) -> NewOrganisation | None:
    """Give the organisation to be added, if the options ask for that and name only this one."""
    if not given["adds"] or error.unknown is None or len(texts) > 1:
        return asking.new
    id_ = organisation_id(error.unknown, asking.answering.reading)
    number = spelt_number(given["number"]) if given["number"] else None
    return NewOrganisation(id_, error.unknown, number, typed(given["kind_of"] or "", asking.answering))


def _from_meeting(asking: Asking, like: str) -> str:
    """Take from another decision what the options do not give; what cannot be read of it is asked for."""
    opened, words = asking.opened, asking.words
    try:
        id_, shared = shared_with(like, asking.answering.reading, opened.root, opened.options)
    except UnknownDecisionError as error:
        refuse(words.text("new.no_such", given=error.given, near=", ".join(error.near)))
    for question in QUESTIONS:
        if question.name in shared and question.name not in asking.answers:
            try:
                values = asking.answering.take(question, shared[question.name], asking.status or Status.GRANTED)
            except RefusedError:
                continue
            asking.answers[question.name] = values
            if sys.stdin.isatty():
                click.echo(
                    words.text("new.fetched", id=id_, what=words.text(f"new.ask.{question.name}"), value=values[0])
                )
    return id_


def _asked(asking: Asking) -> Status:
    try:
        return asking.ask_all()
    except click.Abort:
        refuse("\n" + asking.words.text("new.aborted"))


def _refuse_missing(asking: Asking, status: Status) -> None:
    """End with what is missing, if anything is."""
    names = [] if asking.status else ["status"]
    names += [question.name for question in missing(asking.answers, status)]
    if names:
        refuse(asking.words.text("new.missing", options=", ".join(map(_option, names))))


def _address(asking: Asking, given: str | None) -> str:
    """Give the id: what the option says, else what is proposed, which on a terminal may be changed."""
    reading, words = asking.answering.reading, asking.words
    proposed = given or proposed_id(asking.answers, reading, words, asking.opened.today)
    asks = given is None and sys.stdin.isatty()
    while True:
        id_ = _line(words, proposed) if asks else proposed
        fault = _fault_of_id(asking, id_)
        if fault is None:
            return id_
        if not asks:
            refuse(fault)
        click.echo(fault)


def _line(words: Words, proposed: str) -> str:
    try:
        text: str = click.prompt(words.text("new.ask.id"), default=proposed)
    except click.Abort:
        refuse("\n" + words.text("new.aborted"))
    return text.strip()


def _fault_of_id(asking: Asking, id_: str) -> str | None:
    options, words = asking.opened.options, asking.words
    path = f"{options.decisions}/{id_}{SUFFIX}"
    file = file_at(options.decisions, path)
    if file is None or file.id is None:
        return words.text("new.bad_id", given=id_)
    if id_ in taken_ids(asking.answering.reading) or (asking.opened.root / path).exists():
        return words.text("new.taken", path=path)
    return None


def _write(asking: Asking, draft: Draft) -> None:
    opened, words = asking.opened, asking.words
    file = draft.file(opened.options)
    text = draft.text(opened.options, words)
    faults = errors_in(document(text, file))
    if faults:
        refuse("\n".join(dict.fromkeys(sentence(found, words) for found in faults)))
    register = _registered(asking)
    if register:
        add(asking.answering.reading, document(register[1], register[0].file))
    try:
        with worded(words.lang):
            save(opened.root, file.path, text, register)
    except FileExistsError:
        refuse(words.text("new.taken", path=file.path))
    except MeanwhileError:
        refuse(words.text("new.meanwhile"))
    _tell(asking, draft, file, register)


def _registered(asking: Asking) -> tuple[Document, str] | None:
    if asking.new is None:
        return None
    try:
        return registered(asking.new, asking.opened.root, asking.opened.options)
    except UnreadableRegisterError:
        refuse(asking.words.text("new.register_closed"))


def _tell(asking: Asking, draft: Draft, file: SourceFile, register: tuple[Document, str] | None) -> None:
    """Print the file, and what is to be done before it can be published."""
    opened, words = asking.opened, asking.words
    click.echo(words.text("new.written", path=file.path))
    if register and asking.new:
        click.echo(words.text("new.added", path=register[0].path, name=asking.new.name, id=asking.new.id))
    if draft.status is not Status.DRAFT:
        left = left_to_do(draft, asking.answering.reading, opened.root, opened.options, opened.today)
        if left:
            click.echo(words.text("new.left"))
        for said in dict.fromkeys(sentence(found, words) for found in left):
            click.echo(f"  - {said}")
    key = "next_draft" if draft.status is Status.DRAFT else "next"
    click.echo(words.text(f"new.{key}", path=file.path, status=draft.status.value, program=_program()))


def _program() -> str:
    """Give the name by which this command was called, where a shell would find it again by that name."""
    called = Path(sys.argv[0])
    return "funding" if called.is_absolute() or len(called.parts) == 1 else str(called)
