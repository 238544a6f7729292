"""Facts told in sentences: each quantity with the words that say of what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.editions.years import mentioned
from scoring.facts.fact import Fact, Form, Unit
from scoring.facts.headings import years_of
from scoring.facts.portions import PART_STEMS, parts_a_rouble
from scoring.facts.quantity import Quantity, quantities, unit_of
from scoring.facts.wording import after, label_of
from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.sentences import split
from scoring.model import Block
from scoring.remembered import of_text
from scoring.totals.columns import FACT, PLAN

LONGEST = 2000
"""Letters of a block that are read at once: longer ones are tables run together, or hostile."""
_SHORT = 120
_HUNDRED = re.compile(
    r"\b(?:сто|ста|100) рублей\b|\b(?:кажд\w+|из|эт\w+) (?:[а-я]+ )?сотн|\bсотн\w+ рублей"
)
_HUNDRED_SIGNS = ("сто р", "ста р", "100 р", "сотн")
"""Of a hundred roubles every way to say it has one at least: most texts have none."""
_MONEY = any_of(r"рубл|₽", r"\bденьг|\bденег\b|\bбюджет|\bказн")
_UNIT = re.compile(r"\d[^|]*(?:тыс|млн|млрд|руб|₽|%)", re.I)
# "Школы, 15 870 млн. Культура, 1 611": the full stop of a unit may end the sentence as well.
_UNIT_ENDS = re.compile(r"(?:(?<=\d млн\.)|(?<=\d млрд\.))\s+(?=[А-ЯЁ«])(?!Руб)")
_ANAPHOR = re.compile(
    r"(?:\W*(?:и|а|но|то есть|всего|ведь|причем|зато)\s)?\W*(?:это\b|там\b|туда\b|сюда\b|"
    r"он[аио]?\b|ее\b|его\b|"
    r"их\b|ему\b|ей\b|им\b|из (?:них|нее|него)\b|на (?:них|нее|него)\b|по (?:ней|нему|"
    r"ним)\b|в (?:ней|нем|них)\b|"
    r"(?:за год|(?:в|за|на) 20\d\d(?: году?)?|к (?:концу года|[а-я]+(?:рю|лю|ню|ту)\b)|"
    r"сейчас|теперь|сегодня|на сегодня|пока) (?:он|она|оно|они|их|ее|его)\b|"
    r"для этого|эт(?:а|от|и|у) (?:сумм|дол|част)|столько|вот\b|среди них|например|"
    r"(?:самы\w|крупнейш\w+) (?:больш|крупн|дорог|из них)|крупнейшие\b)"
)


def in_block(block: Block, above: tuple[str, ...]) -> Iterator[Fact]:
    """Every quantity in the sentences of ``block``, under the headings ``above``.

    A question heads the sentences that follow it, and gives its words to the answer; so does a
    sentence to the next that begins "Это", "Там", "Её". Decimals keep the unit of the last sum.
    """
    before, carried = "", None
    text = block.text[:LONGEST]
    around = f"{folded(text)} {folded(' '.join(above[-2:]))}"
    shared = any(sign in around for sign in _HUNDRED_SIGNS)
    hundred = shared and _HUNDRED.search(around) is not None
    parted = any(sign in around for sign in PART_STEMS)
    money = parted and _MONEY.search(around) is not None
    rouble = "копе" in around and parts_a_rouble(around)
    for sentence in _sentences(text):
        if told := _told(sentence, carried, hundred=hundred, money=money, rouble=rouble):
            referred = before if _refers(sentence, before) else ""
            yield from _facts(sentence, told, referred, block, above)
            carried = unit_of(sentence) or carried
        if _asks(sentence):
            above = (*above, sentence)
        before = sentence


def _sentences(text: str) -> list[str]:
    """Sentences, with a list in one paragraph whole: "По программам: «А» - 24 млрд; «Б» - 12"."""
    whole = [one for part in _apart(text) for one in split(part)] if " | " in text else split(text)
    pieces = [piece for one in whole for piece in _parted(one)] if _stopped(text) else whole
    told: list[str] = []
    held = False
    for piece in pieces:
        if held:
            told[-1] = f"{told[-1]} {piece}"
        else:
            told.append(piece)
        held = piece.endswith(";")
    return told


def _stopped(text: str) -> bool:
    return "млн." in text or "млрд." in text


def _parted(whole: str) -> list[str]:
    return _UNIT_ENDS.split(whole) if _stopped(whole) else [whole]


def _apart(text: str) -> list[str]:
    """Labels of a slide that bars part, each with a unit: "Долг 16 млрд ₽ | предел 60 млрд ₽"."""
    parts = text.split(" | ")
    return parts if len(parts) > 1 and all(map(_UNIT.search, parts)) else [text]


def _asks(sentence: str) -> bool:
    """Is it a question, in talk or in quotes: "«А долг?» - «Было 8,2 миллиарда»"?"""
    return "?" in sentence and sentence.rstrip(' »"').endswith("?")


def _refers(sentence: str, before: str) -> bool:
    """Does a sentence go on about what the one before it names?"""
    answers = _asks(before) and len(sentence) <= _SHORT
    return bool(before) and (answers or _ANAPHOR.match(folded(sentence)) is not None)


def _facts(
    sentence: str, told: Sequence["_Words"], referred: str, block: Block, above: tuple[str, ...]
) -> Iterator[Fact]:
    """One fact a quantity, each with its label; ``referred`` is the sentence it goes on about."""
    years = years_of(above)
    for words in told:
        label = words.label
        if label is None:
            label = above[-1] if above else ""
        yield Fact(
            f"{referred} {label}" if referred else label,
            words.this.value,
            words.this.unit,
            Form.PROSE,
            sentence,
            block.locator,
            noun=words.noun,
            years=words.years or years,
            kind=words.kind,
            above=above,
            whole=sentence,
            after=words.after,
        )


@dataclass(frozen=True, slots=True)
class _Words:
    """What a sentence says of one of its quantities, wherever the sentence stands."""

    this: Quantity
    label: str | None
    after: str
    noun: str
    years: tuple[int, ...]
    kind: str


@of_text
def _told(
    text: str, carried: float | None, *, hundred: bool, money: bool, rouble: bool
) -> tuple[_Words, ...]:
    """Every quantity of a sentence by what is spoken of around it, with what is said of it."""
    found = quantities(text, carried, hundred=hundred, money=money, rouble=rouble)
    if not found:
        return ()
    plain, years = folded(text), mentioned(text)
    return tuple(
        _Words(
            this,
            label_of(text, plain, found, number),
            after(text, plain, found, number),
            text[this.end - len(this.noun) : this.end] if this.noun else "",
            _years(years, found, number),
            _kind(plain[: this.start]),
        )
        for number, this in enumerate(found)
    )


def _years(
    years: Sequence[tuple[int, int]], found: Sequence[Quantity], number: int
) -> tuple[int, ...]:
    """Years listed one for each sum go in turn; else the nearest before a sum, else the first."""
    sums = [q for q in found if q.unit in (Unit.MONEY, Unit.PER_RESIDENT)]
    named = list(dict.fromkeys(year for year, _ in years))
    this = found[number]
    if len(named) == len(sums) > 1 and this in sums:
        return (named[sums.index(this)],)
    before = [year for year, at in years if at < this.start]
    return tuple(before[-1:] or named[:1])


def _kind(before: str) -> str:
    """Plan or fact: the nearest word that decides."""
    plans, facts = list(PLAN.finditer(before)), list(FACT.finditer(before))
    last = max((*plans, *facts), key=lambda m: m.start(), default=None)
    return "" if last is None else "plan" if last in plans else "fact"
