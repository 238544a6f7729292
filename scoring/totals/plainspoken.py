"""Totals told by verbs, as people talk: "край получит 124,7 млрд рублей, а потратит столько-то"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.editions.years import mentioned
from scoring.language.ru.folded import folded
from scoring.model import Block, BlockKind, Document, Stage
from scoring.remembered import of_document
from scoring.totals.alone import by_aims, for_each, into_it, purse
from scoring.totals.announced import everywhere
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept, concept
from scoring.totals.money import lone, sums
from scoring.totals.others import anothers, own
from scoring.totals.partly import partly
from scoring.totals.sayings import Saying, asked, of_all, sayings
from scoring.totals.speaking import (
    THIS_YEAR,
    YEAR_BEFORE,
    year_set,
    year_spoken_of,
    years_told,
)
from scoring.totals.spelled import counted_out

_APART = 6
"""Sentences from what came in to what went out: said together, or they are no totals."""
_ALIKE = 0.6
"""The smaller of the two is at least this share of the other: a budget lives on what it gets."""
_TRUST, _DATED, _BLAMED, _MEANT = 1.1, 0.7, 0.8, 0.2
_END = re.compile(
    r"\s(?<=[.!?»\"]\s)(?:(?<=[.!?]\s)(?<!руб\.\s)\s*|(?<=руб\.\s)\s*(?![-–—а-яё])|"
    r"(?<=[.!?][»\"]\s)\s*)"
)
_ANSWER = re.compile(r"^\W*(?:[а-я]+\W+){0,4}(?=\d)")
_TELLS = re.compile(r"[\d?мМ](?:(?<=[\d?])|[иИ][лЛ]|[лЛ][нНрР])")
_SPEAKER = re.compile(r"^\W*[а-я]+(?:[ -][а-я]+)?\.\W*$")
"""Who answers: "Внук. 54 млрд рублей". The question waits for what is said."""
_OPTIONS = re.compile(r"^\W*[аa1]\)")
_RIVAL = re.compile(r"[ ,(]*(?:против|вместо|по сравнению с|а|при|когда)\b[^.;]*?\d")
"""Another sum right behind a sum, to compare with."""
LONGEST = 2000
"""Letters of a block that are read."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A saying in its place: the ``number`` of its sentence, the year it speaks of if it says.

    ``now``: it speaks of "this year", by no number, which is not the one a draft is for, whatever
    its heading says. ``whole``: what stands around it makes it one of all the money.
    """

    saying: Saying
    number: int
    year: int | None
    now: bool
    whole: bool
    quote: str
    block: Block
    place: int


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """Totals told by verbs, in pairs; a verb alone only where it names the budget."""
    draft = wanted.stage is Stage.DRAFT
    told = [
        one
        for one in _told(document)
        if one.year in (None, wanted.year) and not (draft and one.now)
    ]
    for place, one in enumerate(told):
        other = next((after for after in told[place + 1 :] if _pair(one, after, wanted)), None)
        if other is not None:
            yield _figure(one, wanted)
            yield _figure(other, wanted)
        elif (one.saying.sure and one.year == wanted.year) or (one.whole and _timely(one, wanted)):
            yield _figure(one, wanted)


def _timely(one: _Told, wanted: Wanted) -> bool:
    """Is what names no year told as the stage tells it: done in a report, to come in a plan?"""
    done = one.saying.past and not one.saying.planned
    return one.year == wanted.year or (one.year is None and done is wanted.fact)


def _pair(one: _Told, other: _Told, wanted: Wanted) -> bool:
    """What came in and what went out: near each other, of one size, of a year gone both done."""
    if one.saying.concept is other.saying.concept:
        return False
    if wanted.fact and (one.saying.planned or other.saying.planned):
        return False
    sizes = sorted(abs(told.saying.sum.roubles(None) or 0.0) for told in (one, other))
    titles = one.saying.asked and other.saying.asked
    near = titles or other.number - one.number <= _APART
    return near and sizes[1] > 0 and sizes[0] / sizes[1] >= _ALIKE


def _figure(one: _Told, wanted: Wanted) -> Figure:
    said = one.saying
    # What was meant to come in is no outcome; what came in is no plan.
    blamed = said.planned if wanted.fact else said.past and one.year is None
    meant = said.planned and not wanted.fact
    trust = _TRUST + _DATED * (one.year is not None) - _BLAMED * blamed + _MEANT * meant
    value = abs(said.sum.roubles(None) or 0.0)
    return Figure(said.concept, value, trust, one.quote.strip(), one.block.locator, one.place)


@of_document
def _told(document: Document) -> tuple[_Told, ...]:
    """Every saying of the text that may be of the year asked for, sentence by sentence."""
    return tuple(_read(document))


def _read(document: Document) -> Iterator[_Told]:
    number, question, heading, asking = 0, None, None, ""
    title: Concept | None = None
    purses = False
    around = everywhere(document)
    for place, block in own(document):
        heading, carried = year_set(block, heading), None
        told_here = _END.split(block.text[:LONGEST])
        for sentence, following in zip(told_here, (*told_here[1:], ""), strict=True):
            number += 1
            # A sentence with no figure and no question changes nothing.
            if question is None and not _TELLS.search(sentence):
                continue
            if anothers(sentence):
                continue
            plain = counted_out(folded(sentence))
            if _SPEAKER.match(plain):
                continue
            # A lone figure under a heading may as well be the one over the next.
            told = question or (None if title is None or lone(block.text) else title)
            sure = question is not None and of_all(question, asking)
            for said in _answered(told, plain, sure=sure) or sayings(plain, around):
                before = plain[: said.sum.start]
                if YEAR_BEFORE.search(before) or partly(before):
                    continue
                asked_of = next((y for y, _ in mentioned(asking)), None) if sure else None
                its = _year(plain, said)
                year = its or asked_of or carried or heading
                now = its is None and THIS_YEAR.search(plain[: said.sum.start]) is not None
                whole = _of_whole(plain, said, following, purse=purses)
                yield _Told(said, number, year, now, whole, sentence, block, place)
            carried = year_spoken_of(sentence) or carried
            question, asking = asked(plain), plain.rstrip("? ")
        titles = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        title = concept(block.text) if titles else None
        purses = purse(block.text) if titles else purses


def _of_whole(plain: str, said: Saying, following: str, *, purse: bool) -> bool:
    """Do the words around tell that it is all: for each resident, by aims, of the purse named?"""
    aims = said.concept is Concept.EXPENDITURE and by_aims(following)
    return for_each(plain[said.sum.end :]) or aims or (purse and into_it(plain[: said.sum.start]))


def _answered(question: Concept | None, plain: str, *, sure: bool) -> tuple[Saying, ...]:
    """The sum that answers a question; the first of several to choose from answers nothing.

    ``sure``: it asks for all that comes into the budget or goes out, by the budget's name.
    """
    opening = _ANSWER.match(plain) if question is not None else None
    if question is None or opening is None or _OPTIONS.match(plain):
        return ()
    first = next((s for s in sums(plain) if s.unit), None)
    # The dash of a line of talk is read as the sign of the sum.
    if first is None or first.start > opening.end():
        return ()
    return (Saying(question, first, first.start, past=False, planned=False, sure=sure),)


def _year(plain: str, said: Saying) -> int | None:
    """The year named nearest before the sum in its sentence, else right after it.

    Behind another sum it is that one's: "57,9 млрд рублей против 54,8 млрд в 2024-м".
    """
    years = years_told(plain, said.sum.start)
    if before := [year for year, at in years if at < said.sum.start]:
        return before[-1]
    after = [year for year, at in years if at >= said.sum.end]
    return None if not after or _RIVAL.match(plain, said.sum.end) else after[0]
