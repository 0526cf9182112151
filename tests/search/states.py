"""Random searches as the parameters of an address: words in every guise, filters, ranges, orders, hostile text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import urlencode

from tests.search.naive_documents import FACETS, recipient_names, references, titles
from tests.search.naive_query import FIELDS
from tests.search.naive_words import plain
from tests.search.oracle import SORTS, Oracle

SEED = "states"
ENDINGS = ("en", "et", "n", "t", "ar", "er", "or", "na", "arna", "erna", "s", "ens", "ets", "a", "e")
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
LINKS = ("", "s", "e", "o", "u", "a")
HOSTILE = (
    "", " ", '"', '""', "-", "--", '-"', ":", "tema:", ":klimat", "tema::klimat", "belopp:", "belopp:500-100",
    "belopp:..", "beslutat:2021-02-30", "beslutat:2021-13", "http://x.example/?a=b&c=d", "<script>alert(1)</script>",
    "%00%20%zz", "\x00\u202e\ufeff", "''; drop table", "a" * 3000, "å" * 70, "ÅÄÖ", "e\u0301nergi", "ener\u00adgi",
    "İstanbul", "ΣΊΣΥΦΟΣ", "ﬁnans", "𝒳𝒴", "1:1", "§ 12", "toString", "__proto__", "constructor:x", "hasOwnProperty",
    "tema:__proto__", "tema:toString", "999999999999999999999", "belopp:9999999999999999", "år:2024 år:2023",
    "-tema:finnsinte", "finnsinte:klimat", "-finnsinte:klimat", "tema:finnsinte", '-tema:"', "*", "\\", "och",
    "i och med", "den -det", "saknas:saknas", "tema:saknas", "-tema:none", "kommun:saknas", "\u2212energi",
    "3d-printing", "-e-post", "Ørebro", "naïve", "energi energi", "“energi”", "status:beviljad status:avslagen",
    "NÄRINGSLIV", "x" * 59 + " y", "bidrag", "bidragen projekt", "pengar till energi", '"bidrag" pengar',
    "projekt -bidrag",
)  # fmt: skip


class States:
    """Draws searches over the decisions of an oracle, the same for the same number of them."""

    def __init__(self, oracle: Oracle) -> None:
        self._chance = Random(SEED)  # noqa: S311 - drawn searches, no secret
        self._oracle, self._register = oracle, oracle.register
        self._texts = [[words for _, words in document.texts if words] for document in oracle.documents]
        self._guises: tuple[Callable[[], str], ...] = (
            self._word, self._word, self._inflected, self._half, self._joined, self._undotted, self._misspelt,
            self._synonym, self._beginning, self._beginning, self._phrase, self._without, self._field, self._range,
            self._stop_word, self._light_word, self._name, self._question, self._number, self._hostile,
        )  # fmt: skip

    def draw(self, count: int) -> Iterator[str]:
        """Give so many searches; every hostile text is among them if there is room."""
        for number in range(count):
            hostile = HOSTILE[number // 10] if number % 10 == 0 and number // 10 < len(HOSTILE) else None
            yield self._search(hostile)

    def _search(self, hostile: str | None) -> str:
        chance = self._chance
        given: list[tuple[str, str]] = []
        if hostile is not None or chance.random() < 0.85:
            parts = [chance.choice(self._guises)() for _ in range(chance.choice((1, 1, 1, 2, 2, 3)))]
            given.append(("q", " ".join(parts) if hostile is None else hostile))
        if chance.random() < 0.45:
            given += self._filters()
        if chance.random() < 0.15:
            given.append(("amount", self._amounts()))
        if chance.random() < 0.15:
            given.append(("decided", self._days()))
        if chance.random() < 0.5:
            given.append(("sort", chance.choice((*SORTS, "nonsense"))))
        if chance.random() < 0.1:
            given.append(("exact", chance.choice(("1", "1", "1", "0", "yes"))))
        if chance.random() < 0.1:
            given.append(("view", chance.choice(("table", "cards", "else"))))
        return urlencode(given)

    def _filters(self) -> Iterator[tuple[str, str]]:
        chance = self._chance
        for facet in chance.sample(FACETS, chance.choice((1, 1, 2, 3))):
            for _ in range(chance.choice((1, 1, 2, 3))):
                yield facet, chance.choice(("", "", "", "-")) + self._value(facet)

    def _value(self, facet: str) -> str:
        drawn = self._chance.random()
        if drawn < 0.08:
            return self._chance.choice(("finns-inte", "", "-", "__proto__", "GRANTED"))
        values = self._oracle.documents[self._place()].values[facet]
        return "none" if drawn < 0.15 else self._chance.choice(sorted(values))

    def _place(self) -> int:
        return self._chance.randrange(len(self._texts))

    def _text(self) -> tuple[str, ...]:
        texts = self._texts[self._place()]
        return texts[0] if self._chance.random() < 0.4 else self._chance.choice(texts)

    def _word(self) -> str:
        word = self._chance.choice(self._text())
        return self._chance.choice((word, word, word.upper(), word.capitalize()))

    def _long_word(self) -> str:
        long = [word for word in self._text() if len(word) > 5]
        return self._chance.choice(long) if long else self._word()

    def _inflected(self) -> str:
        word = self._long_word()
        ending = next((one for one in ENDINGS if word.endswith(one) and self._chance.random() < 0.5), "")
        return word.removesuffix(ending) + self._chance.choice(ENDINGS)

    def _half(self) -> str:
        words = [word for word in self._text() if self._oracle.matching.compounds.split(word)]
        halves = self._oracle.matching.compounds.split(self._chance.choice(words)) if words else None
        return self._chance.choice(halves) if halves else self._long_word()

    def _joined(self) -> str:
        text = self._text()
        at = self._chance.randrange(len(text))
        return self._chance.choice(LINKS).join(text[at : at + 2])

    def _undotted(self) -> str:
        return plain(self._long_word())

    def _misspelt(self) -> str:
        word, chance = self._long_word(), self._chance
        at, other = chance.randrange(len(word)), chance.choice(LETTERS)
        swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        return chance.choice(
            (word[:at] + word[at + 1 :], word[:at] + other + word[at + 1 :], swapped, word[:at] + other + word[at:])
        )

    def _synonym(self) -> str:
        groups = self._oracle.matching.lists.synonyms
        return self._chance.choice(self._chance.choice(groups)) if groups else self._word()

    def _beginning(self) -> str:
        word = self._long_word()
        return word[: self._chance.randint(1, len(word))]

    def _phrase(self) -> str:
        text, chance = self._text(), self._chance
        at = chance.randrange(len(text))
        return f'"{" ".join(text[at : at + chance.randint(1, 4)])}"'

    def _without(self) -> str:
        return "-" + self._chance.choice((self._word, self._half, self._phrase, self._field))()

    def _field(self) -> str:
        named = [name for name, facet in FIELDS.items() if facet in FACETS]
        name = self._chance.choice(named)
        values = sorted(self._oracle.documents[self._place()].values[FIELDS[name]])
        value = self._chance.choice(values)
        called = [*self._oracle.labels(FIELDS[name], value), value]
        text = self._chance.choice((*called, *map(plain, called), value.upper()))
        return f'{self._chance.choice((name, name.upper()))}:"{text}"' if " " in text else f"{name}:{text}"

    def _range(self) -> str:
        chance, name = self._chance, self._chance.choice(("belopp", "amount", "beslutat", "decided"))
        if name in {"belopp", "amount"}:
            ends = chance.choice(
                (
                    self._amounts(),
                    self._amounts().replace("-", ".."),
                    f">={self._amount()}",
                    self._amount(),
                    self._written_amount(),
                )
            )
        else:
            ends = chance.choice((self._days(), f">={self._day()}", f"<={self._day()}", self._day()))
        return f"{name}:{ends}"

    def _written_amount(self) -> str:
        amount, chance = int(self._amount()), self._chance
        sign, between = chance.choice((">", "<", ">=", "<=", "")), chance.choice(("", " "))
        thousands = f"{amount // 1_000}{between}{chance.choice(('tkr', 'tusen', 'TKR'))}"
        millions = f"{amount // 100_000 / 10:.1f}".replace(".", chance.choice(",."))
        return sign + chance.choice((thousands, f"{millions}{between}{chance.choice(('mkr', 'miljoner kr', 'qwx'))}"))

    def _amount(self) -> str:
        amount = self._oracle.documents[self._place()].amount
        return str(amount.value if amount else self._chance.randint(0, 10**7))

    def _amounts(self) -> str:
        low, high = sorted((self._amount(), self._amount()), key=int)
        return self._chance.choice(
            (f"{low}-{high}", f"{low}-", f"-{high}", f"{high}-{low}", "-", "x", f"{low[:-3]} {low[-3:]}-")
        )

    def _day(self) -> str:
        days = self._oracle.documents[self._place()].days
        day = days[0].isoformat() if days else "2021-06-31"
        return day[: self._chance.choice((4, 7, 10, 10))]

    def _days(self) -> str:
        first, last = sorted((self._day(), self._day()))
        return self._chance.choice((f"{first}..{last}", f"{first}..", f"..{last}", f"{last}..{first}", "..", first))

    def _stop_word(self) -> str:
        return self._chance.choice(self._oracle.matching.lists.stop_words)

    def _light_word(self) -> str:
        return self._chance.choice(self._oracle.matching.lists.light_words) + self._chance.choice(("", "en"))

    def _question(self) -> str:
        return f"{self._stop_word()} {self._light_word()} {self._name()} {self._stop_word()}"

    def _name(self) -> str:
        record = self._oracle.documents[self._place()].record
        names = [name for id_ in record.all_recipients for name in recipient_names(id_, self._register)]
        return self._chance.choice((record.current.title, *names))

    def _number(self) -> str:
        return self._chance.choice(tuple(spellings(self._oracle, self._place())) or ("24RS1",))

    def _hostile(self) -> str:
        return self._chance.choice(HOSTILE)


def spellings(oracle: Oracle, place: int) -> Iterator[str]:
    """Give the numbers, names and titles of a decision in the spellings that people use."""
    document = oracle.documents[place]
    for text in (reference.value for reference in references(document.record)):
        digits = text.replace("-", "").replace(" ", "")
        yield from (text, text.lower(), text.upper(), f"dnr {text}", f"Dnr: {text}", f"diarienummer {text}", digits)
        yield spaced(text)
    for id_ in document.record.all_recipients:
        number = oracle.register.lists.organisations[id_].organisation_number
        if number:
            bare = number.replace("-", "")
            yield from (number, bare, number.replace("-", " "), f"16{bare}", f"16{number}", f"SE{bare}01")
            yield from (f"orgnr {number}", f"org.nr {bare}", f"organisationsnummer: {number}")
    for title in titles(document.record):
        yield from (title, title.upper(), plain(title.lower()), f'"{title}"' if '"' not in title else title)


def spaced(text: str) -> str:
    """Part letters and digits with spaces: ``24RS1034`` as ``24 RS 1034``."""
    made = ""
    for sign in text:
        made += " " + sign if made and made[-1].isalnum() and made[-1].isdigit() != sign.isdigit() else sign
    return made
