"""Totals told in sentences: "Доходы бюджета на 2026 год составят 36 519,2 млн рублей"."""

import re
from collections.abc import Iterator, Sequence

from scoring.editions.years import mentioned
from scoring.language.ru.folded import any_of
from scoring.model import Document, Stage
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept
from scoring.totals.meant import only_meant
from scoring.totals.money import Sum
from scoring.totals.owned import Owned
from scoring.totals.partly import partly
from scoring.totals.sentences import Sentence, telling
from scoring.totals.speaking import THIS_YEAR, YEAR_BEFORE, Speaks, years_told
from scoring.totals.turns import row

_NEXT = re.compile(r"[,;]\s(?=(?:[а-я]+ ){0,2}(?:доход|расход|дефицит|профицит))")
_PLANNED = re.compile(
    r"\b(?:план[а-я]*|запланиров\w+|уточненн\w+|назначени\w*|прогноз\w*|заклад\w+|заложен\w*|"
    r"ожида\w+|ждал\w*|намеч\w+|собирал\w+|рассчитыв\w+|хотел\w*|предполаг\w+|обеща\w+|боял\w+|"
    r"опасал\w+|допуска\w+|разреш\w+)\W*(?:\w+\W+){0,2}$"
)
_ACTUAL = re.compile(
    r"\b(?:исполнен\w*|фактическ\w+|поступил\w*|израсходован\w*|составил[аио]?)\W*(?:\w+\W+){0,2}$"
)
_PLAN_ASKED = re.compile(r"\bплан[а-я]*\b[^.!?]*\?")
_SAID_OUTRIGHT = any_of(
    r"\bбюджет\w*[^.!?]{0,40}\b(?:сбалансирован|бездефицитен)\b",
    r"\bдефицита (?:бюджета )?(?:нет|не было|не будет)\b|\bнет дефицита\b",
)
_OWN_SUM = re.compile(r"[^()\d]{0,30}\d[\d ]*+(?:[.,]\d++)?[^()]*+\)")
_DOUBTED = 0.6


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """Every total told in the prose of ``document`` for the year wanted."""
    for sentence in telling(document):
        yield from _in(sentence, wanted)


def _in(told: Sentence, wanted: Wanted) -> Iterator[Figure]:
    for one in told.owned:
        if _of_later_year(told, one) or partly(told.plain[: one.sum.start]):
            continue
        trust = _trust(told.plain, told.found, one.sum, wanted, told.speaks)
        if trust is None:
            continue
        value = one.sum.roubles(None) or 0.0
        trust += 0.3 * one.stated
        for concept, sign in one.of:
            yield _figure(told, concept, sign * abs(value), trust)
    if told.balanced:
        said = next((year for year, _ in mentioned(told.text)), told.speaks.year)
        if said == wanted.year or (said is None and _SAID_OUTRIGHT.search(told.plain)):
            yield _figure(told, Concept.BALANCE, 0.0, 1.0 if said else 0.6)


def _of_later_year(told: Sentence, one: Owned) -> bool:
    """Is a sum listed behind another of its total, with no list of years to tell which it is of?"""
    listed = row(told.plain, told.found, one.sum)
    before = listed[: listed.index(one.sum)]
    if not any(other.sum in before and other.of == one.of for other in told.owned):
        return False
    group = _years_before(told.plain, listed)
    return len(group or told.speaks.turn) != len(listed)


def _figure(told: Sentence, concept: Concept, roubles: float, trust: float) -> Figure:
    return Figure(concept, roubles, trust, told.text.strip()[:400], told.locator, told.place)


def _trust(
    plain: str, found: Sequence[Sum], this: Sum, wanted: Wanted, speaks: Speaks
) -> float | None:
    year = _year(plain, found, this, speaks.turn)
    passed = THIS_YEAR if wanted.stage is Stage.DRAFT else YEAR_BEFORE
    if year is None and any(w.search(plain[: this.start]) for w in (YEAR_BEFORE, passed)):
        return None
    if (year or speaks.carried or speaks.heading or wanted.year) != wanted.year:
        # The sentence before may have spoken in passing of another budget.
        return _DOUBTED if year is None and speaks.heading == wanted.year else None
    trust = 2.5 if year else 2.2 if speaks.year else 1.4
    before = _NEXT.split(plain[max(0, this.start - 60) : this.start])[-1]
    wrong = _PLANNED if wanted.fact else _ACTUAL
    asked = wanted.fact and _PLAN_ASKED.search(plain[: this.start])
    if wanted.fact and only_meant(plain[: this.start]):
        return None
    return trust - 1.5 * bool(asked or wrong.search(before))


def _year(plain: str, found: Sequence[Sum], this: Sum, turn: Sequence[int]) -> int | None:
    """The year a sum belongs to: by its place in a list of years, else the year just before it.

    ``turn`` are the years that the text before lists.
    """
    listed = row(plain, found, this)
    group = _years_before(plain, listed)
    if len(listed) > 1 and not group and len(turn) == len(listed):
        return turn[listed.index(this)]
    if len(listed) > 1 and len(group) == len(listed):
        return group[listed.index(this)]
    after = re.match(r"\s*\(?(?:в|на|за)?\s*(20\d\d)", plain[this.end :])
    # "(в 2025 году 1,9 млрд)" behind a sum brings a sum of its own.
    if after and _OWN_SUM.match(plain, this.end + after.end()):
        after = None
    if after and (not group or "(" in after[0]):
        return int(after[1])
    return group[0] if group else (int(after[1]) if after else None)


def _years_before(plain: str, listed: Sequence[Sum]) -> list[int]:
    first = listed[0].start
    return _last_group(plain, [(y, at) for y, at in years_told(plain, first) if at < first])


def _last_group(plain: str, years: list[tuple[int, int]]) -> list[int]:
    group: list[int] = []
    end = 0
    for year, at in years:
        between = plain[end:at]
        joined = group and re.fullmatch(r"[^\d.;:(]{0,40}", between)
        group = [*group, year] if joined else [year]
        end = at + 4
    return group
