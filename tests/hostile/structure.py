"""YAML that a decision may not use, that is broken, or that is larger than anybody types."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import SOUND, Case, line_of, refused, whole, with_more

_AFTER = SOUND.count("\n") + 1
_TAGS = (
    "!", "!x", "!!str", "!!int", "!!float", "!!binary", "!!set", "!!omap", "!!timestamp", "!!null",
    "!!python/name:os.system", "!!python/object/apply:os.system", "!<tag:yaml.org,2002:str>", "!<!x>",
)  # fmt: skip
_TITLE, _SUMMARY = "title:", "summary:"


def cases() -> Iterator[Case]:
    """Give files whose structure is refused, each at its place."""
    yield from _references()
    yield from _documents()
    yield from _broken()
    yield from _keys()
    yield from _large()
    yield from _shapes()


def _references() -> Iterator[Case]:
    for tag in _TAGS:
        yield refused(f"tag {tag}", _TITLE, f"title: {tag} Ett projekt", "tag")
        yield refused(f"tag {tag} on a list", "themes:", f"themes: {tag} [naringsliv]", "tag")
    yield refused("tag without handle", _TITLE, "title: !x!y Ett")
    yield refused("anchor", _TITLE, "title: &a Ett projekt", "anchor")
    yield refused("anchor on a list", "themes:", "themes: &a [naringsliv]", "anchor")
    yield refused("anchor on a key", _TITLE, "&a title: Ett projekt", "anchor")
    yield refused("alias of nothing", _TITLE, "title: *a", "alias")
    yield refused("alias as a key", _TITLE, "*a : Ett projekt", "alias")
    yield whole(
        "alias", SOUND.replace("title: Ett", "title: &a Ett").replace("also_called: Cykeln", "also_called: *a"), 1, 7
    )
    yield whole("circle of aliases", "a: &a [*a]\n", 1, code="alias")
    laughs = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 10))
    yield whole("billion laughs", "l0: &l0 ha\n" + laughs, *range(1, 11), code="alias")
    yield whole("merge key", with_more("<<: {status: draft}\n"), _AFTER, code="merge-key")
    yield refused("merge key inside", "  paragraph:", "  <<: {paragraph: a}", "merge-key")


def _documents() -> Iterator[Case]:
    yield whole("one document with its mark", f"---\n{SOUND}...\n")
    yield whole("two documents", f"{SOUND}---\n{SOUND}", _AFTER, code="several-documents")
    yield whole("text after the end", f"{SOUND}...\nmer: här\n", _AFTER + 1, code="several-documents")
    yield whole("directive", f"%YAML 1.1\n---\n{SOUND}", 1, code="yaml-directive")
    yield whole("directive of a future", f"%YAML 9.9\n---\n{SOUND}", 1, code="yaml-directive")
    yield whole("tag directive", f"%TAG ! tag:x,2000:\n---\n{SOUND}", 1, code="yaml-directive")
    yield whole("directive of nobody", f"%HEJ x\n---\n{SOUND}", 1, code="yaml-directive")
    yield whole("only a mark", "---\n", 1, code="empty-file")
    yield whole("a list", "- a\n- b\n", 1, code="not-a-mapping")
    yield whole("a text", "Ett projekt\n", 1, code="not-a-mapping")
    yield whole("a number", "42\n", 1, code="not-a-mapping")
    yield whole("a quoted text", '"Ett projekt"\n', 1, code="not-a-mapping")
    yield whole("null", "null\n", 1, code="not-a-mapping")


def _broken() -> Iterator[Case]:
    for name, line, code in (
        ("colon in a text", "title: Etapp 2: fortsättning", "unquoted-colon"),
        ("colon after colon", "title: a: b: c: d", "unquoted-colon"),
        ("at sign", "title: @regionen", "unquoted-start"),
        ("grave", "title: `x`", "unquoted-start"),
        ("percent", "title: %x", "unquoted-start"),
        ("ampersand alone", "title: & mer", "unquoted-start"),
        ("star alone", "title: * punkt", "unquoted-start"),
        ("dash", "title: - punkt", "unquoted-start"),
        ("question", "title: ? punkt", "unquoted-start"),
        ("text after quotes", 'title: "Rena resan" etapp 2', "text-after-quote"),
        ("apostrophe in quotes", "title: 'it's'", "text-after-quote"),
        ("double quote open", 'title: "Ett projekt', "unclosed-quote"),
        ("single quote open", "title: 'Ett projekt", "unclosed-quote"),
        ("bracket open", "title: [Ett, två", "unclosed-bracket"),
        ("brace open", "title: {a: b", "unclosed-bracket"),
        ("bracket closed twice", "title: [Ett]]", "unclosed-bracket"),
        ("bracket closed by a brace", "title: [Ett}", "unclosed-bracket"),
        ("closed only", "title: ]", None),
        ("commas only", "title: [,,,]", None),
        ("block without lines", "title: |x", None),
        ("no colon", "title Ett projekt", "missing-colon"),
        ("no space after the colon", "title:Ett projekt", "missing-colon"),
        ("comma in a number", "title: {a: 33,33}", "comma-splits-value"),
    ):
        yield refused(f"broken: {name}", _TITLE, line, code)
    yield refused("broken: no colon in the middle", "  date: 2024-03-01", "  date 2024-03-01")
    yield refused("broken: indented too far", "status:", "  status: granted", "bad-indentation")
    yield refused("broken: indented too little", "  body:", " body: namnden", None, below=1)
    shares = SOUND.replace("    - percent: 50\n      of: booked_costs\n", "    - {percent: 33,33, of: booked_costs}\n")
    yield whole("broken: comma in a percentage", shares, line_of("    - percent:"), code="comma-splits-value")


def _keys() -> Iterator[Case]:
    for name, line, code in (
        ("list", "? [a, b]\n: c", "key-not-text"),
        ("mapping", "? {a: b}\n: c", "key-not-text"),
        ("flow list", "[a]: b", "key-not-text"),
        ("block", "? |\n  a\n: b", "key-not-text"),
        ("nothing", '"": b', "key-not-text"),
        ("space", '" ": b', "key-not-text"),
        ("null", "~: b", "unknown-key"),
    ):
        yield whole(f"key of {name}", with_more(f"{line}\n"), _AFTER, code=code)
    yield whole("key of a colon", with_more(": b\n"), _AFTER)
    yield whole("duplicate", with_more("title: Ett annat\n"), _AFTER, code="duplicate-key")
    yield whole("duplicate in quotes", with_more('"title": Ett annat\n'), _AFTER, code="duplicate-key")
    yield whole("duplicate by escape", with_more('"t\\x69tle": Ett annat\n'), _AFTER, code="duplicate-key")
    yield refused("duplicate inside", "  amount:", "  amount: 100 000\n  amount: 200 000", "duplicate-key", below=1)
    yield refused("duplicate in braces", "impact:", "impact: {children: a, children: b}", "duplicate-key")


def _large() -> Iterator[Case]:
    last = _AFTER
    yield whole("duplicates, ten thousand", with_more("title: x\n" * 10_000), *range(last, last + 100))
    yield whole("keys, 256 kB", "".join(f"k{n}: x\n" for n in range(24_000)), 20_001, code="too-many-values")
    yield whole(
        "keys, fifteen thousand", with_more("".join(f"k{n}: x\n" for n in range(15_000))), *range(last, last + 100)
    )
    yield whole("empty keys in braces", with_more(f"x: {{{'a,' * 60_000}}}\n"), last, code="too-many-values")
    yield whole("items in brackets", with_more(f"x: [{'a,' * 100_000}]\n"), last, code="too-many-values")
    yield refused("themes, six hundred", "themes:", f"themes: [{', '.join(['naringsliv'] * 600)}]", "too-many-items")
    yield refused("themes, twenty thousand", "themes:", f"themes: [{','.join('x' * 19_000)}]", "too-many-items")
    for name, text in (
        ("brackets", "x: " + "[" * 100_000),
        ("closed brackets", "x: " + "[" * 5_000 + "]" * 5_000),
        ("braces", "x: " + "{a: " * 40_000),
        ("dashes", "x:\n" + "- " * 50_000 + "a"),
        ("questions", "? " * 50_000 + "a"),
        ("dashes and questions", "x:\n" + "- ? " * 30_000),
        ("brackets, 21 levels", "x: " + "[" * 20 + "a" + "]" * 20),
    ):
        line = last + 1 if "dashes" in name else last
        yield whole(f"deep: {name}", with_more(f"{text}\n"), line, code="nested-too-deep")
    indented = "".join(f"{' ' * depth}k{depth}:\n" for depth in range(600))
    yield whole("deep: indentation", with_more(indented), last + 20, code="nested-too-deep")
    few = "".join(f"{' ' * depth}k{depth}:\n" for depth in range(90))
    yield whole("deep: ninety steps", with_more(few + " " * 90 + "a: b\n"), last, last + 20, code="nested-too-deep")
    for start, code in (("title:", "text-too-long"), ("summary:", "text-too-long"), ("rationale:", "text-too-long")):
        key = start.rstrip(":")
        yield refused(f"text of 200 kB in {key}", start, f"{start} {'x' * 200_000}", code)
        yield refused(f"lines of 200 kB in {key}", start, f"{start} |\n" + "  x\n" * 50_000, code)
    escaped = "".join(f'k{number}: "\\x61{number}"\n' for number in range(12_000))
    yield whole("values that are written otherwise", with_more(escaped), *range(last, last + 100))
    yield whole("comment of 200 kB", with_more("#" * 200_000))
    yield whole("stars of 200 kB", with_more("# " + "*a " * 60_000))
    yield refused("quote never closed, 200 kB", _SUMMARY, 'summary: "' + "x " * 100_000, "unclosed-quote")
    yield refused("a key of 200 kB", _SUMMARY, "x" * 200_000 + ": y")
    yield refused("a quoted key of 900 signs", _SUMMARY, f'"{"x" * 900}": y', "unknown-key")


def _shapes() -> Iterator[Case]:
    for start in ("title:", "status:", "summary:", "total_budget:", "rationale:", "remarks:"):
        key = start.rstrip(":")
        yield refused(f"{key} as a list", start, f"{start} [a, b]", "not-a-single-value")
        yield refused(f"{key} as a group", start, f"{start} {{a: b}}", "not-a-single-value")
        for empty in ("", " ~", " null", ' ""', " ''", " []", " {}", " ' '"):
            yield refused(f"{key} empty as{empty}", start, f"{start}{empty}", "empty-value")
    for start in ("themes:", "location:", "impact:"):
        key = start.rstrip(":")
        yield refused(f"{key} with an empty item", start, f"{start} [~]")
    yield refused("location as a text", "location:", "location: Örebro", "not-a-group")
    yield refused("impact as a text", "impact:", "impact: bra", "not-a-group")
    yield refused("recipient as a group", "recipient:", "recipient: {id: regionen}", "not-a-single-value")
    yield refused("recipient as a list of lists", "recipient:", "recipient: [[regionen]]", "not-a-single-value")
    yield refused("decision as a list", "themes:", "themes: {naringsliv: naringsliv}", "not-a-single-value")
    spaced = "shares: [~, {percent: 150, of: booked_costs}]"
    text = SOUND.replace("  shares:\n    - percent: 50\n      of: booked_costs\n", f"  {spaced}\n")
    yield whole("an empty item keeps the others' places", text, line_of("  shares:"), code="percent-out-of-range")
