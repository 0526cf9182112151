"""The page of results: ``python -m bench.report`` writes ``docs/om/drift/hastighet.md`` from ``bench/results.json``."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import jinja2

from bench.figures import kilobytes, megabytes, middle, number, seconds, spread, times
from bench.run import RESULTS
from bench.searching.report import search_section, search_targets
from bench.targets import Target, targets_of
from funding.pages.likeness.choosing import MOST

PAGE: Final = Path(__file__).parents[1] / "docs/om/drift/hastighet.md"
_TEMPLATES: Final = Path(__file__).parent / "templates"

NAMES: Final = {
    "build": "Vårt bygge, från början",
    "build-unchanged": "Vårt bygge igen, inget ändrat",
    "build-changed": "Vårt bygge igen, ett beslut ändrat",
    "preview": "Förhandsvisning: sparad fil till visad sida",
    "hugo": "Hugo",
    "pagefind": "Pagefind på Hugos sidor",
    "material": "Material utan vårt tillägg",
    "check": "Vår kontroll, från början",
    "check-cached": "Vår kontroll igen, inget ändrat",
    "check-jsonschema": "check-jsonschema med vårt schema",
    "floor-1": "Bara skriva filerna, en process",
    "floor-2": "Bara skriva filerna, två processer",
}
"""The works by their names on the page, in its order."""

_STEPS: Final = {
    "start": "Starta och läsa in programmet",
    "read": "Läsa filerna",
    "type": "Tolka värdena",
    "judge-document": "Regler om filens text",
    "judge-record": "Regler om ett beslut",
    "judge-later": "Regler om senare beslut",
    "judge-whole": "Regler om alla beslut tillsammans",
    "judge-shared": "Kontrollen i övrigt, med sökandet efter personuppgifter",
    "register": "Registret och summorna",
    "decision-pages": "Beslutens sidor",
    "list-pages": "Listor och andra sidor",
    "data": "Öppna data",
    "search": "Sökindexet",
    "swedish": "Vad som är ett svenskt ord, och dess stam",
    "frames": "Sidornas ram",
    "cache": "Det som sparas till nästa bygge",
    "mkdocs": "MkDocs och temat",
    "write": "Skriva filerna och byta mapp",
}
_GROWING: Final = ("build", "check", "hugo", "pagefind")
_REASONS: Final = {
    "more memory than this machine can spare": "det behöver mer minne än datorn kan avvara",
    "the command line cannot hold so many files": "en kommandorad rymmer inte så många filer",
    "it takes minutes and gigabytes beyond a thousand pages": "det tar minuter och gigabyte bortom tusen sidor",
}


def page_of(results: Mapping[str, Any]) -> str:
    """Give the page as Markdown."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    last = results["sizes"][-1]
    return environment.get_template(PAGE.name).render(
        date=results["date"],
        commit=results["commit"],
        load=_load(last, results["machine"]["cores"]),
        load_is_high=any(max(size["load"]) > int(results["machine"]["cores"]) for size in results["sizes"]),
        targets=all_targets(results),
        sizes=[_size(size, results) for size in results["sizes"]],
        index="Sökindexet ingår." if last["index"] else "Något sökindex finns inte.",
        disk="en RAM-disk" if results["ram_disk"] else "en vanlig mapp, för datorn har ingen RAM-disk",
        pages=_pages(last),
        grown=_grown(last),
        differences=list(_differences(last)),
        growth=list(_growth(results)),
        profile=_profile(results["profile"]),
        facts=list(_facts(results)),
        search=search_section(results.get("search")),
    )


def all_targets(results: Mapping[str, Any]) -> list[Target]:
    """Give every target, of building and of searching."""
    return [*targets_of(results), *search_targets(results.get("search"))]


def _size(size: Mapping[str, Any], results: Mapping[str, Any]) -> dict[str, Any]:
    works = {name: size["works"][name] for name in NAMES if name in size["works"]}
    longest = max(middle(work, "wall") for work in works.values())
    runs = results["runs"]
    corpus = size["corpus"]
    return {
        "count": number(size["size"]),
        "corpus": f"{number(corpus['files'])} filer, {megabytes(corpus['bytes'])}.",
        "load": _load(size, results["machine"]["cores"]),
        "rows": [_row(name, work, longest) for name, work in works.items()],
        "runs": f"Medianen av {runs} körningar, med den kortaste och den längsta." if runs > 1 else "En körning.",
        "left_out": list(_left_out(size)),
    }


def _load(size: Mapping[str, Any], cores: str) -> str:
    before, after = (number(load, 1) for load in size["load"])
    return f"Datorns belastning var {before} före och {after} efter ({cores} kärnor)."


def _row(name: str, work: Mapping[str, Any], longest: float) -> dict[str, str]:
    wall, written = middle(work, "wall"), work["written"]
    return {
        "name": NAMES[name],
        "wall": seconds(wall),
        "spread": spread(work["runs"]),
        "cpu": seconds(middle(work, "cpu")),
        "memory": megabytes(middle(work, "memory")),
        "written": f"{number(written['files'])} filer, {megabytes(written['bytes'])}" if written else "–",
        "bar": f"{100 * wall / longest:.1f}",
    }


def _left_out(size: Mapping[str, Any]) -> Iterator[str]:
    for work in size["left_out"]:
        name = NAMES[work["name"]]
        if work["kind"] == "Missing":
            yield f"**{name}** saknas på datorn. Så installeras det: {work['install']}."
        elif work["kind"] == "Failed":
            yield f"**{name}** gick inte att köra här. Skälet stod på terminalen."
        else:
            yield f"**{name}** är inte med här: {_REASONS[work['reason']]}."


def _pages(size: Mapping[str, Any]) -> str:
    pages = size["pages"]
    page, data = (kilobytes(pages["ours"][part]) for part in ("page", "data"))
    said = f"En beslutssida är {page} i snitt, dess datafil {data}."
    if "hugo" in pages:
        said += f" Hugos är {kilobytes(pages['hugo']['page'])} och {kilobytes(pages['hugo']['data'])}."
    return said


def _grown(size: Mapping[str, Any]) -> str:
    rows = size["pages"]["grown"]["pages"]
    same = sum(row["small"] == row["large"] for row in rows)
    count, many = number(len(rows)), number(size["size"])
    said = (
        f"Vi byggde {count} beslut för sig, och samma {count} bland {many}, och jämförde sidorna utan deras liknande "
        f"beslut: de är högst {MOST}, men vilka de är beror på alla beslut. {same} av sidorna är lika stora."
    )
    return said if same == len(rows) else f"{said} De andra skiljer sig så här:"


def _differences(size: Mapping[str, Any]) -> Iterator[str]:
    for row in size["pages"]["grown"]["pages"]:
        if row["small"] != row["large"]:
            bytes_ = f"{number(row['small'])} och {number(row['large'])} byte"
            yield f"{row['id']}: {bytes_}. Först skiljer sig raden ”{row['differs']}”."


def _growth(results: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """Give how much more each work takes in a size than in the one before it."""
    for before, after in pairwise(results["sizes"]):
        for name in _GROWING:
            if name in before["works"] and name in after["works"]:
                ratio = {
                    figure: middle(after["works"][name], figure) / middle(before["works"][name], figure)
                    for figure in ("wall", "cpu", "memory")
                }
                yield {
                    "name": f"{NAMES[name]}, {number(after['size'])} mot {number(before['size'])}",
                    **{figure: times(value) for figure, value in ratio.items()},
                }


def _profile(profile: Mapping[str, Any]) -> dict[str, Any]:
    """Give the steps, the longest first, and all that take less than a hundredth of the time as one."""
    total = sum(profile["steps"].values())
    named: Counter[str] = Counter()
    for step, spent in profile["steps"].items():
        named["Annat" if spent < total / 100 else _STEPS.get(step, f"Övrigt: {step}")] += spent
    longest = max(named.values())
    return {
        "count": number(profile["size"]),
        "rows": [
            {
                "name": name,
                "seconds": seconds(spent),
                "share": f"{number(100 * spent / total)} %",
                "bar": f"{100 * spent / longest:.1f}",
            }
            for name, spent in named.most_common()
        ],
    }


def _facts(results: Mapping[str, Any]) -> Iterator[str]:
    machine = results["machine"]
    yield f"{machine['processor']}, {machine['cores']} kärnor, {machine['memory']} minne, {machine['kernel']}"
    yield ", ".join(f"{name} {version}" for name, version in results["versions"].items())
    yield f"Version av programmet: {results['commit']} (ett plus betyder att filer var ändrade)"


def main() -> None:
    """Write the page, and the targets on the terminal."""
    results = json.loads(RESULTS.read_text("utf-8"))
    PAGE.write_text(page_of(results), "utf-8")
    for target in all_targets(results):
        sys.stdout.write(f"{target.verdict:>3}  {target.name}: {target.measured} ({target.limit})\n")


if __name__ == "__main__":
    main()
