"""Facts told in sentences: each quantity with the words that say of what."""

import re
from collections.abc import Iterator, Sequence

from scoring.editions.years import mentioned
from scoring.facts.fact import Fact, Form, Unit
from scoring.facts.headings import years_of
from scoring.facts.quantity import Quantity, quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.sentences import split
from scoring.model import Block
from scoring.totals.columns import FACT, PLAN

LONGEST = 2000
"""Letters of a block that are read at once: longer ones are tables run together, or hostile."""
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_ENDS = re.compile(r"\s*(?:[;,(]|\bа\b|\bи\b|\bно\b)")
_SMALL = re.compile(
    r"\b(?:млн|млрд|тыс|рублей|рубля|руб|год\w*|или|около|более|почти|это|составля\w+|составит|"
    r"составил\w*|всего|из них|она|они|он|что|также|еще|сумм[аеуы]|объ?ем\w*|размер\w*|будет|"
    r"был[аио]?|"
    r"январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|"
    r"ноябр[яь]|декабр[яь]|уров\w+|равн\w+|для|при|числе|том|сравнени\w+|против|план\w*|факт\w*)\b"
)


def in_block(block: Block, above: tuple[str, ...]) -> Iterator[Fact]:
    """Every quantity in the sentences of ``block``, under the headings ``above``."""
    for sentence in split(block.text[:LONGEST]):
        found = quantities(sentence)
        if found:
            yield from _told(sentence, found, block, above)


def _told(
    sentence: str, found: Sequence[Quantity], block: Block, above: tuple[str, ...]
) -> Iterator[Fact]:
    plain = folded(sentence)
    years = [(year, at) for year, at in mentioned(sentence)]
    headed = not _wordy(plain[: found[0].start])
    listed = headed and plain[found[0].end :].lstrip().startswith(":")
    forward = headed and not listed
    for number, this in enumerate(found):
        label = _label(sentence, plain, found, number, forward=forward)
        if listed and not number:
            label = above[-1] if above else ""
        yield Fact(
            label,
            this.value,
            this.unit,
            Form.PROSE,
            sentence,
            block.locator,
            noun=sentence[this.end - len(this.noun) : this.end] if this.noun else "",
            years=_years(years, found, number) or years_of(above),
            kind=_kind(plain[: this.start]),
            above=above,
            whole=sentence,
        )


def _label(
    sentence: str, plain: str, found: Sequence[Quantity], number: int, *, forward: bool
) -> str:
    """The words before a quantity back to the last one; of "5 млрд рублей на школы" those after.

    A share or a count beside a sum ("2 млрд рублей, или 3 %") is of what the sum is of.
    """
    end = found[number + 1].start if number + 1 < len(found) else len(sentence)
    after = sentence[found[number].end : end]
    if forward and found[number].unit is not Unit.COUNT:
        return after.strip(" ,;.:-–—()")
    for before in range(number, -1, -1):
        start = found[before - 1].end if before else 0
        words = sentence[start : found[before].start]
        if _wordy(plain[start : found[before].start]):
            tail = after if _goes_on(plain, found, number, end) else ""
            return (f"{words} … {tail}" if tail else words).strip(" ,;.:-–—()…")
    return sentence[: found[number].start].strip(" ,;.:-–—()")


def _goes_on(plain: str, found: Sequence[Quantity], number: int, end: int) -> bool:
    """What stands right behind the last figure is of it too: "5 млрд рублей на школы"."""
    rest = plain[found[number].end : end]
    return number + 1 == len(found) and _wordy(rest) and not _ENDS.match(rest)


def _wordy(plain: str) -> bool:
    return _LETTERS.search(_SMALL.sub(" ", plain)) is not None


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
