"""Totals told by verbs, as people talk: "край получит 124,7 млрд рублей и потратит столько-то"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scoring.editions.years import mentioned
from scoring.language.ru.folded import any_of, folded
from scoring.model import BlockKind, Document
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept
from scoring.totals.money import Sum, sums
from scoring.totals.speaking import YEAR_BEFORE, year_spoken_of

_CAME = any_of(
    r"\b(?:поступил[оаи]?|поступ[яи]т|поступить|получ(?:ил[аои]?|ит|им|ить|ат|ено)|"
    r"собра(?:л[аои]?|ть|но)|собер(?:ет|ут|ем)|заработа(?:л[аои]?|ет|ть)|"
    r"при(?:шло|дет|дут))\b"
)
_WENT = any_of(
    r"\b(?:израсходова(?:л[аои]?|но|ть)|израсходу(?:ет|ем|ют)|"
    r"по(?:тра(?:тил[аои]?|тит|тим|тить|тят|чено))|истра(?:тил[аои]?|чено))\b"
)
_PART = any_of(
    r"\bна (?!20\d\d|следующ|будущ|очередн|год)[а-я]|\b(?:от|из|за счет|для|больше|меньше)\s",
    r"\bпо (?!проект|план|закон|прогноз|итог|расчет|предварит|данн|оценк)",
    r"налог|дотаци|субсиди|субвенци|безвозмездн|федеральн|местн|муниципальн|дополнительн|"
    r"сэкономл|кредит|\bеще\b|\bтоже\b|\bжител|\bсемь|\bчел",
)
_OF = {Concept.REVENUE: "доходов", Concept.EXPENDITURE: "расходов"}
_FAR = 160
"""Letters between what came in and what went out: said in one breath, or it is no total."""
_TRUST = 1.1
_DATED = 0.7
_STOP = re.compile(r"[.!?]\s+")
LONGEST = 2000
"""Letters of a block that are read."""


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """Totals told by verbs, together or with their own name; a verb alone may be of anything."""
    for place, block in enumerate(document.blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        text = block.text[:LONGEST]
        plain = folded(text)
        for concept, this, start in _whole(plain):
            if trust := _trust(text, plain, start, this.end, wanted):
                value = abs(this.roubles(None) or 0.0)
                quote = text[max(0, start - 120) : this.end].strip()
                yield Figure(concept, value, trust, quote, block.locator, place)


def _trust(text: str, plain: str, start: int, end: int, wanted: Wanted) -> float:
    """By the years named in the same breath, else by the one spoken of before; 0 for another's."""
    since = max((m.end() for m in _STOP.finditer(plain, 0, start)), default=0)
    breath = plain[since:end]
    if years := {year for year, _ in mentioned(breath)}:
        return _TRUST + _DATED if wanted.year in years else 0.0
    if YEAR_BEFORE.search(breath):
        return 0.0
    named = [year for s in _STOP.split(text[:since]) if (year := year_spoken_of(s))]
    return _TRUST if not named or named[-1] == wanted.year else 0.0


def _whole(plain: str) -> Iterator[tuple[Concept, Sum, int]]:
    """What came in and went out, told in one breath; what is said to be "доходов", "расходов"."""
    told = sorted(_told(plain), key=lambda pair: pair[1].start)
    for concept, this in told:
        if re.match(rf"\s+{_OF[concept]}\b(?!\s+(?:от|на)\b)", plain[this.end :]):
            yield concept, this, this.start
    for (one, here), (other, there) in pairwise(told):
        if one is not other and there.start - here.end <= _FAR:
            yield one, here, here.start
            yield other, there, here.start
            return


def _told(plain: str) -> Iterator[tuple[Concept, Sum]]:
    """Every verb with the sum it governs, when its clause speaks of the whole budget."""
    amounts = [s for s in sums(plain) if s.unit]
    for concept, verbs in ((Concept.REVENUE, _CAME), (Concept.EXPENDITURE, _WENT)):
        for verb in verbs.finditer(plain):
            this = next((s for s in amounts if s.start >= verb.end()), None)
            if this is None or re.search(r"[.!?;]\s|\d", plain[verb.end() : this.start]):
                continue
            if not _PART.search(_clause(plain, verb.start(), this.end)):
                yield concept, this


def _clause(plain: str, start: int, end: int) -> str:
    """The words of one statement: back to a stop or the sum before, on to a stop or an "и"."""
    before = re.split(r"[.!?;]\s|\d\s*(?:тыс|млн|млрд|трлн)[^\s]*(?:\s+руб\w*)?", plain[:start])[-1]
    # The full stop after "рублей" is read with the sum; after "руб." it may be the word's own.
    stopped = re.search(r"рубл\w+\.$", plain[start:end])
    after = "" if stopped else re.split(r"[.!?;,]|\bи\b", plain[end:])[0]
    return f"{before} {plain[start:end]} {after}"
