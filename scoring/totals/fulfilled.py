"""A total and how it stands to its plan and to the year before: "101,9 % плана, 106,4 % к 2024"."""

from collections.abc import Iterator

from scoring.language.ru.folded import any_of
from scoring.model import Document
from scoring.totals.labels import Concept
from scoring.totals.money import Sum
from scoring.totals.period import Period
from scoring.totals.sayings import sayings
from scoring.totals.sentences import Sentence, telling_any

_WORDS_OF_PLAN = ("план", "назначен", "роспис", "утвержд", "прогноз")
_PLAN = r"(?:план|запланиров|назначен|роспис|утвержд|прогноз)"
_OF_PLAN = any_of(
    rf"\d\s*(?:%|процент\w*)\s*(?:(?:к|от|относительно)\s)?(?:[а-я]+ ){{0,3}}?{_PLAN}",
    rf"\bна \d[\d ,]*\s?(?:%|процент|тыс|млн|млрд)[^.;\d]{{0,30}}"
    rf"\b(?:больше|меньше|выше|ниже|превы[сш])[^.;\d]{{0,30}}{_PLAN}",
    rf"\b(?:больше|меньше|выше|ниже|сверх|превы[сш]\w+),? (?:чем )?(?:[а-я]+ ){{0,2}}{_PLAN}"
    r"[^.;\d]{0,30}\d",
    rf"\b{_PLAN}[а-я]* (?:[а-я]+ ){{0,3}}(?:(?:пере|недо)?выполн|исполн)[а-я]+ на \d",
)
_OF_BEFORE = any_of(
    r"\d\s*(?:%|процент\w*)\s*(?:к|от|относительно|больше|меньше|выше|ниже)[ ,]{1,2}"
    r"(?:чем )?(?:(?:в|за|уровн[юя]|показател\w+|факт\w*) ){0,2}(?:20\d\d|прошл|предыдущ|год)",
    r"\b(?:год(?:ом)? (?:раньше|ранее|назад)|(?:прошл|предыдущ)\w+ год\w?)\b[^.;\d]{0,25}\d",
)
_FULL = 1.0
_SHADE = 0.02
"""By how much sums nobody states are taken to differ: no other sum of the text is them."""


def fulfilled(document: Document) -> Iterator[list[Period]]:
    """The outcome of each total, its plan and its year before, when these are told by shares.

    The year before counts beside the plan only: growth alone compares no totals.
    """
    for sentence in telling_any(document):
        if not any(words in sentence.plain for words in _WORDS_OF_PLAN):
            continue
        for concept, total in _totals(sentence):
            said = _clause(sentence, total)
            if not _OF_PLAN.search(said):
                continue
            periods = [_period(sentence, concept, total, _FULL, "fact")]
            periods.append(_period(sentence, concept, total, _FULL + _SHADE, "plan"))
            if _OF_BEFORE.search(said):
                periods.append(_period(sentence, concept, total, _FULL - _SHADE, "прошл"))
            yield periods


def _totals(sentence: Sentence) -> Iterator[tuple[Concept, Sum]]:
    for one in sentence.owned:
        yield from ((c, one.sum) for c, _ in one.of if c is not Concept.BALANCE)
    for said in sayings(sentence.plain):
        yield said.concept, said.sum


def _clause(sentence: Sentence, total: Sum) -> str:
    """What is said behind a total, up to the next one."""
    starts = [s.start for _, s in _totals(sentence) if s.start > total.end]
    return sentence.plain[total.end : min(starts, default=None)]


def _period(sentence: Sentence, concept: Concept, total: Sum, times: float, when: str) -> Period:
    size = abs(total.roubles(None) or 0.0) * times
    return Period(concept, size, (when,), sentence.text.strip()[:300], sentence.locator)
