"""A sum of a total and its period, and which of many are of different ones."""

from dataclasses import dataclass

from scoring.editions.years import mentioned
from scoring.language.ru.folded import any_of
from scoring.totals.columns import FACT, PLAN
from scoring.totals.labels import Concept

_WHEN = any_of(
    r"\bпозапрошл|\bпрошл|\bпредыдущ|\b(?:два|три|пять) (?:года|лет) назад|"
    r"\bгод(?:ом)? (?:назад|ранее|раньше)|\bтеперь|\bсейчас|\bпрежде\b|\bраньше\b|"
    r"\bэтом\b|\bтекущ|\bследующ|\bбудущ|\bнынешн"
)
_KINDS = {"plan": PLAN, "fact": FACT}
_SAME = 0.005
_MOST_APART = 3.0


@dataclass(frozen=True, slots=True)
class Period:
    """A sum of a total and its period: a year or a word for it, plan or fact; () when unsaid."""

    concept: Concept
    roubles: float
    when: tuple[int | str, ...]
    quote: str
    locator: str


def when(words: str) -> tuple[int | str, ...]:
    """The period the words before or behind a sum tell."""
    years = [year for year, _ in mentioned(words)]
    spoken = _WHEN.search(words)
    told = _plan_or_fact(words)
    named: tuple[int | str, ...] = (years[-1],) if years else (spoken[0],) if spoken else ()
    return (*named, *((told,) if told else ()))


def _plan_or_fact(words: str) -> str:
    """The nearest before the sum: "поступило: по закону 9,4 млрд" is the plan."""
    ends = {name: [m.end() for m in said.finditer(words)] for name, said in _KINDS.items()}
    return max((e[-1], name) for name, e in ends.items() if e)[1] if any(ends.values()) else ""


def distinct(periods: list[Period]) -> list[Period]:
    """One for each period and sum: of those that say no period each sum is one."""
    kept: list[Period] = []
    for one in periods:
        known = any(_same(one, other) or not _of_one(one, other) for other in kept)
        kept += [] if known else [one]
    return kept


def _of_one(one: Period, other: Period) -> bool:
    """May both be of one budget? No year's revenue is three times that of the year before."""
    apart = one.roubles / (other.roubles or 1.0)
    return one.concept is Concept.BALANCE or 1 / _MOST_APART < apart < _MOST_APART


def _same(one: Period, other: Period) -> bool:
    """A plan fulfilled to the third digit is still another sum than the outcome."""
    if one.when and one.when == other.when:
        return True
    apart = {one.when[-1:], other.when[-1:]} == {("plan",), ("fact",)}
    near = abs(one.roubles - other.roubles) <= _SAME * other.roubles
    return near and not (apart and one.roubles != other.roubles)
