"""One comment in Markdown that a reviewer can decide from, of a size that every host takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from funding.against.rules import AGAINST_SEVERITIES
from funding.changes.affected import REGISTERS, affected_pages
from funding.changes.decisions import decision_lines
from funding.changes.gathering import Changes, DecisionChange, What
from funding.changes.markdown import Markdown, bold, code, heading, item, joined, plain, row
from funding.changes.names import Names
from funding.changes.saying import Saying
from funding.changes.sections import Block, Section, assembled
from funding.changes.teller import Teller
from funding.changes.totals import Selection, SumChange
from funding.check.reading import Reading
from funding.check.wording import worded
from funding.labels import Words
from funding.model.kinds import KeyKind, ValueKind, entry_kind
from funding.model.vocabulary import ConditionType
from funding.pages.format import Format
from funding.pages.links import Kind
from funding.personal import redact_path
from funding.problem import Finding, Problem, Severity
from funding.register import Total
from funding.source import RegisterName

_MOST_PAGES: Final = 40


def comment(changes: Changes, words: Words, preview: str | None = None) -> str:
    """Write the comment; ``preview`` is the address of a site that was built from the change, to link to its pages."""
    form, names = Format(words), Names(changes.sides, words)
    teller = Teller(changes, words, form, names, affected_pages(changes), preview)
    blocks = [tuple(decision_lines(teller, change)) for change in changes.decisions]
    decisions = Section((heading(3, teller.say("headings.decisions")),), blocks, 0, lambda count: _more(teller, count))
    before = (_head(teller), *_problems(teller), _remarks(teller), _sums(teller))
    after = (_entries(teller), _settings(teller), _pages(teller), _mended(teller), _form_only(teller))
    return f"{assembled(before, decisions, after)}\n"


def _section(teller: Teller, key: str, blocks: Sequence[Block], room: int, *lines: Markdown) -> Section:
    head = (heading(3, teller.say(f"headings.{key}")), Markdown(""), *lines)
    return Section(head, blocks, room, lambda count: _more(teller, count))


def _more(teller: Teller, count: int) -> Markdown:
    return teller.say("cut", count=count, revision=code(teller.changes.sides.revision.short))


def _head(teller: Teller) -> Section:
    changes = teller.changes
    counts = Counter(what for change in changes.decisions for what in _counted_as(change))
    said = [teller.counted(f"counts.{what.value}", counts[what]) for what in What if counts[what]]
    if changes.entries:
        said.append(teller.counted("counts.entries", len(changes.entries)))
    if changes.settings:
        said.append(teller.counted("counts.settings", len(changes.settings)))
    told = joined(", ", said) if said else teller.say("form_alone" if changes.form_only else "nothing")
    head = (heading(2, teller.say("heading")), Markdown(""), bold(told))
    return Section(head, [(Markdown(""), _verdict(teller))], 2_000, lambda count: _more(teller, count))


def _counted_as(change: DecisionChange) -> tuple[What, ...]:
    """Give what a decision is counted as: one thing, and beside it what was added to it."""
    return tuple(what for index, what in enumerate(change.what) if not index or what in {What.AMENDED, What.CORRECTED})


def _verdict(teller: Teller) -> Markdown:
    new = Counter(found.severity for found in teller.changes.found.new)
    said = [teller.counted(f"new.{one.value}", new[one]) for one in (Severity.ERROR, Severity.WARNING) if new[one]]
    compared = teller.say("compared", revision=code(teller.changes.sides.revision.short))
    return joined(" ", (compared, *(said or [teller.say("no_problems")])))


def _problems(teller: Teller) -> Iterable[Section]:
    found, reading = teller.changes.found.new, teller.changes.sides.now.reading
    for severity in (Severity.ERROR, Severity.WARNING):
        blocks = [_problem(teller, problem) for problem in _worded(teller, found, reading, severity)]
        yield _section(teller, severity.value, blocks, 9_000)


def _worded(teller: Teller, found: Iterable[Finding], reading: Reading, *severities: Severity) -> tuple[Problem, ...]:
    chosen = (finding for finding in found if finding.severity in severities)
    return worded(chosen, reading, teller.changes.sides.revision.root, teller.words)[0]


def _problem(teller: Teller, problem: Problem) -> Block:
    place = code(f"{problem.path}:{problem.line}")
    told = item(teller.say("problem", place=place, message=plain(problem.message), code=code(problem.code)))
    return (told, item(plain(problem.hint), 1)) if problem.hint else (told,)


def _remarks(teller: Teller) -> Section:
    changes = teller.changes
    blocks: list[Block] = []
    for remark in changes.remarks:
        details = {name: _detail(teller, value) for name, value in remark.details.items()}
        said = teller.say(f"unusual.{remark.code}", **details)
        told = teller.say("about", place=code(redact_path(remark.id)), said=said) if remark.id else said
        blocks.append((item(told),))
    notes = _worded(teller, changes.found.new, changes.sides.now.reading, Severity.NOTE)
    return _section(teller, "unusual", [*blocks, *(_problem(teller, problem) for problem in notes)], 6_000)


def _detail(teller: Teller, value: str | int) -> Markdown:
    return Markdown(teller.form.number_text(value)) if isinstance(value, int) else plain(value)


def _sums(teller: Teller) -> Section:
    heads = tuple(teller.say(f"sums.{key}") for key in ("what", "then", "now", "difference"))
    lines = [row(heads), row((Markdown("---"), *[Markdown("---:")] * 3))]
    if any(_leaves_out(found) for found in teller.changes.found.new):
        lines = [teller.say("sums.without_faulty"), Markdown(""), *lines]
    saying = teller.saying()
    rows = [(_sum(teller, change, saying),) for change in teller.changes.sums]
    return _section(teller, "sums", rows, 6_000, *lines)


def _leaves_out(found: Finding) -> bool:
    """Tell whether a finding keeps its decision out of the sums: an error in what it says today."""
    return found.severity is Severity.ERROR and found.code not in AGAINST_SEVERITIES


def _sum(teller: Teller, change: SumChange, saying: Saying) -> Markdown:
    name = change.name
    if change.selection is Selection.SOURCE:
        name = teller.names.entry(RegisterName.SOURCES, name) or name
    what = teller.say(f"sums.{change.selection.value}", name=name)
    what = what if change.ours else teller.say("sums.others", what=what)
    difference = saying.difference(change.now.granted - change.then.granted)
    return row((what, _total(teller, change.then, saying), _total(teller, change.now, saying), difference))


def _total(teller: Teller, amount: Total, saying: Saying) -> Markdown:
    said = saying.money(amount.granted)
    said = teller.say("sums.about", sum=said) if amount.approximate else said
    for currency, value in amount.foreign.items():
        said = teller.say("sums.and_foreign", sum=said, foreign=teller.form.money_text(value, currency))
    return teller.say("sums.and_without", sum=said, count=amount.without_amount) if amount.without_amount else said


def _entries(teller: Teller) -> Section:
    saying = teller.saying()
    blocks: list[Block] = []
    for entry in teller.changes.entries:
        what = "created" if entry.created else "removed" if entry.removed else "changed"
        name = teller.names.entry(entry.register, entry.id) or entry.id
        register = teller.say(f"registers.{entry.register.value}")
        told = teller.say(f"entry.{what}", register=register, name=name, id=code(redact_path(entry.id)))
        lines = [item(joined(" ", (told, teller.counted("entry.decisions", entry.decisions))))]
        for field in () if entry.removed else entry.fields:
            kind = entry_kind(entry.register, field.path)
            if not (entry.created and field.new == kind.usual):
                lines += (Markdown(f"  {line}") for line in saying.lines(kind, field))
        blocks.append(tuple(lines))
    return _section(teller, "registers", blocks, 9_000)


def _settings(teller: Teller) -> Section:
    saying = teller.saying()
    fields = teller.changes.settings
    blocks = [tuple(saying.lines(KeyKind(field.path, field.path, ValueKind.TEXT), field)) for field in fields]
    return _section(teller, "settings", blocks, 2_000)


def _pages(teller: Teller) -> Section:
    blocks: list[Block] = []
    for kind, pages in teller.pages.items():
        listed = list(pages)[:_MOST_PAGES]
        links = joined(", ", (teller.address(kind, id_, _page_name(teller, kind, id_)) for id_ in listed))
        more = len(pages) - len(listed)
        said = teller.say("and_more", shown=links, count=more) if more else links
        blocks.append((item(teller.say("field", label=teller.say(f"pages.{kind.value}"), said=said)),))
    return _section(teller, "pages", blocks, 12_000)


def _page_name(teller: Teller, kind: Kind, id_: str) -> Markdown:
    if kind in REGISTERS:
        return plain(teller.names.entry(REGISTERS[kind], id_) or id_)
    return plain(teller.words.value(ConditionType(id_))) if kind is Kind.CONDITION else code(redact_path(id_))


def _mended(teller: Teller) -> Section:
    found, reading = teller.changes.found.mended, teller.changes.sides.then.reading
    mended = _worded(teller, found, reading, Severity.ERROR, Severity.WARNING)
    return _section(teller, "mended", [_problem(teller, problem)[:1] for problem in mended], 4_000)


def _form_only(teller: Teller) -> Section:
    blocks = [(item(code(redact_path(path))),) for path in teller.changes.form_only]
    return _section(teller, "form_only", blocks, 2_000)
